import { type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type Account,
  type AccountSale,
  type LooseAmount,
  settle,
} from '#shared/domain/books/account.ts';
import type { ReadHandle } from '../../file/client.ts';
import { chargedOf, countsOf } from '../sales/counted.ts';

/** Whether a row of `sales` stands on account and counts up to a day, as the books of the accountant count it. */
export function isCharged(alias: string, on: string): RawBuilder<SqlBool> {
  const s = sql.raw(alias);
  return sql`${s}.is_on_account = 1 AND ${s}.deleted_at IS NULL AND ${countsOf(alias)}
    AND ${s}.sold_on <= ${on}`;
}

/** What is to be paid, with its sign: what came back takes off. */
function signedCharge(alias: string): RawBuilder<number> {
  const s = sql.raw(alias);
  const charged = chargedOf(alias);
  return sql`CASE ${s}.kind WHEN 'return' THEN -abs(${charged}) ELSE ${charged} END`;
}

/** What the returns of the sale `s` took off it, positive: those of the same account. */
function returnedOf(on: string): RawBuilder<number> {
  return sql`CASE s.kind WHEN 'return' THEN 0 ELSE (
    SELECT coalesce(sum(abs(${chargedOf('r')})), 0) FROM sales r
    WHERE r.return_of = s.id AND r.kind = 'return' AND r.customer_id IS s.customer_id
      AND ${isCharged('r', on)}) END`;
}

/** What was paid for the sale `s` up to a day. */
function paidFor(on: string): RawBuilder<number> {
  return sql`CASE s.kind WHEN 'return' THEN 0 ELSE (
    SELECT coalesce(sum(part.amount_minor), 0) FROM payment_parts part
    CROSS JOIN payments m ON m.id = part.payment_id
    WHERE part.sale_id = s.id AND m.deleted_at IS NULL AND m.paid_on <= ${on}) END`;
}

/** What a sale comes to by itself, of `sales AS s`. */
export function chargeColumns(on: string): RawBuilder<unknown> {
  return sql`${signedCharge('s')} AS totalMinor, ${returnedOf(on)} AS returnedMinor,
    ${paidFor(on)} AS paidMinor`;
}

/** What is left of the sale `s` by its own returns and payments, below zero of what is paid twice; null: it is not charged. */
export function leftColumn(on: string): RawBuilder<number | null> {
  return sql`CASE WHEN s.kind = 'sale' AND ${isCharged('s', on)}
    THEN ${chargedOf('s')} - ${returnedOf(on)} - ${paidFor(on)} END`;
}

/** A return of a sale on the same account is taken off that sale, and is no row of its own. */
function isOfAnother(on: string): RawBuilder<SqlBool> {
  return sql`s.kind = 'return' AND s.return_of IS NOT NULL AND EXISTS (SELECT 1 FROM sales o
    WHERE o.id = s.return_of AND o.kind = 'sale' AND o.customer_id IS s.customer_id
      AND ${isCharged('o', on)})`;
}

/** Which account; `customerId` null: of the sales and payments that name nobody. */
export interface Whose {
  readonly customerId: number | null;
}

interface ChargeRow extends AccountSale {
  readonly customerId: number | null;
  readonly kind: 'sale' | 'return';
}

/** What stands on account up to a day and is not paid to the unit, of one account or of all. */
async function unsettled(db: ReadHandle, on: string, whose: Whose | null): Promise<ChargeRow[]> {
  const only = whose === null ? sql`` : sql`AND s.customer_id IS ${whose.customerId}`;
  const found = await sql<ChargeRow>`
    SELECT * FROM (
      SELECT s.customer_id AS customerId, s.id, s.sold_on AS soldOn, s.due_on AS dueOn, s.kind,
        ${chargeColumns(on)}
      FROM sales s INDEXED BY sales_account
      WHERE ${isCharged('s', on)} ${only} AND NOT (${isOfAnother(on)})
    ) WHERE totalMinor <> returnedMinor + paidMinor`.execute(db);
  return found.rows;
}

interface LooseRow extends LooseAmount {
  readonly customerId: number | null;
}

/** What of the payments up to a day is for no sale that counts. */
async function loosePayments(db: ReadHandle, on: string, whose: Whose | null): Promise<LooseRow[]> {
  const only = whose === null ? sql`` : sql`AND m.customer_id IS ${whose.customerId}`;
  const found = await sql<LooseRow>`
    SELECT * FROM (
      SELECT m.customer_id AS customerId, m.paid_on AS "on", m.amount_minor - coalesce((
        SELECT sum(part.amount_minor) FROM payment_parts part
        CROSS JOIN sales s ON s.id = part.sale_id
        WHERE part.payment_id = m.id AND s.kind = 'sale' AND ${isCharged('s', on)}
      ), 0) AS amountMinor
      FROM payments m WHERE m.deleted_at IS NULL AND m.paid_on <= ${on} ${only}
    ) WHERE amountMinor <> 0`.execute(db);
  return found.rows;
}

interface Book {
  readonly sales: AccountSale[];
  readonly loose: LooseAmount[];
}

function bookOf(books: Map<number | null, Book>, customerId: number | null): Book {
  const book = books.get(customerId) ?? { sales: [], loose: [] };
  books.set(customerId, book);
  return book;
}

async function accounts(
  db: ReadHandle,
  on: string,
  whose: Whose | null,
): Promise<Map<number | null, Account>> {
  const books = new Map<number | null, Book>();
  for (const { customerId, kind, ...sale } of await unsettled(db, on, whose)) {
    const book = bookOf(books, customerId);
    if (kind === 'sale') book.sales.push(sale);
    else book.loose.push({ on: sale.soldOn, amountMinor: -sale.totalMinor });
  }
  for (const { customerId, ...amount } of await loosePayments(db, on, whose))
    bookOf(books, customerId).loose.push(amount);
  const settled = [...books].map(
    ([customerId, { sales, loose }]) => [customerId, settle(sales, loose)] as const,
  );
  return new Map(settled);
}

/** How every account stands on a day that is not even; a walk over what stands on account. */
export function allAccounts(db: ReadHandle, on: string): Promise<Map<number | null, Account>> {
  return accounts(db, on, null);
}

/** How one account stands on a day. */
export async function accountOf(db: ReadHandle, on: string, whose: Whose): Promise<Account> {
  const found = await accounts(db, on, whose);
  return found.get(whose.customerId) ?? { owedMinor: 0, waitingMinor: 0, open: [] };
}

/** A sale as its account has it. */
export interface SaleCharge extends AccountSale {
  readonly customerId: number | null;
  readonly number: string | null;
  /** Stands on account and counts, up to that day. */
  readonly isCharged: boolean;
}

/** What sales come to by themselves on a day, in the order of their age; those that are there. */
export async function chargesOf(
  db: ReadHandle,
  on: string,
  ids: readonly number[],
): Promise<SaleCharge[]> {
  const found = await sql<Omit<SaleCharge, 'isCharged'> & { isCharged: 0 | 1 }>`
    SELECT s.id, s.customer_id AS customerId, s.number, s.sold_on AS soldOn, s.due_on AS dueOn,
      (${isCharged('s', on)}) AND s.kind = 'sale' AS isCharged, ${chargeColumns(on)}
    FROM json_each(${JSON.stringify(ids)}) wanted CROSS JOIN sales s ON s.id = wanted.value
    WHERE s.deleted_at IS NULL ORDER BY s.sold_on, s.id`.execute(db);
  return found.rows.map((row) => ({ ...row, isCharged: row.isCharged === 1 }));
}
