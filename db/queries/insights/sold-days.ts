import type { RawHandle } from '../../file/client.ts';

/** What was sold on a day, whoever bought: purchases, and revenue less returns in minor units. */
export interface SoldDay {
  readonly day: string;
  readonly sales: number;
  readonly minor: number;
}

/** Every day up to one on which something was sold or came back, the earliest first. */
export function readSoldDays(raw: RawHandle, through: string): SoldDay[] {
  return raw
    .prepare(
      `SELECT sold_on AS day, sum(is_purchase) AS sales, sum(revenue_minor) AS minor FROM sales
       WHERE deleted_at IS NULL AND sold_on <= ? GROUP BY sold_on ORDER BY sold_on`,
    )
    .all(through) as SoldDay[];
}

/** Purchases of one hour of the day, 0 to 23, and their revenue in minor units. */
export interface SoldHour {
  readonly hour: number;
  readonly sales: number;
  readonly minor: number;
}

/**
 * Purchases between two days by the hour on the clock, those whose time is known: midnight sharp is what a
 * file writes that knows the day only.
 */
export function readSoldHours(raw: RawHandle, from: string, to: string): SoldHour[] {
  return raw
    .prepare(
      `SELECT CAST(substr(sold_at, 12, 2) AS INTEGER) AS hour, count(*) AS sales,
         sum(revenue_minor) AS minor
       FROM sales WHERE deleted_at IS NULL AND is_purchase = 1 AND sold_on BETWEEN ? AND ?
         AND sold_at IS NOT NULL AND substr(sold_at, 12, 5) BETWEEN '00:01' AND '23:59'
       GROUP BY 1 ORDER BY 1`,
    )
    .all(from, to) as SoldHour[];
}
