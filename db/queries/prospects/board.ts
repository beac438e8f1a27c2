import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { BoardStage } from '#shared/contract/prospects/prospects.ts';
import { isOpen, type Stage, stages } from '#shared/domain/vocabulary/prospects.ts';
import type { ReadHandle } from '../../file/client.ts';
import { allProspectsSql, isOpenSql, isThereSql } from './filter.ts';
import { prospectRows, sinceSql, sumProspects } from './read.ts';

/** Days from entering each stage to leaving it, over every time that one left it. */
async function averages(db: ReadHandle) {
  const found = await sql<{ stage: Stage; left: number; averageDays: number }>`
    SELECT w.stage, count(*) AS left, avg(w.days) AS averageDays FROM (
      SELECT t.prospect_id AS prospectId, t.stage, julianday(lead(t.entered_on)
        OVER (PARTITION BY t.prospect_id ORDER BY t.id)) - julianday(t.entered_on) AS days
      FROM prospect_stages t) w
    JOIN prospects p ON p.id = w.prospectId JOIN customers c ON c.id = p.customer_id
    WHERE w.days IS NOT NULL AND ${isThereSql} GROUP BY w.stage`.execute(db);
  return new Map(found.rows.map((row) => [row.stage, row]));
}

interface BoardRequest {
  /** Won and lost are shown from this day on. */
  readonly endedFrom: string;
  /** Most rows a stage. */
  readonly limit: number;
  readonly today: string;
}

/** What waits longest for its next step is on top; of what has ended, the last. */
function orderOf(stage: Stage): RawBuilder<unknown> {
  return isOpen(stage) ? sql`n.due_on IS NULL, n.due_on, p.id` : sql`${sinceSql} DESC, p.id DESC`;
}

/** Every stage in its order, with what it comes to and its first rows. */
export async function boardStages(
  db: ReadHandle,
  { endedFrom, limit, today }: BoardRequest,
): Promise<BoardStage[]> {
  const left = await averages(db);
  const board: BoardStage[] = [];
  for (const stage of stages) {
    const recent = isOpen(stage) ? sql<SqlBool>`TRUE` : sql<SqlBool>`${sinceSql} >= ${endedFrom}`;
    const where = sql<SqlBool>`${isThereSql} AND p.stage = ${stage} AND ${recent}`;
    const average = left.get(stage);
    board.push({
      ...(await sumProspects(db, where)),
      stage,
      averageDays: average?.averageDays ?? null,
      left: average?.left ?? 0,
      rows: await prospectRows(db, { where, order: orderOf(stage), skip: 0, limit, today }),
    });
  }
  return board;
}

/** How many that may still be won have an overdue next step, and how many have none. */
export async function countSteps(db: ReadHandle, today: string) {
  const found = await sql<{ overdue: number; withoutStep: number }>`
    SELECT count(*) FILTER (WHERE n.due_on < ${today}) AS overdue,
      count(*) FILTER (WHERE n.id IS NULL) AS withoutStep
    FROM ${allProspectsSql} WHERE ${isThereSql} AND ${isOpenSql}`.execute(db);
  return found.rows[0] ?? { overdue: 0, withoutStep: 0 };
}

/** How many came to an end since a day, how many of them were won, and how long those took. */
export async function countEnded(db: ReadHandle, from: string) {
  const first = sql`(SELECT entered_on FROM prospect_stages
    WHERE prospect_id = p.id ORDER BY id LIMIT 1)`;
  const found = await sql<{ won: number; ended: number; averageDays: number | null }>`
    SELECT count(*) AS ended, count(*) FILTER (WHERE p.stage = 'won') AS won,
      avg(julianday(${sinceSql}) - julianday(${first})) FILTER (WHERE p.stage = 'won') AS averageDays
    FROM ${allProspectsSql}
    WHERE ${isThereSql} AND NOT ${isOpenSql} AND ${sinceSql} >= ${from}`.execute(db);
  return found.rows[0] ?? { won: 0, ended: 0, averageDays: null };
}
