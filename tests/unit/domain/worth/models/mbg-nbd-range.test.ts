import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceToBuy, expectedPurchases } from '#shared/domain/worth/models/mbg-nbd.ts';
import { purchaseOutlook, totalRange } from '#shared/domain/worth/models/mbg-nbd-range.ts';

const cdnow = { r: 0.52484316, alpha: 6.18308528, a: 0.89135939, b: 1.61400224 };

describe('purchaseOutlook', () => {
  it('has the mean of the closed form, which is computed in another way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0.5, max: 156, noNaN: true }),
        (repeats, recency, rest, horizon) => {
          const last = repeats === 0 ? 0 : recency;
          const history = { repeats, recency: last, age: last + rest };
          const { mean, low, high } = purchaseOutlook(cdnow, history, horizon, 0.8);
          const expected = expectedPurchases(cdnow, history, horizon);
          expect(Math.abs(mean - expected)).toBeLessThan(1e-7 * Math.max(1, expected));
          expect(low).toBeLessThanOrEqual(high);
          // Nothing bought is within the range unless nine in ten buy.
          expect(low > 0).toBe(chanceToBuy(cdnow, history, horizon) >= 0.9);
        },
      ),
    );
  });

  it('is widest where the coverage is', () => {
    const history = { repeats: 24, recency: 50, age: 52 };
    const [half, most] = [0.5, 0.95].map((cover) => purchaseOutlook(cdnow, history, 52, cover));
    expect(half?.high).toBeLessThan(most?.high ?? 0);
    expect(half?.variance).toBe(most?.variance);
  });

  it('agrees with a simulation of customers who buy and leave', () => {
    // Rate and dropout almost fixed: 0.5 a week, and one in ten leaves after each purchase.
    const fixed = { r: 5e6, alpha: 1e7, a: 1e6, b: 9e6 };
    const { mean, variance } = purchaseOutlook(fixed, { repeats: 0, recency: 0, age: 0 }, 20, 0.8);
    let state = 12345;
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >>> 8) / 0x800000;
    };
    const outcomes = Array.from({ length: 40_000 }, () => {
      let count = 0;
      let isThere = random() >= 0.1;
      for (let time = 0; isThere; isThere = random() >= 0.1) {
        time -= Math.log(1 - random()) / 0.5;
        if (time > 20) break;
        count += 1;
      }
      return count;
    });
    const average = outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length;
    const squares = outcomes.reduce((sum, one) => sum + (one - average) ** 2, 0);
    expect(Math.abs(mean / average - 1)).toBeLessThan(0.03);
    expect(Math.abs((variance * outcomes.length) / squares - 1)).toBeLessThan(0.05);
  });
});

describe('totalRange', () => {
  it('never falls below the structural fifth, and is wider for few customers', () => {
    const one = { mean: 2, variance: 6 };
    const width = (count: number) => {
      const { mean, low, high } = totalRange(Array(count).fill(one), 1.2816);
      expect(mean).toBe(2 * count);
      expect(low).toBeLessThan(mean);
      return high / mean;
    };
    expect(width(10)).toBeGreaterThan(width(1000));
    expect(width(100_000)).toBeCloseTo(Math.exp(1.2816 * 0.2), 3);
  });

  it('is nothing for nobody', () => {
    expect(totalRange([], 1.2816)).toEqual({ mean: 0, low: 0, high: 0 });
  });
});
