/** Silent: longer than so many times the longest gap so far (worth.md 6). */
const longestGaps = 1.5;
/** And, once there are enough gaps to have a mean, longer than so many of those. */
const meanGaps = 3;
const fewestForMean = 3;
/** Nobody has fallen silent within a week: who buys daily has taken a holiday. */
const shortestSilenceDays = 7;
/** Who was active long ago is slipping away up to so many times the silence that was allowed, and then has left. */
const longestSilences = 2;

/** How soon people come for a second time, where enough have. */
export interface SecondPurchases {
  /** Nine of ten of all second purchases come within so many days after the first. */
  readonly days: number;
  /** Whether more than half come a second time at all. */
  readonly isUsual: boolean;
}

/** The middle one of some lengths, in no order. */
export function medianOf(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * For how many days somebody may be silent, by the gaps between the days they bought on: one and a half
 * times the longest, and three times the mean once there are three gaps, whichever is later. Who bought on
 * one or two days is measured by the shop's second purchases; after one day only where a second purchase
 * is what most make. Null: there is nothing to measure by.
 */
export function allowedSilence(
  gaps: readonly number[],
  second: SecondPurchases | null,
): number | null {
  const own = longestGaps * Math.max(0, ...gaps);
  if (gaps.length >= fewestForMean) {
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return Math.max(shortestSilenceDays, own, meanGaps * mean);
  }
  if (gaps.length === 2) return Math.max(shortestSilenceDays, own);
  if (second === null || (gaps.length === 0 && !second.isUsual)) return null;
  return Math.max(shortestSilenceDays, own, second.days);
}

/** Who is slipping away: silent for longer than is allowed, and active still or not gone for twice as long. */
export function isSlippingAway(
  allowedDays: number | null,
  silentDays: number,
  isActive: boolean,
): boolean {
  if (allowedDays === null || silentDays <= allowedDays) return false;
  return isActive || silentDays <= longestSilences * allowedDays;
}

/** The span from first to last purchase tells beforehand who cannot be: silences outside are no candidates. */
export interface SilenceBounds {
  /** Silent for more than so many days. */
  readonly shortestDays: number;
  /** Not active: silent for at most so many times the time from the first purchase to the last, or so many days. */
  readonly longestSpans: number;
  readonly longestDays: number;
}

/** What `isSlippingAway` can be true for, whatever the gaps are: none is longer than the whole span. */
export function silenceBounds(second: SecondPurchases | null): SilenceBounds {
  return {
    shortestDays: shortestSilenceDays,
    longestSpans: longestSilences * longestGaps,
    longestDays: longestSilences * Math.max(shortestSilenceDays, second?.days ?? 0),
  };
}
