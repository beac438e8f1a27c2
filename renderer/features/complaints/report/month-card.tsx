import { useTranslation } from 'react-i18next';
import { BarChart } from '#renderer/components/chart/bar-chart.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { type Ink, useInk } from '#renderer/components/chart/ink.ts';
import type { Mark, MarksOf } from '#renderer/components/chart/marks.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { RowsCount, useOpenRows, within } from './rows.tsx';

type Month = ComplaintReport['byMonth'][number];

/** The days of a month that are in the report. */
function daysOfMonth(month: string, report: ComplaintReport): { from: string; to: string } {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const isCutOff = report.to < last;
  return {
    from: first > report.from ? first : report.from,
    to: isCutOff ? report.to : last,
  };
}

function optionsOf(months: readonly Month[], ink: Ink) {
  const font = { family: ink.family, size: 0.75 * ink.rem };
  const most = Math.max(1, ...months.flatMap((month) => [month.received, month.resolved]));
  return {
    layout: { padding: { top: 1.2 * ink.rem } },
    scales: {
      x: {
        grid: { display: false },
        border: { color: ink.line },
        ticks: { color: ink.ink2, font, maxRotation: 0 },
      },
      y: { display: false, min: 0, max: most },
    },
    plugins: { tooltip: { enabled: false } },
  };
}

function marksOf(months: readonly Month[], number: (count: number) => string): MarksOf {
  return (chart, ink) => {
    // Where the bars are narrow only the received ones are labelled: two numbers would run together.
    const room = chart.chartArea.width / Math.max(1, months.length);
    const sets = room < 3.5 * ink.rem ? [0] : [0, 1];
    return sets.flatMap((set) =>
      chart.getDatasetMeta(set).data.map((bar, index): Mark => {
        const month = months[index];
        const count = set === 0 ? month?.received : month?.resolved;
        const y = bar.y - 0.55 * ink.rem;
        const colour = set === 0 ? ink.ink : ink.ink3;
        return { kind: 'text', text: number(count ?? 0), x: bar.x, y, align: 'center', colour };
      }),
    );
  };
}

function MonthTable({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const resolved = report.byMonth.reduce((sum, month) => sum + month.resolved, 0);
  return (
    <DataTable
      label={t('complaintReport.months.question')}
      rows={report.byMonth}
      keyOf={(month) => month.month}
      columns={[
        { title: t('complaintReport.month'), cell: (month) => format.month(month.month, true) },
        {
          title: t('complaintReport.months.received'),
          isNumber: true,
          cell: (month) => (
            <RowsCount
              count={month.received}
              text={format.number(month.received)}
              to={within(daysOfMonth(month.month, report))}
            />
          ),
        },
        {
          title: t('complaintReport.months.resolved'),
          isNumber: true,
          cell: (month) => format.number(month.resolved),
        },
        {
          title: t('complaintReport.cost.title'),
          isNumber: true,
          cell: (month) => <Money minor={month.costMinor} short />,
        },
      ]}
      sums={[
        t('insights.all'),
        format.number(report.received),
        format.number(resolved),
        <Money key="cost" minor={report.compensation.costMinor} short />,
      ]}
    />
  );
}

/** More or fewer: received and solved month by month. */
export function MonthCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const open = useOpenRows();
  const { byMonth, received } = report;
  const look = { barPercentage: 0.9, categoryPercentage: 0.7, borderRadius: 2 };
  return (
    <QuestionCard
      question={t('complaintReport.months.question')}
      finding={
        report.open === 0
          ? t('complaintReport.months.allSolved', { count: received })
          : t('complaintReport.months.finding', { count: received, open: report.open })
      }
      plotted={t('complaintReport.months.plotted')}
      fileName="langgan-keluhan-bulanan"
      table={<MonthTable report={report} />}
    >
      <BarChart
        label={t('complaintReport.months.chartLabel')}
        heightRem={10}
        ink={ink}
        data={{
          labels: byMonth.map((month) => format.month(month.month, true)),
          datasets: [
            { ...look, data: byMonth.map((month) => month.received), backgroundColor: ink.top },
            { ...look, data: byMonth.map((month) => month.resolved), backgroundColor: ink.small },
          ],
        }}
        options={optionsOf(byMonth, ink)}
        marks={marksOf(byMonth, format.number)}
        onPick={(_set, index) => {
          const month = byMonth[index];
          if (month !== undefined) open(within(daysOfMonth(month.month, report)));
        }}
      />
    </QuestionCard>
  );
}
