import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rfmGroups } from '#shared/domain/vocabulary/segments.ts';
import {
  type Buyer,
  fewestForScores,
  groupOf,
  scoreBuyers,
  scoresOf,
} from '#shared/domain/worth/rfm.ts';

function buyer(id: number, parts: Partial<Buyer> = {}): Buyer {
  return { id, silentDays: id, purchaseDays: 1, moneyMinor: 1_000, isFirst: false, ...parts };
}

describe('scores', () => {
  it('are fifths where all differ', () => {
    expect(scoresOf([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
  });

  it('are equal for equal values, counted from those that are strictly lower', () => {
    // Sixty of a hundred bought once: they are lowest, and the next begins above all of them.
    const days = [
      ...Array.from({ length: 60 }, () => 1),
      ...Array.from({ length: 25 }, () => 2),
      ...Array.from({ length: 15 }, () => 9),
    ];
    const scores = scoresOf(days);
    expect(new Set(scores.slice(0, 60))).toEqual(new Set([1]));
    expect(new Set(scores.slice(60, 85))).toEqual(new Set([4]));
    expect(new Set(scores.slice(85))).toEqual(new Set([5]));
  });

  it('are what the rule says of each value, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), (values) => {
        expect(scoresOf(values)).toEqual(
          values.map(
            (value) =>
              1 + Math.floor((5 * values.filter((one) => one < value).length) / values.length),
          ),
        );
      }),
    );
  });
});

describe('groups', () => {
  it('take everybody in once, whatever the scores', () => {
    const seen = new Set<string>();
    const levels = [1, 2, 3, 4, 5];
    for (const recency of levels)
      for (const frequency of levels)
        for (const money of levels)
          for (const isFirst of [true, false])
            seen.add(groupOf({ recency, frequency, money }, isFirst));
    expect(seen).toEqual(new Set(rfmGroups));
  });

  it.each([
    [5, 5, 5, 'champions'],
    [3, 5, 5, 'loyal'],
    [5, 4, 1, 'loyal'],
    [4, 1, 1, 'promising'],
    [2, 5, 5, 'cannotLose'],
    [1, 3, 1, 'atRisk'],
    [1, 1, 4, 'atRisk'],
    [2, 2, 3, 'asleep'],
  ])('of %i, %i and %i is %s', (recency, frequency, money, group) => {
    expect(groupOf({ recency, frequency, money }, false)).toBe(group);
  });

  it('call new who bought once in all and lately, and nobody else', () => {
    expect(groupOf({ recency: 3, frequency: 1, money: 5 }, true)).toBe('new');
    expect(groupOf({ recency: 2, frequency: 1, money: 1 }, true)).toBe('asleep');
  });
});

describe('buyers', () => {
  it('are not scored where they are few, or all bought last on one day', () => {
    const many = Array.from({ length: fewestForScores }, (_, index) => buyer(index));
    expect(scoreBuyers(many.slice(1))).toBe('few');
    expect(scoreBuyers(many.map((one) => ({ ...one, silentDays: 4 })))).toBe('alike');
    expect(scoreBuyers(many)).toHaveLength(fewestForScores);
  });

  it('who bought last the latest are the best, each score by itself', () => {
    const scored = scoreBuyers(
      Array.from({ length: 30 }, (_, index) =>
        buyer(index, { purchaseDays: 30 - index, moneyMinor: index * 1_000 }),
      ),
    );
    if (typeof scored === 'string') throw new Error(scored);
    expect(scored[0]).toMatchObject({ recency: 5, frequency: 5, money: 1, group: 'loyal' });
    expect(scored[29]).toMatchObject({ recency: 1, frequency: 1, money: 5, group: 'atRisk' });
  });
});
