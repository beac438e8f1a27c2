import { TrashDeeds } from '#db/queries/trash/deeds.ts';
import { countTrash, listTrash, type StoredTrash } from '#db/queries/trash/list.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TrashRow } from '#shared/contract/trash/trash.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { goesOn } from './due.ts';
import { whichOf } from './which.ts';

function customerOf({ customerId, customerName, customerDeletedAt }: StoredTrash) {
  if (customerId === null) return null;
  return {
    id: customerId as CustomerId,
    name: customerName ?? '',
    isInTrash: customerDeletedAt !== null,
  };
}

function dayOf(moment: string | null, timeZone: string): string | null {
  return moment === null || moment.length === 10 ? moment : localDay(moment, timeZone);
}

async function rowOf(ctx: ReadContext, deeds: TrashDeeds, stored: StoredTrash): Promise<TrashRow> {
  const { kind, id, name, phone, city, moment, amountMinor, deletedAt } = stored;
  const deed = await deeds.of(stored);
  const { timeZone } = ctx.settings;
  return {
    ...{ kind, id, name, phone, city, amountMinor, deletedAt },
    customer: customerOf(stored),
    on: dayOf(moment, timeZone),
    goesOn: goesOn(deletedAt, ctx.settings),
    deed: deed?.deed ?? null,
    together: deed?.together ?? 1,
  };
}

export async function listPage(
  ctx: ReadContext,
  { filter, after, limit }: Parsed<'trash.list'>,
): Promise<Output<'trash.list'>> {
  const which = whichOf(filter, ctx.settings.timeZone);
  const { rows, next } = await listTrash(ctx.db, which, { after, limit });
  const deeds = new TrashDeeds(ctx.db);
  const shown: TrashRow[] = [];
  for (const stored of rows) shown.push(await rowOf(ctx, deeds, stored));
  return { rows: shown, next };
}

export async function countKinds(
  ctx: ReadContext,
  { filter }: Parsed<'trash.counts'>,
): Promise<Output<'trash.counts'>> {
  const kinds = await countTrash(ctx.db, whichOf(filter, ctx.settings.timeZone));
  const everything = { search: '', kinds: [], fromAt: null, beforeAt: null };
  const all = await countTrash(ctx.db, everything);
  return { kinds, all: all.reduce((sum, { count }) => sum + count, 0) };
}
