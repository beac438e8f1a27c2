import { sql } from 'kysely';
import type { SurveyOutcome } from '#shared/domain/vocabulary/feedback.ts';
import type { ReadHandle } from '../../file/client.ts';
import { beyond, type SourcePage } from './source.ts';

export interface SurveyLine {
  id: number;
  surveyId: number;
  name: string;
  answeredOn: string;
  outcome: SurveyOutcome;
  text: string;
}

/** What one customer was asked, newest first, with the words that were said: few, so they are sorted when they are read. */
export async function timelineSurveys(db: ReadHandle, page: SourcePage): Promise<SurveyLine[]> {
  const later = beyond(page.after, sql`a.answered_on`, sql`a.id`);
  const found = await sql<SurveyLine>`
    SELECT a.id, s.id AS surveyId, s.name, a.answered_on AS answeredOn, a.outcome,
      coalesce((SELECT group_concat(v.words, ' · ') FROM survey_values v
        WHERE v.answer_id = a.id AND v.words <> ''), '') AS text
    FROM survey_answers a JOIN surveys s ON s.id = a.survey_id AND s.deleted_at IS NULL
    WHERE a.customer_id = ${page.customerId} ${later}
    ORDER BY a.answered_on DESC, a.id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
