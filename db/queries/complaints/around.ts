import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';

/** Whom a complaint is from, with what this customer brought, and got for complaints. */
export interface ComplainerRow {
  readonly id: number;
  readonly name: string;
  readonly isErased: 0 | 1;
  readonly phone: string | null;
  readonly email: string | null;
  readonly layer: string;
  readonly activeRevenueMinor: number;
  readonly revenueMinor: number;
  readonly compensationCostMinor: number;
}

/** Money in minor units; compensation of complaints in the trash is not counted. */
export async function complainerOf(db: ReadHandle, id: number): Promise<ComplainerRow | null> {
  const found = await sql<ComplainerRow>`
    SELECT u.id, u.name, u.erased_at IS NOT NULL AS isErased,
      (SELECT value FROM contact_points WHERE customer_id = u.id AND kind = 'phone'
        ORDER BY position, id LIMIT 1) AS phone,
      (SELECT value FROM contact_points WHERE customer_id = u.id AND kind = 'email'
        ORDER BY position, id LIMIT 1) AS email,
      coalesce(f.layer, u.mark, 'prospect') AS layer,
      coalesce(f.active_revenue_minor, 0) AS activeRevenueMinor,
      coalesce(f.revenue_minor, 0) AS revenueMinor,
      (SELECT coalesce(sum(o.cost_minor), 0) FROM compensations o
        JOIN complaints c ON c.id = o.complaint_id AND c.deleted_at IS NULL
        WHERE o.customer_id = u.id) AS compensationCostMinor
    FROM customers u LEFT JOIN customer_figures f ON f.customer_id = u.id
    WHERE u.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

/** A customer's complaints received before an instant: how many, and when the last one came. */
export async function earlierComplaints(
  db: ReadHandle,
  given: { customerId: number; before: string; notId: number },
): Promise<{ count: number; lastAt: string | null }> {
  const found = await sql<{ count: number; lastAt: string | null }>`
    SELECT count(*) AS count, max(received_at) AS lastAt FROM complaints
    WHERE customer_id = ${given.customerId} AND received_at <= ${given.before}
      AND id <> ${given.notId} AND deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? { count: 0, lastAt: null };
}

/** Whether the customer bought after a day, by `until`. */
export async function boughtAfter(
  db: ReadHandle,
  customerId: number,
  after: string,
  until: string,
): Promise<boolean> {
  const found = await sql<{ id: number }>`
    SELECT id FROM sales WHERE customer_id = ${customerId} AND sold_on > ${after}
      AND sold_on <= ${until} AND is_purchase = 1 AND deleted_at IS NULL LIMIT 1`.execute(db);
  return found.rows.length > 0;
}

/** A stretch of days, both ends included, and the instants it begins and ends (the end excluded). */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly fromAt: string;
  readonly beforeAt: string;
}

/** Units of a product sold, and complaints and claims (those without a complaint) about it. */
export async function defectsOf(
  db: ReadHandle,
  productId: number,
  { from, to, fromAt, beforeAt }: Stretch,
): Promise<{ sold: number; defects: number }> {
  const found = await sql<{ soldE4: number; complaints: number; claims: number }>`
    SELECT
      (SELECT coalesce(sum(l.quantity_e4), 0) FROM sale_lines l JOIN sales s ON s.id = l.sale_id
        WHERE l.product_id = ${productId} AND s.sold_on BETWEEN ${from} AND ${to}
          AND s.is_purchase = 1 AND s.deleted_at IS NULL) AS soldE4,
      (SELECT count(*) FROM complaints WHERE product_id = ${productId}
        AND received_at >= ${fromAt} AND received_at < ${beforeAt}
        AND deleted_at IS NULL) AS complaints,
      (SELECT count(*) FROM claims WHERE product_id = ${productId} AND complaint_id IS NULL
        AND claimed_at >= ${fromAt} AND claimed_at < ${beforeAt} AND deleted_at IS NULL) AS claims
    `.execute(db);
  const { soldE4 = 0, complaints = 0, claims = 0 } = found.rows[0] ?? {};
  return { sold: soldE4 / 10_000, defects: complaints + claims };
}

export async function productName(db: ReadHandle, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('products')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}
