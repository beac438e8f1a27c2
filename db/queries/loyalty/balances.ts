import { knownFrom, type Standing, standingOf } from '#shared/domain/loyalty/standing.ts';
import type { RawHandle } from '../../file/client.ts';
import { pointFactsIn } from './facts.ts';
import { rulesIn, tiersIn } from './rules.ts';

/** What the stored points depend on besides the sales and the day; empty: there is no programme. */
export function pointsStamp(raw: RawHandle): readonly unknown[] {
  const rules = rulesIn(raw);
  return rules.length === 0 ? [] : [rules, tiersIn(raw)];
}

const none: Pick<Standing, 'points' | 'ending' | 'endOn' | 'tierId'> = {
  points: 0,
  ending: 0,
  endOn: null,
  tierId: null,
};

function prepareWrite(raw: RawHandle) {
  const write = raw.prepare(
    `UPDATE customer_figures SET points = @points, points_ending = @ending, points_end_on = @endOn,
       tier_id = @tierId
     WHERE customer_id = @id AND (points <> @points OR points_ending <> @ending
       OR points_end_on IS NOT @endOn OR tier_id IS NOT @tierId)`,
  );
  return (id: number, { points, ending, endOn, tierId }: typeof none) =>
    write.run({ id, points, ending, endOn, tierId });
}

/** How everybody stands on a day, or those of a JSON list. */
export function standingsOn(
  raw: RawHandle,
  today: string,
  ids: string | null,
): ReadonlyMap<number, Standing> {
  const rules = rulesIn(raw);
  const found = new Map<number, Standing>();
  if (rules.length === 0) return found;
  const programme = { rules, tiers: tiersIn(raw) };
  const asked = { from: knownFrom(rules, today), through: today, ids };
  for (const { customerId, facts } of pointFactsIn(raw, asked))
    found.set(customerId, standingOf(programme, facts, today));
  return found;
}

/** Lets the stored points of everybody, or of those of a JSON list, follow, in the caller's transaction. */
export function refreshPoints(raw: RawHandle, today: string, ids: string | null): void {
  const standings = standingsOn(raw, today, ids);
  const write = prepareWrite(raw);
  const which = ids === null ? '' : 'AND customer_id IN (SELECT value FROM json_each(@ids))';
  const before = raw
    .prepare(
      `SELECT customer_id FROM customer_figures WHERE (points <> 0 OR points_ending <> 0
         OR tier_id IS NOT NULL) ${which}`,
    )
    .pluck()
    .all(ids === null ? {} : { ids }) as number[];
  for (const id of before) if (!standings.has(id)) write(id, none);
  for (const [id, standing] of standings) write(id, standing);
}
