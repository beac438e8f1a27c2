import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CorrectedLine, saleIssues, sumCorrected } from '#shared/domain/books/corrections.ts';
import type { SaleSums } from '#shared/domain/books/sale-sums.ts';
import type { TaxMode } from '#shared/domain/vocabulary/sales.ts';

function line(parts: Partial<CorrectedLine> = {}): CorrectedLine {
  return { quantityE4: 10_000, unitPriceE4: 100_000_000, discountMinor: 0, taxRateE4: 0, ...parts };
}

const terms = (taxMode: TaxMode, digits: number) =>
  ({ taxMode, taxRounding: 'line', digits }) as const;
const taxesOf = (sums: SaleSums) => sums.lines.map(({ taxMinor }) => taxMinor);

describe('what a corrected sale comes to', () => {
  it('without tax: lines less discounts', () => {
    const sums = sumCorrected(
      [line(), line({ quantityE4: 25_000, discountMinor: 500 })],
      1000,
      terms('none', 0),
    );
    expect(sums.lines.map(({ amountMinor }) => amountMinor)).toEqual([10_000, 24_500]);
    expect([...taxesOf(sums), sums.taxMinor]).toEqual([0, 0, 0]);
    expect([sums.totalMinor, sums.revenueMinor]).toEqual([33_500, 33_500]);
  });

  it('with 11 % on top, and with 11 % within', () => {
    const taxed = [line({ taxRateE4: 1100 })];
    const above = sumCorrected(taxed, 0, terms('exclusive', 0));
    expect([above.totalMinor, above.taxMinor, above.revenueMinor]).toEqual([11_100, 1100, 10_000]);
    const within = sumCorrected(taxed, 0, terms('inclusive', 0));
    // 10,000 × 11 / 111 = 990.99…
    expect([within.totalMinor, within.taxMinor, within.revenueMinor]).toEqual([10_000, 991, 9009]);
  });

  it('each line is taxed on what the discount leaves of it, half up', () => {
    const sums = sumCorrected([line({ taxRateE4: 1100 }), line()], 5000, terms('exclusive', 0));
    // 7,500 × 11 % = 825
    expect(taxesOf(sums)).toEqual([825, 0]);
    const half = line({ unitPriceE4: 50_000, taxRateE4: 1000 });
    expect(taxesOf(sumCorrected([half], 0, terms('exclusive', 0)))).toEqual([1]);
  });

  it('its tax is rounded once where the shop rounds so', () => {
    const two = [1, 2].map(() => line({ unitPriceE4: 40_000, taxRateE4: 1100 }));
    // 4 × 11 % = 0.44: nothing a line, and 0.88 both together.
    const byLine = sumCorrected(two, 0, terms('exclusive', 0));
    const byInvoice = sumCorrected(two, 0, { ...terms('exclusive', 0), taxRounding: 'invoice' });
    expect([byLine.taxMinor, byInvoice.taxMinor]).toEqual([0, 1]);
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
        const bare = sumCorrected(sold, 0, terms('none', 2)).totalMinor;
        const discount = Math.floor(bare * off);
        const sums = sumCorrected(sold, discount, terms(taxMode, 2));
        const tax = taxesOf(sums).reduce((sum, one) => sum + one, 0);
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
