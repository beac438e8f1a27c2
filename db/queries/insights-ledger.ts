import { dayNumber } from '#shared/domain/calendar/dates.ts';
import type { PurchaseLedger } from '#shared/domain/worth/prediction/ledger.ts';
import type { RawHandle } from '../file/client.ts';

/** Who is not in the trash, on which day, for how much: what came back that day is taken off. */
const bought = `
  SELECT customer_id, sold_on, sum(revenue_minor) AS spent FROM sales
  WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND sold_on <= @through
    AND customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)
    AND (@customerId IS NULL OR customer_id = @customerId)
  GROUP BY customer_id, sold_on HAVING max(is_purchase) = 1 AND spent > 0
  ORDER BY customer_id, sold_on`;

/**
 * All purchase days up to a day, customer after customer; of one customer where an id is given. A day on
 * which as much came back as was bought, or more, is none.
 */
export function readLedger(
  raw: RawHandle,
  through: string,
  customerId: number | null = null,
): PurchaseLedger {
  const [ids, from, days, spent]: [number[], number[], number[], number[]] = [[], [], [], []];
  const known = new Map<string, number>();
  const rows = raw.prepare(bought).raw().iterate({ through, customerId });
  for (const [id, soldOn, minor] of rows as IterableIterator<[number, string, number]>) {
    if (ids.at(-1) !== id) {
      ids.push(id);
      from.push(days.length);
    }
    const day = known.get(soldOn) ?? dayNumber(soldOn);
    known.set(soldOn, day);
    days.push(day);
    spent.push(minor);
  }
  from.push(days.length);
  return { ids, from, days, spent };
}

/** What all who are in no trash spent up to a day, less what came back, minor units. */
export function namedRevenue(raw: RawHandle, through: string): number {
  return Number(
    raw
      .prepare(
        `SELECT coalesce(sum(revenue_minor), 0) FROM sales
         WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND sold_on <= ?
           AND customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)`,
      )
      .pluck()
      .get(through),
  );
}
