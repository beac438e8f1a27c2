import { lineAmountMinor } from '../text/decimal.ts';
import { isTooLarge, mostMinor, type SaleSums, type SaleTerms, sumSale } from './sale-sums.ts';

/** A line as it should have been sold. Quantity, price and rate are ten-thousandths. */
export interface CorrectedLine {
  readonly quantityE4: number;
  readonly unitPriceE4: number;
  readonly discountMinor: number;
  readonly taxRateE4: number;
}

/** What cannot be sold so: where in the sale, and a key of the locale's `problem.*`. */
export interface SaleIssue {
  readonly path: string;
  readonly problem: 'too-large' | 'discount-above-amount';
}

function amountsOf(lines: readonly CorrectedLine[], digits: number): number[] {
  return lines.map(
    ({ quantityE4, unitPriceE4, discountMinor }) =>
      lineAmountMinor(quantityE4, unitPriceE4, digits) - discountMinor,
  );
}

/** What is too large to be sold, and where a discount is larger than what it comes off. */
export function saleIssues(
  lines: readonly CorrectedLine[],
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

/** What a corrected sale comes to, as any sale does. The caller has looked for issues. */
export function sumCorrected(
  lines: readonly CorrectedLine[],
  discountMinor: number,
  terms: Omit<SaleTerms, 'discount'>,
): SaleSums {
  const amount = (minor: number) => ({ kind: 'amount', minor }) as const;
  const sold = lines.map((line) => ({ ...line, discount: amount(line.discountMinor) }));
  return sumSale(sold, { ...terms, discount: amount(discountMinor) });
}
