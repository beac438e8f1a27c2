import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { QuestionResult } from '#shared/contract/feedback/result.ts';
import type { StoredQuestion } from '#shared/contract/feedback/shapes.ts';
import {
  fewestAnswers,
  type Range,
  type Rated,
  type Rating,
} from '#shared/domain/feedback/scores.ts';

/** A score and its range as they are written: a share in per cent, a recommendation in points. */
export function useScore() {
  const format = useFormat();
  return (rating: Rating, value: number) =>
    rating === 'recommend' ? format.number(value) : format.percent(value);
}

/** `82% (64% to 93%)`; of too few only how many of how many, and of a score how many speak for and against it. */
export function useScoreText() {
  const { t } = useTranslation();
  const format = useFormat();
  const scoreOf = useScore();
  return (rating: Rating, { count, good, bad, score, in95 }: Rated) => {
    if (count < fewestAnswers && rating === 'recommend')
      return t('feedback.result.would', { good: format.number(good), bad: format.number(bad) });
    if (count < fewestAnswers)
      return t('feedback.result.of', { part: format.number(good), all: format.number(count) });
    const [low, high] = [in95.low, in95.high].map((end) => scoreOf(rating, end));
    return t('feedback.result.ranged', { score: scoreOf(rating, score), low, high });
  };
}

/** What the answers to one question come to, in a sentence; of too few it says so. */
export function useFinding() {
  const { t } = useTranslation();
  const format = useFormat();
  const scoreOf = useScore();
  const range = (rating: Rating, { low, high }: Range) => ({
    low: scoreOf(rating, low),
    high: scoreOf(rating, high),
  });
  const ofRated = (rating: Rating, { count, good, bad, score, in95 }: Rated) => {
    const counts = {
      good: format.number(good),
      bad: format.number(bad),
      all: format.number(count),
      fewest: format.number(fewestAnswers),
    };
    if (count < fewestAnswers) return t(`feedback.result.few.${rating}`, counts);
    const values = { ...counts, score: scoreOf(rating, score), ...range(rating, in95) };
    return t(`feedback.result.finding.${rating}`, values);
  };
  const ofChoices = ({ choices }: StoredQuestion, { numbers }: QuestionResult) => {
    const all = numbers.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(...numbers.map(({ count }) => count));
    const named = numbers
      .filter(({ count }) => count === most)
      .map(({ number }) => choices[number]);
    const counts = { name: named.join(', '), most: format.number(most), all: format.number(all) };
    return t('feedback.result.finding.choice', counts);
  };
  return (question: StoredQuestion, result: QuestionResult): string => {
    const { rating, rated, numbers, mean, wordCount } = result;
    if (question.kind === 'words') return t('feedback.result.words', { count: wordCount });
    const count = numbers.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return t('feedback.result.nobody');
    if (rating !== null && rated !== null) return ofRated(rating, rated);
    if (question.kind === 'choice') return ofChoices(question, result);
    const most = format.number(question.kind === 'stars' ? 5 : 10);
    if (count < fewestAnswers)
      return t('feedback.result.few.mean', { count, fewest: fewestAnswers });
    return t('feedback.result.finding.mean', { count, mean: format.number(mean ?? 0, 1), most });
  };
}
