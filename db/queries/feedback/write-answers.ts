import type { AnswerFacts, AnswerValue } from '#shared/contract/feedback/shapes.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';

function columnsOf(facts: AnswerFacts) {
  return {
    customer_id: facts.customerId,
    way: facts.way,
    outcome: facts.outcome,
    answered_on: facts.answeredOn,
  };
}

function insertValues(
  raw: RawHandle,
  batchId: number,
  answerId: number,
  values: readonly AnswerValue[],
): void {
  for (const { questionId, number, words } of values)
    insertRow(raw, batchId, 'survey_values', {
      ...{ answer_id: answerId, question_id: questionId, number, words },
    });
}

function deleteValues(raw: RawHandle, batchId: number, answerId: number): void {
  const ids = raw
    .prepare('SELECT id FROM survey_values WHERE answer_id = ? ORDER BY id')
    .pluck()
    .all(answerId) as number[];
  for (const id of ids) deleteRow(raw, batchId, { table: 'survey_values', id });
}

/** Writes down who was asked, and what they said. Returns its id. */
export function insertAnswer(
  raw: RawHandle,
  batchId: number,
  given: { readonly surveyId: number; readonly facts: AnswerFacts; readonly at: string },
): number {
  const { surveyId, facts, at } = given;
  const id = insertRow(raw, batchId, 'survey_answers', {
    survey_id: surveyId,
    ...columnsOf(facts),
    created_at: at,
  });
  insertValues(raw, batchId, id, facts.values);
  return id;
}

/** Other facts in the place of those that are there. */
export function replaceAnswer(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: AnswerFacts,
): void {
  updateRow(raw, batchId, { table: 'survey_answers', id }, columnsOf(facts));
  deleteValues(raw, batchId, id);
  insertValues(raw, batchId, id, facts.values);
}

export function deleteAnswer(raw: RawHandle, batchId: number, id: number): void {
  deleteValues(raw, batchId, id);
  deleteRow(raw, batchId, { table: 'survey_answers', id });
}

/** Links an answer with the complaint it became. */
export function linkAnswer(raw: RawHandle, batchId: number, id: number, complaintId: number): void {
  updateRow(raw, batchId, { table: 'survey_answers', id }, { complaint_id: complaintId });
}
