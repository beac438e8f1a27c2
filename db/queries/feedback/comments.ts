import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

/** Words that somebody wrote in an answer to a survey. */
export interface CommentRow {
  readonly id: number;
  readonly surveyId: number;
  readonly surveyName: string;
  readonly questionId: number;
  readonly question: string;
  /** Null: nobody knows who it was, or they are in the trash. */
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly on: string;
  readonly text: string;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Of surveys outside the trash; an answer that became a complaint is told there. */
const writtenIn = ({ from, to }: Days) => sql`
  FROM surveys s CROSS JOIN survey_answers a ON a.survey_id = s.id AND a.outcome = 'answered'
    AND a.answered_on BETWEEN ${from} AND ${to}
  CROSS JOIN survey_values v ON v.answer_id = a.id AND v.words <> ''
  JOIN survey_questions q ON q.id = v.question_id
  LEFT JOIN customers c ON c.id = a.customer_id AND c.deleted_at IS NULL
  WHERE s.deleted_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM complaints k WHERE k.id = a.complaint_id AND k.deleted_at IS NULL)`;

/** How many comments were written from one day to another, both in it. */
export async function countComments(db: ReadHandle, days: Days): Promise<number> {
  const found = await sql<{ count: number }>`
    SELECT count(*) AS count ${writtenIn(days)}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** The comments of those days, newest first; of one answer in the order of the questions. */
export async function listComments(
  db: ReadHandle,
  days: Days,
  limit: number,
): Promise<CommentRow[]> {
  const found = await sql<CommentRow>`
    SELECT v.id, s.id AS surveyId, s.name AS surveyName, q.id AS questionId,
      q.text AS question,
      c.id AS customerId, ${calledName('c')} AS customerName, a.answered_on AS "on", v.words AS text
    ${writtenIn(days)}
    ORDER BY a.answered_on DESC, a.id DESC, q.position, v.id LIMIT ${limit}`.execute(db);
  return found.rows;
}
