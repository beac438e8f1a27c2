import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { lists } from '#renderer/base/lists.ts';
import { type Column, Columns } from '#renderer/components/chart/columns.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import classes from '../insights.module.css';
import { SeeSales } from '../see-sales.tsx';
import { compactAmount } from '../worth-chart.ts';
import type { Time } from './words.ts';

type Month = Time['months'][number];
/** In a month with so many days of it, Ramadan is marked. */
const MANY_DAYS = 10;

/** The whole month of the last twelve that brought most. */
function bestOf({ months }: Time): Month | null {
  const whole = months.filter(({ isWhole }) => isWhole).slice(-12);
  return whole.reduce<Month | null>(
    (best, one) => (best === null || one.minor > best.minor ? one : best),
    null,
  );
}

/** The answer in a sentence: the best month, and whether Lebaran lies in it. */
export function monthFinding(t: Translate, format: Format, time: Time): string {
  const best = bestOf(time);
  if (best === null) return t('insights.time.month.few');
  const said = { month: format.month(best.from.slice(0, 7)), amount: format.money(best.minor) };
  if (best.lebaranOn !== null)
    return t('insights.time.month.findingLebaran', {
      ...said,
      date: format.date(best.lebaranOn),
    });
  return t('insights.time.month.finding', said);
}

function Table({ months }: Time) {
  const { t } = useTranslation();
  const format = useFormat();
  const feastOf = ({ lebaranOn, ramadanDays }: Month) => {
    const said: string[] = [];
    if (ramadanDays > 0) said.push(t('insights.time.month.ramadanDays', { count: ramadanDays }));
    if (lebaranOn !== null)
      said.push(t('insights.time.month.lebaranOn', { date: format.date(lebaranOn, true) }));
    return said.join(', ');
  };
  return (
    <DataTable
      label={t('insights.time.month.question')}
      rows={months}
      keyOf={(row) => row.from}
      columns={[
        {
          title: t('insights.time.month.month'),
          cell: (row) => (
            <Link href={lists.sales.showing({ soldFrom: row.from, soldTo: row.to })}>
              {row.isWhole
                ? format.month(row.from.slice(0, 7))
                : t('insights.window', {
                    from: format.date(row.from, true),
                    to: format.date(row.to, true),
                  })}
            </Link>
          ),
        },
        {
          title: t('insights.time.sales'),
          isNumber: true,
          cell: (row) => format.number(row.sales),
        },
        {
          title: t('insights.time.revenue'),
          isNumber: true,
          cell: (row) => format.money(row.minor),
        },
        { title: t('insights.time.month.feast'), cell: feastOf },
      ]}
    />
  );
}

/** What stands out: the best month, then those of the feast. */
function lookOf(month: Month, best: Month | null): Column['look'] {
  if (!month.isWhole) return 'open';
  if (month === best) return 'main';
  return month.lebaranOn !== null || month.ramadanDays >= MANY_DAYS ? 'middle' : 'plain';
}

/** Month after month, with Ramadan and Lebaran where they fall. */
export function MonthCard({ time }: { readonly time: Time }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { months, lebaran } = time;
  const best = bestOf(time);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const over = ({ lebaranOn, ramadanDays }: Month) => {
    if (lebaranOn !== null) return { over: t('insights.time.month.lebaran') };
    return ramadanDays >= MANY_DAYS ? { over: t('insights.time.month.ramadan') } : {};
  };
  return (
    <QuestionCard
      question={t('insights.time.month.question')}
      finding={monthFinding(t, format, time)}
      plotted={t('insights.time.month.plotted', { count: months.length })}
      fileName="langgan-bulan"
      table={<Table {...time} />}
      foot={
        <>
          <SeeSales from={first.from} to={last.to} />
          <ul className={classes.notes}>
            {months.some(({ isWhole }) => !isWhole) && <li>{t('insights.time.month.open')}</li>}
            {lebaran !== null && <li>{t('insights.time.month.moves')}</li>}
          </ul>
        </>
      }
    >
      <Columns
        label={t('insights.time.month.chartLabel')}
        number={(value) => compactAmount(value, format)}
        columns={months.map((month) => ({
          name: format.month(month.from.slice(0, 7), true),
          value: month.minor,
          look: lookOf(month, best),
          ...over(month),
        }))}
      />
    </QuestionCard>
  );
}
