import { minorDigits } from '#shared/domain/currency.ts';
import type { Format } from './use-format.ts';

/** Currencies whose minor unit nobody uses any more. */
const WITHOUT_CENTS = ['IDR'];

/**
 * A reckoned amount (minor units) for people: in rupiah without the sen that a division leaves.
 * Amounts that were paid are written as they are, with `format.money`.
 */
export function wholeMoney(format: Format, amountMinor: number): string {
  if (!WITHOUT_CENTS.includes(format.currency)) return format.money(amountMinor);
  const unit = 10 ** minorDigits(format.currency);
  return format.money(Math.round(amountMinor / unit) * unit);
}
