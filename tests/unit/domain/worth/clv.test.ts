import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageYearsKept,
  formulaClv,
  purchaseRate,
  yearsKeptAssumption,
} from '#shared/domain/worth/clv.ts';

/** Elok: Rp 275.000 twice a month for three years (integer sen). */
const elok = {
  revenueMinor: 72 * 27_500_000,
  purchases: 72,
  firstOn: '2023-05-03',
  lastOn: '2026-04-18',
  yearsKept: 3,
  marginPercent: null,
  keepingCostMinorPerYear: null,
};

describe('purchaseRate', () => {
  it('counts Elok’s 72 purchases in 36 inclusive months as 24 a year', () => {
    expect(purchaseRate(elok)).toEqual({ perYear: 24, months: 36 });
  });

  it('counts a single purchase as one a year', () => {
    const once = { purchases: 1, firstOn: '2026-02-28', lastOn: '2026-02-28' };
    expect(purchaseRate(once)).toEqual({ perYear: 1, months: 1 });
  });

  it('does not extrapolate four purchases in two months to twenty-four', () => {
    const short = { purchases: 4, firstOn: '2026-03-31', lastOn: '2026-04-01' };
    expect(purchaseRate(short)).toEqual({ perYear: 4, months: 2 });
  });

  it('extrapolates from the thirteenth month on', () => {
    const facts = { purchases: 13, firstOn: '2025-01-31', lastOn: '2026-01-01' };
    expect(purchaseRate(facts)).toEqual({ perYear: 12, months: 13 });
  });
});

describe('formulaClv', () => {
  it('gives every step of Rp 275.000 × 24 × 3 = Rp 19.800.000', () => {
    expect(formulaClv(elok)).toEqual({
      averageSaleMinor: 27_500_000,
      perYear: 24,
      months: 36,
      isShortRelation: false,
      yearsKept: 3,
      grossMinor: 1_980_000_000,
      marginPercent: null,
      afterMarginMinor: null,
      keepingMinor: null,
      valueMinor: 1_980_000_000,
    });
  });

  it('comes to Rp 5.790.000 with 30 % margin and Rp 50.000 a year to keep her', () => {
    const clv = formulaClv({ ...elok, marginPercent: 30, keepingCostMinorPerYear: 5_000_000 });
    expect(clv).toMatchObject({
      grossMinor: 1_980_000_000,
      afterMarginMinor: 594_000_000,
      keepingMinor: 15_000_000,
      valueMinor: 579_000_000,
    });
  });

  it('takes the cost of keeping from the gross value where the margin is unknown', () => {
    const clv = formulaClv({ ...elok, keepingCostMinorPerYear: 5_000_000 });
    expect(clv).toMatchObject({ afterMarginMinor: null, valueMinor: 1_965_000_000 });
  });

  it('stays negative for a customer who returned more than was bought', () => {
    const clv = formulaClv({ ...elok, revenueMinor: -101, purchases: 2, yearsKept: 1.5 });
    expect(clv.valueMinor).toBe(-51);
  });

  it('rounds halves away from zero and only once', () => {
    const input = { ...elok, revenueMinor: 3, purchases: 1, lastOn: elok.firstOn, yearsKept: 1 };
    const clv = formulaClv({ ...input, marginPercent: 50, keepingCostMinorPerYear: 0 });
    expect([clv.grossMinor, clv.afterMarginMinor, clv.valueMinor]).toEqual([3, 2, 2]);
  });

  it('refuses a customer without a purchase', () => {
    expect(() => formulaClv({ ...elok, purchases: 0 })).toThrow(RangeError);
  });

  it('is exactly what was spent when the years kept are the customer’s own history', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        day,
        day,
        (revenueMinor, purchases, one, other) => {
          const [firstOn, lastOn] = one < other ? [one, other] : [other, one];
          const facts = { purchases, firstOn, lastOn };
          const { months } = purchaseRate(facts);
          const { years } = yearsKeptAssumption({ kind: 'history' }, null, months);
          const input = { ...facts, revenueMinor, yearsKept: years };
          const clv = formulaClv({ ...input, marginPercent: null, keepingCostMinorPerYear: null });
          expect(clv.valueMinor).toBe(revenueMinor);
        },
      ),
    );
  });

  it('agrees with the product of its printed steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (revenueMinor, purchases, quarters, marginPercent) => {
          const yearsKept = quarters / 4;
          const clv = formulaClv({ ...elok, revenueMinor, purchases, yearsKept, marginPercent });
          const product = clv.averageSaleMinor * clv.perYear * clv.yearsKept;
          expect(Math.abs(clv.grossMinor - product)).toBeLessThan(0.501);
          expect(Math.abs(clv.valueMinor - (product * marginPercent) / 100)).toBeLessThan(0.501);
        },
      ),
    );
  });
});

describe('averageYearsKept', () => {
  it('is the mean of inclusive months, named as a minimum', () => {
    const relations = [36, 24, 12, 6, 12].map((months) => ({ months }));
    expect(averageYearsKept(relations)).toEqual({ years: 1.5, customers: 5, isMinimum: true });
  });

  it('is not carried by one relation that no other comes near', () => {
    const years = (...months: readonly number[]) =>
      averageYearsKept(months.map((each) => ({ months: each })))?.years;
    expect(years(12, 12, 12, 12, 12, 1200)).toBe(1);
    expect(years(1200, 12, 24, 12, 12)).toBeCloseTo(84 / 5 / 12, 12);
    expect(years(48, 24, 12, 24, 12)).toBe(2);
    expect(years(1200, 1200, 12, 12, 12)).toBeCloseTo(2436 / 5 / 12, 12);
  });

  it('knows a tenth of a year and no more', () => {
    const relations = [19, 20, 19, 20, 19].map((months) => ({ months }));
    expect(averageYearsKept(relations)?.years).toBe(1.6);
  });

  it('says nothing below five customers', () => {
    expect(averageYearsKept([36, 24, 12, 6].map((months) => ({ months })))).toBeNull();
  });
});

describe('yearsKeptAssumption', () => {
  const average = { years: 2.25 };

  it('takes the source that was set', () => {
    expect(yearsKeptAssumption({ kind: 'average' }, average, 36)).toEqual({
      years: 2.25,
      source: 'average',
    });
    expect(yearsKeptAssumption({ kind: 'own', years: 4 }, average, 36)).toEqual({
      years: 4,
      source: 'own',
    });
    expect(yearsKeptAssumption({ kind: 'history' }, average, 36)).toEqual({
      years: 3,
      source: 'history',
    });
  });

  it('falls back to the customer’s history and says so', () => {
    const history = { years: 1.5, source: 'history' };
    expect(yearsKeptAssumption({ kind: 'average' }, null, 18)).toEqual(history);
    expect(yearsKeptAssumption({ kind: 'own' }, average, 18)).toEqual(history);
  });

  it('never counts an average or a history as less than a year', () => {
    expect(yearsKeptAssumption({ kind: 'average' }, { years: 0.4 }, 3).years).toBe(1);
    expect(yearsKeptAssumption({ kind: 'history' }, null, 3).years).toBe(1);
  });
});
