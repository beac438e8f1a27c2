import { sql } from 'kysely';
import type { Layer } from '#shared/contract/customers.ts';
import type { SilenceBounds } from '#shared/domain/worth/retention/rhythm.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../file/client.ts';
import { called } from './customers/name.ts';

export interface SilentBuyer {
  readonly id: CustomerId;
  readonly name: string;
  readonly layer: Layer;
  readonly activeRevenueMinor: number;
  /** 1: has bought in the window that counts as active. */
  readonly isActive: 0 | 1;
  /** The days bought on, each once, comma between them, in no order. */
  readonly days: string;
}

interface SilentUpTo {
  /** Silence counts up to this day. */
  readonly through: string;
  readonly today: string;
  readonly bounds: SilenceBounds;
}

/** Whoever may be slipping away by how long they have been silent and were here before, most revenue first. */
export async function silentBuyers(
  db: ReadHandle,
  { through, today, bounds }: SilentUpTo,
): Promise<SilentBuyer[]> {
  const silent = sql`(julianday(${through}) - julianday(f.last_purchase_on))`;
  const span = sql`(julianday(f.last_purchase_on) - julianday(f.first_purchase_on))`;
  const found = await sql<SilentBuyer>`
    SELECT c.id, ${called} AS name, f.layer, f.active_revenue_minor AS activeRevenueMinor,
      f.active_purchases > 0 AS isActive,
      (SELECT group_concat(DISTINCT s.sold_on) FROM sales s WHERE s.customer_id = c.id
        AND s.is_purchase = 1 AND s.deleted_at IS NULL AND s.sold_on <= ${today}) AS days
    FROM customer_figures f JOIN customers c ON c.id = f.customer_id
    WHERE f.purchases > 0 AND ${silent} > ${bounds.shortestDays}
      AND (f.active_purchases > 0 OR ${silent} <= ${bounds.longestSpans} * ${span}
        OR ${silent} <= ${bounds.longestDays})
      AND c.deleted_at IS NULL AND c.erased_at IS NULL
    ORDER BY f.active_revenue_minor DESC, f.customer_id`.execute(db);
  return found.rows;
}

/** The days that each of these customers bought on up to a day, comma between them; who was erased is left out. */
export async function purchaseDaysOf(
  db: ReadHandle,
  ids: readonly number[],
  through: string,
): Promise<Map<number, string>> {
  const found = await sql<{ id: number; days: string | null }>`
    SELECT c.id, (SELECT group_concat(DISTINCT s.sold_on) FROM sales s WHERE s.customer_id = c.id
      AND s.is_purchase = 1 AND s.deleted_at IS NULL AND s.sold_on <= ${through}) AS days
    FROM json_each(${JSON.stringify(ids)}) wanted
    CROSS JOIN customers c ON c.id = wanted.value
    WHERE c.deleted_at IS NULL AND c.erased_at IS NULL`.execute(db);
  return new Map(found.rows.flatMap(({ id, days }) => (days === null ? [] : [[id, days]])));
}

/** The first phone of each of these customers. */
export async function firstPhones(
  db: ReadHandle,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact_points')
    .select(['customer_id', 'value'])
    .where('customer_id', 'in', ids)
    .where('kind', '=', 'phone')
    .orderBy('customer_id')
    .orderBy('position', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.customer_id, row.value]));
}

/** Net revenue of each day of a span that had any, minor units, and how many purchases it is of. */
export async function revenueByDay(
  db: ReadHandle,
  from: string,
  to: string,
): Promise<{ day: string; revenueMinor: number; sales: number }[]> {
  return db
    .selectFrom('sales')
    .select(({ fn }) => [
      'sold_on as day',
      fn.sum<number>('revenue_minor').as('revenueMinor'),
      fn.sum<number>('is_purchase').as('sales'),
    ])
    .where('sold_on', '>=', from)
    .where('sold_on', '<=', to)
    .where('deleted_at', 'is', null)
    .groupBy('sold_on')
    .orderBy('sold_on')
    .execute();
}
