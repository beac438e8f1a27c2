import { numericShare } from '../fit.ts';
import { productsAgree } from '../line-sums.ts';
import type { ColumnSummary } from '../summary.ts';

/** Three columns of which one is the product of the others, row by row. */
export interface LineColumns {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
}

/** Each further column makes the search dearer by its square. */
const MOST_NUMERIC = 24;

function isNumeric(summary: ColumnSummary): boolean {
  const { filled, dates, phones, numbers } = summary;
  if (filled === 0 || numericShare(summary) < 0.7 || numbers.percent > 0) return false;
  return phones < filled * 0.5 && dates.compact < filled * 0.5;
}

/** Pieces are whole, and fewer than what one of them costs. */
function isQuantityOf(quantity: ColumnSummary, price: ColumnSummary): boolean {
  const [ofQuantity, ofPrice] = [quantity.numbers, price.numbers];
  if (ofQuantity.decimals === 0 && ofPrice.decimals > 0) return true;
  return (ofQuantity.max ?? 0) <= (ofPrice.max ?? 0);
}

/** A product by one proves nothing: some quantity must be another number. */
function tellsSomething({ sizes }: ColumnSummary): boolean {
  return sizes.some((size) => size !== null && Math.abs(size) !== 1 && size !== 0);
}

/**
 * All triples of columns that prove to be quantity, price and amount: in four of five rows that have
 * all three, the amount is the product. Titles are not looked at.
 */
export function findLineColumns(summaries: readonly ColumnSummary[]): LineColumns[] {
  const numeric = summaries
    .flatMap((summary, column) => (isNumeric(summary) ? [{ summary, column }] : []))
    .slice(0, MOST_NUMERIC);
  const found: LineColumns[] = [];
  for (const quantity of numeric) {
    if (!tellsSomething(quantity.summary)) continue;
    for (const price of numeric) {
      if (price === quantity || !isQuantityOf(quantity.summary, price.summary)) continue;
      for (const amount of numeric) {
        if (amount === quantity || amount === price) continue;
        const { fits, rows } = productsAgree({
          quantity: quantity.summary.sizes,
          price: price.summary.sizes,
          amount: amount.summary.sizes,
        });
        if (rows === 0 || fits < rows * 0.8) continue;
        found.push({ quantity: quantity.column, price: price.column, amount: amount.column });
      }
    }
  }
  return found;
}
