import { sql } from 'kysely';
import type { AnswerFilter } from '#shared/contract/feedback/shapes.ts';
import type { Pair } from '#shared/domain/feedback/scores.ts';
import type { CustomerId, SurveyAnswerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';
import { tierSql } from './answers.ts';

/** How often a number was given to a question, in a month, by customers of a tier. */
export interface GivenNumber {
  readonly questionId: number;
  readonly number: number;
  readonly month: string;
  readonly tier: NonNullable<AnswerFilter['tier']>;
  readonly count: number;
}

/** Every number given in a survey. */
export async function givenNumbers(db: ReadHandle, surveyId: number): Promise<GivenNumber[]> {
  const found = await sql<GivenNumber>`SELECT v.question_id AS questionId, v.number,
      substr(a.answered_on, 1, 7) AS month, ${tierSql} AS tier, count(*) AS count
    FROM survey_answers a CROSS JOIN survey_values v ON v.answer_id = a.id
    WHERE a.survey_id = ${surveyId} AND a.outcome = 'answered' AND v.number IS NOT NULL
    GROUP BY v.question_id, v.number, month, tier
    ORDER BY v.question_id, v.number, month, tier`.execute(db);
  return found.rows;
}

/** What those who answered both questions gave to each. */
export async function givenPairs(
  db: ReadHandle,
  expectedId: number,
  metId: number,
): Promise<Pair[]> {
  const found = await sql<Pair>`SELECT e.number AS expected, m.number AS met, count(*) AS count
    FROM survey_values e CROSS JOIN survey_values m ON m.answer_id = e.answer_id
    WHERE e.question_id = ${expectedId} AND m.question_id = ${metId}
      AND e.number IS NOT NULL AND m.number IS NOT NULL
    GROUP BY e.number, m.number`.execute(db);
  return found.rows;
}

interface Words {
  readonly id: SurveyAnswerId;
  readonly words: string;
  readonly on: string;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
}

/** How many said something to a question in words, and the newest of them. */
export async function givenWords(
  db: ReadHandle,
  questionId: number,
  limit: number,
): Promise<{ wordCount: number; words: Words[] }> {
  const counted = await sql<{ count: number }>`SELECT count(*) AS count FROM survey_values
    WHERE question_id = ${questionId} AND words <> ''`.execute(db);
  const found = await sql<Words>`SELECT a.id, v.words, a.answered_on AS "on",
      c.id AS customerId, ${calledName('c')} AS customerName
    FROM survey_values v CROSS JOIN survey_answers a ON a.id = v.answer_id
    LEFT JOIN customers c ON c.id = a.customer_id AND c.deleted_at IS NULL
    WHERE v.question_id = ${questionId} AND v.words <> ''
    ORDER BY a.answered_on DESC, a.id DESC LIMIT ${limit}`.execute(db);
  return { wordCount: counted.rows[0]?.count ?? 0, words: found.rows };
}
