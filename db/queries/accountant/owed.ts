import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';
import { chargedOf, countsOf } from '../sales/counted.ts';

/** Something that is owed on a day, or money that waits on an account (below zero). */
export interface OpenItem {
  readonly kind: 'sale' | 'return' | 'payment';
  readonly id: number;
  readonly number: string | null;
  readonly day: string;
  readonly dueOn: string | null;
  readonly customerId: number | null;
  /** Null: of nobody; empty: without a name or phone. */
  readonly customer: string | null;
  readonly openMinor: number;
}

type ItemCursor = Pick<OpenItem, 'day' | 'kind' | 'id'>;

/** Whether a sale or return of that alias stands on account by the end of a day, and counts. */
function stands(alias: string, day: string): RawBuilder<SqlBool> {
  const s = sql.raw(alias);
  return sql`(${s}.is_on_account = 1 AND ${s}.deleted_at IS NULL AND ${s}.sold_on <= ${day}
    AND ${countsOf(alias)})`;
}

/** Payments there are by the end of a day, of `payments AS p`. */
const cameBy = (day: string) => sql<SqlBool>`(p.deleted_at IS NULL AND p.paid_on <= ${day})`;

/** What of the sale of that alias is not paid by the end of a day. */
function unpaid(alias: string, day: string): RawBuilder<number> {
  const s = sql.raw(alias);
  return sql`(${chargedOf(alias)} - coalesce((SELECT sum(a.amount_minor)
    FROM payment_parts a JOIN payments p ON p.id = a.payment_id
    WHERE a.sale_id = ${s}.id AND ${cameBy(day)}), 0))`;
}

/** What is open of `sales AS s`: a return is taken off its sale, where that stands on account too. */
function openOfSale(day: string): RawBuilder<number> {
  return sql`(CASE WHEN EXISTS (SELECT 1 FROM sales o WHERE o.id = s.return_of AND ${stands('o', day)})
      THEN 0 ELSE ${unpaid('s', day)} END
    + coalesce((SELECT sum(${unpaid('r', day)}) FROM sales r
      WHERE r.return_of = s.id AND ${stands('r', day)}), 0))`;
}

/** What of `payments AS p` no sale has, below zero. */
function openOfPayment(day: string): RawBuilder<number> {
  return sql`(coalesce((SELECT sum(a.amount_minor) FROM payment_parts a JOIN sales i ON i.id = a.sale_id
    WHERE a.payment_id = p.id AND ${stands('i', day)}), 0) - p.amount_minor)`;
}

/** What is owed on a day: what stands on account less what was paid. Minor units. */
export async function owedOn(db: ReadHandle, day: string): Promise<number> {
  const { rows } = await sql<{ owedMinor: number }>`
    SELECT coalesce((SELECT sum(${chargedOf('s')}) FROM sales s WHERE ${stands('s', day)}), 0)
      - coalesce((SELECT sum(p.amount_minor) FROM payments p WHERE ${cameBy(day)}), 0)
      AS owedMinor`.execute(db);
  return rows[0]?.owedMinor ?? 0;
}

/** How many sales are open on a day. */
export async function openSalesOn(db: ReadHandle, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM sales s INDEXED BY sales_account_day
    WHERE s.kind = 'sale' AND ${stands('s', day)} AND ${openOfSale(day)} <> 0`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What a customer `g` owes by the end of a day; null: nothing of theirs is open. */
export function owedBy(day: string): RawBuilder<number | null> {
  return sql`(SELECT sum(minor) FROM (
    SELECT ${openOfSale(day)} AS minor FROM sales s
      WHERE s.customer_id = g.id AND ${stands('s', day)}
    UNION ALL
    SELECT ${openOfPayment(day)} FROM payments p WHERE p.customer_id = g.id AND ${cameBy(day)})
    WHERE minor <> 0)`;
}

const pageItems = 500;

/** The last id that a page has of a kind on the cursor's day: kinds of one day follow each other. */
function lastOf(kind: OpenItem['kind'], after: ItemCursor): number {
  if (after.kind === kind) return after.id;
  return after.kind < kind ? 0 : Number.MAX_SAFE_INTEGER;
}

function openSales(kind: 'sale' | 'return', day: string, after: ItemCursor) {
  return sql`SELECT * FROM (SELECT * FROM (SELECT s.kind, s.id, s.number, s.sold_on AS day, s.due_on AS dueOn,
      s.customer_id AS customerId, ${openOfSale(day)} AS openMinor
    FROM sales s INDEXED BY sales_account_day
    WHERE s.kind = ${kind} AND ${stands('s', day)}
      AND (s.sold_on, s.id) > (${after.day}, ${lastOf(kind, after)}))
    WHERE openMinor <> 0 ORDER BY day, id LIMIT ${pageItems})`;
}

function openPayments(day: string, after: ItemCursor) {
  return sql`SELECT * FROM (SELECT * FROM (SELECT 'payment' AS kind, p.id, p.number, p.paid_on AS day, NULL AS dueOn,
      p.customer_id AS customerId, ${openOfPayment(day)} AS openMinor
    FROM payments p INDEXED BY payments_day
    WHERE ${cameBy(day)} AND (p.paid_on, p.id) > (${after.day}, ${lastOf('payment', after)}))
    WHERE openMinor <> 0 ORDER BY day, id LIMIT ${pageItems})`;
}

/**
 * What a day's owed is made of, the oldest first, page by page: sales with what of them is open, a return
 * taken off its sale where that is owed too, and payments with what no sale has of them. They add up to it.
 */
export async function* openItems(db: ReadHandle, day: string): AsyncGenerator<OpenItem> {
  let after: ItemCursor = { day: '', kind: 'payment', id: 0 };
  for (;;) {
    const { rows } = await sql<OpenItem>`
      SELECT f.*, ${calledName('c')} AS customer FROM (
        ${openPayments(day, after)} UNION ALL ${openSales('return', day, after)}
        UNION ALL ${openSales('sale', day, after)}) f
      LEFT JOIN customers c ON c.id = f.customerId
      ORDER BY f.day, f.kind, f.id LIMIT ${pageItems}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageItems) return;
    after = last;
  }
}
