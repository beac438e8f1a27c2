import type { QuestionKind, QuestionMeasure } from '../vocabulary/feedback.ts';
import { shareRange, z80 } from '../worth/share-range.ts';

/** Bounds of the middle 95 % of a normal distribution, in standard deviations. */
const z95 = 1.959_963_984_540_054;

/** How often each number was given. */
export interface Given {
  readonly number: number;
  readonly count: number;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * What the numbers given to a question come to. Of stars `good` are 4 and 5, and `score` is their share (CSAT);
 * of a recommendation 9 and 10, `bad` 0 to 6, and `score` the difference of the two in points (NPS); of yes and
 * no the share of yes. Null: nobody answered.
 */
export interface Rated {
  readonly count: number;
  readonly good: number;
  readonly bad: number;
  readonly score: number;
  readonly in80: Range;
  readonly in95: Range;
}

/** How a question is rated; null: it is not. */
export type Rating = 'satisfied' | 'recommend' | 'yes';

/** By what a question's numbers are rated; null: by nothing that has a good and a bad end. */
export function ratingOf(kind: QuestionKind, measures: QuestionMeasure | null): Rating | null {
  if (kind === 'stars') return measures === 'expected' ? null : 'satisfied';
  if (kind === 'scale') return measures === 'recommend' ? 'recommend' : null;
  return kind === 'yesNo' ? 'yes' : null;
}

const good = {
  satisfied: (number: number) => number >= 4,
  recommend: (number: number) => number >= 9,
  yes: (number: number) => number === 1,
} as const satisfies Record<Rating, (number: number) => boolean>;

const bad = {
  satisfied: (number: number) => number <= 2,
  recommend: (number: number) => number <= 6,
  yes: (number: number) => number === 0,
} as const satisfies Record<Rating, (number: number) => boolean>;

function sum(given: readonly Given[]): number {
  return given.reduce((all, { count }) => all + count, 0);
}

/**
 * The range of a net promoter score in points: Wald's with three answers added (Rocks 2016), three quarters of
 * one at either end, and never beyond what a score can be.
 */
export function npsRange(
  promoters: number,
  detractors: number,
  count: number,
  z: number = z95,
): Range {
  const all = count + 3;
  const [up, down] = [(promoters + 0.75) / all, (detractors + 0.75) / all];
  const middle = up - down;
  const half = z * Math.sqrt((up + down - middle * middle) / all);
  return { low: Math.max(-100, 100 * (middle - half)), high: Math.min(100, 100 * (middle + half)) };
}

/** What the numbers come to; null: there are none. */
export function rated(rating: Rating, given: readonly Given[]): Rated | null {
  const count = sum(given);
  if (count === 0) return null;
  const ends = {
    good: sum(given.filter(({ number }) => good[rating](number))),
    bad: sum(given.filter(({ number }) => bad[rating](number))),
  };
  if (rating === 'recommend')
    return {
      ...{ count, ...ends },
      score: (100 * (ends.good - ends.bad)) / count,
      in80: npsRange(ends.good, ends.bad, count, z80),
      in95: npsRange(ends.good, ends.bad, count),
    };
  const range = (z: number): Range => {
    const { low, high } = shareRange(ends.good, count, z);
    return { low, high };
  };
  return { ...{ count, ...ends }, score: ends.good / count, in80: range(z80), in95: range(z95) };
}

/** The mean of the numbers; null: there are none. */
export function meanOf(given: readonly Given[]): number | null {
  const count = sum(given);
  if (count === 0) return null;
  return given.reduce((all, one) => all + one.number * one.count, 0) / count;
}

/** How often somebody gave one number for what matters to them and another for how well it was done. */
export interface Pair {
  readonly expected: number;
  readonly met: number;
  readonly count: number;
}

/** What was found against what was expected, of who said both. */
export interface Gap {
  readonly count: number;
  readonly expected: number;
  readonly met: number;
  /** Found less, or more, than it matters to them. */
  readonly worse: number;
  readonly better: number;
}

/** The gap of one side of service; null: nobody said both. */
export function gapOf(pairs: readonly Pair[]): Gap | null {
  const of = (test: (pair: Pair) => boolean) =>
    sum(pairs.filter(test).map(({ count }) => ({ number: 0, count })));
  const count = of(() => true);
  if (count === 0) return null;
  const mean = (side: 'expected' | 'met') =>
    pairs.reduce((all, pair) => all + pair[side] * pair.count, 0) / count;
  return {
    ...{ count, expected: mean('expected'), met: mean('met') },
    worse: of(({ expected, met }) => met < expected),
    better: of(({ expected, met }) => met > expected),
  };
}

/** With fewer answers their share, or their score, says nothing. */
export const fewestAnswers = 5;
