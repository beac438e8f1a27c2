import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Discount,
  partGivenBack,
  type SaleTerms,
  type SoldLine,
  sumSale,
} from '#shared/domain/books/sale-sums.ts';

const plain: SaleTerms = { discount: null, taxMode: 'none', taxRounding: 'invoice', digits: 2 };

function line(quantity: number, price: number, parts: Partial<SoldLine> = {}): SoldLine {
  const [quantityE4, unitPriceE4] = [quantity * 10_000, price * 10_000];
  return { quantityE4, unitPriceE4, discount: null, taxRateE4: 0, ...parts };
}

const off = (minor: number): Discount => ({ kind: 'amount', minor });
const percent = (value: number): Discount => ({ kind: 'percent', e4: value * 10_000 });

describe('what a sale comes to', () => {
  it('is its lines less what comes off each and off all', () => {
    const lines = [line(2, 245_000), line(5, 118_000, { discount: percent(5) })];
    expect(sumSale(lines, { ...plain, discount: off(5_050_000) })).toEqual({
      lines: [
        { grossMinor: 49_000_000, discountMinor: 0, amountMinor: 49_000_000, taxMinor: 0 },
        { grossMinor: 59_000_000, discountMinor: 2_950_000, amountMinor: 56_050_000, taxMinor: 0 },
      ],
      linesMinor: 105_050_000,
      discountMinor: 5_050_000,
      taxMinor: 0,
      totalMinor: 100_000_000,
      revenueMinor: 100_000_000,
    });
  });

  it('holds the tax, or has it on top', () => {
    const taxed = [line(1, 111_000, { taxRateE4: 1100 })];
    expect(sumSale(taxed, { ...plain, taxMode: 'inclusive' })).toMatchObject({
      taxMinor: 1_100_000,
      totalMinor: 11_100_000,
      revenueMinor: 10_000_000,
    });
    expect(sumSale(taxed, { ...plain, taxMode: 'exclusive' })).toMatchObject({
      taxMinor: 1_221_000,
      totalMinor: 12_321_000,
      revenueMinor: 11_100_000,
    });
    expect(sumSale(taxed, plain)).toMatchObject({ taxMinor: 0, totalMinor: 11_100_000 });
  });

  it('is taxed on what the discount leaves, rounded once or line by line', () => {
    const three = [0, 1, 2].map(() => line(1, 5, { taxRateE4: 1000 }));
    const terms = { ...plain, digits: 0, taxMode: 'exclusive' } as const;
    const whole = sumSale(three, { ...terms, taxRounding: 'invoice' });
    expect([whole.taxMinor, whole.lines.map(({ taxMinor }) => taxMinor)]).toEqual([2, [1, 1, 0]]);
    const each = sumSale(three, { ...terms, taxRounding: 'line' });
    expect([each.taxMinor, each.lines.map(({ taxMinor }) => taxMinor)]).toEqual([3, [1, 1, 1]]);
    const less = sumSale([line(1, 100, { taxRateE4: 1000 })], { ...terms, discount: percent(50) });
    expect(less).toMatchObject({ discountMinor: 50, taxMinor: 5, totalMinor: 55 });
  });

  it('rounds half up: two and a half kilos at 33', () => {
    expect(sumSale([line(2.5, 33)], { ...plain, digits: 0 }).totalMinor).toBe(83);
  });

  it('of no lines is nothing', () => {
    expect(sumSale([], { ...plain, discount: percent(10) })).toMatchObject({
      lines: [],
      totalMinor: 0,
      taxMinor: 0,
    });
  });
});

const discount = fc.option(fc.integer({ min: 0, max: 100 }).map(percent), { nil: null });
const lines = fc.array(
  fc.record({
    quantityE4: fc.integer({ min: 1, max: 5_000_000 }),
    unitPriceE4: fc.integer({ min: 0, max: 500_000_000 }),
    discount,
    taxRateE4: fc.constantFrom(0, 500, 1100, 1200),
  }),
  { maxLength: 12 },
);
const terms = fc.record({
  discount,
  taxMode: fc.constantFrom('none' as const, 'inclusive' as const, 'exclusive' as const),
  taxRounding: fc.constantFrom('line' as const, 'invoice' as const),
  digits: fc.constantFrom(0, 2, 3),
});

it('adds up, whatever is sold: lines, tax, total and revenue', () => {
  fc.assert(
    fc.property(lines, terms, (sold, agreed) => {
      const sums = sumSale(sold, agreed);
      const all = (of: (one: (typeof sums.lines)[number]) => number) =>
        sums.lines.reduce((sum, one) => sum + of(one), 0);
      expect(all((one) => one.amountMinor)).toBe(sums.linesMinor);
      expect(all((one) => one.taxMinor)).toBe(sums.taxMinor);
      expect(all((one) => one.grossMinor - one.discountMinor)).toBe(sums.linesMinor);
      const onTop = agreed.taxMode === 'exclusive' ? sums.taxMinor : 0;
      expect(sums.totalMinor).toBe(sums.linesMinor - sums.discountMinor + onTop);
      expect(sums.revenueMinor + sums.taxMinor).toBe(sums.totalMinor);
      expect(sums.taxMinor).toBeGreaterThanOrEqual(0);
      if (agreed.taxMode === 'inclusive')
        expect(sums.taxMinor).toBeLessThanOrEqual(sums.totalMinor);
      if (agreed.taxMode === 'none') expect(sums.taxMinor).toBe(0);
    }),
  );
});

it('gives back all of an amount, in whatever steps the goods come back', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), steps, (amount, given) => {
      const quantityE4 = given.reduce((sum, one) => sum + one, 0);
      let beforeE4 = 0;
      let back = 0;
      for (const backE4 of given) {
        const part = partGivenBack(amount, { quantityE4, beforeE4, backE4 });
        expect(Math.abs(part - (amount * backE4) / quantityE4)).toBeLessThanOrEqual(1.01);
        back += part;
        beforeE4 += backE4;
      }
      expect(back).toBe(amount);
    }),
  );
});
