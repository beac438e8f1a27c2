import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { SurveyGap } from '#shared/contract/feedback/result.ts';
import { fewestAnswers } from '#shared/domain/feedback/scores.ts';
import type { SurveyId } from '#shared/ids.ts';
import { AnswersLink } from './answers-link.tsx';

interface Props {
  readonly id: SurveyId;
  readonly gaps: readonly SurveyGap[];
}

function useFinding(gaps: readonly SurveyGap[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  const enough = gaps.flatMap(({ dimension, gap }) =>
    gap !== null && gap.count >= fewestAnswers ? [{ dimension, ...gap }] : [],
  );
  if (enough.length === 0) return t('feedback.gap.few', { fewest: fewestAnswers });
  const [worst] = enough.toSorted((a, b) => a.met - a.expected - (b.met - b.expected));
  if (worst === undefined || worst.met >= worst.expected) return t('feedback.gap.none');
  return t('feedback.gap.worst', {
    dimension: t(`feedback.dimension.${worst.dimension}`),
    expected: format.number(worst.expected, 1),
    met: format.number(worst.met, 1),
    worse: format.number(worst.worse),
    better: format.number(worst.better),
    all: format.number(worst.count),
  });
}

/** What customers find of each side of service, against how much it matters to them. */
export function GapCard({ id, gaps }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const finding = useFinding(gaps);
  const mean = (title: string, of: (gap: NonNullable<SurveyGap['gap']>) => number) => ({
    title,
    isNumber: true,
    cell: ({ gap }: SurveyGap) =>
      gap === null || gap.count < fewestAnswers
        ? t('feedback.gap.tooFew')
        : format.number(of(gap), 1),
  });
  return (
    <Card title={t('feedback.gap.title')}>
      <p>{finding}</p>
      <DataTable
        label={t('feedback.gap.title')}
        rows={gaps}
        keyOf={({ dimension }) => dimension}
        columns={[
          {
            title: t('feedback.gap.side'),
            cell: ({ dimension }) => t(`feedback.dimension.${dimension}`),
          },
          mean(t('feedback.measures.expected'), ({ expected }) => expected),
          mean(t('feedback.measures.met'), ({ met }) => met),
          mean(t('feedback.gap.gap'), ({ expected, met }) => met - expected),
          {
            title: t('feedback.result.count'),
            isNumber: true,
            cell: ({ gap, metId }) => (
              <AnswersLink id={id} count={gap?.count ?? 0} filter={{ question: metId }} />
            ),
          },
        ]}
      />
    </Card>
  );
}
