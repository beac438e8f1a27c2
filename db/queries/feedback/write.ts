import type { SurveyFacts, SurveyQuestion } from '#shared/contract/feedback/shapes.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';

function columnsOf(facts: SurveyFacts) {
  return {
    name: facts.name,
    intro: facts.intro,
    thanks: facts.thanks,
    handed_out: facts.handedOut,
  };
}

function insertQuestions(
  raw: RawHandle,
  batchId: number,
  surveyId: number,
  questions: readonly SurveyQuestion[],
): void {
  for (const [position, { choices, ...question }] of questions.entries())
    insertRow(raw, batchId, 'survey_questions', {
      ...{ survey_id: surveyId, position, choices: JSON.stringify(choices) },
      ...question,
    });
}

/** Writes a survey down with its questions. Returns its id. */
export function insertSurvey(
  raw: RawHandle,
  batchId: number,
  facts: SurveyFacts,
  at: string,
): number {
  const id = insertRow(raw, batchId, 'surveys', { ...columnsOf(facts), created_at: at });
  insertQuestions(raw, batchId, id, facts.questions);
  return id;
}

/** What is said around the questions. */
export function updateSurvey(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: SurveyFacts,
): void {
  updateRow(raw, batchId, { table: 'surveys', id }, columnsOf(facts));
}

/** Other questions in the place of those that are there. */
export function replaceQuestions(
  raw: RawHandle,
  batchId: number,
  surveyId: number,
  questions: readonly SurveyQuestion[],
): void {
  const former = raw
    .prepare('SELECT id FROM survey_questions WHERE survey_id = ? ORDER BY id')
    .pluck()
    .all(surveyId) as number[];
  for (const id of former) deleteRow(raw, batchId, { table: 'survey_questions', id });
  insertQuestions(raw, batchId, surveyId, questions);
}

/** Moves a survey to the trash. */
export function trashSurvey(raw: RawHandle, batchId: number, id: number, at: string): void {
  updateRow(raw, batchId, { table: 'surveys', id }, { deleted_at: at });
}
