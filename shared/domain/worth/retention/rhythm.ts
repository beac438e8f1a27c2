/** Silent: longer than this many usual gaps (worth.md 1.2). */
const silentGaps = 3;
/** Nobody has fallen silent within a week: who buys daily has taken a holiday. */
export const shortestSilenceDays = 7;

/** The middle one of some lengths, in no order. */
export function medianOf(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Whether somebody who usually buys every so many days has been silent for longer than is usual for them. */
export function isSilentFor(usualGapDays: number, silentDays: number): boolean {
  return silentDays > silentGaps * usualGapDays;
}
