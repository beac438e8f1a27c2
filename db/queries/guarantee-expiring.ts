import { sql } from 'kysely';
import type { SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../client.ts';
import { idList } from './customers-filter.ts';

/** Sales of one product from one day to another, both included. */
export interface ProductSpan {
  readonly productId: number;
  readonly from: string;
  readonly to: string;
}

/** What known customers bought, by day: in how many sales of that day the product was. */
export async function soldDays(
  db: ReadHandle,
  spans: readonly ProductSpan[],
): Promise<{ productId: number; soldOn: string; sales: number }[]> {
  const found = await sql<{ productId: number; soldOn: string; sales: number }>`
    SELECT l.product_id AS productId, s.sold_on AS soldOn, count(DISTINCT s.id) AS sales
    FROM json_each(${JSON.stringify(spans)}) j
    CROSS JOIN sale_lines l ON l.product_id = j.value ->> 'productId'
    CROSS JOIN sales s ON s.id = l.sale_id
    CROSS JOIN customers c ON c.id = s.customer_id
    WHERE s.sold_on BETWEEN j.value ->> 'from' AND j.value ->> 'to'
      AND s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
      AND c.deleted_at IS NULL
    GROUP BY l.product_id, s.sold_on`.execute(db);
  return found.rows;
}

export interface SoldTo {
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly productId: number;
  readonly product: string;
  readonly saleId: SaleId;
  readonly saleNumber: string | null;
  readonly soldOn: string;
}

/**
 * The sales behind days that `soldDays` gave, with whom they were sold to; one row a product and sale.
 * The plus keeps SQLite from walking all lines of a product for every sale of the day.
 */
export async function soldOnDays(
  db: ReadHandle,
  days: readonly { readonly productId: number; readonly soldOn: string }[],
): Promise<SoldTo[]> {
  const pairs = days.map(({ productId, soldOn }) => ({ productId, soldOn }));
  const found = await sql<SoldTo>`
    SELECT c.id AS customerId, c.name AS customerName,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      p.id AS productId, p.name AS product, s.id AS saleId, s.number AS saleNumber,
      s.sold_on AS soldOn
    FROM json_each(${JSON.stringify(pairs)}) j
    CROSS JOIN sales s ON s.sold_on = j.value ->> 'soldOn'
    CROSS JOIN sale_lines l ON l.sale_id = s.id AND +l.product_id = j.value ->> 'productId'
    CROSS JOIN customers c ON c.id = s.customer_id
    CROSS JOIN products p ON p.id = l.product_id
    WHERE s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
      AND c.deleted_at IS NULL
    GROUP BY s.id, l.product_id ORDER BY s.id`.execute(db);
  return found.rows;
}

/** The first day anything was sold; null before the first sale. */
export async function firstSoldOn(db: ReadHandle): Promise<string | null> {
  const row = await db
    .selectFrom('sales')
    .select('sold_on')
    .where('deleted_at', 'is', null)
    .orderBy('sold_on')
    .limit(1)
    .executeTakeFirst();
  return row?.sold_on ?? null;
}

/** Which of some customers have an open date for a guarantee or a service. */
export async function openReminders(
  db: ReadHandle,
  customerIds: readonly number[],
): Promise<{ customerId: number; cause: 'guarantee' | 'service' }[]> {
  return db
    .selectFrom('follow_ups as f')
    .select(['f.customer_id as customerId', 'f.cause'])
    .distinct()
    .where('f.customer_id', 'in', sql<number>`${idList([...new Set(customerIds)])}`)
    .where('f.cause', 'in', ['guarantee', 'service'])
    .where('f.done_at', 'is', null)
    .where('f.deleted_at', 'is', null)
    .$narrowType<{ cause: 'guarantee' | 'service' }>()
    .execute();
}
