import { describe, expect, it } from 'vitest';
import { countryOfCurrency, isCurrencyCode, minorDigits } from '#shared/domain/currency.ts';
import { formatMoney } from '#shared/domain/money.ts';

const NBSP = '\u00a0';

describe('currencies', () => {
  it('tell whose money they are, unless several countries share them', () => {
    const currencies = ['IDR', 'USD', 'MYR', 'EUR', 'XOF', 'ZZZ'];
    expect(currencies.map(countryOfCurrency)).toEqual(['ID', 'US', 'MY', null, null, null]);
  });

  it('have the minor units of ISO 4217', () => {
    const digits = ['IDR', 'USD', 'JPY', 'KWD', 'VND', 'CLF', 'EUR'].map(minorDigits);
    expect(digits).toEqual([2, 2, 0, 3, 0, 4, 2]);
  });

  it('are known by their code in capitals', () => {
    expect(['IDR', 'USD', 'idr', 'XQZ', 'DUS', 'Rp'].map(isCurrencyCode)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('money', () => {
  it('leaves the sen of a computed rupiah amount out, and keeps cents elsewhere', () => {
    const options = { isComputed: true };
    expect(formatMoney(475_615_905, 'IDR', 'id', options)).toBe(`Rp${NBSP}4.756.159`);
    expect(formatMoney(1_250, 'USD', 'en', options)).toBe('US$12.50');
  });

  it.each([
    [125_000_000, 'IDR', 'id', false, 'Rp 1.250.000'],
    [125_000_050, 'IDR', 'id', false, 'Rp 1.250.000,50'],
    [-125_000_000, 'IDR', 'id', false, '−Rp 1.250.000'],
    [0, 'IDR', 'id', false, 'Rp 0'],
    [130_000_000, 'IDR', 'id', true, 'Rp 1,3 jt'],
    [130_000_000_000, 'IDR', 'id', true, 'Rp 1,3 M'],
    [95_000, 'IDR', 'id', true, 'Rp 950'],
    [125_000_000, 'IDR', 'en', false, 'Rp 1,250,000'],
    [1_250, 'USD', 'en', false, 'US$12.50'],
    [-1_250, 'USD', 'id', false, '−US$12,50'],
    [12_500, 'JPY', 'en', false, 'JP¥12,500'],
    [12_500, 'KWD', 'en', false, 'KWD 12.500'],
    [7_420, 'GBP', 'en', true, '£74.20'],
    [-7_420, 'GBP', 'en', true, '−£74.20'],
    [7_400, 'GBP', 'en', true, '£74'],
    [99_999, 'GBP', 'en', true, '£999.99'],
    [100_000, 'GBP', 'en', true, '£1k'],
  ] as const)(
    '%d minor units of %s in %s, short %s: %s',
    (minor, currency, locale, short, text) => {
      expect(formatMoney(minor, currency, locale, { short })).toBe(text.replaceAll(' ', NBSP));
    },
  );

  it('keeps every digit of the largest amounts', () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'IDR', 'id')).toBe(
      `Rp${NBSP}90.071.992.547.409,91`,
    );
  });
});
