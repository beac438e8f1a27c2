import type { ColumnReading } from './reading.ts';
import type { ColumnSummary } from './summary.ts';

type Shape = keyof ColumnSummary['numbers']['shapes'];

function countOf({ numbers }: ColumnSummary, ...shapes: readonly Shape[]): number {
  return shapes.reduce((sum, shape) => sum + (numbers.shapes[shape] ?? 0), 0);
}

function dateOrderHolds(order: ColumnReading['dateOrder'], summary: ColumnSummary): boolean {
  const { dayFirst, monthFirst, yearFirst, either } = summary.dates;
  if (order === 'dmy') return monthFirst === 0 && yearFirst === 0;
  if (order === 'mdy') return dayFirst === 0 && yearFirst === 0;
  return order === undefined || dayFirst + monthFirst + either === 0;
}

function numberStyleHolds(style: ColumnReading['numberStyle'], summary: ColumnSummary): boolean {
  const indonesian = countOf(summary, 'dot-groups', 'dots-comma', 'comma-decimal');
  const english = countOf(summary, 'comma-groups', 'commas-dot', 'dot-decimal');
  if (style === 'id') return english === 0;
  if (style === 'en') return indonesian === 0;
  return style === undefined || indonesian + english === 0;
}

/** Nothing above a hundred is a percentage, nor above one a part of something. */
function discountHolds(meaning: ColumnReading['discount'], { numbers }: ColumnSummary): boolean {
  const most = numbers.max ?? 0;
  if (meaning === 'percent') return most <= 100;
  return meaning === 'fraction' ? most <= 1 : true;
}

/**
 * Whether an answer given for one file may settle the same column of another: only where no value
 * of the other proves it wrong. A till that wrote `05/03/2026` day first last year may write month
 * first today.
 */
export function answerHolds(answer: ColumnReading, summary: ColumnSummary): boolean {
  return (
    dateOrderHolds(answer.dateOrder, summary) &&
    numberStyleHolds(answer.numberStyle, summary) &&
    discountHolds(answer.discount, summary)
  );
}
