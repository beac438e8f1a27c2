import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Columns } from '#renderer/components/chart/columns.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { rangeWords } from '#renderer/components/predicted/predicted-words.ts';
import { weekdayName } from '#renderer/components/time-names.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { fewestWeeks } from '#shared/contract/insights/time.ts';
import { SalesCell } from '../cells.tsx';
import { SeeSales } from '../see-sales.tsx';
import { compactAmount } from '../worth-chart.ts';
import type { Time } from './words.ts';

type Weekday = Time['weekdays'][number] & { readonly weekday: number };

function sortedOf({ weekdays }: Time): Weekday[] {
  return weekdays
    .map((one, weekday) => ({ ...one, weekday }))
    .sort((one, other) => other.mean - one.mean);
}

/** The busiest day, where it stands out from the quietest by more than chance. */
function standsOut(time: Time): Weekday | null {
  const sorted = sortedOf(time);
  const [best, last] = [sorted[0], sorted.at(-1)];
  if (best === undefined || last === undefined || time.window.weeks < fewestWeeks) return null;
  return best.low > last.high ? best : null;
}

/** The answer in a sentence. */
export function weekdayFinding(t: Translate, format: Format, time: Time): string {
  const { weeks } = time.window;
  if (weeks < fewestWeeks)
    return t('insights.time.weekday.few', { count: weeks, needs: fewestWeeks });
  const best = standsOut(time);
  const last = sortedOf(time).at(-1);
  if (best === null || last === undefined) return t('insights.time.weekday.none');
  return t('insights.time.weekday.finding', {
    day: weekdayName(format, best.weekday),
    amount: format.rounded(best.mean),
    other: weekdayName(format, last.weekday),
    least: format.rounded(last.mean),
  });
}

function Table({ time }: { readonly time: Time }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { window, weekdays } = time;
  const days = { soldFrom: window.from, soldTo: window.to };
  return (
    <DataTable
      label={t('insights.time.weekday.question')}
      rows={weekdays.map((one, weekday) => ({ ...one, weekday }))}
      keyOf={(row) => String(row.weekday)}
      columns={[
        {
          title: t('insights.time.weekday.day'),
          cell: (row: Weekday) => weekdayName(format, row.weekday),
        },
        {
          title: t('insights.time.sales'),
          isNumber: true,
          cell: ({ sales, weekday }) => (
            <SalesCell text={format.number(sales)} filter={{ ...days, weekday }} />
          ),
        },
        {
          title: t('insights.time.revenue'),
          isNumber: true,
          cell: (row) => format.money(row.minor),
        },
        {
          title: t('insights.time.weekday.average'),
          isNumber: true,
          cell: (row) => t('insights.time.range', rangeWords(format, row)),
        },
      ]}
      sums={[t('insights.all'), format.number(window.sales), format.money(window.minor), '']}
    />
  );
}

/** On which days of the week is sold. */
export function WeekdayCard({ time }: { readonly time: Time }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { window, weekdays } = time;
  const best = standsOut(time);
  return (
    <QuestionCard
      question={t('insights.time.weekday.question')}
      finding={weekdayFinding(t, format, time)}
      plotted={t('insights.time.weekday.plotted', {
        from: format.date(window.from, true),
        to: format.date(window.to, true),
      })}
      fileName="langgan-hari"
      table={<Table time={time} />}
      foot={<SeeSales from={window.from} to={window.to} />}
    >
      <Columns
        label={t('insights.time.weekday.chartLabel')}
        number={(value) => compactAmount(value, format)}
        columns={weekdays.map(({ mean, low, high }, weekday) => ({
          name: weekdayName(format, weekday),
          value: mean,
          range: { low, high },
          look: best?.weekday === weekday ? 'main' : 'plain',
        }))}
      />
    </QuestionCard>
  );
}
