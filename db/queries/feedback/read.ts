import { sql } from 'kysely';
import type {
  StoredQuestion,
  SurveyFilter,
  SurveyRow,
  SurveyStanding,
} from '#shared/contract/feedback/shapes.ts';
import {
  type SurveyOutcome,
  type SurveyWay,
  surveyOutcomes,
  surveyWays,
} from '#shared/domain/vocabulary/feedback.ts';
import type { SurveyId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';

interface StoredSurvey {
  readonly id: number;
  readonly name: string;
  readonly intro: string;
  readonly thanks: string;
  readonly handed_out: number | null;
  readonly created_at: string;
}

async function questionsOf(db: ReadHandle, surveyId: number): Promise<StoredQuestion[]> {
  const rows = await db
    .selectFrom('survey_questions')
    .select(['id', 'kind', 'text', 'choices', 'measures', 'dimension'])
    .where('survey_id', '=', surveyId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, choices: JSON.parse(row.choices) as string[] }));
}

interface Counted {
  readonly way: SurveyWay;
  readonly outcome: SurveyOutcome;
  readonly count: number;
  readonly lastOn: string;
}

/** How many were asked by which way, what became of it, and when somebody answered last. */
async function standingOf(
  db: ReadHandle,
  surveyId: number,
): Promise<{ standing: SurveyStanding; lastOn: string | null }> {
  const found =
    await sql<Counted>`SELECT way, outcome, count(*) AS count, max(answered_on) AS lastOn
    FROM survey_answers WHERE survey_id = ${surveyId} GROUP BY way, outcome`.execute(db);
  const of = (way: SurveyWay, outcome: SurveyOutcome) =>
    found.rows.find((row) => row.way === way && row.outcome === outcome)?.count ?? 0;
  const standing = Object.fromEntries(
    surveyWays.map((way) => [
      way,
      Object.fromEntries(surveyOutcomes.map((outcome) => [outcome, of(way, outcome)])),
    ]),
  ) as SurveyStanding;
  const days = found.rows.filter(({ outcome }) => outcome === 'answered');
  return {
    standing,
    lastOn:
      days
        .map(({ lastOn }) => lastOn)
        .toSorted()
        .at(-1) ?? null,
  };
}

async function toRow(db: ReadHandle, row: StoredSurvey): Promise<SurveyRow> {
  const questions = await questionsOf(db, row.id);
  return {
    id: row.id as SurveyId,
    facts: {
      ...{ name: row.name, intro: row.intro, thanks: row.thanks, handedOut: row.handed_out },
      questions: questions.map(({ id: _, ...question }) => question),
    },
    questions,
    ...(await standingOf(db, row.id)),
    createdAt: row.created_at,
  };
}

/** One survey outside the trash; null: there is none. */
export async function readSurvey(db: ReadHandle, id: number): Promise<SurveyRow | null> {
  const row = await db
    .selectFrom('surveys')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toRow(db, row);
}

const isAnswered = sql`EXISTS (SELECT 1 FROM survey_answers a WHERE a.survey_id = s.id
  AND a.outcome = 'answered')`;

/** Surveys whose name or questions have every word, the newest first. */
export async function listSurveys(db: ReadHandle, filter: SurveyFilter): Promise<SurveyRow[]> {
  const conditions = [sql`s.deleted_at IS NULL`];
  if (filter.only === 'answered') conditions.push(isAnswered);
  if (filter.only === 'unanswered') conditions.push(sql`NOT ${isAnswered}`);
  for (const word of filter.search.split(/\s+/).filter((one) => one !== '')) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(s.name LIKE ${like} ESCAPE '\\' OR EXISTS (SELECT 1 FROM survey_questions q
      WHERE q.survey_id = s.id AND q.text LIKE ${like} ESCAPE '\\'))`);
  }
  const found =
    await sql<StoredSurvey>`SELECT s.id, s.name, s.intro, s.thanks, s.handed_out, s.created_at
    FROM surveys s WHERE ${sql.join(conditions, sql` AND `)} ORDER BY s.id DESC`.execute(db);
  const rows: SurveyRow[] = [];
  for (const row of found.rows) rows.push(await toRow(db, row));
  return rows;
}

/** How many surveys there are, and of how many somebody has answered. */
export async function countSurveys(db: ReadHandle): Promise<{ all: number; answered: number }> {
  const found = await sql<{ all: number; answered: number }>`SELECT count(*) AS "all",
      count(*) FILTER (WHERE ${isAnswered}) AS answered
    FROM surveys s WHERE s.deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? { all: 0, answered: 0 };
}
