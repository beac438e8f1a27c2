import type { ReadHandle } from '#db/file/client.ts';
import { type TrashWhich, trashed } from '#db/queries/trash/list.ts';
import type {
  TrashChoice,
  TrashCounts,
  TrashFilter,
  TrashKey,
} from '#shared/contract/trash/trash.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import { trashKinds } from '#shared/domain/vocabulary/trash.ts';

/** The filter with its days as instants of the shop's clock. */
export function whichOf({ search, kinds, from, to }: TrashFilter, timeZone: string): TrashWhich {
  return {
    search,
    kinds,
    fromAt: from === null ? null : instantOf(from, '00:00', timeZone),
    beforeAt: to === null ? null : instantOf(addDays(to, 1), '00:00', timeZone),
  };
}

/** Each thing that is meant, once. */
export async function keysOf(
  db: ReadHandle,
  choice: TrashChoice,
  timeZone: string,
): Promise<TrashKey[]> {
  if ('keys' in choice)
    return [...new Map(choice.keys.map((key) => [`${key.kind} ${key.id}`, key])).values()];
  const keys: TrashKey[] = [];
  for await (const { kind, id } of trashed(db, whichOf(choice.filter, timeZone)))
    keys.push({ kind, id });
  return keys;
}

/** How many of each kind, in the order the kinds are offered. */
export function countsOf(keys: readonly TrashKey[]): TrashCounts {
  const counts = new Map<TrashKey['kind'], number>();
  for (const { kind } of keys) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return trashKinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** Counts of the same kind together. */
export function sumOfCounts(counts: TrashCounts): TrashCounts {
  const of = (kind: TrashKey['kind']) =>
    counts.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0);
  return trashKinds.map((kind) => ({ kind, count: of(kind) })).filter(({ count }) => count > 0);
}
