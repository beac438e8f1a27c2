import { E4, lineAmountMinor } from '#shared/domain/text/decimal.ts';
import type { SaleRow } from './sale-row.ts';

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
