import { openBatch } from '#db/history/journal.ts';
import { hasCustomer } from '#db/queries/complaints/check.ts';
import {
  askedInVain,
  countAnswers,
  listAnswers,
  readAnswer,
} from '#db/queries/feedback/answers.ts';
import { deleteAnswer, insertAnswer, replaceAnswer } from '#db/queries/feedback/write-answers.ts';
import {
  type AnswerFacts,
  type AnswerRow,
  type AnswerValue,
  answerFilter,
  type StoredQuestion,
  type SurveyRow,
} from '#shared/contract/feedback/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, SurveyAnswerId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { requireSurvey } from './surveys.ts';

/** An answer of a survey outside the trash; NOT_FOUND otherwise. */
export async function requireAnswer(
  { db }: Pick<ReadContext, 'db'>,
  id: number,
): Promise<AnswerRow> {
  const row = await readAnswer(db, id);
  if (row === null) throw notFound('survey-answer');
  return row;
}

function isSaid({ number, words }: AnswerValue): boolean {
  return number !== null || words !== '';
}

/** The numbers that a question can be answered with; null: it is answered in words. */
function rangeOf({ kind, choices }: StoredQuestion): readonly [number, number] | null {
  if (kind === 'stars') return [1, 5];
  if (kind === 'scale') return [0, 10];
  if (kind === 'yesNo') return [0, 1];
  return kind === 'choice' ? [0, choices.length - 1] : null;
}

function fits(question: StoredQuestion | undefined, { number, words }: AnswerValue): boolean {
  if (question === undefined) return false;
  const range = rangeOf(question);
  if (range === null) return number === null;
  return words === '' && (number === null || (number >= range[0] && number <= range[1]));
}

/** What was said, in the order of the questions; VALIDATION with paths of `AnswerFacts`. */
function tidyFacts(
  ctx: WriteContext,
  survey: SurveyRow,
  facts: AnswerFacts,
  linked: number | null,
): AnswerFacts {
  const issues: FieldIssue[] = [];
  const { customerId, outcome, answeredOn } = facts;
  if (answeredOn > ctx.today) issues.push({ path: 'facts.answeredOn', problem: 'in-the-future' });
  // Who is linked already may have come into the trash since.
  if (customerId !== null && customerId !== linked && !hasCustomer(ctx.raw, customerId))
    issues.push({ path: 'facts.customerId', problem: 'no-such-customer' });
  const given = outcome === 'answered' ? facts.values.filter(isSaid) : [];
  const byQuestion = new Map(given.map((value) => [value.questionId, value]));
  const isOdd = ({ questionId, ...value }: AnswerValue) =>
    !fits(
      survey.questions.find(({ id }) => id === questionId),
      { questionId, ...value },
    );
  if (byQuestion.size !== given.length || given.some(isOdd))
    issues.push({ path: 'facts.values', problem: 'not-of-the-question' });
  if (outcome === 'answered' && given.length === 0)
    issues.push({ path: 'facts.values', problem: 'nothing-answered' });
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
  const values = survey.questions.flatMap(({ id }) => byQuestion.get(id) ?? []);
  return { ...facts, values };
}

export async function answersIn(
  { db }: ReadContext,
  input: Parsed<'feedback.answers'>,
): Promise<Output<'feedback.answers'>> {
  return listAnswers(db, input);
}

/** Days of which Today names bad answers that became no complaint. */
const badDays = 14;

export async function badOpenAnswers(ctx: ReadContext): Promise<Output<'feedback.badOpen'>> {
  const since = addDays(ctx.today, 1 - badDays);
  const filter = answerFilter.parse({ outcome: 'answered', only: 'badOpen', since });
  const surveys = await countAnswers(ctx.db, filter);
  const count = surveys.reduce((sum, one) => sum + one.count, 0);
  return { days: badDays, since, count, surveys };
}

export async function recordAnswer(
  ctx: WriteContext,
  { surveyId, ...given }: Parsed<'feedback.answer'>,
): Promise<Output<'feedback.answer'>> {
  const survey = await requireSurvey(ctx, surveyId);
  const facts = tidyFacts(ctx, survey, given.facts, null);
  const { customerId } = facts;
  const before = customerId === null ? null : askedInVain(ctx.raw, surveyId, customerId);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, {
    ...{ kind: before === null ? 'create' : 'edit', label: survey.facts.name, at },
  });
  if (before !== null) replaceAnswer(ctx.raw, batchId, before, facts);
  const id = before ?? insertAnswer(ctx.raw, batchId, { surveyId, facts, at });
  return { id: id as SurveyAnswerId, batchId: batchId as BatchId };
}

export async function changeAnswer(
  ctx: WriteContext,
  { id, expected, ...given }: Parsed<'feedback.changeAnswer'>,
): Promise<Output<'feedback.changeAnswer'>> {
  const row = await requireAnswer(ctx, id);
  if (JSON.stringify(row.facts) !== JSON.stringify(expected))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const survey = await requireSurvey(ctx, row.surveyId);
  const facts = tidyFacts(ctx, survey, given.facts, row.facts.customerId);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: survey.facts.name, at });
  replaceAnswer(ctx.raw, batchId, id, facts);
  return { id, batchId: batchId as BatchId };
}

export async function dropAnswer(
  ctx: WriteContext,
  { id }: Parsed<'feedback.dropAnswer'>,
): Promise<Output<'feedback.dropAnswer'>> {
  const row = await requireAnswer(ctx, id);
  const { facts } = await requireSurvey(ctx, row.surveyId);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: facts.name, at });
  deleteAnswer(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}
