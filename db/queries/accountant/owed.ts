import { type RawBuilder, sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';
import { counts } from './books.ts';

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

/** What stands on account and what was paid up to a day, as tables of one statement. */
function upTo(day: string): RawBuilder<unknown> {
  return sql`WITH items AS MATERIALIZED (
      SELECT s.id, s.kind, s.number, s.sold_on, s.due_on, s.customer_id, s.total_minor, s.return_of
      FROM sales s WHERE s.is_on_account = 1 AND s.deleted_at IS NULL AND s.sold_on <= ${day}
        AND ${counts}),
    paid AS MATERIALIZED (
      SELECT p.id, p.number, p.paid_on, p.customer_id, p.amount_minor FROM payments p
      WHERE p.deleted_at IS NULL AND p.paid_on <= ${day}),
    parts AS MATERIALIZED (
      SELECT a.payment_id, a.sale_id, a.amount_minor FROM payment_parts a
      JOIN paid ON paid.id = a.payment_id JOIN items ON items.id = a.sale_id)`;
}

/** What is owed on a day: what stands on account less what was paid. Minor units. */
export async function owedOn(db: ReadHandle, day: string): Promise<number> {
  const { rows } = await sql<{ owedMinor: number }>`${upTo(day)}
    SELECT coalesce((SELECT sum(total_minor) FROM items), 0)
      - coalesce((SELECT sum(amount_minor) FROM paid), 0) AS owedMinor`.execute(db);
  return rows[0]?.owedMinor ?? 0;
}

/**
 * What a day's owed is made of, the oldest first: sales with what of them is open, a return taken off its
 * sale where that is owed too, and payments with what no sale has of them. They add up to it.
 */
export async function openItems(db: ReadHandle, day: string): Promise<OpenItem[]> {
  const { rows } = await sql<OpenItem>`${upTo(day)},
    rooted AS (SELECT i.id, i.total_minor, coalesce(o.id, i.id) AS root FROM items i
      LEFT JOIN items o ON o.id = i.return_of),
    settled AS (SELECT sale_id, sum(amount_minor) AS minor FROM parts GROUP BY sale_id),
    open AS (SELECT r.root, sum(r.total_minor - coalesce(t.minor, 0)) AS minor FROM rooted r
      LEFT JOIN settled t ON t.sale_id = r.id GROUP BY r.root),
    used AS (SELECT payment_id, sum(amount_minor) AS minor FROM parts GROUP BY payment_id),
    found AS (
      SELECT i.kind, i.id, i.number, i.sold_on AS day, i.due_on AS dueOn, i.customer_id, open.minor
      FROM open JOIN items i ON i.id = open.root WHERE open.minor <> 0
      UNION ALL
      SELECT 'payment', paid.id, paid.number, paid.paid_on, NULL, paid.customer_id,
        coalesce(used.minor, 0) - paid.amount_minor
      FROM paid LEFT JOIN used ON used.payment_id = paid.id
      WHERE paid.amount_minor <> coalesce(used.minor, 0))
    SELECT f.kind, f.id, f.number, f.day, f.dueOn, f.customer_id AS customerId,
      ${calledName('c')} AS customer, f.minor AS openMinor
    FROM found f LEFT JOIN customers c ON c.id = f.customer_id
    ORDER BY f.day, f.kind, f.id`.execute(db);
  return rows;
}
