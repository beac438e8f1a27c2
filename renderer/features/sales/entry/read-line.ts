import { type FieldReading, readAmount } from '#renderer/components/fields/read-field.ts';
import type { Language } from '#shared/contract/settings.ts';
import type { Discount } from '#shared/domain/books/sale-sums.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { minorToE4, parseDecimalE4 } from '#shared/domain/text/decimal.ts';

/** How money is written where the shop is. */
export interface Money {
  readonly currency: string;
  readonly language: Language;
}

const wrong: { readonly ok: false } = { ok: false };

/** A quantity as people type it: `2`, `2,5`, `1.250`; empty is one. Ten-thousandths. */
export function readQuantity(text: string): FieldReading<number> {
  const bare = text.trim().replace(/\s/g, '');
  if (bare === '') return { ok: true, value: 10_000 };
  const isGrouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(bare);
  if (!isGrouped && !/^\d{1,7}([.,]\d{1,4})?$/.test(bare)) return wrong;
  const plain = isGrouped ? bare.replace(/[.,]/g, '') : bare.replace(',', '.');
  const read = parseDecimalE4(plain);
  return read === null || read.e4 <= 0 ? wrong : { ok: true, value: read.e4 };
}

/** A unit price as people type it (`25rb`), in ten-thousandths; null: nothing is typed. */
export function readPrice(
  text: string,
  { currency, language }: Money,
): FieldReading<number | null> {
  const read = readAmount(text, currency, language, 1e11);
  if (!read.ok) return wrong;
  if (read.value === null) return { ok: true, value: null };
  return { ok: true, value: minorToE4(read.value, minorDigits(currency)) };
}

/** What a sale is sent for, minor units; null: nothing is typed. */
export function readShipping(
  text: string,
  { currency, language }: Money,
): FieldReading<number | null> {
  return readAmount(text, currency, language);
}

/** What comes off: an amount, or `10 %`; null: nothing is typed. */
export function readDiscount(
  text: string,
  { currency, language }: Money,
): FieldReading<Discount | null> {
  const percent = /^\s*(\d{1,3})(?:[.,](\d{1,4}))?\s*(?:%|persen|percent)\s*$/i.exec(text);
  if (percent !== null) {
    const e4 = parseDecimalE4(`${percent[1]}.${percent[2] ?? '0'}`)?.e4 ?? 0;
    return e4 > 1_000_000 ? wrong : { ok: true, value: { kind: 'percent', e4 } };
  }
  const read = readAmount(text, currency, language);
  if (!read.ok) return wrong;
  return { ok: true, value: read.value === null ? null : { kind: 'amount', minor: read.value } };
}

/** `2 kopi` is two of them; a number that the name goes on with stays in it (`V60`). */
export function splitCount(text: string): { readonly count: string | null; readonly name: string } {
  const found = /^\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*[x×]?\s+(\D.*)$/i.exec(text);
  if (found === null) return { count: null, name: text.trim() };
  return { count: found[1] ?? null, name: (found[2] ?? '').trim() };
}
