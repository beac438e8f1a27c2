import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import type { Days } from '#renderer/components/fields/day-span.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { FEWEST_FOR_SHARE } from './fewest.ts';
import { RowsCount, useOpenRows, within } from './rows.tsx';

type Rows = ComplaintReport['byCause'];
type What = 'cause' | 'product';

const BARS_SHOWN = 8;
/** Pareto's few: the first that together make so much of all. */
const MOST_OF_ALL = 0.8;

/** How many of the first rows make four fifths; where that takes more than half of them, the first alone. */
export function fewOf(rows: Rows): number {
  const few = rows.findIndex((row) => row.cumulativeShare >= MOST_OF_ALL - 1e-9) + 1;
  return few * 2 > rows.length ? Math.min(1, rows.length) : few;
}

/** Causes are written as they come; a title begins with a capital. */
function asTitle(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The answer in a sentence. */
export function paretoFinding(t: Translate, format: Format, what: What, rows: Rows): string {
  const first = rows[0];
  if (first === undefined) return t(`complaintReport.${what}.none`);
  const few = fewOf(rows);
  const label = first.label;
  if (rows.length === 1) return t(`complaintReport.${what}.only`, { label, count: first.count });
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  if (all < FEWEST_FOR_SHARE) {
    return t(`complaintReport.${what}.tooFew`, { label, count: first.count, all });
  }
  if (few === 1) {
    const percent = format.percent(first.share);
    return asTitle(t(`complaintReport.${what}.first`, { label, percent }));
  }
  const percent = format.percent(rows[few - 1]?.cumulativeShare ?? 1);
  return t(`complaintReport.${what}.few`, { few, all: rows.length, percent, label });
}

function filterOf(what: What, row: Rows[number], days: Days): Partial<ComplaintFilter> {
  return within(days, what === 'cause' ? { cause: row.label } : { productId: row.productId });
}

function ParetoTable({ what, rows, days }: { what: What; rows: Rows; days: Days }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  const cost = rows.reduce((sum, row) => sum + row.costMinor, 0);
  return (
    <DataTable
      label={t(`complaintReport.${what}.question`)}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        { title: t(`complaintReport.${what}.name`), cell: (row) => row.label },
        {
          title: t('complaintReport.complaints'),
          isNumber: true,
          cell: (row) => (
            <RowsCount
              count={row.count}
              text={format.number(row.count)}
              to={filterOf(what, row, days)}
            />
          ),
        },
        { title: '%', isNumber: true, cell: (row) => format.number(row.share * 100) },
        {
          title: t('complaintReport.cumulative'),
          isNumber: true,
          cell: (row) => format.number(row.cumulativeShare * 100),
        },
        {
          title: t('complaintReport.cost.title'),
          isNumber: true,
          cell: (row) => <Money minor={row.costMinor} short />,
        },
      ]}
      sums={[
        t('insights.all'),
        format.number(all),
        '',
        '',
        <Money key="cost" minor={cost} short />,
      ]}
    />
  );
}

/** Which causes, or which products, make most of the complaints. */
export function ParetoCard({ what, report }: { what: What; report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpenRows();
  const rows = what === 'cause' ? report.byCause : report.byProduct;
  const without = what === 'cause' ? report.withoutCause : report.withoutProduct;
  const few = fewOf(rows);
  const shown = rows.slice(0, BARS_SHOWN);
  const bars = shown.map((row, index) => ({
    name: row.label,
    value: row.count,
    text: format.number(row.count),
    beside: format.number(row.cumulativeShare * 100),
    isMain: index < few,
  }));
  const more = rows.length - shown.length;
  return (
    <QuestionCard
      question={t(`complaintReport.${what}.question`)}
      finding={paretoFinding(t, format, what, rows)}
      fileName={`langgan-keluhan-${what === 'cause' ? 'sebab' : 'produk'}`}
      {...(rows.length === 0
        ? {}
        : {
            plotted: t(`complaintReport.${what}.plotted`),
            table: <ParetoTable what={what} rows={rows} days={report} />,
          })}
      foot={
        <>
          {more > 0 && <span>{t('complaintReport.moreInTable', { count: more })}</span>}
          {without > 0 && <span>{t(`complaintReport.${what}.without`, { count: without })}</span>}
        </>
      }
    >
      {rows.length > 0 && (
        <LabelledBars
          label={t(`complaintReport.${what}.chartLabel`)}
          bars={bars}
          heads={{ bars: t('complaintReport.complaints'), beside: t('complaintReport.cumulative') }}
          onPick={(index) => {
            const row = shown[index];
            if (row !== undefined) open(filterOf(what, row, report));
          }}
        />
      )}
    </QuestionCard>
  );
}
