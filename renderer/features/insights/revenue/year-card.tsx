import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Columns } from '#renderer/components/chart/columns.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from '../insights.module.css';
import { SeeSales } from '../see-sales.tsx';
import type { Time } from '../time/words.ts';
import { useLookedFrom } from '../use-looked-from.ts';
import { compactAmount } from '../worth-chart.ts';
import {
  type Compared,
  changeOf,
  comparedIn,
  signedPercent,
  totalsOf,
  yearFinding,
} from './year-words.ts';

/** What makes the days of a month other than those a year before: weekends, and Lebaran. */
function useOtherwise(): (month: Compared) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ before, ...now }) => {
    const said: string[] = [];
    if (now.weekendDays !== before.weekendDays)
      said.push(
        t('insights.year.weekends', { count: now.weekendDays, before: before.weekendDays }),
      );
    for (const { lebaranOn } of [now, before])
      if (lebaranOn !== null)
        said.push(t('insights.time.month.lebaranOn', { date: format.date(lebaranOn, true) }));
    return said.join(', ');
  };
}

function Table({ months }: { readonly months: readonly Compared[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const otherwiseOf = useOtherwise();
  const sum = totalsOf(months);
  const spanOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
    t('insights.window', { from: format.date(from, true), to: format.date(to, true) });
  const sold = ({ from, to }: { readonly from: string; readonly to: string }) =>
    lists.sales.showing({ soldFrom: from, soldTo: to });
  return (
    <DataTable
      label={t('insights.year.question')}
      rows={months}
      keyOf={(row) => row.from}
      columns={[
        {
          title: t('insights.year.days'),
          cell: (row) => <Link href={sold(row)}>{spanOf(row)}</Link>,
        },
        {
          title: t('insights.time.revenue'),
          isNumber: true,
          cell: (row) => format.money(row.minor),
        },
        {
          title: t('insights.year.daysBefore'),
          cell: (row) => <Link href={sold(row.before)}>{spanOf(row.before)}</Link>,
        },
        {
          title: t('insights.year.before'),
          isNumber: true,
          cell: (row) => format.money(row.before.minor),
        },
        {
          title: t('insights.year.change'),
          isNumber: true,
          cell: (row) => {
            const change = changeOf(row);
            return change === null ? t('insights.year.thin') : signedPercent(format, change);
          },
        },
        { title: t('insights.year.otherwise'), cell: otherwiseOf },
      ]}
      sums={[
        ...[t('insights.all'), format.money(sum.nowMinor), ''],
        ...[format.money(sum.beforeMinor), '', ''],
      ]}
    />
  );
}

interface NotesProps {
  readonly time: Time;
  readonly months: readonly Compared[];
}

/** What is compared with what, and what is not. */
function Notes({ time, months }: NotesProps) {
  const { t } = useTranslation();
  const hasMoved = months.some(
    ({ lebaranOn, before }) => (lebaranOn === null) !== (before.lebaranOn === null),
  );
  const alone = time.against.length - months.length;
  return (
    <ul className={classes.notes}>
      <li>{t(time.leavesOutToday ? 'insights.year.equalToday' : 'insights.year.equal')}</li>
      {alone > 0 && <li>{t('insights.year.alone', { count: alone })}</li>}
      {hasMoved && <li>{t('insights.year.moved')}</li>}
    </ul>
  );
}

/** The last months, each against as many whole days of the same month a year before. */
export function YearCard({ time }: { readonly time: Time }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = comparedIn(time);
  const [first, last] = [months[0], months.at(-1)];
  const common = {
    question: t('insights.year.question'),
    finding: yearFinding(t, format, time),
  };
  if (first === undefined || last === undefined)
    return <QuestionCard {...common}>{null}</QuestionCard>;
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.year.plotted', {
        from: format.date(first.from, true),
        to: format.date(last.to, true),
      })}
      fileName="langgan-tahun"
      table={<Table months={months} />}
      foot={
        <>
          <SeeSales from={first.from} to={last.to} />
          <Notes time={time} months={months} />
        </>
      }
    >
      <Columns
        label={t('insights.year.chartLabel')}
        number={(value) => compactAmount(value, format)}
        columns={months.map((month) => {
          const change = changeOf(month);
          return {
            name: format.month(month.from.slice(0, 7), true),
            value: month.minor,
            look: 'main',
            ...(change === null ? {} : { over: signedPercent(format, change) }),
          };
        })}
      />
    </QuestionCard>
  );
}

/** The same where the rest of the page does not wait for it. */
export function AgainstYearBefore() {
  const { on } = useLookedFrom();
  const { data, error, refetch } = useQuery('insights.time', { on }, { keepPrevious: true });
  if (data !== undefined) return data.firstOn === null ? null : <YearCard time={data} />;
  return error === null ? (
    <Skeleton h="18rem" radius="lg" />
  ) : (
    <ErrorState error={error.error} onRetry={() => void refetch()} />
  );
}
