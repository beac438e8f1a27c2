import { E4, e4ToMinor, lineAmountMinor, percentOfMinor } from '#shared/domain/text/decimal.ts';
import type { GivenDiscount } from './discount.ts';
import type { SaleRow } from './sale-row.ts';

/** What comes off the line; of a percentage without a price only what is left is known: 0. */
export function lineDiscountMinor(
  row: SaleRow,
  off: GivenDiscount | null,
  price: number | null,
  digits: number,
): number {
  if (off === null) return 0;
  if (off.minor !== null) return off.minor;
  const gross = lineAmountMinor(row.quantityE4, price ?? 0, digits);
  return percentOfMinor(Math.abs(gross), off.percentE4);
}

/** The line comes to quantity × price, less its discount. */
export function takeProduct(row: SaleRow, price: number, digits: number): void {
  row.amountMinor = productMinor(row, price, digits);
  row.exactFactor = row.quantityE4;
  row.exactE4 = price;
  row.exactDiscountMinor = row.discountMinor;
}

/** The line comes to what the file says. */
export function takeGiven(row: SaleRow, given: number, digits: number): void {
  row.amountMinor = e4ToMinor(given, digits);
  row.exactFactor = E4;
  row.exactE4 = given;
  row.exactDiscountMinor = 0;
}

/** Quantity × price, less the line's discount. */
export function productMinor(row: SaleRow, price: number, digits: number): number {
  const gross = lineAmountMinor(row.quantityE4, price, digits);
  return gross < 0 ? gross + row.discountMinor : gross - row.discountMinor;
}

/**
 * What does not fit where a row gives both an amount and a price, as a key of the locale's `problem.*`.
 * The amount counts either way: it is what was paid.
 */
export function lineDoubt(row: SaleRow, price: number, digits: number): string | null {
  const gross = Math.abs(lineAmountMinor(row.quantityE4, price, digits));
  const amount = Math.abs(row.amountMinor);
  if (gross === amount) return row.discountMinor > 0 ? 'discount-not-counted' : null;
  // Till prices are often rounded to whole units: a unit a piece is rounding, more is not.
  const tolerance = 10 ** digits * Math.max(1, Math.abs(row.quantityE4) / E4);
  return Math.abs(gross - row.discountMinor - amount) > tolerance ? 'amount-differs' : null;
}
