import { sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type Who, who } from '../customers/who.ts';
import { isBooked, paidAtOnce, soldUpTo } from './books.ts';

/** Money that came in or went back: with a sale on its day, or towards what is owed. */
export interface ReceivedPayment extends Who {
  readonly kind: 'sale' | 'payment';
  readonly id: number;
  readonly day: string;
  readonly number: string | null;
  readonly method: string | null;
  readonly note: string | null;
  readonly amountMinor: number;
}

/** What of a payment goes to which sale. */
export interface SettledPart {
  readonly paymentId: number;
  readonly saleNumber: string | null;
  readonly saleId: number;
  readonly amountMinor: number;
}

/** A payment with the sales it settles. */
export interface PaymentWithParts extends ReceivedPayment {
  readonly parts: readonly SettledPart[];
}

interface PaymentCursor {
  readonly day: string;
  readonly kind: string;
  readonly id: number;
}

const pageRows = 500;

async function partsOf(db: ReadHandle, ids: readonly number[]): Promise<SettledPart[]> {
  const { rows } = await sql<SettledPart>`
    SELECT a.payment_id AS paymentId, s.number AS saleNumber, a.sale_id AS saleId,
      a.amount_minor AS amountMinor
    FROM json_each(${JSON.stringify(ids)}) picked CROSS JOIN payment_parts a
      ON a.payment_id = picked.value JOIN sales s ON s.id = a.sale_id
    ORDER BY a.payment_id, a.id`.execute(db);
  return rows;
}

/** The last id that a page has of a kind on the cursor's day: payments of a day come before its sales. */
function lastOf(kind: ReceivedPayment['kind'], after: PaymentCursor): number {
  if (after.kind === kind) return after.id;
  return after.kind < kind ? 0 : Number.MAX_SAFE_INTEGER;
}

/** Everything received in a period, by day, page by page. */
export async function* receivedPayments(
  db: ReadHandle,
  period: Period,
): AsyncGenerator<PaymentWithParts> {
  const { from, to } = period;
  let after: PaymentCursor = { day: from, kind: '', id: 0 };
  for (;;) {
    const { rows } = await sql<ReceivedPayment>`
      SELECT r.*, ${who} FROM (
        SELECT * FROM (SELECT 'payment' AS kind, p.id, p.paid_on AS day, p.number, p.method, p.note,
            p.amount_minor AS amountMinor, p.customer_id AS customerId
          FROM payments p WHERE p.deleted_at IS NULL AND p.paid_on <= ${to}
            AND (p.paid_on, p.id) > (${after.day}, ${lastOf('payment', after)})
          ORDER BY p.paid_on, p.id LIMIT ${pageRows})
        UNION ALL
        SELECT * FROM (SELECT 'sale', s.id, s.sold_on, s.number, s.payment_method, NULL,
            ${paidAtOnce}, s.customer_id
          FROM sales s WHERE ${soldUpTo(to)} AND ${isBooked} AND s.is_on_account = 0
            AND ${paidAtOnce} <> 0
            AND (s.sold_on, s.id) > (${after.day}, ${lastOf('sale', after)})
          ORDER BY s.sold_on, s.id LIMIT ${pageRows})
        ORDER BY day, kind, id LIMIT ${pageRows}) r
      LEFT JOIN customers g ON g.id = r.customerId ORDER BY r.day, r.kind, r.id`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const paid = rows.filter(({ kind }) => kind === 'payment').map(({ id }) => id);
    const parts = Map.groupBy(await partsOf(db, paid), ({ paymentId }) => paymentId);
    for (const row of rows)
      yield { ...row, parts: row.kind === 'payment' ? (parts.get(row.id) ?? []) : [] };
    if (rows.length < pageRows) return;
    after = last;
  }
}
