import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { beyond, type SourcePage } from './source.ts';

export interface PaymentLine {
  id: number;
  paidOn: string;
  amountMinor: number;
  method: string | null;
  note: string | null;
  /** Numbers of the sales it settles, as JSON. */
  sales: string;
}

/** Payments of one customer, newest first. */
export async function timelinePayments(db: ReadHandle, page: SourcePage): Promise<PaymentLine[]> {
  const later = beyond(page.after, sql`m.paid_on`, sql`m.id`);
  const found = await sql<PaymentLine>`
    SELECT m.id, m.paid_on AS paidOn, m.amount_minor AS amountMinor, m.method, m.note,
      (SELECT json_group_array(s.number) FROM payment_parts part
        JOIN sales s ON s.id = part.sale_id
        WHERE part.payment_id = m.id AND s.number IS NOT NULL) AS sales
    FROM payments m
    WHERE m.customer_id = ${page.customerId} AND m.deleted_at IS NULL ${later}
    ORDER BY m.paid_on DESC, m.id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
