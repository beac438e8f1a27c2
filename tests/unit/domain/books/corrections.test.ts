import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SoldLine, saleIssues, saleSums } from '#shared/domain/books/corrections.ts';

function line(parts: Partial<SoldLine> = {}): SoldLine {
  return { quantityE4: 10_000, unitPriceE4: 100_000_000, discountMinor: 0, taxRateE4: 0, ...parts };
}

describe('what a corrected sale comes to', () => {
  it('without tax: lines less discounts', () => {
    const sums = saleSums(
      [line(), line({ quantityE4: 25_000, discountMinor: 500 })],
      1000,
      'none',
      0,
    );
    expect(sums).toMatchObject({ amounts: [10_000, 24_500], taxes: [0, 0], taxMinor: 0 });
    expect([sums.totalMinor, sums.revenueMinor]).toEqual([33_500, 33_500]);
  });

  it('with 11 % on top, and with 11 % within', () => {
    const taxed = [line({ taxRateE4: 1100 })];
    const above = saleSums(taxed, 0, 'exclusive', 0);
    expect([above.totalMinor, above.taxMinor, above.revenueMinor]).toEqual([11_100, 1100, 10_000]);
    const within = saleSums(taxed, 0, 'inclusive', 0);
    // 10,000 × 11 / 111 = 990.99…
    expect([within.totalMinor, within.taxMinor, within.revenueMinor]).toEqual([10_000, 991, 9009]);
  });

  it('each line is taxed on what the discount leaves of it, half up', () => {
    const sums = saleSums([line({ taxRateE4: 1100 }), line()], 5000, 'exclusive', 0);
    // 7,500 × 11 % = 825
    expect(sums.taxes).toEqual([825, 0]);
    expect(
      saleSums([line({ unitPriceE4: 50_000, taxRateE4: 1000 })], 0, 'exclusive', 0).taxes,
    ).toEqual(
      // 0.5 up
      [1],
    );
  });

  it('always adds up, and no tax is above what it is of', () => {
    const lines = fc.array(
      fc.record({
        quantityE4: fc.integer({ min: 1, max: 1_000_000 }),
        unitPriceE4: fc.integer({ min: 0, max: 10_000_000_000 }),
        discountMinor: fc.constant(0),
        taxRateE4: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const mode = fc.constantFrom('none', 'inclusive', 'exclusive');
    fc.assert(
      fc.property(lines, mode, fc.double({ min: 0, max: 1, noNaN: true }), (sold, taxMode, off) => {
        const bare = saleSums(sold, 0, 'none', 2).totalMinor;
        const discount = Math.floor(bare * off);
        const sums = saleSums(sold, discount, taxMode, 2);
        const tax = sums.taxes.reduce((sum, one) => sum + one, 0);
        expect(sums.taxMinor).toBe(tax);
        expect(sums.revenueMinor).toBe(sums.totalMinor - tax);
        expect(sums.totalMinor - (taxMode === 'exclusive' ? tax : 0)).toBe(bare - discount);
        expect(sums.revenueMinor).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('refuses what is above what it comes off, and what no sale comes to', () => {
    expect(saleIssues([line(), line({ discountMinor: 10_001 })], 0, 0)).toEqual([
      { path: 'lines.1.discountMinor', problem: 'discount-above-amount' },
    ]);
    expect(saleIssues([line()], 10_001, 0)).toEqual([
      { path: 'discountMinor', problem: 'discount-above-amount' },
    ]);
    expect(saleIssues([line({ quantityE4: 1e13, unitPriceE4: 1e15 })], 0, 2)).toEqual([
      { path: 'lines.0.unitPriceE4', problem: 'too-large' },
    ]);
    expect(
      saleIssues(Array(11).fill(line({ unitPriceE4: 1e15, quantityE4: 100_000 })), 0, 0),
    ).toEqual([{ path: 'lines', problem: 'too-large' }]);
    expect(saleIssues([line({ discountMinor: 10_000 }), line()], 10_000, 0)).toEqual([]);
  });
});
