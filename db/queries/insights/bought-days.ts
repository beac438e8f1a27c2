import { dayNumber } from '#shared/domain/calendar/dates.ts';
import type { BoughtDays } from '#shared/domain/worth/retention/bought-days.ts';
import type { RawHandle } from '../../file/client.ts';

/**
 * The days that everybody who is in no trash bought on, up to a day, customer after customer. Purchases are
 * those that the customer list counts, so that its rows add up to what is said of them.
 */
export function readBoughtDays(raw: RawHandle, through: string): BoughtDays {
  const rows = raw
    .prepare(
      `SELECT DISTINCT customer_id, sold_on FROM sales
       WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND is_purchase = 1 AND sold_on <= ?
         AND customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)
       ORDER BY customer_id, sold_on`,
    )
    .raw()
    .iterate(through) as IterableIterator<[number, string]>;
  const [from, days]: [number[], number[]] = [[], []];
  const known = new Map<string, number>();
  let last: number | null = null;
  for (const [id, soldOn] of rows) {
    if (id !== last) from.push(days.length);
    last = id;
    const day = known.get(soldOn) ?? dayNumber(soldOn);
    known.set(soldOn, day);
    days.push(day);
  }
  from.push(days.length);
  return { from, days };
}
