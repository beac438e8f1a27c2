import { openBatch } from '#db/history/journal.ts';
import { linkAnswer } from '#db/queries/feedback/write-answers.ts';
import { complaintFacts } from '#shared/contract/complaints-facts.ts';
import type { AnswerRow, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Language } from '#shared/contract/settings.ts';
import { noonOf } from '#shared/domain/calendar/zone-time.ts';
import { badness } from '#shared/domain/feedback/bad-answer.ts';
import type { SurveyWay } from '#shared/domain/vocabulary/feedback.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId, ComplaintId } from '#shared/ids.ts';
import { en, id } from '#shared/locale/index.ts';
import type { WriteContext } from '../../context.ts';
import { createComplaint } from '../complaints/create.ts';
import { requireAnswer } from './answers.ts';
import { requireSurvey } from './surveys.ts';

/** By what way a complaint came in that somebody was asked for. */
const channels = {
  phone: 'call',
  paper: 'letter',
  kiosk: 'visit',
} as const satisfies Record<SurveyWay, Channel>;

/** One value as it stands beside its question. */
function saidTo(
  { kind, choices }: SurveyRow['questions'][number],
  { number, words }: AnswerRow['facts']['values'][number],
  language: Language,
): string {
  const { feedback } = language === 'id' ? id : en;
  if (number === null) return words;
  if (kind === 'stars') return `${number} ★`;
  if (kind === 'yesNo') return number === 1 ? feedback.yes : feedback.no;
  return kind === 'choice' ? (choices[number] ?? '') : String(number);
}

/** Every question with what was answered to it, a line each. */
function wordsOf(survey: SurveyRow, { facts }: AnswerRow, language: Language): string {
  return survey.questions
    .flatMap((question) => {
      const value = facts.values.find(({ questionId }) => questionId === question.id);
      return value === undefined ? [] : [`${question.text} ${saidTo(question, value, language)}`];
    })
    .join('\n');
}

/** Makes the answer a complaint that came in on its day; CONFLICT when it is one. */
export async function complainOfAnswer(
  ctx: WriteContext,
  input: Parsed<'feedback.complain'>,
): Promise<Output<'feedback.complain'>> {
  const answer = await requireAnswer(ctx, input.id);
  if (answer.complaintId !== null || answer.facts.outcome !== 'answered')
    throw new AppFailure({ code: 'CONFLICT', reason: 'answer-is-complaint' });
  const survey = await requireSurvey(ctx, answer.surveyId);
  const { customerId, way, answeredOn, values } = answer.facts;
  const { language, timeZone } = ctx.settings;
  const { feedback } = language === 'id' ? id : en;
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: survey.facts.name, at });
  const made = await createComplaint(
    ctx,
    batchId,
    complaintFacts.parse({
      // One in the trash is nobody to answer.
      customerId: answer.customerName === null ? null : customerId,
      channel: channels[way],
      severity: badness(survey.questions, values),
      title: feedback.complaintTitle.replace('{{name}}', survey.facts.name),
      words: wordsOf(survey, answer, language).slice(0, 8000),
      receivedAt: noonOf(answeredOn, timeZone),
      hasTime: false,
    }),
  );
  linkAnswer(ctx.raw, batchId, input.id, made.id);
  return { id: input.id, complaintId: made.id as ComplaintId, batchId: batchId as BatchId };
}
