import { sql } from 'kysely';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { called } from '../customers/name.ts';

const longestLine = 20;

/** Who brought a customer, and who brought those: the nearest first. Ends where it would come round again. */
export async function referrersAbove(
  db: ReadHandle,
  id: number,
): Promise<{ id: CustomerId; name: string }[]> {
  const found = await sql<{ id: CustomerId; name: string }>`
    WITH RECURSIVE line (id, step, seen) AS (
      SELECT recommended_by, 1, ',' || id || ',' || recommended_by || ',' FROM customers
        WHERE id = ${id} AND recommended_by IS NOT NULL
      UNION ALL
      SELECT c.recommended_by, step + 1, seen || c.recommended_by || ',' FROM line
        JOIN customers c ON c.id = line.id
        WHERE c.recommended_by IS NOT NULL AND step < ${longestLine}
          AND instr(seen, ',' || c.recommended_by || ',') = 0)
    SELECT c.id, ${called} AS name FROM line JOIN customers c ON c.id = line.id
    WHERE c.id <> ${id} ORDER BY step`.execute(db);
  return found.rows;
}

/** Whether somebody was brought, step by step, by another. */
export async function isBroughtBy(
  db: ReadHandle,
  { id, by }: { readonly id: number; readonly by: number },
): Promise<boolean> {
  const found = await sql`
    WITH RECURSIVE line (id) AS (
      SELECT ${id} UNION SELECT c.recommended_by FROM line JOIN customers c ON c.id = line.id
        WHERE c.recommended_by IS NOT NULL)
    SELECT 1 FROM line WHERE id = ${by} AND ${id} <> ${by}`.execute(db);
  return found.rows.length > 0;
}

/** Whom somebody brought, counted; of the trash nobody is. */
export interface BroughtFigures {
  readonly count: number;
  readonly buyers: number;
  readonly purchases: number;
  readonly revenueMinor: number;
}

const sums = sql`count(*) AS count, coalesce(sum(f.purchases > 0), 0) AS buyers,
  coalesce(sum(f.purchases), 0) AS purchases, coalesce(sum(f.revenue_minor), 0) AS revenueMinor`;

const none: BroughtFigures = { count: 0, buyers: 0, purchases: 0, revenueMinor: 0 };

/** Those whom somebody brought, and all who came through them. */
export async function broughtFigures(
  db: ReadHandle,
  id: number,
): Promise<{ direct: BroughtFigures; all: BroughtFigures }> {
  const direct = await sql<BroughtFigures>`SELECT ${sums}
    FROM customers c CROSS JOIN customer_figures f ON f.customer_id = c.id
    WHERE c.recommended_by = ${id} AND c.id <> ${id}`.execute(db);
  const all = await sql<BroughtFigures>`
    WITH RECURSIVE below (id) AS (
      SELECT id FROM customers WHERE recommended_by = ${id}
      UNION SELECT c.id FROM below CROSS JOIN customers c ON c.recommended_by = below.id)
    SELECT ${sums} FROM below CROSS JOIN customer_figures f ON f.customer_id = below.id
    WHERE below.id <> ${id}`.execute(db);
  return { direct: direct.rows[0] ?? none, all: all.rows[0] ?? none };
}

/** Somebody of the tree, with whose part of it they are. */
export interface Brought {
  readonly id: CustomerId;
  readonly by: number;
  readonly name: string;
  readonly purchases: number;
  readonly revenueMinor: number;
  readonly brought: number;
}

/** The first of those whom each of these brought, who bought for most first. */
export async function firstBrought(
  db: ReadHandle,
  ids: readonly number[],
  most: number,
): Promise<Brought[]> {
  const found = await sql<Brought>`
    WITH ranked AS (SELECT c.id, c.recommended_by AS by, f.purchases, f.revenue_minor AS revenueMinor,
        row_number() OVER (PARTITION BY c.recommended_by ORDER BY f.revenue_minor DESC, c.id) AS rank
      FROM customers c CROSS JOIN customer_figures f ON f.customer_id = c.id
      WHERE c.recommended_by IN ${idList(ids)})
    SELECT ranked.id, by, ${called} AS name, purchases, revenueMinor,
      (SELECT count(*) FROM customers k CROSS JOIN customer_figures g ON g.customer_id = k.id
        WHERE k.recommended_by = c.id) AS brought
    FROM ranked JOIN customers c ON c.id = ranked.id WHERE rank <= ${most} ORDER BY by, rank`.execute(
    db,
  );
  return found.rows;
}
