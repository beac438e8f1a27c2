import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedRange, spokenChance } from '#shared/domain/worth/prediction/words.ts';

describe('a chance in words', () => {
  it.each([
    [0, 'under 1/100'],
    [0.0099, 'under 1/100'],
    [0.02, 'about 2/100'],
    [0.05, 'about 1/20'],
    [0.08, 'about 1/10'],
    [0.58, 'about 6/10'],
    [0.92, 'about 9/10'],
    [0.95, 'about 19/20'],
    [0.98, 'over 19/20'],
    [0.9901, 'over 99/100'],
    [1, 'over 99/100'],
    [Number.NaN, 'under 1/100'],
  ])('says of %d %s', (chance, words) => {
    const { kind, count, of } = spokenChance(chance);
    expect(`${kind} ${count}/${of}`).toBe(words);
  });

  it('is true of every chance: as near as its steps are, or on the side that it says', () => {
    for (let chance = 0.0005; chance < 1; chance += 0.001) {
      const { kind, count, of } = spokenChance(chance);
      const part = count / of;
      if (kind === 'about') expect(Math.abs(part - chance)).toBeLessThanOrEqual(0.5 / of + 1e-9);
      else expect(kind === 'over' ? chance > part : chance < part, `${chance}`).toBe(true);
    }
  });

  it('never says nothing or certainty, and never less of a larger chance', () => {
    const said = Array.from({ length: 1001 }, (_, index) => {
      const { count, of } = spokenChance(index / 1000);
      expect(count > 0 && count < of).toBe(true);
      return count / of;
    });
    expect(said).toEqual(said.toSorted((one, other) => one - other));
  });
});

describe('an estimate as it is written', () => {
  it('has no more digits than its range knows', () => {
    const range = { mean: 11_437_512, low: 8_221_904, high: 15_345_678 };
    expect(roundedRange(range)).toEqual({ mean: 11_500_000, low: 8_000_000, high: 15_500_000 });
    expect(roundedRange({ mean: 930, low: 12, high: 1_340 })).toEqual({
      mean: 900,
      low: 0,
      high: 1_300,
    });
    expect(roundedRange({ mean: 55_100, low: 41_200, high: 70_900 })).toEqual({
      mean: 56_000,
      low: 42_000,
      high: 70_000,
    });
    expect(roundedRange({ mean: 7, low: 7, high: 7 })).toEqual({ mean: 7, low: 7, high: 7 });
    expect(roundedRange({ mean: 140, low: 20, high: 310 }, 100)).toEqual({
      mean: 100,
      low: 0,
      high: 300,
    });
  });

  it('stays in order, and within a tenth of the range of what it was', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), (...three) => {
        const [low = 0, mean = 0, high = 0] = three.toSorted((one, other) => one - other);
        const found = roundedRange({ low, mean, high });
        expect(found.low <= found.mean && found.mean <= found.high).toBe(true);
        expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual((high - low) / 10 + 1);
      }),
    );
  });
});
