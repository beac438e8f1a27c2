import type { CustomerId } from '#shared/ids.ts';
import type { RawHandle } from '../../file/client.ts';
import { entryCounts } from './facts.ts';

/** Points that somebody spent. */
export interface SpentLine {
  readonly customerId: CustomerId;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly points: number;
  /** What they took off a sale, minor units; null: a reward was given for them. */
  readonly worthMinor: number | null;
}

/** What was spent up to a day by people who are there, the earliest first. */
export function spentLines(raw: RawHandle, through: string): SpentLine[] {
  return raw
    .prepare(
      `SELECT e.customer_id AS customerId, c.name, e.entered_on AS "on", -e.points AS points,
         e.worth_minor AS worthMinor
       FROM loyalty_entries e JOIN customers c ON c.id = e.customer_id AND c.deleted_at IS NULL
       WHERE e.kind = 'spent' AND e.entered_on <= ? AND ${entryCounts} ORDER BY e.entered_on, e.id`,
    )
    .all(through) as SpentLine[];
}

/** What somebody bought on a day. */
export interface BoughtOn {
  readonly customerId: number;
  readonly on: string;
  readonly minor: number;
  readonly isPurchase: 0 | 1;
}

/** What people who are there bought between two days, by customer and day. */
export function boughtBetween(raw: RawHandle, from: string, to: string): BoughtOn[] {
  return raw
    .prepare(
      `SELECT s.customer_id AS customerId, s.sold_on AS "on", sum(s.revenue_minor) AS minor,
         max(s.is_purchase) AS isPurchase
       FROM sales s JOIN customers c ON c.id = s.customer_id AND c.deleted_at IS NULL
       WHERE s.deleted_at IS NULL AND s.sold_on BETWEEN ? AND ?
       GROUP BY s.customer_id, s.sold_on ORDER BY s.customer_id, s.sold_on`,
    )
    .all(from, to) as BoughtOn[];
}
