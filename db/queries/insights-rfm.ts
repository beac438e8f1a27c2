import { sql } from 'kysely';
import type { ReadHandle } from '../file/client.ts';

/** What one customer bought by a day; amounts in minor units, net of returns. */
export interface BuyerOn {
  readonly id: number;
  readonly firstOn: string;
  readonly lastOn: string;
  /** Days bought on from the window's first day. */
  readonly purchaseDays: number;
  /** Of the window. */
  readonly moneyMinor: number;
}

/** Everybody who bought between two days, both included; who is in the trash is left out. */
export async function buyersBetween(
  db: ReadHandle,
  from: string,
  through: string,
): Promise<readonly BuyerOn[]> {
  const found = await sql<BuyerOn>`
    SELECT customer_id AS id, min(CASE WHEN is_purchase THEN sold_on END) AS firstOn,
      max(CASE WHEN is_purchase THEN sold_on END) AS lastOn,
      count(DISTINCT CASE WHEN is_purchase AND sold_on >= ${from} THEN sold_on END) AS purchaseDays,
      sum(CASE WHEN sold_on >= ${from} THEN revenue_minor ELSE 0 END) AS moneyMinor
    FROM sales INDEXED BY sales_customer
    WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND sold_on <= ${through}
      AND customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)
    GROUP BY customer_id HAVING purchaseDays > 0 ORDER BY customer_id`.execute(db);
  return found.rows;
}

/** Of whom there is a day on which they bought more than came back, up to a day. */
export async function predictedCustomers(db: ReadHandle, through: string): Promise<number[]> {
  const found = await sql<{ id: number }>`
    SELECT DISTINCT customer_id AS id FROM (
      SELECT customer_id FROM sales INDEXED BY sales_customer
      WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND sold_on <= ${through}
        AND customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)
      GROUP BY customer_id, sold_on HAVING max(is_purchase) = 1 AND sum(revenue_minor) > 0
    )`.execute(db);
  return found.rows.map(({ id }) => id);
}
