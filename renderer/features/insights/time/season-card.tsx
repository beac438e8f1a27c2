import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Columns } from '#renderer/components/chart/columns.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { monthName } from '#renderer/components/time-names.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { fewestMonths } from '#shared/domain/worth/season/seasonal-index.ts';
import classes from '../insights.module.css';
import { SeeSales } from '../see-sales.tsx';
import type { Time } from './words.ts';

/** The answer in a sentence: the month furthest above an average one, with its range, or what it takes. */
export function seasonFinding(t: Translate, format: Format, time: Time): string {
  const { season, wholeMonths } = time;
  if (season === null)
    return wholeMonths < fewestMonths
      ? t('insights.time.season.few', { count: wholeMonths, needs: fewestMonths })
      : t('insights.time.season.gaps');
  const rows = season.map((one, month) => ({ ...one, month }));
  const best = rows.reduce((most, one) => (one.index > most.index ? one : most));
  return t(`insights.time.season.${best.years === 1 ? 'findingOne' : 'finding'}`, {
    month: monthName(format, best.month),
    percent: format.percent(best.index),
    low: format.percent(best.low),
    high: format.percent(best.high),
  });
}

type Row = NonNullable<Time['season']>[number] & { readonly month: number };

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('insights.time.season.question')}
      rows={rows}
      keyOf={(row) => String(row.month)}
      columns={[
        { title: t('insights.time.month.month'), cell: (row) => monthName(format, row.month) },
        {
          title: t('insights.time.season.index'),
          isNumber: true,
          cell: (row) => format.percent(row.index),
        },
        {
          title: t('insights.time.season.years'),
          isNumber: true,
          cell: (row) =>
            t('insights.window', { from: format.percent(row.low), to: format.percent(row.high) }),
        },
      ]}
    />
  );
}

/** The whole months that the season is counted from, which end with the last one that is over. */
function wholeMonthsOf({ through, wholeMonths }: Time) {
  const next = addDays(through, 1);
  const end = addDays(`${next.slice(0, 7)}-01`, -1);
  return { from: addMonths(addDays(end, 1), -wholeMonths), to: end };
}

/** How the calendar months stand to an average one, after the trend is taken out. */
export function SeasonCard({ time }: { readonly time: Time }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { season, wholeMonths, lebaran } = time;
  const question = t('insights.time.season.question');
  const common = { question, finding: seasonFinding(t, format, time) };
  if (season === null) return <QuestionCard {...common}>{null}</QuestionCard>;
  const rows = season.map((one, month) => ({ ...one, month }));
  const best = rows.reduce((most, one) => (one.index > most.index ? one : most));
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.time.season.plotted', { count: wholeMonths })}
      fileName="langgan-musim"
      table={<Table rows={rows} />}
      foot={
        <>
          <SeeSales {...wholeMonthsOf(time)} />
          <ul className={classes.notes}>
            <li>{t('insights.time.season.how')}</li>
            {lebaran !== null && <li>{t('insights.time.season.lebaran')}</li>}
          </ul>
        </>
      }
    >
      <Columns
        label={t('insights.time.season.chartLabel')}
        number={(value) => format.percent(value)}
        columns={rows.map(({ month, index, low, high }) => ({
          name: monthName(format, month, 'short'),
          value: index,
          range: { low, high },
          look: month === best.month ? 'main' : 'plain',
        }))}
      />
    </QuestionCard>
  );
}
