/** What is no further from the others than this is never apart from them. */
export const daysNear = 366;
/** So far from the others that even a small file says something is wrong. */
const FAR_DAYS = 5 * daysNear;

/** The days that most of a list lie between, both included, as day numbers. */
export interface UsualDays {
  readonly first: number;
  readonly last: number;
}

/** Whether few days stand apart from many, by the gap between them and the time the many take. */
function isApart(gap: number, few: number, many: number, span: number): boolean {
  if (gap <= daysNear || few * 2 > many) return false;
  return gap > FAR_DAYS || (gap > span * 2 && few * 20 <= few + many);
}

/**
 * Where a list of days leaves a few of its days behind or ahead: the rest of it. `sorted` are day
 * numbers, ascending, as often as they stand in the list. A few are at most half as many as the rest
 * and more than five years away; or one in twenty, more than a year away and twice as far as the rest
 * reaches. Where most would be left out none is. Null: an empty list.
 */
export function usualDays(sorted: Int32Array): UsualDays | null {
  const count = sorted.length;
  const lowest = sorted[0];
  const highest = sorted[count - 1];
  if (lowest === undefined || highest === undefined) return null;
  let first = lowest;
  let last = highest;
  for (let at = 1; at < count; at += 1) {
    const [before = 0, after = 0] = [sorted[at - 1], sorted[at]];
    const gap = after - before;
    if (isApart(gap, at, count - at, highest - after)) first = after;
    if (isApart(gap, count - at, at, before - lowest) && last === highest) last = before;
  }
  const left = sorted.filter((day) => day >= first && day <= last).length;
  return left * 2 > count ? { first, last } : { first: lowest, last: highest };
}
