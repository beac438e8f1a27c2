import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  e4FromNumber,
  e4ToMinor,
  formatE4,
  lineAmountMinor,
  MAX_E4_WHOLE,
  minorToE4,
  parseDecimalE4,
} from '#shared/domain/text/decimal.ts';

const anyE4 = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

function exactLine(quantityE4: number, priceE4: number, digits: number): bigint {
  const product = BigInt(quantityE4) * BigInt(priceE4);
  const divisor = 10n ** BigInt(8 - digits);
  const size = product < 0n ? -product : product;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return product < 0n ? -rounded : rounded;
}

describe('decimals', () => {
  it('come back from their text', () => {
    fc.assert(
      fc.property(anyE4, (e4) => {
        expect(parseDecimalE4(formatE4(e4))).toEqual({ e4, rounded: false });
      }),
    );
  });

  it.each([
    ['-1234.5678', -12345678, false],
    ['0.00005', 1, true],
    ['-0.00005', -1, true],
    ['1.23449', 12345, true],
    ['2.500000', 25000, false],
    ['-0', 0, false],
  ])('%s is %d ten-thousandths, rounded: %s', (text, e4, rounded) => {
    expect(parseDecimalE4(text)).toEqual({ e4, rounded });
  });

  it.each(['', '1,5', '1.', '.5', '1e5', 'abc', ' 1', '900719925475'])('%j is refused', (text) => {
    expect(parseDecimalE4(text)).toBeNull();
  });

  it.each([
    [8.289999999999999, 82900],
    [0.1 + 0.2, 3000],
    [1.00005, 10001],
    [-1169.91, -11699100],
    [1e-7, 0],
    [123456789.1234, 1234567891234],
    [0, 0],
    [-0, 0],
  ])('the number %d is %d ten-thousandths', (value, e4) => {
    expect(e4FromNumber(value)?.e4).toBe(e4);
  });

  it('typed numbers of four decimals are exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (e4) => {
        expect(e4FromNumber(e4 / 10_000)).toEqual({ e4: e4 === 0 ? 0 : e4, rounded: false });
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, MAX_E4_WHOLE + 1])(
    'the number %d is refused',
    (value) => expect(e4FromNumber(value)).toBeNull(),
  );
});

describe('line amounts', () => {
  it.each([
    [10_000, 11_699_100, 2, 116_991],
    [25_000, 50, 2, 1],
    [-10_000, 50, 2, -1],
    [15_000, 33_333, 2, 500],
    [10_000, 5_000, 0, 1],
    [10_000, 12_345, 3, 1235],
    [-1, 1, 2, 0],
  ])('%d × %d with %d digits is %d', (quantity, price, digits, amount) => {
    expect(lineAmountMinor(quantity, price, digits)).toBe(amount);
  });

  it('equal exact arithmetic, half away from zero, in and beyond the safe range', () => {
    const digits = fc.constantFrom(0, 2, 3, 4);
    const quantity = fc.oneof(
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      fc.integer({ min: -(10 ** 5), max: 10 ** 5 }).map((whole) => whole * 10_000),
    );
    const price = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(quantity, price, digits, (q, p, d) => {
        const exact = exactLine(q, p, d);
        fc.pre(
          exact >= -BigInt(Number.MAX_SAFE_INTEGER) && exact <= BigInt(Number.MAX_SAFE_INTEGER),
        );
        expect(BigInt(lineAmountMinor(q, p, d))).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  it('too large for a safe integer are refused rather than wrong', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(() => lineAmountMinor(most, most, 2)).toThrow(RangeError);
  });

  it('minor units and ten-thousandths turn into each other', () => {
    expect(e4ToMinor(12_345, 2)).toBe(123);
    expect(e4ToMinor(12_350, 2)).toBe(124);
    expect(e4ToMinor(-12_350, 2)).toBe(-124);
    expect(minorToE4(123, 2)).toBe(12_300);
    expect(minorToE4(Number.MAX_SAFE_INTEGER, 2)).toBeNull();
  });
});
