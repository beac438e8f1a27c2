import { sql } from 'kysely';
import type { PaymentRow } from '#shared/contract/payments.ts';
import type { CustomerId, PaymentId, SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { chargeColumns, isCharged, type Whose } from './account.ts';

interface StoredPayment extends Omit<PaymentRow, 'parts'> {
  readonly id: PaymentId;
  readonly customerId: CustomerId | null;
}

const columns = sql`m.id, m.customer_id AS customerId, m.paid_on AS paidOn,
  m.amount_minor AS amountMinor, m.method, m.note`;

type Part = PaymentRow['parts'][number];

/** The parts of payments, in the order they were laid; of one sale alone where it is given. */
async function partsOf(
  db: ReadHandle,
  ids: readonly number[],
  saleId: number | null,
): Promise<Map<number, Part[]>> {
  const only = saleId === null ? sql`` : sql`AND part.sale_id = ${saleId}`;
  const found = await sql<Part & { paymentId: number }>`
    SELECT part.payment_id AS paymentId, part.sale_id AS saleId, s.number, s.sold_on AS soldOn,
      part.amount_minor AS amountMinor
    FROM json_each(${JSON.stringify(ids)}) wanted
    CROSS JOIN payment_parts part ON part.payment_id = wanted.value ${only}
    JOIN sales s ON s.id = part.sale_id ORDER BY part.id`.execute(db);
  const parts = new Map<number, Part[]>();
  for (const { paymentId, ...one } of found.rows)
    parts.set(paymentId, [...(parts.get(paymentId) ?? []), one]);
  return parts;
}

async function withParts(
  db: ReadHandle,
  rows: readonly StoredPayment[],
  saleId: number | null,
): Promise<PaymentRow[]> {
  const ids = rows.map(({ id }) => id);
  const parts = await partsOf(db, ids, saleId);
  return rows.map((row) => ({ ...row, parts: parts.get(row.id) ?? [] }));
}

/** The payments for one sale, the newest first, each with its parts for it. */
export async function paymentsOfSale(db: ReadHandle, saleId: SaleId): Promise<PaymentRow[]> {
  const found = await sql<StoredPayment>`
    SELECT DISTINCT ${columns} FROM payment_parts part CROSS JOIN payments m ON m.id = part.payment_id
    WHERE part.sale_id = ${saleId} AND m.deleted_at IS NULL
    ORDER BY m.paid_on DESC, m.id DESC`.execute(db);
  return withParts(db, found.rows, saleId);
}

/** The latest payments of an account, the newest first. */
export async function paymentsOfAccount(
  db: ReadHandle,
  { customerId }: Whose,
  limit: number,
): Promise<PaymentRow[]> {
  const found = await sql<StoredPayment>`
    SELECT ${columns} FROM payments m
    WHERE m.customer_id IS ${customerId} AND m.deleted_at IS NULL
    ORDER BY m.paid_on DESC, m.id DESC LIMIT ${limit}`.execute(db);
  return withParts(db, found.rows, null);
}

/** One payment with its parts; null when there is none, or it is in the trash. */
export async function readPayment(db: ReadHandle, id: number): Promise<PaymentRow | null> {
  const found = await sql<StoredPayment>`
    SELECT ${columns} FROM payments m WHERE m.id = ${id} AND m.deleted_at IS NULL`.execute(db);
  const [row] = await withParts(db, found.rows, null);
  return row ?? null;
}

/** The sales of a customer with a day to be paid by that payments settled, and when the last of them came. */
export async function settledSales(
  db: ReadHandle,
  customerId: number,
  on: string,
): Promise<{ dueOn: string; settledOn: string }[]> {
  const found = await sql<{ dueOn: string; settledOn: string }>`
    SELECT dueOn, settledOn FROM (
      SELECT s.due_on AS dueOn, ${chargeColumns(on)}, (
        SELECT max(m.paid_on) FROM payment_parts part
        CROSS JOIN payments m ON m.id = part.payment_id
        WHERE part.sale_id = s.id AND part.amount_minor > 0 AND m.deleted_at IS NULL
          AND m.paid_on <= ${on}) AS settledOn
      FROM sales s INDEXED BY sales_account
      WHERE s.customer_id = ${customerId} AND s.kind = 'sale' AND s.due_on IS NOT NULL
        AND ${isCharged('s', on)}
    ) WHERE settledOn IS NOT NULL AND returnedMinor + paidMinor >= totalMinor`.execute(db);
  return found.rows;
}
