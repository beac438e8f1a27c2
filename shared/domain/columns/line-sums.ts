import type { DiscountMeaning } from '../text/discounts.ts';
import type { ImportField } from './fields.ts';
import type { ColumnSummary } from './summary.ts';

type Sizes = ColumnSummary['sizes'];

/** Columns of one line's money, as far as a file has them. */
export interface LineSums {
  readonly quantity: Sizes | null;
  readonly price: Sizes;
  readonly amount: Sizes;
}

/** What speaks of one line's money among the fields that columns become; null: not enough of it does. */
export function lineSums(
  fields: readonly ImportField[],
  summaries: readonly ColumnSummary[],
): LineSums | null {
  const sizesOf = (field: ImportField): Sizes | null =>
    summaries[fields.indexOf(field)]?.sizes ?? null;
  const price = sizesOf('line.unitPrice');
  const amount = sizesOf('line.amount') ?? sizesOf('sale.total');
  if (price === null || amount === null) return null;
  return { quantity: sizesOf('line.quantity'), price, amount };
}

/** Rows that fit, and rows that could have. */
export interface Agreement {
  readonly fits: number;
  readonly rows: number;
}

/** Prices in files are often rounded to whole units: one a piece is rounding, more is not. */
function isNear(a: number, b: number, pieces: number): boolean {
  return Math.abs(a - b) <= Math.max(1, Math.abs(pieces)) * 1.01 + Math.abs(b) * 1e-9;
}

function quantityIn({ quantity }: LineSums, row: number): number | null {
  return quantity === null ? 1 : (quantity[row] ?? null);
}

/** In how many of the rows with all three the quantity times the price is the amount. */
export function productsAgree(sums: LineSums): Agreement {
  let fits = 0;
  let rows = 0;
  for (let row = 0; row < sums.amount.length; row++) {
    const quantity = quantityIn(sums, row);
    const price = sums.price[row] ?? null;
    const amount = sums.amount[row] ?? null;
    if (quantity === null || price === null || amount === null || amount === 0) continue;
    rows++;
    if (isNear(Math.abs(quantity * price), Math.abs(amount), quantity)) fits++;
  }
  return { fits, rows };
}

/**
 * Whether the amounts stand once for several rows, each for the sum of the products down to the next: a
 * web shop writes what an order comes to beside its first item only. Such an amount is the sale's.
 */
export function standsForRuns(sums: LineSums): boolean {
  let expected: number | null = null;
  let sum = 0;
  let longest = 0;
  let length = 0;
  const holds = (): boolean => expected === null || isNear(sum, Math.abs(expected), length);
  for (let row = 0; row < sums.amount.length; row++) {
    const quantity = quantityIn(sums, row);
    const price = sums.price[row] ?? null;
    const amount = sums.amount[row] ?? null;
    if (quantity === null || price === null) continue;
    if (amount !== null) {
      if (!holds()) return false;
      [expected, sum, length] = [amount, 0, 0];
    }
    sum += Math.abs(quantity * price);
    length++;
    longest = Math.max(longest, length);
  }
  return longest > 1 && holds();
}

const AFTER: Readonly<Record<DiscountMeaning, (gross: number, off: number) => number>> = {
  money: (gross, off) => gross - off,
  percent: (gross, off) => gross * (1 - off / 100),
  fraction: (gross, off) => gross * (1 - off),
};
const MEANINGS = Object.keys(AFTER) as readonly DiscountMeaning[];

/**
 * What the numbers of a column of discounts mean, where quantity, price and amount prove it: the only
 * meaning by which the rows with a discount come out. Null: nothing is proven.
 */
export function provenDiscount(sums: LineSums, discount: Sizes): DiscountMeaning | null {
  const fits: Record<DiscountMeaning, number> = { money: 0, percent: 0, fraction: 0 };
  let rows = 0;
  for (let row = 0; row < sums.amount.length; row++) {
    const quantity = quantityIn(sums, row);
    const price = sums.price[row] ?? null;
    const amount = sums.amount[row] ?? null;
    const off = Math.abs(discount[row] ?? 0);
    if (quantity === null || price === null || amount === null || off === 0) continue;
    const gross = Math.abs(quantity * price);
    // What stands before the discount proves nothing.
    if (isNear(gross, Math.abs(amount), quantity)) continue;
    rows++;
    for (const meaning of MEANINGS) {
      if (isNear(AFTER[meaning](gross, off), Math.abs(amount), quantity)) fits[meaning]++;
    }
  }
  const proven = MEANINGS.filter((meaning) => rows > 0 && fits[meaning] >= rows * 0.8);
  return proven.length === 1 ? (proven[0] ?? null) : null;
}
