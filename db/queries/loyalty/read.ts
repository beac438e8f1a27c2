import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';

/** The numbers of sales, by their ids. */
export async function salesNamed(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  const found = await sql<{ id: number; number: string | null }>`SELECT id, number FROM sales
    WHERE id IN ${idList(ids)}`.execute(db);
  return new Map(found.rows.map(({ id, number }) => [id, number]));
}

/** What was written down with points that were spent or put right, by the ids. */
export async function entriesNamed(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { readonly what: string; readonly worthMinor: number | null }>> {
  const found = await sql<{ id: number; what: string; worthMinor: number | null }>`
    SELECT id, what, worth_minor AS worthMinor FROM loyalty_entries
    WHERE id IN ${idList(ids)}`.execute(db);
  return new Map(found.rows.map(({ id, what, worthMinor }) => [id, { what, worthMinor }]));
}

/** Of how many some points run out soon, how many, and the last day of the first of them. */
export async function countEnding(
  db: ReadHandle,
): Promise<{ readonly people: number; readonly points: number; readonly firstOn: string | null }> {
  const found = await sql<{ people: number; points: number; firstOn: string | null }>`
    SELECT count(*) AS people, coalesce(sum(points_ending), 0) AS points, min(points_end_on) AS firstOn
    FROM customer_figures WHERE points_ending > 0`.execute(db);
  return found.rows[0] ?? { people: 0, points: 0, firstOn: null };
}

/** How many hold points, and how many they hold together. */
export async function countHeld(
  db: ReadHandle,
): Promise<{ readonly people: number; readonly points: number }> {
  const found = await sql<{ people: number; points: number }>`
    SELECT count(*) AS people, coalesce(sum(points), 0) AS points
    FROM customer_figures WHERE points > 0`.execute(db);
  return found.rows[0] ?? { people: 0, points: 0 };
}

/** Points that were spent with a sale. */
export interface SpentPoints {
  readonly points: number;
  readonly reward: string;
  readonly worthMinor: number;
}

/** What was spent with a sale, in the order it was. */
export async function pointsSpentAt(db: ReadHandle, saleId: number): Promise<SpentPoints[]> {
  const found = await sql<SpentPoints>`SELECT -points AS points,
    CASE WHEN worth_minor IS NULL THEN what ELSE '' END AS reward,
    coalesce(worth_minor, 0) AS worthMinor
    FROM loyalty_entries WHERE sale_id = ${saleId} AND kind = 'spent' ORDER BY id`.execute(db);
  return found.rows;
}
