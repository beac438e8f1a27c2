import { type RawBuilder, sql } from 'kysely';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { called } from '../customers/name.ts';
import { countsOf } from '../sales/counted.ts';

/** Whose messages are meant: those sent in a span by one standing campaign. */
export interface SentIn {
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/** A message that was sent. */
export interface Said {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly saidOn: string;
}

const sentIn = ({ id, from, to }: SentIn): RawBuilder<unknown> =>
  sql`t.standing_campaign_id = ${id} AND t.state = 'sent' AND t.decided_on BETWEEN ${from} AND ${to}`;

/** The messages, the oldest first. */
export async function saidIn(db: ReadHandle, sent: SentIn): Promise<Said[]> {
  const found = await sql<Said>`SELECT t.customer_id AS customerId, ${called} AS name,
      t.decided_on AS saidOn
    FROM standing_turns t CROSS JOIN customers c ON c.id = t.customer_id
    WHERE ${sentIn(sent)} ORDER BY t.decided_on, t.id`.execute(db);
  return found.rows;
}

/** A sale, or what came back of one, within so many days after a message. */
export interface SoldAfter {
  readonly saleId: SaleId;
  readonly customerId: CustomerId;
  readonly soldOn: string;
  readonly revenueMinor: number;
  readonly isPurchase: 0 | 1;
  readonly isReturn: 0 | 1;
}

/** Each sale once, however many messages it came after; from the day of the message on, `today` at most. */
export async function soldAfter(
  db: ReadHandle,
  sent: SentIn,
  { days, today }: { readonly days: number; readonly today: string },
): Promise<SoldAfter[]> {
  const found = await sql<SoldAfter>`SELECT DISTINCT s.id AS saleId, s.customer_id AS customerId,
      s.sold_on AS soldOn, s.revenue_minor AS revenueMinor, s.is_purchase AS isPurchase,
      s.kind = 'return' AS isReturn
    FROM standing_turns t CROSS JOIN sales s ON s.customer_id = t.customer_id
    WHERE ${sentIn(sent)} AND s.deleted_at IS NULL AND ${countsOf('s')}
      AND s.sold_on BETWEEN t.decided_on AND date(t.decided_on, ${`+${days} days`})
      AND s.sold_on <= ${today}
    ORDER BY s.sold_on, s.id`.execute(db);
  return found.rows;
}
