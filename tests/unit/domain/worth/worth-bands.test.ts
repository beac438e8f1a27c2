import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestRound, nextRound, worthBands } from '#shared/domain/worth/worth-bands.ts';

const rupiah = (amount: number): number => amount * 100;

describe('worthBands', () => {
  it('puts low up to half the average and high above three times it, at round numbers', () => {
    const values = [
      ...Array(70).fill(rupiah(90_000)),
      ...Array(30).fill(rupiah(400_000)),
      ...Array(40).fill(rupiah(1_500_000)),
      ...Array(12).fill(rupiah(7_500_000)),
    ];
    const worth = worthBands(values);
    // The average is Rp 1.107.236: half is nearest to 500.000, three times nearest to 3.000.000.
    expect(worth.averageMinor).toBeCloseTo(110_723_684.21, 2);
    expect(worth.bands.map(({ fromMinor, toMinor }) => [fromMinor, toMinor])).toEqual([
      [0, rupiah(500_000)],
      [rupiah(500_000), rupiah(3_000_000)],
      [rupiah(3_000_000), null],
    ]);
    expect(worth.bands.map((band) => band.customers)).toEqual([100, 40, 12]);
    const bars = worth.bands.map((band) => band.bars.map((bar) => bar.customers));
    expect(bars).toEqual([
      [70, 0, 30],
      [0, 40, 0],
      [0, 12, 0],
    ]);
    const tops = worth.bands.flatMap((band) => band.bars.map((bar) => bar.toMinor));
    const ends = [
      100_000, 250_000, 500_000, 1_000_000, 2_000_000, 3_000_000, 5_000_000, 10_000_000,
    ];
    expect(tops).toEqual([...ends.map(rupiah), null]);
    expect(worth.lowDominates).toBe(true);
    expect(worth.half).toEqual({
      fromMinor: 750_000_000,
      customers: 12,
      customerShare: 12 / 152,
      valueShare: 90_000_000 / 168_300_000,
    });
  });

  it('counts nothing and losses into the low band and keeps shares of what is earned', () => {
    const worth = worthBands([0, 0, -rupiah(200_000), rupiah(100_000), rupiah(100_000)]);
    const [low, middle] = worth.bands;
    expect(worth.withoutValue).toBe(3);
    expect(low?.bars[0]).toEqual({ fromMinor: null, toMinor: 0, customers: 3 });
    expect(low).toMatchObject({ customers: 3, valueMinor: -rupiah(200_000), valueShare: 0 });
    expect(middle).toMatchObject({ customers: 2, valueShare: 1 });
    expect(worth.valueMinor).toBe(0);
    expect(worth.lowDominates).toBe(true);
  });

  it('has an answer for nobody and for a shop that earned nothing', () => {
    expect(worthBands([])).toMatchObject({ customers: 0, averageMinor: null, half: null });
    const worth = worthBands([0, 0, 0]);
    expect(worth.bands.map((band) => band.customers)).toEqual([3, 0, 0]);
    expect(worth).toMatchObject({ half: null, lowDominates: false });
  });

  it('puts one customer, or many all equal, in the middle', () => {
    for (const value of [1, 7, 999, 275_000_00, 1_980_000_000, 123_456_789_012]) {
      for (const count of [1, 6]) {
        const { bands, lowDominates } = worthBands(Array(count).fill(value));
        if (value >= 11) expect(bands.map((band) => band.customers)).toEqual([0, count, 0]);
        if (value >= 11) expect(lowDominates).toBe(false);
      }
    }
  });

  it('does not speak of domination below five customers', () => {
    expect(worthBands([1000, 1000, 1000, 90_000]).lowDominates).toBe(false);
    expect(worthBands([1000, 1000, 1000, 1000, 90_000]).lowDominates).toBe(true);
  });

  it('puts everybody in exactly one bar, whatever the values', () => {
    const value = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000_000_000 }),
      fc.integer({ min: -3, max: 300 }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 80 }), (values) => {
        const worth = worthBands(values);
        const bars = worth.bands.flatMap((band) => band.bars);
        for (const { fromMinor, toMinor, customers } of bars) {
          const inside = values.filter(
            (one) =>
              (fromMinor === null || one > fromMinor) && (toMinor === null || one <= toMinor),
          );
          expect(customers).toBe(inside.length);
        }
        const counted = bars.reduce((sum, bar) => sum + bar.customers, 0);
        expect(counted).toBe(values.length);
        for (const [index, bar] of bars.entries()) {
          if (index > 0) expect(bar.fromMinor).toBe(bars[index - 1]?.toMinor);
          if (bar.toMinor !== null) expect(Number.isInteger(bar.toMinor)).toBe(true);
        }
        const net = worth.bands.reduce((sum, band) => sum + band.valueMinor, 0);
        expect(net).toBe(values.reduce((sum, one) => sum + one, 0));
        const shares = worth.bands.reduce((sum, band) => sum + band.valueShare, 0);
        if (worth.averageMinor !== null) expect(shares).toBeCloseTo(1, 9);
      }),
    );
  });

  it('finds the fewest customers who bring half of the value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }), (values) => {
        const best = [...values].sort((one, other) => other - one);
        const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
        const { customers = 0 } = worthBands(values).half ?? {};
        expect(sum(best.slice(0, customers)) * 2).toBeGreaterThanOrEqual(sum(values));
        expect(sum(best.slice(0, customers - 1)) * 2).toBeLessThan(sum(values));
      }),
    );
  });
});

describe('round numbers', () => {
  it('are 1, 2, 3 and 5 with zeros', () => {
    expect([1, 9, 14, 24, 26, 39, 70, 72, 100].map(nearestRound)).toEqual([
      1, 10, 10, 20, 30, 50, 50, 100, 100,
    ]);
    const series = [1];
    while (series.length < 9) series.push(nextRound(series.at(-1) ?? 1));
    expect(series).toEqual([1, 2, 3, 5, 10, 20, 30, 50, 100]);
    expect(nextRound(99)).toBe(100);
  });
});
