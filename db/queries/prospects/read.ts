import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ProspectRow, ProspectSums } from '#shared/contract/prospects/prospects.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import type { LostReason, Stage } from '#shared/domain/vocabulary/prospects.ts';
import type { CustomerId, FollowUpId, ProspectId, SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { called } from '../customers/name.ts';
import { allProspectsSql, isOpenSql } from './filter.ts';

interface Columns {
  readonly id: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly title: string;
  readonly stage: Stage;
  readonly worthMinor: number | null;
  readonly chancePercent: number | null;
  readonly expectedOn: string | null;
  readonly note: string;
  readonly since: string;
  readonly stepId: number | null;
  readonly stepOn: string | null;
  readonly stepReason: string | null;
  readonly lostReason: LostReason | null;
  readonly lostNote: string;
  readonly saleId: number | null;
  readonly saleNumber: string | null;
}

/** The day that `prospects AS p` entered the stage it is in. */
export const sinceSql = sql<string>`(SELECT entered_on FROM prospect_stages
  WHERE prospect_id = p.id ORDER BY id DESC LIMIT 1)`;

const columns = sql`p.id, p.customer_id AS customerId, ${called} AS customerName, p.title, p.stage,
  p.worth_minor AS worthMinor, p.chance_percent AS chancePercent, p.expected_on AS expectedOn, p.note,
  coalesce(${sinceSql}, substr(p.created_at, 1, 10)) AS since,
  n.id AS stepId, n.due_on AS stepOn, n.reason AS stepReason,
  p.lost_reason AS lostReason, p.lost_note AS lostNote, s.id AS saleId, s.number AS saleNumber`;

function stepOf({ stepId, stepOn, stepReason }: Columns, today: string): ProspectRow['nextStep'] {
  if (stepId === null || stepOn === null) return null;
  const daysLate = daysBetween(stepOn, today);
  return { id: stepId as FollowUpId, dueOn: stepOn, reason: stepReason ?? '', daysLate };
}

function toRow(row: Columns, today: string): ProspectRow {
  const { stepId, stepOn, stepReason, lostReason, lostNote, saleId, saleNumber, ...rest } = row;
  return {
    ...rest,
    id: row.id as ProspectId,
    customerId: row.customerId as CustomerId,
    days: daysBetween(row.since, today),
    nextStep: stepOf(row, today),
    lost: lostReason === null ? null : { reason: lostReason, note: lostNote },
    sale: saleId === null ? null : { id: saleId as SaleId, number: saleNumber },
  };
}

interface RowsRequest {
  readonly where: RawBuilder<SqlBool>;
  readonly order: RawBuilder<unknown>;
  readonly skip: number;
  readonly limit: number;
  readonly today: string;
}

/** The prospects of a condition on `allProspectsSql`, in an order of it. */
export async function prospectRows(db: ReadHandle, request: RowsRequest): Promise<ProspectRow[]> {
  const { where, order, skip, limit, today } = request;
  const found = await sql<Columns>`SELECT ${columns} FROM ${allProspectsSql}
    WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${skip}`.execute(db);
  return found.rows.map((row) => toRow(row, today));
}

/** What the prospects of a condition come to; what is likely to come is rounded once, over all of them. */
export async function sumProspects(
  db: ReadHandle,
  where: RawBuilder<SqlBool>,
): Promise<ProspectSums> {
  const found = await sql<ProspectSums>`SELECT count(*) AS count,
      coalesce(sum(p.worth_minor), 0) AS worthMinor,
      (coalesce(sum(p.worth_minor * p.chance_percent) FILTER (WHERE ${isOpenSql}), 0) + 50) / 100
        AS weightedMinor,
      count(*) FILTER (WHERE p.worth_minor IS NULL) AS withoutWorth,
      count(*) FILTER (WHERE p.worth_minor IS NOT NULL AND p.chance_percent IS NULL
        AND ${isOpenSql}) AS withoutChance
    FROM ${allProspectsSql} WHERE ${where}`.execute(db);
  const [sums] = found.rows;
  if (sums === undefined) throw new Error('A sum without a row.');
  return sums;
}

/** One prospect whatever became of it or of its customer; null: there is none. */
export async function readProspect(db: ReadHandle, id: number, today: string) {
  const found = await sql<Columns & { createdAt: string; deletedAt: string | null }>`
    SELECT ${columns}, p.created_at AS createdAt, coalesce(p.deleted_at, c.deleted_at) AS deletedAt
    FROM ${allProspectsSql} WHERE p.id = ${id}`.execute(db);
  const [row] = found.rows;
  if (row === undefined) return null;
  const { createdAt, deletedAt, ...rest } = row;
  return { prospect: toRow(rest, today), createdAt, isInTrash: deletedAt !== null };
}

/** The stages a prospect went through, the first first. */
export function stagesOf(db: ReadHandle, id: number) {
  return db
    .selectFrom('prospect_stages')
    .select(['stage', 'entered_on as enteredOn'])
    .where('prospect_id', '=', id)
    .orderBy('id')
    .execute();
}
