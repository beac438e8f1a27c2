/** Of fewer people nothing is said: it would be said of one of them. */
export const fewestPeople = 5;

/** Of fewer purchases their days and months say nothing. */
export const fewestPurchases = 20;

/** The one in the middle of sorted values, the lower of two; null: there is none. */
export function middleOf<V>(sorted: readonly V[]): V | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Half of the middle 95 % of a normal distribution, in standard deviations. */
const z95 = 1.959_963_984_540_054;

/** The value in the middle, with the range that it lies in 95 of 100 times. */
export interface Middle {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The middle of values that each stand for so many, sorted, with the range by its ranks (Conover 1999, 3.2);
 * null: there is none.
 */
export function middleRange(
  values: readonly { readonly value: number; readonly count: number }[],
): Middle | null {
  const all = values.reduce((sum, { count }) => sum + count, 0);
  const half = (z95 * Math.sqrt(all)) / 2;
  const at = (rank: number): number => {
    let before = 0;
    for (const { value, count } of values) {
      before += count;
      if (before >= rank) return value;
    }
    return values.at(-1)?.value ?? 0;
  };
  if (all === 0) return null;
  return {
    value: at(Math.ceil(all / 2)),
    low: at(Math.max(1, Math.floor(all / 2 - half))),
    high: at(Math.min(all, Math.ceil(all / 2 + half) + 1)),
  };
}

/** Whether two middles are so far apart that chance is ruled out: their ranges do not meet. */
export function areApart(one: Middle, other: Middle): boolean {
  return one.low > other.high || one.high < other.low;
}
