import { dateReading } from './date-question.ts';
import { discountMeaning } from './discount-question.ts';
import { fieldType, type ImportField } from './fields.ts';
import { numberReading } from './number-question.ts';
import type { ColumnReading, DiscountWitness, ReadingAnswer, ReadingContext } from './question.ts';
import type { ColumnSummary } from './summary.ts';

export type { ColumnQuestion, ColumnReading, ReadingContext } from './question.ts';

const NO_WITNESS: DiscountWitness = { saysPercent: false, proven: null };

function styleReading(
  summary: ColumnSummary,
  context: ReadingContext,
  answer: ColumnReading,
  isMoney: boolean,
): ReadingAnswer {
  const { numberStyle } = answer;
  if (numberStyle !== undefined) return { reading: { numberStyle }, question: null };
  return numberReading(summary, context, isMoney);
}

/** How numbers are written comes first: what they mean can be shown only then. */
function discountReading(
  summary: ColumnSummary,
  context: ReadingContext,
  answer: ColumnReading,
): ReadingAnswer {
  const style = styleReading(summary, context, answer, true);
  if (style.reading === null) return style;
  const { reading } = style;
  if (answer.discount !== undefined) {
    return { reading: { ...reading, discount: answer.discount }, question: null };
  }
  const witness = context.discount ?? NO_WITNESS;
  const meant = discountMeaning(summary, reading.numberStyle ?? 'plain', witness, context);
  if (meant.meaning !== null) {
    return { reading: { ...reading, discount: meant.meaning }, question: null };
  }
  const { example, options } = meant;
  return { reading: null, question: { kind: 'discount', example, options } };
}

function dayReading(
  summary: ColumnSummary,
  context: ReadingContext,
  { dateOrder }: ColumnReading,
): ReadingAnswer {
  if (dateOrder !== undefined) return { reading: { dateOrder }, question: null };
  return dateReading(summary, context);
}

/** A column that is kept as a field of the customer is read as that field's values are. */
function ownReading(
  summary: ColumnSummary,
  context: ReadingContext,
  answer: ColumnReading,
): ReadingAnswer {
  if (context.ownType === 'number') return styleReading(summary, context, answer, false);
  if (context.ownType === 'day') return dayReading(summary, context, answer);
  return { reading: {}, question: null };
}

/**
 * How to read a column that becomes `field`: as a person has answered, settled by its own values, or a
 * question. The rules stand at `numberReading`, `discountMeaning` and `dateReading`; other columns need
 * none.
 */
export function readingsFor(
  field: ImportField,
  summary: ColumnSummary,
  context: ReadingContext,
  answer: ColumnReading = {},
): ReadingAnswer {
  switch (fieldType(field)) {
    case 'money':
      return styleReading(summary, context, answer, true);
    case 'number':
      return styleReading(summary, context, answer, false);
    case 'discount':
      return discountReading(summary, context, answer);
    case 'date':
      return dayReading(summary, context, answer);
    case 'own':
      return ownReading(summary, context, answer);
    default:
      return { reading: {}, question: null };
  }
}

/** Whether a column proves that its file was written in English: for `ReadingContext`. */
export function provesEnglish(summary: ColumnSummary): boolean {
  const { shapes } = summary.numbers;
  const english = (shapes['comma-groups'] ?? 0) + (shapes['commas-dot'] ?? 0);
  return english > 0 || (summary.dates.monthFirst > 0 && summary.dates.dayFirst === 0);
}
