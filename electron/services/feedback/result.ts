import {
  type GivenNumber,
  givenNumbers,
  givenPairs,
  givenWords,
} from '#db/queries/feedback/result.ts';
import { layer } from '#shared/contract/customers.ts';
import type { QuestionResult, SurveyGap } from '#shared/contract/feedback/result.ts';
import type { StoredQuestion } from '#shared/contract/feedback/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { type Given, gapOf, meanOf, rated, ratingOf } from '#shared/domain/feedback/scores.ts';
import { serviceDimensions, surveyWays } from '#shared/domain/vocabulary/feedback.ts';
import type { ReadContext } from '../../context.ts';
import { requireSurvey } from './surveys.ts';

/** The newest words that are shown of a question. */
const mostWords = 20;

function together(given: readonly GivenNumber[]): Given[] {
  const counts = new Map<number, number>();
  for (const { number, count } of given) counts.set(number, (counts.get(number) ?? 0) + count);
  return [...counts]
    .map(([number, count]) => ({ number, count }))
    .toSorted((a, b) => a.number - b.number);
}

const tiers = [...layer.options, 'unknown'] as const;

async function resultOf(
  { db }: Pick<ReadContext, 'db'>,
  { id, kind, measures }: StoredQuestion,
  given: readonly GivenNumber[],
): Promise<QuestionResult> {
  const numbers = together(given);
  const rating = ratingOf(kind, measures);
  const part = (test: (one: GivenNumber) => boolean) =>
    rating === null ? null : rated(rating, together(given.filter(test)));
  const months = [...new Set(given.map(({ month }) => month))].toSorted();
  const { wordCount, words } = await givenWords(db, id, mostWords);
  return {
    ...{ id, numbers, rating, rated: part(() => true), mean: meanOf(numbers) },
    months: months.flatMap((month) => {
      const found = part((one) => one.month === month);
      return found === null ? [] : [{ month, rated: found }];
    }),
    tiers: tiers.flatMap((tier) => {
      const found = part((one) => one.tier === tier);
      return found === null ? [] : [{ tier, rated: found }];
    }),
    ...{ wordCount, words },
  };
}

async function gapsOf(
  { db }: Pick<ReadContext, 'db'>,
  questions: readonly StoredQuestion[],
): Promise<SurveyGap[]> {
  const gaps: SurveyGap[] = [];
  for (const dimension of serviceDimensions) {
    const asks = (measure: 'expected' | 'met') =>
      questions.find((one) => one.dimension === dimension && one.measures === measure);
    const [expected, met] = [asks('expected'), asks('met')];
    if (expected === undefined || met === undefined) continue;
    const pairs = await givenPairs(db, expected.id, met.id);
    gaps.push({ dimension, expectedId: expected.id, metId: met.id, gap: gapOf(pairs) });
  }
  return gaps;
}

/** What everybody who answered a survey said, question by question. */
export async function surveyResult(
  ctx: ReadContext,
  { id }: Parsed<'feedback.result'>,
): Promise<Output<'feedback.result'>> {
  const { questions, standing } = await requireSurvey(ctx, id);
  const given = await givenNumbers(ctx.db, id);
  const results: QuestionResult[] = [];
  for (const question of questions)
    results.push(
      await resultOf(
        ctx,
        question,
        given.filter(({ questionId }) => questionId === question.id),
      ),
    );
  const answered = surveyWays.reduce((all, way) => all + standing[way].answered, 0);
  return { answered, questions: results, gaps: await gapsOf(ctx, questions) };
}
