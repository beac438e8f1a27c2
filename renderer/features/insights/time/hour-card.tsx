import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Columns } from '#renderer/components/chart/columns.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { hourName } from '#renderer/components/time-names.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { fewestTimed } from '#shared/contract/insights/time.ts';
import { SalesCell } from '../cells.tsx';
import { SeeSales } from '../see-sales.tsx';
import type { Time } from './words.ts';

function timedOf({ hours }: Time): number {
  return hours.reduce((sum, one) => sum + one.sales, 0);
}

function busiestOf({ hours }: Time) {
  return hours.reduce<Time['hours'][number] | null>(
    (best, one) => (best === null || one.sales > best.sales ? one : best),
    null,
  );
}

interface Span {
  readonly from: number;
  /** The hour after its last one. */
  readonly to: number;
  readonly sales: number;
}

/** The fewest hours one after the other that hold at least half of the sales, the fullest of equals. */
function busiestSpan({ hours }: Time): Span | null {
  const half = hours.reduce((sum, one) => sum + one.sales, 0) / 2;
  const width = ({ from, to }: Span) => to - from;
  let found: Span | null = null;
  for (const [start, { hour: from }] of hours.entries()) {
    let sales = 0;
    const last = hours.slice(start).find((one) => {
      sales += one.sales;
      return sales >= half;
    });
    if (last === undefined) break;
    const span = { from, to: last.hour + 1, sales };
    const isBetter =
      found === null ||
      width(span) < width(found) ||
      (width(span) === width(found) && sales > found.sales);
    if (isBetter) found = span;
  }
  return found;
}

/**
 * The answer in a sentence: the hours that hold half of the sales, and the fullest of all; or of how few
 * the time is known.
 */
export function hourFinding(t: Translate, format: Format, time: Time): string {
  const count = timedOf(time);
  const best = busiestOf(time);
  const span = busiestSpan(time);
  if (best === null || span === null || count < fewestTimed)
    return t('insights.time.hour.few', { count, needs: fewestTimed });
  const said = {
    from: hourName(format, span.from),
    to: hourName(format, span.to),
    share: format.percent(span.sales / count),
  };
  if (span.to - span.from === 1) return t('insights.time.hour.one', said);
  return t('insights.time.hour.finding', {
    ...said,
    hour: hourName(format, best.hour),
    percent: format.percent(best.sales / count),
  });
}

interface TableProps {
  readonly time: Time;
  readonly rows: Time['hours'];
}

function Table({ time, rows }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from: soldFrom, to: soldTo } = time.window;
  const days = { soldFrom, soldTo };
  return (
    <DataTable
      label={t('insights.time.hour.question')}
      rows={rows}
      keyOf={(row) => String(row.hour)}
      columns={[
        { title: t('insights.time.hour.from'), cell: (row) => hourName(format, row.hour) },
        {
          title: t('insights.time.sales'),
          isNumber: true,
          cell: ({ sales, hour }) => (
            <SalesCell text={format.number(sales)} filter={{ ...days, hour }} />
          ),
        },
        {
          title: t('insights.time.revenue'),
          isNumber: true,
          cell: (row) => format.money(row.minor),
        },
      ]}
      sums={[
        t('insights.time.hour.known'),
        format.number(timedOf(time)),
        format.money(rows.reduce((sum, one) => sum + one.minor, 0)),
      ]}
    />
  );
}

/** At what hour is sold: of the sales whose time is known. */
export function HourCard({ time }: { readonly time: Time }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { hours, window } = time;
  const count = timedOf(time);
  const best = busiestOf(time);
  const question = t('insights.time.hour.question');
  const common = { question, finding: hourFinding(t, format, time) };
  if (best === null || count < fewestTimed) return <QuestionCard {...common}>{null}</QuestionCard>;
  const first = hours[0]?.hour ?? 0;
  const all = Array.from({ length: (hours.at(-1)?.hour ?? first) - first + 1 }, (_, index) => {
    const hour = first + index;
    return hours.find((one) => one.hour === hour) ?? { hour, sales: 0, minor: 0 };
  });
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.time.hour.plotted', {
        count,
        all: window.sales,
        from: format.date(window.from, true),
        to: format.date(window.to, true),
      })}
      fileName="langgan-jam"
      table={<Table time={time} rows={all} />}
      foot={<SeeSales from={window.from} to={window.to} />}
    >
      <Columns
        label={t('insights.time.hour.chartLabel')}
        number={(value) => format.number(value)}
        columns={all.map(({ hour, sales }) => ({
          name: hourName(format, hour),
          value: sales,
          look: hour === best.hour ? 'main' : 'plain',
        }))}
      />
    </QuestionCard>
  );
}
