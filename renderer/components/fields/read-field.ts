import type { Language } from '#shared/contract/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { e4ToMinor, minorToE4 } from '#shared/domain/text/decimal.ts';
import { takeNumberApart } from '#shared/domain/text/number-text.ts';
import { type NumberStyle, readNumber } from '#shared/domain/text/numbers.ts';

/** What a person typed, as a value; null is an empty field. `not`: it could not be read or is out of range. */
export type FieldReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

const NOT: { readonly ok: false } = { ok: false };

/** `50.000` is fifty thousand in both languages: nobody types three decimals of a two-digit currency. */
function amountStyle(text: string, currency: string, language: Language): NumberStyle {
  const shape = takeNumberApart(text)?.shape;
  if (shape === 'dot-groups' || shape === 'dots-comma' || shape === 'comma-decimal') return 'id';
  if (shape === 'comma-groups' || shape === 'commas-dot' || shape === 'dot-decimal') return 'en';
  if (minorDigits(currency) < 3 && shape === 'dot-3') return 'id';
  if (minorDigits(currency) < 3 && shape === 'comma-3') return 'en';
  return language;
}

/** The sign that amounts are shown with (`Rp`, `US$`), which may stand in the field when it is changed. */
function signOf(currency: string, language: Language): string {
  return formatMoney(0, currency, language).replace(/[\d.,\s]/g, '');
}

/** Whether the mark beside a number is this currency's: its code, or the end of its sign (`$` of `US$`). */
function isOwnMark(mark: string | null, currency: string, language: Language): boolean {
  return mark === null || mark === currency || signOf(currency, language).endsWith(mark);
}

/**
 * An amount as people type it (`Rp 50.000`, `50rb`, `1,5 jt`), in minor units of `currency`; empty
 * gives null. Not: something else, money of another country, a percentage, a part smaller than the
 * currency has, a negative amount, or one above `most` minor units.
 */
export function readAmount(
  text: string,
  currency: string,
  language: Language,
  most = 1e13,
): FieldReading<number | null> {
  if (text.trim() === '') return { ok: true, value: null };
  const bare = text.replace(signOf(currency, language), '');
  const read = readNumber(bare, amountStyle(bare, currency, language));
  if (!read.ok || read.e4 === null || read.rounded) return NOT;
  const parts = takeNumberApart(bare);
  if (parts?.percent === true) return NOT;
  if (!isOwnMark(parts?.currency ?? null, currency, language)) return NOT;
  const minor = e4ToMinor(read.e4, minorDigits(currency));
  const isWhole = minorToE4(minor, minorDigits(currency)) === read.e4;
  return !isWhole || minor < 0 || minor > most ? NOT : { ok: true, value: minor };
}

/** A small figure with a comma or a dot before its decimals (`2,4`, `32.5 %`); empty gives null. */
export function readDecimal(
  text: string,
  range: { readonly from: number; readonly to: number; readonly digits: number },
): FieldReading<number | null> {
  const bare = text.replace(/[%\s]/g, '');
  if (bare === '') return { ok: true, value: null };
  if (!/^\d{1,4}([.,]\d{1,6})?$/.test(bare)) return NOT;
  const value = Number(bare.replace(',', '.'));
  const isWhole = (bare.split(/[.,]/)[1] ?? '').length <= range.digits;
  return isWhole && value >= range.from && value <= range.to ? { ok: true, value } : NOT;
}
