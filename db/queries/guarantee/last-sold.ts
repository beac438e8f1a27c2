import { sql } from 'kysely';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ReadHandle } from '../../file/client.ts';

/** The last piece of a product that was sold to somebody known by a day; null: there is none. */
export async function lastSoldTo(
  db: ReadHandle,
  product: string,
  by: string,
): Promise<{ saleLineId: number; customerId: number } | null> {
  const found = await sql<{ saleLineId: number; customerId: number }>`
    SELECT l.id AS saleLineId, s.customer_id AS customerId
    FROM products p JOIN sale_lines l ON l.product_id = p.id JOIN sales s ON s.id = l.sale_id
    WHERE p.name_key = ${nameKey(product)} AND s.customer_id IS NOT NULL AND s.sold_on <= ${by}
      AND s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
    ORDER BY s.sold_on DESC, l.id DESC LIMIT 1`.execute(db);
  return found.rows[0] ?? null;
}
