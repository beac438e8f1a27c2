import { type RawBuilder, sql } from 'kysely';
import type { AnswerFilter, AnswerRow, AnswerValue } from '#shared/contract/feedback/shapes.ts';
import { badUpTo } from '#shared/domain/feedback/bad-answer.ts';
import type { SurveyOutcome, SurveyWay } from '#shared/domain/vocabulary/feedback.ts';
import type { ComplaintId, CustomerId, SurveyAnswerId, SurveyId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { calledName } from '../customers/name.ts';

interface Columns {
  readonly id: number;
  readonly surveyId: number;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly way: SurveyWay;
  readonly outcome: SurveyOutcome;
  readonly answeredOn: string;
  readonly complaintId: number | null;
  readonly complaintNumber: string | null;
}

/** What was answered to each question, by whose answer it is; in the order of the questions. */
async function valuesOf(
  db: ReadHandle,
  answerIds: readonly number[],
): Promise<ReadonlyMap<number, AnswerValue[]>> {
  const found = await sql<AnswerValue & { answerId: number }>`SELECT v.answer_id AS answerId,
      v.question_id AS questionId, v.number, v.words
    FROM survey_values v CROSS JOIN survey_questions q ON q.id = v.question_id
    WHERE v.answer_id IN ${idList(answerIds)}
    ORDER BY v.answer_id, q.position, v.id`.execute(db);
  const values = new Map<number, AnswerValue[]>();
  for (const { answerId, ...value } of found.rows)
    values.set(answerId, [...(values.get(answerId) ?? []), value]);
  return values;
}

function toRow(row: Columns, values: AnswerValue[]): AnswerRow {
  const { way, outcome, answeredOn } = row;
  return {
    id: row.id as SurveyAnswerId,
    surveyId: row.surveyId as SurveyId,
    facts: { customerId: row.customerId as CustomerId | null, way, outcome, answeredOn, values },
    customerName: row.customerName,
    complaintId: row.complaintId as ComplaintId | null,
    complaintNumber: row.complaintNumber,
  };
}

/** A customer or a complaint in the trash is not named. */
async function readRows(
  db: ReadHandle,
  which: RawBuilder<unknown>,
  page: RawBuilder<unknown>,
): Promise<AnswerRow[]> {
  const found =
    await sql<Columns>`SELECT a.id, a.survey_id AS surveyId, a.customer_id AS customerId,
      ${calledName('c')} AS customerName, a.way, a.outcome, a.answered_on AS answeredOn,
      k.id AS complaintId, k.number AS complaintNumber
    FROM survey_answers a JOIN surveys s ON s.id = a.survey_id AND s.deleted_at IS NULL
    LEFT JOIN customers c ON c.id = a.customer_id AND c.deleted_at IS NULL
    LEFT JOIN complaints k ON k.id = a.complaint_id AND k.deleted_at IS NULL
    WHERE ${which} ORDER BY a.answered_on DESC, a.id DESC ${page}`.execute(db);
  const values = await valuesOf(
    db,
    found.rows.map(({ id }) => id),
  );
  return found.rows.map((row) => toRow(row, values.get(row.id) ?? []));
}

/** One answer of a survey outside the trash; null: there is none. */
export async function readAnswer(db: ReadHandle, id: number): Promise<AnswerRow | null> {
  const [row] = await readRows(db, sql`a.id = ${id}`, sql``);
  return row ?? null;
}

/** The tier of an answer's customer, as SQL over the answer as `a`. */
export const tierSql = sql`CASE WHEN a.customer_id IS NULL THEN 'unknown' ELSE
  coalesce((SELECT coalesce(f.layer, u.mark) FROM customers u
    LEFT JOIN customer_figures f ON f.customer_id = u.id WHERE u.id = a.customer_id), 'prospect') END`;

/** A bad answer that became no complaint, or one that is in the trash; as SQL over the answer as `a`. */
const badOpenSql = sql`a.outcome = 'answered'
  AND NOT EXISTS (SELECT 1 FROM complaints b WHERE b.id = a.complaint_id AND b.deleted_at IS NULL)
  AND EXISTS (SELECT 1 FROM survey_values v JOIN survey_questions q ON q.id = v.question_id
    WHERE v.answer_id = a.id AND q.measures IS NOT 'expected'
      AND ((q.kind = 'stars' AND v.number <= ${badUpTo.stars})
        OR (q.kind = 'scale' AND q.measures = 'recommend' AND v.number <= ${badUpTo.recommend})))`;

function conditionsOf({ question, from, to, ...filter }: AnswerFilter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [];
  if (filter.only === 'badOpen') found.push(badOpenSql);
  if (filter.since !== null) found.push(sql`a.answered_on >= ${filter.since}`);
  if (filter.outcome !== null) found.push(sql`a.outcome = ${filter.outcome}`);
  if (filter.way !== null) found.push(sql`a.way = ${filter.way}`);
  if (filter.month !== null) found.push(sql`a.answered_on LIKE ${`${filter.month}-%`}`);
  if (filter.tier !== null) found.push(sql`${tierSql} = ${filter.tier}`);
  if (question !== null)
    found.push(sql`EXISTS (SELECT 1 FROM survey_values v WHERE v.answer_id = a.id
      AND v.question_id = ${question} ${from === null ? sql`` : sql`AND v.number >= ${from}`}
      ${to === null ? sql`` : sql`AND v.number <= ${to}`})`);
  return found;
}

/** Who was asked in a survey, that a filter leaves, the newest first, and how many that are. */
export async function listAnswers(
  db: ReadHandle,
  request: {
    surveyId: number;
    id: number | null;
    filter: AnswerFilter;
    skip: number;
    limit: number;
  },
): Promise<{ count: number; rows: AnswerRow[] }> {
  const { surveyId, id, skip, limit } = request;
  const which = sql.join(
    [
      sql`a.survey_id = ${surveyId}`,
      ...(id === null ? [] : [sql`a.id = ${id}`]),
      ...conditionsOf(request.filter),
    ],
    sql` AND `,
  );
  const counted = await sql<{ count: number }>`SELECT count(*) AS count FROM survey_answers a
    WHERE ${which}`.execute(db);
  const rows = await readRows(db, which, sql`LIMIT ${limit} OFFSET ${skip}`);
  return { count: counted.rows[0]?.count ?? 0, rows };
}

/** How many answers a filter leaves in each survey outside the trash, the most first. */
export async function countAnswers(
  db: ReadHandle,
  filter: AnswerFilter,
): Promise<{ id: SurveyId; name: string; count: number }[]> {
  const which = sql.join([sql`s.deleted_at IS NULL`, ...conditionsOf(filter)], sql` AND `);
  const found = await sql<{ id: SurveyId; name: string; count: number }>`SELECT s.id, s.name,
      count(*) AS count
    FROM surveys s CROSS JOIN survey_answers a ON a.survey_id = s.id
    WHERE ${which} GROUP BY s.id ORDER BY count DESC, s.id`.execute(db);
  return found.rows;
}

/** Where a customer was asked in vain in a survey; null: they were not. */
export function askedInVain(raw: RawHandle, surveyId: number, customerId: number): number | null {
  const id = raw
    .prepare(
      `SELECT id FROM survey_answers WHERE survey_id = ? AND customer_id = ?
         AND outcome <> 'answered' ORDER BY id LIMIT 1`,
    )
    .pluck()
    .get(surveyId, customerId);
  return typeof id === 'number' ? id : null;
}
