import { E4, lineAmountMinor, percentOfMinor } from '../text/decimal.ts';
import type { TaxMode } from '../vocabulary/sales.ts';
import { spread } from './spread.ts';

/** What is taken off: minor units, or percent in ten-thousandths of one (5 % is 50,000). */
export type Discount =
  | { readonly kind: 'amount'; readonly minor: number }
  | { readonly kind: 'percent'; readonly e4: number };

/** One line as it was agreed. Quantity and price are ten-thousandths, the rate too (11 % is 1,100). */
export interface SoldLine {
  readonly quantityE4: number;
  readonly unitPriceE4: number;
  readonly discount: Discount | null;
  readonly taxRateE4: number;
}

/** More than any sale comes to, and little enough for its sums to stay exact; minor units. */
export const mostMinor = 1e13;

/** Whether a line comes to more than any sale does. Such a line is not to be summed. */
export function isTooLarge(
  { quantityE4, unitPriceE4 }: Pick<SoldLine, 'quantityE4' | 'unitPriceE4'>,
  digits: number,
): boolean {
  return (quantityE4 / E4) * (unitPriceE4 / E4) * 10 ** digits > mostMinor;
}

/** Where tax is rounded: on each line, or once for all lines of a rate. */
export const taxRoundings = ['line', 'invoice'] as const;
export type TaxRounding = (typeof taxRoundings)[number];

export interface SaleTerms {
  readonly discount: Discount | null;
  readonly taxMode: TaxMode;
  readonly taxRounding: TaxRounding;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
}

/** What a line comes to, minor units. */
export interface LineSums {
  /** Quantity × price. */
  readonly grossMinor: number;
  readonly discountMinor: number;
  /** Gross less its discount; the sale's own discount is not in it. */
  readonly amountMinor: number;
  readonly taxMinor: number;
}

/** What a sale comes to, minor units. */
export interface SaleSums {
  readonly lines: readonly LineSums[];
  readonly linesMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  /** What is to be paid: lines less the discount, with the tax where it comes on top. */
  readonly totalMinor: number;
  /** Total less the tax in it. */
  readonly revenueMinor: number;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** What a discount takes off an amount, minor units, half up. */
export function discountOf(discount: Discount | null, amountMinor: number): number {
  if (discount === null) return 0;
  return discount.kind === 'amount' ? discount.minor : percentOfMinor(amountMinor, discount.e4);
}

/** Whole units of `amount × factor / divisor`, half up; none of them below zero. */
function shareHalfUp(amount: number, factor: number, divisor: number): number {
  const [whole, part] = [BigInt(amount) * BigInt(factor), BigInt(divisor)];
  return Number((2n * whole + part) / (2n * part));
}

const rateUnit = 10_000;

/** The tax of a base: in it where prices hold the tax, on top of it where they do not. */
function taxOf(baseMinor: number, rateE4: number, mode: TaxMode): number {
  if (mode === 'none') return 0;
  return shareHalfUp(baseMinor, rateE4, mode === 'inclusive' ? rateUnit + rateE4 : rateUnit);
}

/** The tax of all lines of a rate is rounded once, and then laid on them. */
function taxOfInvoice(bases: readonly number[], rates: readonly number[], mode: TaxMode): number[] {
  const taxes = bases.map(() => 0);
  for (const rate of new Set(rates)) {
    const of = bases.map((_, index) => index).filter((index) => rates[index] === rate);
    const weights = of.map((index) => bases[index] ?? 0);
    const parts = spread(taxOf(sum(weights), rate, mode), weights);
    for (const [place, index] of of.entries()) taxes[index] = parts[place] ?? 0;
  }
  return taxes;
}

/** The line's discount is no more than the line: the caller has seen to it. */
function sumLine({ quantityE4, unitPriceE4, discount }: SoldLine, digits: number) {
  const grossMinor = lineAmountMinor(quantityE4, unitPriceE4, digits);
  const discountMinor = discountOf(discount, grossMinor);
  return { grossMinor, discountMinor, amountMinor: grossMinor - discountMinor };
}

/**
 * What a sale comes to; none of its lines is too large. Its discount is laid on the lines by what they come to, and the tax reckoned
 * on what is left of each, so that the lines' taxes are the sale's. Nothing here is below zero.
 */
export function sumSale(lines: readonly SoldLine[], terms: SaleTerms): SaleSums {
  const { taxMode, taxRounding, digits } = terms;
  const given = lines.map((line) => sumLine(line, digits));
  const amounts = given.map(({ amountMinor }) => amountMinor);
  const linesMinor = sum(amounts);
  const discountMinor = discountOf(terms.discount, linesMinor);
  const shares = spread(discountMinor, amounts);
  const bases = amounts.map((amount, index) => amount - (shares[index] ?? 0));
  const rates = lines.map(({ taxRateE4 }) => taxRateE4);
  const taxes =
    taxRounding === 'invoice'
      ? taxOfInvoice(bases, rates, taxMode)
      : bases.map((base, index) => taxOf(base, rates[index] ?? 0, taxMode));
  const taxMinor = sum(taxes);
  const totalMinor = linesMinor - discountMinor + (taxMode === 'exclusive' ? taxMinor : 0);
  return {
    lines: given.map((line, index) => ({ ...line, taxMinor: taxes[index] ?? 0 })),
    linesMinor,
    discountMinor,
    taxMinor,
    totalMinor,
    revenueMinor: totalMinor - taxMinor,
  };
}

/** So much of an amount as comes with so much of a quantity, half up: what is given out adds up to all of it. */
function partUpTo(amountMinor: number, quantityE4: number, wholeE4: number): number {
  return wholeE4 === 0 ? 0 : shareHalfUp(amountMinor, quantityE4, wholeE4);
}

/**
 * What of a line's amount goes back with a quantity, after what went back before. Step by step until
 * nothing is left, the parts come to the whole amount.
 */
export function partGivenBack(
  amountMinor: number,
  line: { readonly quantityE4: number; readonly beforeE4: number; readonly backE4: number },
): number {
  const { quantityE4, beforeE4, backE4 } = line;
  const through = partUpTo(amountMinor, beforeE4 + backE4, quantityE4);
  return through - partUpTo(amountMinor, beforeE4, quantityE4);
}
