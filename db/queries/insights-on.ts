import { sql } from 'kysely';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../file/client.ts';

/** What one customer had come to by a day; amounts in minor units, net of returns. */
export interface CustomerOn {
  readonly id: CustomerId;
  readonly mark: 'suspect' | 'rest-of-world' | null;
  readonly purchases: number;
  readonly revenueMinor: number;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  /** Between `from` and the day. */
  readonly activePurchases: number;
  readonly activeRevenueMinor: number;
}

/**
 * Everybody as they were at the end of a day, counted anew from the sales: who was written down later and
 * had bought nothing by then was not there yet.
 */
export async function customersOnDay(
  db: ReadHandle,
  from: string,
  through: string,
): Promise<readonly CustomerOn[]> {
  const found = await sql<CustomerOn>`
    SELECT c.id, c.mark, coalesce(sum(s.is_purchase), 0) AS purchases,
      coalesce(sum(s.revenue_minor), 0) AS revenueMinor,
      min(CASE WHEN s.is_purchase THEN s.sold_on END) AS firstOn,
      max(CASE WHEN s.is_purchase THEN s.sold_on END) AS lastOn,
      coalesce(sum(CASE WHEN s.sold_on >= ${from} THEN s.is_purchase END), 0) AS activePurchases,
      coalesce(sum(CASE WHEN s.sold_on >= ${from} THEN s.revenue_minor END), 0) AS activeRevenueMinor
    FROM customers c LEFT JOIN sales s
      ON s.customer_id = c.id AND s.deleted_at IS NULL AND s.sold_on <= ${through}
    WHERE c.deleted_at IS NULL GROUP BY c.id
    HAVING count(s.id) > 0 OR substr(c.created_at, 1, 10) <= ${through}
    ORDER BY c.id`.execute(db);
  return found.rows;
}
