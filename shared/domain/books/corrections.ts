import { E4, lineAmountMinor } from '../text/decimal.ts';
import type { TaxMode } from '../vocabulary/sales.ts';
import { spread } from './spread.ts';

/** A line that is sold. Quantity, price and rate are ten-thousandths. */
export interface SoldLine {
  readonly quantityE4: number;
  readonly unitPriceE4: number;
  readonly discountMinor: number;
  readonly taxRateE4: number;
}

/** What a sale comes to: minor units, tax line by line. */
export interface SaleSums {
  readonly amounts: readonly number[];
  readonly taxes: readonly number[];
  readonly totalMinor: number;
  readonly taxMinor: number;
  /** The total less the tax in it. */
  readonly revenueMinor: number;
}

/** What cannot be sold so: where in the sale, and a key of the locale's `problem.*`. */
export interface SaleIssue {
  readonly path: string;
  readonly problem: 'too-large' | 'discount-above-amount';
}

/** More than any sale comes to, and little enough for its sums to stay exact. */
const mostMinor = 1e13;

/** Half up, in whole numbers of any size; `amount` is not below zero. */
function share(amount: number, part: number, whole: number): number {
  const [a, p, w] = [BigInt(amount), BigInt(part), BigInt(whole)];
  return Number((2n * a * p + w) / (2n * w));
}

function amountsOf(lines: readonly SoldLine[], digits: number): number[] {
  return lines.map(
    ({ quantityE4, unitPriceE4, discountMinor }) =>
      lineAmountMinor(quantityE4, unitPriceE4, digits) - discountMinor,
  );
}

function isTooLarge({ quantityE4, unitPriceE4 }: SoldLine, digits: number): boolean {
  return (quantityE4 / E4) * (unitPriceE4 / E4) * 10 ** digits > mostMinor;
}

/** What is too large to be sold, and where a discount is larger than what it comes off. */
export function saleIssues(
  lines: readonly SoldLine[],
  discountMinor: number,
  digits: number,
): SaleIssue[] {
  const large = lines.flatMap((line, index) =>
    isTooLarge(line, digits) ? [`lines.${index}.unitPriceE4`] : [],
  );
  if (large.length > 0) return large.map((path) => ({ path, problem: 'too-large' }));
  const amounts = amountsOf(lines, digits);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum > mostMinor) return [{ path: 'lines', problem: 'too-large' }];
  const above = amounts.flatMap((amount, index) =>
    amount < 0 ? [`lines.${index}.discountMinor`] : [],
  );
  if (above.length === 0 && discountMinor > sum) above.push('discountMinor');
  return above.map((path) => ({ path, problem: 'discount-above-amount' }));
}

/**
 * What lines come to: the sale's discount is spread over them, each is taxed on what is left of it,
 * half up. With prices that hold the tax it is within the total, else on top of it.
 */
export function saleSums(
  lines: readonly SoldLine[],
  discountMinor: number,
  taxMode: TaxMode,
  digits: number,
): SaleSums {
  const amounts = amountsOf(lines, digits);
  const off = spread(discountMinor, amounts);
  const taxes = lines.map(({ taxRateE4 }, index) => {
    const left = (amounts[index] ?? 0) - (off[index] ?? 0);
    if (taxMode === 'none') return 0;
    return share(left, taxRateE4, taxMode === 'inclusive' ? E4 + taxRateE4 : E4);
  });
  const goods = amounts.reduce((sum, amount) => sum + amount, 0) - discountMinor;
  const taxMinor = taxes.reduce((sum, tax) => sum + tax, 0);
  const totalMinor = taxMode === 'exclusive' ? goods + taxMinor : goods;
  return { amounts, taxes, totalMinor, taxMinor, revenueMinor: totalMinor - taxMinor };
}
