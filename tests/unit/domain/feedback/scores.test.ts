import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badness } from '#shared/domain/feedback/bad-answer.ts';
import {
  type Given,
  gapOf,
  meanOf,
  npsRange,
  rated,
  ratingOf,
} from '#shared/domain/feedback/scores.ts';
import { shareRange } from '#shared/domain/worth/share-range.ts';
import { recountNps, recountShare } from '#tests/support/feedback/recount-scores.ts';

function given(numbers: readonly number[]): Given[] {
  return [...new Set(numbers)].map((number) => ({
    ...{ number, count: numbers.filter((one) => one === number).length },
  }));
}

const z95 = 1.959963984540054;

describe('what numbers come to', () => {
  it('is nothing where there are none', () => {
    for (const rating of ['satisfied', 'recommend', 'yes'] as const)
      expect(rated(rating, [])).toBeNull();
    expect(meanOf([])).toBeNull();
    expect(gapOf([])).toBeNull();
  });

  it('is the share of 4 and 5 stars, of yes, of 9 and 10 less 0 to 6, as another code counts it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 }),
        (all) => {
          const stars = all.map((number) => 1 + (number % 5));
          const csat = recountShare(stars, (number) => number > 3);
          const found = rated('satisfied', given(stars));
          expect(found).toMatchObject({ count: all.length, good: csat.good });
          expect(found?.score).toBeCloseTo(csat.share, 12);
          for (const range of ['in80', 'in95'] as const)
            for (const end of ['low', 'high'] as const)
              expect(found?.[range][end], `${range} ${end}`).toBeCloseTo(csat[range][end], 6);
          expect(found?.bad).toBe(stars.filter((number) => number < 3).length);
          const nps = recountNps(all);
          const score = rated('recommend', given(all));
          expect(score).toMatchObject({ good: nps.promoters, bad: nps.detractors });
          expect(score?.score).toBeCloseTo(nps.score, 10);
          expect(score?.in95.low).toBeCloseTo(nps.low, 6);
          expect(score?.in95.high).toBeCloseTo(nps.high, 6);
          expect((score?.in80.low ?? 0) >= (score?.in95.low ?? 0)).toBe(true);
          const yes = all.map((number) => number % 2);
          expect(rated('yes', given(yes))?.good).toBe(yes.filter((one) => one === 1).length);
        },
      ),
    );
  });

  it('never leaves what a score can be, however few there are', () => {
    expect(npsRange(3, 0, 3).high).toBe(100);
    expect(npsRange(3, 0, 3).low).toBeCloseTo(-6.5793, 3);
    expect(npsRange(0, 3, 3).low).toBe(-100);
  });

  it('rates what has a good and a bad end, and nothing else', () => {
    expect(ratingOf('stars', null)).toBe('satisfied');
    expect(ratingOf('stars', 'met')).toBe('satisfied');
    expect(ratingOf('stars', 'expected')).toBeNull();
    expect(ratingOf('scale', 'recommend')).toBe('recommend');
    expect(ratingOf('scale', null)).toBeNull();
    expect(ratingOf('yesNo', null)).toBe('yes');
    expect(ratingOf('choice', null)).toBeNull();
    expect(ratingOf('words', null)).toBeNull();
  });

  it('compares what was found with what matters, pair by pair', () => {
    const found = gapOf([
      { expected: 5, met: 3, count: 2 },
      { expected: 3, met: 4, count: 1 },
      { expected: 4, met: 4, count: 3 },
    ]);
    expect(found).toEqual({ count: 6, expected: 25 / 6, met: 22 / 6, worse: 2, better: 1 });
  });

  it('says how bad an answer is by its worst number, and nothing bad of what only matters', () => {
    const questions = [
      { id: 1, kind: 'stars', measures: null },
      { id: 2, kind: 'scale', measures: 'recommend' },
      { id: 3, kind: 'stars', measures: 'expected' },
      { id: 4, kind: 'scale', measures: null },
    ] as const;
    const of = (...numbers: (number | null)[]) =>
      badness(
        questions,
        numbers.map((number, index) => ({ questionId: index + 1, number })),
      );
    expect(of(1, 10)).toBe('severe');
    expect(of(2, 10)).toBe('medium');
    expect(of(3, 7)).toBe('light');
    expect(of(5, 3)).toBe('severe');
    expect(of(5, 4)).toBe('medium');
    expect(of(5, 9, 1, 0)).toBe('light');
    expect(of(null, null)).toBe('light');
  });
});

/** Promoters/passives/detractors, the score, and its adjusted range of 95 % before it is cut at ±100. */
const npsCases = [
  ['6/3/1', 50, -0.2032928645098686, 77.1263697875868],
  ['20/10/10', 25, -1.3637717553129063, 47.87539966228965],
  ['3/0/0', 100, -6.5792867038085845, 106.57928670380858],
  ['60/25/15', 45, 29.34311120173409, 58.03552957496494],
] as const;

/** How many of how many, and Wilson's range of 95 %. */
const wilsonCases = [
  ['0/5', 0.0, 0.43448246478317476],
  ['3/10', 0.10779126740630099, 0.6032218525388546],
  ['8/10', 0.49016247153664183, 0.9433178485456247],
  ['45/50', 0.7863976856252035, 0.9565242350681096],
  ['1/1', 0.20654931437723745, 1.0],
] as const;

describe('against reference cases that other code has counted', () => {
  it.each(npsCases)('a net promoter score of %s is %d, from %d to %d', (name, score, low, high) => {
    const [promoters = 0, passives = 0, detractors = 0] = name.split('/').map(Number);
    const count = promoters + passives + detractors;
    const found = rated('recommend', [
      { number: 9, count: promoters },
      { number: 7, count: passives },
      { number: 2, count: detractors },
    ]);
    expect(found?.score).toBeCloseTo(score, 9);
    const range = npsRange(promoters, detractors, count);
    expect(range.low).toBeCloseTo(Math.max(-100, low), 9);
    expect(range.high).toBeCloseTo(Math.min(100, high), 9);
  });

  it.each(wilsonCases)('the range of %s is from %d to %d', (name, low, high) => {
    const [good = 0, all = 0] = name.split('/').map(Number);
    expect(shareRange(good, all, z95).low).toBeCloseTo(low, 9);
    expect(shareRange(good, all, z95).high).toBeCloseTo(high, 9);
  });
});
