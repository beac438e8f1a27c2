import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { SeeWho } from '../see-who.tsx';
import { METHODS, type Method, type Past, partOf, pastFinding } from './past-words.ts';

function usedOf({ basis }: Past): Method | null {
  return basis.kind === 'predicted' ? basis.method : null;
}

/** Each method's purchases at each day, and what came. */
function Table({ past }: { readonly past: Past }) {
  const { t } = useTranslation();
  const format = useFormat();
  const used = usedOf(past);
  const name = (method: Method) =>
    method === used
      ? t('insights.past.used', { method: t(`insights.method.${method}`) })
      : t(`insights.method.${method}`);
  const days = past.origins.map(
    ({ on, results }): DataColumn<Method> => ({
      title: t('insights.past.from', { date: format.date(on, true) }),
      isNumber: true,
      cell: (method) =>
        format.number(results.find((one) => one.method === method)?.purchases.expected ?? 0),
    }),
  );
  return (
    <DataTable
      label={t('insights.past.question')}
      rows={METHODS}
      keyOf={(method) => method}
      columns={[
        { title: t('insights.past.method'), cell: name },
        ...days,
        {
          title: t('insights.past.part'),
          isNumber: true,
          cell: (method) => {
            const part = partOf(past, method);
            return part === null ? '' : format.percent(part);
          },
        },
      ]}
      sums={[
        t('insights.past.came'),
        ...past.origins.map(({ results }) => format.number(results[0]?.purchases.actual ?? 0)),
        format.percent(1),
      ]}
    />
  );
}

/** Which method came nearest to what all customers together then bought. */
export function TotalCard({ past }: { readonly past: Past }) {
  const { t } = useTranslation();
  const format = useFormat();
  const used = usedOf(past);
  const bars = METHODS.filter((method) => method !== 'bg').map((method) => {
    const part = partOf(past, method) ?? 0;
    return {
      name: t(`insights.method.${method}`),
      value: part,
      text: format.percent(part),
      isMain: method === used,
    };
  });
  return (
    <QuestionCard
      question={t('insights.past.question')}
      finding={pastFinding(t, format, past)}
      plotted={t('insights.past.plotted', {
        count: past.origins.length,
        span: format.span(past.horizonDays),
      })}
      fileName="langgan-backtest"
      table={<Table past={past} />}
      foot={
        <>
          <SeeWho count={past.customers} filter={{ only: 'predicted' }} />
          <span>{t('insights.past.compare')}</span>
          {past.tried < past.all && (
            <span>{t('insights.past.some', { tried: past.tried, all: past.all })}</span>
          )}
        </>
      }
    >
      <LabelledBars label={t('insights.past.chartLabel')} bars={bars} />
    </QuestionCard>
  );
}
