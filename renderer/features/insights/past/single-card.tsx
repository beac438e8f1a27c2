import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { METHODS, type Method, meanOf, type Past } from './past-words.ts';

/** Nobody is put first by a method that expects nothing of anybody; another is only there to compare. */
const RANKING = METHODS.filter((method) => method !== 'zero' && method !== 'bg');

/** The answer in a sentence: how much more the customers bought whom the used method put first. */
export function singleFinding(t: Translate, format: Format, past: Past): string {
  const { basis } = past;
  if (basis.kind === 'thin') return t('insights.past.tooShort');
  const lift = meanOf(past, basis.method, (one) => one.topLift);
  return t('insights.past.single.finding', { times: format.number(lift, 1) });
}

function useColumns(past: Past): DataColumn<Method>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const mean = (title: string, of: Parameters<typeof meanOf>[2]): DataColumn<Method> => ({
    title,
    isNumber: true,
    cell: (method) => format.number(meanOf(past, method, of), 2),
  });
  return [
    { title: t('insights.past.method'), cell: (method) => t(`insights.method.${method}`) },
    mean(t('insights.past.single.off'), (one) => one.mae),
    mean(t('insights.past.single.square'), (one) => one.rmse),
    mean(t('insights.past.single.order'), (one) => one.spearman),
    mean(t('insights.past.single.lift'), (one) => one.topLift),
  ];
}

/** Which method knew best who would buy. */
export function SingleCard({ past }: { readonly past: Past }) {
  const { t } = useTranslation();
  const format = useFormat();
  const used = past.basis.kind === 'predicted' ? past.basis.method : null;
  const bars = RANKING.map((method) => {
    const lift = meanOf(past, method, (one) => one.topLift);
    return {
      name: t(`insights.method.${method}`),
      value: lift,
      text: t('insights.past.single.times', { times: format.number(lift, 1) }),
      isMain: method === used,
    };
  });
  const columns = useColumns(past);
  return (
    <QuestionCard
      question={t('insights.past.single.question')}
      finding={singleFinding(t, format, past)}
      plotted={t('insights.past.single.plotted')}
      fileName="langgan-backtest-pelanggan"
      table={
        <DataTable
          label={t('insights.past.single.question')}
          rows={METHODS}
          keyOf={(method) => method}
          columns={columns}
        />
      }
      foot={<span>{t('insights.past.single.measures')}</span>}
    >
      <LabelledBars label={t('insights.past.single.chartLabel')} bars={bars} />
    </QuestionCard>
  );
}
