import { openBatch } from '#db/history/journal.ts';
import { countSurveys, listSurveys, readSurvey } from '#db/queries/feedback/read.ts';
import {
  insertSurvey,
  replaceQuestions,
  trashSurvey,
  updateSurvey,
} from '#db/queries/feedback/write.ts';
import type { SurveyFacts, SurveyQuestion, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { surveyOutcomes, surveyWays } from '#shared/domain/vocabulary/feedback.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, SurveyId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** A survey outside the trash; NOT_FOUND otherwise. */
export async function requireSurvey(
  { db }: Pick<ReadContext, 'db'>,
  id: number,
): Promise<SurveyRow> {
  const row = await readSurvey(db, id);
  if (row === null) throw notFound('survey');
  return row;
}

/** What a question of its kind can have, and nothing else. */
function tidyQuestion(question: SurveyQuestion): SurveyQuestion {
  const { kind, measures } = question;
  const choices = kind === 'choice' ? question.choices : [];
  if (kind === 'scale' && measures === 'recommend')
    return { ...question, choices, dimension: null };
  const isRated = kind === 'stars' && measures !== null && measures !== 'recommend';
  return isRated && question.dimension !== null
    ? { ...question, choices }
    : { ...question, choices, measures: null, dimension: null };
}

/** A choice of one is none. */
function tidyFacts(facts: SurveyFacts): SurveyFacts {
  const issues = facts.questions.flatMap(({ kind, choices }, index) =>
    kind === 'choice' && new Set(choices).size < Math.max(2, choices.length)
      ? [{ path: `facts.questions.${index}.choices`, problem: 'two-choices' }]
      : [],
  );
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
  return { ...facts, questions: facts.questions.map(tidyQuestion) };
}

export async function allSurveys(
  { db }: ReadContext,
  { filter }: Parsed<'feedback.list'>,
): Promise<Output<'feedback.list'>> {
  const { all, answered } = await countSurveys(db);
  const rows = await listSurveys(db, filter);
  return { rows, counts: { all, answered, unanswered: all - answered } };
}

export async function oneSurvey(
  ctx: ReadContext,
  { id }: Parsed<'feedback.get'>,
): Promise<Output<'feedback.get'>> {
  return requireSurvey(ctx, id);
}

export async function createSurvey(
  ctx: WriteContext,
  input: Parsed<'feedback.create'>,
): Promise<Output<'feedback.create'>> {
  const facts = tidyFacts(input.facts);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: facts.name, at });
  const id = insertSurvey(ctx.raw, batchId, facts, at);
  return { id: id as SurveyId, batchId: batchId as BatchId };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

function isAsked({ standing }: SurveyRow): boolean {
  return surveyWays.some((way) => surveyOutcomes.some((outcome) => standing[way][outcome] > 0));
}

/** Fails with CONFLICT when it is no longer what the form was filled from. */
export async function changeSurvey(
  ctx: WriteContext,
  { id, expected, ...given }: Parsed<'feedback.update'>,
): Promise<Output<'feedback.update'>> {
  const row = await requireSurvey(ctx, id);
  if (!isSame(row.facts, expected)) throw conflict('changed-meanwhile');
  const facts = tidyFacts(given.facts);
  const isOther = !isSame(row.facts.questions, facts.questions);
  if (isOther && isAsked(row)) throw conflict('survey-answered');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.name, at });
  updateSurvey(ctx.raw, batchId, id, facts);
  if (isOther) replaceQuestions(ctx.raw, batchId, id, facts.questions);
  return { id, batchId: batchId as BatchId };
}

export async function dropSurvey(
  ctx: WriteContext,
  { id }: Parsed<'feedback.remove'>,
): Promise<Output<'feedback.remove'>> {
  const { facts } = await requireSurvey(ctx, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: facts.name, at });
  trashSurvey(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId };
}
