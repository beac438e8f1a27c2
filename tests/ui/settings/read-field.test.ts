import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount, readDecimal } from '#renderer/components/fields/read-field.ts';
import { formatMoney } from '#shared/domain/money.ts';

const PERCENT = { from: 0, to: 100, digits: 2 };

test('reads an amount as people type it, in either language', () => {
  const typed = ['Rp 50.000', '50.000', '50,000', '50rb', '50 ribu', '50000', 'Rp50.000,00'];
  for (const language of ['id', 'en'] as const) {
    const read = typed.map((text) => readAmount(text, 'IDR', language));
    expect(read).toEqual(typed.map(() => ({ ok: true, value: 5_000_000 })));
  }
});

test('reads large amounts in the words and groups people use', () => {
  const typed = ['1.250.000', '1,250,000', '1,25 jt', '1.25jt', 'Rp 1.250.000,-', '1250 ribu'];
  for (const language of ['id', 'en'] as const) {
    const read = typed.map((text) => readAmount(text, 'IDR', language));
    expect(read).toEqual(typed.map(() => ({ ok: true, value: 125_000_000 })));
  }
});

test('refuses what would lose something: another currency, a percentage, a part of a sen', () => {
  for (const text of ['$50', 'USD 50', '€ 50', '50 %', 'Rp 50,1234', '1,5 M', '50 ribu 500']) {
    expect([text, readAmount(text, 'IDR', 'id')]).toEqual([text, { ok: false }]);
  }
  expect(readAmount('10,5', 'JPY', 'id')).toEqual({ ok: false });
  expect(readAmount('$50', 'USD', 'id')).toEqual({ ok: true, value: 5000 });
});

test('reads what it has written, whatever the amount and the language', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900_000_000_000 }),
      fc.constantFrom('IDR', 'USD', 'JPY', 'EUR'),
      fc.constantFrom('id' as const, 'en' as const),
      (minor, currency, language) => {
        const text = formatMoney(minor, currency, language);
        expect(readAmount(text, currency, language)).toEqual({ ok: true, value: minor });
      },
    ),
  );
});

test('refuses an amount that is negative, too large or no amount, and takes nothing for no value', () => {
  for (const text of ['-5', 'lima', '200000000000', '1.2.3', 'Rp']) {
    expect(readAmount(text, 'IDR', 'id')).toEqual({ ok: false });
  }
  expect(readAmount('  ', 'IDR', 'id')).toEqual({ ok: true, value: null });
});

test('reads a percentage with a comma or a dot, within its range only', () => {
  expect(readDecimal('32,5 %', PERCENT)).toEqual({ ok: true, value: 32.5 });
  expect(readDecimal('32.5', PERCENT)).toEqual({ ok: true, value: 32.5 });
  expect(readDecimal('', PERCENT)).toEqual({ ok: true, value: null });
  for (const text of ['101', '-1', '1e1', '3,333', '30%5,', 'banyak']) {
    expect(readDecimal(text, PERCENT)).toEqual({ ok: false });
  }
});
