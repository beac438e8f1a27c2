import { sql } from 'kysely';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { called } from '../customers/name.ts';
import { notErased } from './conditions.ts';
import type { Where } from './where.ts';

function allOf(wheres: readonly Where[]): Where {
  return wheres.length === 0 ? sql`1` : sql.join([...wheres], sql` AND `);
}

/** How many customers all of these conditions leave. */
export async function countWhere(db: ReadHandle, wheres: readonly Where[]): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*) AS count FROM customer_figures f
    WHERE ${allOf([...wheres, notErased])}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export interface SegmentSums {
  readonly count: number;
  readonly activeRevenueMinor: number;
  readonly withPhone: number;
}

/** How many there are, what they brought in the window, and how many have a phone. */
export async function sumWhere(db: ReadHandle, wheres: readonly Where[]): Promise<SegmentSums> {
  const found = await sql<SegmentSums>`
    SELECT count(*) AS count, coalesce(sum(f.active_revenue_minor), 0) AS activeRevenueMinor,
      coalesce(sum(EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = f.customer_id
        AND p.kind = 'phone')), 0) AS withPhone
    FROM customer_figures f WHERE ${allOf(wheres)}`.execute(db);
  return found.rows[0] ?? { count: 0, activeRevenueMinor: 0, withPhone: 0 };
}

export interface SegmentMember {
  readonly id: CustomerId;
  readonly name: string;
  readonly lastPurchaseOn: string | null;
  readonly activeRevenueMinor: number;
}

/** The first of them by what they brought in the window. */
export async function firstWhere(
  db: ReadHandle,
  wheres: readonly Where[],
  limit: number,
): Promise<SegmentMember[]> {
  const found = await sql<SegmentMember>`
    SELECT c.id, ${called} AS name, x.last_purchase_on AS lastPurchaseOn,
      x.active_revenue_minor AS activeRevenueMinor
    FROM (SELECT f.customer_id, f.last_purchase_on, f.active_revenue_minor
        FROM customer_figures f WHERE ${allOf(wheres)}
        ORDER BY f.active_revenue_minor DESC, f.customer_id DESC LIMIT ${limit}) x
      JOIN customers c ON c.id = x.customer_id
    ORDER BY x.active_revenue_minor DESC, x.customer_id DESC`.execute(db);
  return found.rows;
}

/** Everybody of them, by id. */
export async function idsWhere(db: ReadHandle, wheres: readonly Where[]): Promise<CustomerId[]> {
  const found = await sql<{ id: CustomerId }>`SELECT f.customer_id AS id FROM customer_figures f
    WHERE ${allOf(wheres)} ORDER BY f.customer_id`.execute(db);
  return found.rows.map(({ id }) => id);
}
