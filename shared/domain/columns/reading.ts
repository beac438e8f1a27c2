import { dateReading } from './date-question.ts';
import { fieldType, type ImportField } from './fields.ts';
import { numberReading } from './number-question.ts';
import type { ReadingAnswer, ReadingContext } from './question.ts';
import type { ColumnSummary } from './summary.ts';

export type { ColumnQuestion, ColumnReading, ReadingContext } from './question.ts';

/**
 * How to read a column that becomes `field`: settled by its own values, or a question. The rules for
 * numbers stand at `numberReading`, those for dates at `dateReading`; other columns need neither.
 */
export function readingsFor(
  field: ImportField,
  summary: ColumnSummary,
  context: ReadingContext,
): ReadingAnswer {
  const type = fieldType(field);
  if (type === 'money' || type === 'number') {
    return numberReading(summary, context, type === 'money');
  }
  if (type === 'date') return dateReading(summary, context);
  return { reading: {}, question: null };
}

/** Whether a column proves that its file was written in English: for `ReadingContext`. */
export function provesEnglish(summary: ColumnSummary): boolean {
  const { shapes } = summary.numbers;
  const english = (shapes['comma-groups'] ?? 0) + (shapes['commas-dot'] ?? 0);
  return english > 0 || (summary.dates.monthFirst > 0 && summary.dates.dayFirst === 0);
}
