import { E4, formatE4 } from '../text/decimal.ts';
import type { DiscountMeaning } from '../text/discounts.ts';
import { readDiscount } from '../text/discounts.ts';
import type { NumberStyle } from '../text/numbers.ts';
import type { ColumnOption, DiscountWitness, ReadingContext } from './question.ts';
import type { ColumnSummary } from './summary.ts';

/** No percentage is above it, and nobody takes off less in rupiah. */
const HUNDRED = 100;

/** What bare numbers mean, or the meanings between which only a person can choose. */
export type DiscountAnswer =
  | { readonly meaning: DiscountMeaning; readonly options: null }
  | { readonly meaning: null; readonly example: string; readonly options: readonly ColumnOption[] };

function settled(meaning: DiscountMeaning): DiscountAnswer {
  return { meaning, options: null };
}

/** The largest bare number: of all, but where it depends on the style, of the first ones. */
function mostOf({ numbers, values }: ColumnSummary, style: NumberStyle): number {
  const { shapes } = numbers;
  if ((shapes['dot-3'] ?? 0) + (shapes['comma-3'] ?? 0) === 0) {
    return Math.max(Math.abs(numbers.max ?? 0), Math.abs(numbers.min ?? 0));
  }
  return Math.max(0, ...values.map((value) => bareSize(value, style)));
}

function bareSize(value: string, style: NumberStyle): number {
  const read = readDiscount(value, style, 'money');
  if (!read.ok || read.discount === null || read.discount.isPercent) return 0;
  return read.discount.e4 / E4;
}

function ask(
  summary: ColumnSummary,
  style: NumberStyle,
  meanings: readonly DiscountMeaning[],
): DiscountAnswer {
  const example =
    summary.values.find((value) => bareSize(value, style) > 0) ?? String(mostOf(summary, style));
  const options = meanings.map((value, index): ColumnOption => {
    const read = readDiscount(example, style, value);
    return {
      value,
      read: read.ok && read.discount !== null ? discountText(read.discount) : '',
      from: null,
      to: null,
      afterToday: 0,
      likely: index === 0,
    };
  });
  return { meaning: null, example, options };
}

/** A discount as plain text: `10%`, `5000`. */
export function discountText({ e4, isPercent }: { e4: number; isPercent: boolean }): string {
  return `${formatE4(e4)}${isPercent ? '%' : ''}`;
}

/**
 * What the numbers of a column of discounts take off. Signs speak for themselves; bare numbers mean
 *
 * 1. what quantity, price and amount prove;
 * 2. money where one of them is above a hundred: no percentage is;
 * 3. percent where the title says so: of at most 1 they may be parts of one, so ask;
 * 4. money in a shop that counts in other currencies; `10` in a shop of rupiah, or `0,1` anywhere: ask.
 */
export function discountMeaning(
  summary: ColumnSummary,
  style: NumberStyle,
  witness: DiscountWitness,
  { currency }: Pick<ReadingContext, 'currency'>,
): DiscountAnswer {
  if (witness.proven !== null) return settled(witness.proven);
  const most = mostOf(summary, style);
  if (most === 0 || most > HUNDRED) return settled('money');
  if (witness.saysPercent) {
    const mayBeParts = most <= 1 && summary.numbers.decimals > 0;
    return mayBeParts ? ask(summary, style, ['fraction', 'percent']) : settled('percent');
  }
  if (most < 1) return ask(summary, style, ['fraction', 'money']);
  const isDoubtful = currency === 'IDR' || summary.numbers.percent > 0;
  return isDoubtful ? ask(summary, style, ['percent', 'money']) : settled('money');
}
