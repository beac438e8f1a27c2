import { addMonths, dayNumber, isoFromDay, monthOf } from '../../calendar/dates.ts';
import { type BoughtDays, firstDayOf, peopleIn } from './bought-days.ts';

/** From when on a first purchase here is taken for a customer's first; day numbers. */
export interface Beginning {
  /** The day that the history begins on. */
  readonly firstDay: number;
  /** Whoever first bought here on this day or later counts as new from then on. */
  readonly countedFrom: number;
  /** First purchases pile up at the start: most of those were customers before. */
  readonly isPiledUp: boolean;
  /** Customers whose first purchase here lies before `countedFrom`. */
  readonly before: number;
}

const shortestGap = 30;
const longestGap = 365;
const usualShare = 0.9;
/** So much denser than later do first purchases lie where a file begins in the middle of a history. */
const denser = 1.5;
const deviations = 2;
/** Fewer than this part of all purchases before a hole of a year are slips of the hand. */
const strayShare = 0.01;
const longestHole = 365;

/** The first day that is no stray: a few days long before all others are slips of the hand. */
function startOf(days: readonly number[]): number {
  let start = days[0] ?? 0;
  for (let index = 1; index < days.length && index < days.length * strayShare; index += 1)
    if ((days[index] ?? 0) - (days[index - 1] ?? 0) > longestHole) start = days[index] ?? start;
  return start;
}

/** Nine of ten gaps between two purchase days are at most so long, in days. */
function usualGap({ from, days }: BoughtDays): number {
  const gaps: number[] = [];
  for (let place = 0; place + 1 < from.length; place += 1)
    for (let index = (from[place] ?? 0) + 1; index < (from[place + 1] ?? 0); index += 1)
      gaps.push((days[index] ?? 0) - (days[index - 1] ?? 0));
  if (gaps.length === 0) return shortestGap;
  const sorted = Float64Array.from(gaps).sort();
  const gap = sorted[Math.ceil(sorted.length * usualShare) - 1] ?? shortestGap;
  return Math.min(longestGap, Math.max(shortestGap, gap));
}

/** The first of the month, or of the next one where the day is not the first. */
function monthFrom(day: number): number {
  const iso = isoFromDay(day);
  const first = `${monthOf(iso)}-01`;
  return dayNumber(iso === first ? first : addMonths(first, 1));
}

/**
 * Where the history begins, and from when on newcomers are new (left truncation): the first longest usual
 * gap (nine of ten gaps are shorter; 30 to 365 days, at most half of the history) is left out where first
 * purchases lie 1.5 times as dense in it as later, by more than two standard deviations of counts that
 * follow Poisson. Null: nobody bought by the day `through`.
 */
export function beginningOf(bought: BoughtDays, through: number): Beginning | null {
  const all = Float64Array.from(Array.from(bought.days).filter((day) => day <= through)).sort();
  if (all.length === 0) return null;
  const firstDay = startOf(Array.from(all));
  const gap = usualGap(bought);
  const span = through - firstDay + 1;
  const unpiled = { firstDay, countedFrom: firstDay, isPiledUp: false, before: 0 };
  if (span < 2 * gap) return unpiled;
  const countedFrom = monthFrom(firstDay + gap);
  let [early, late] = [0, 0];
  for (let place = 0; place < peopleIn(bought); place += 1) {
    const first = firstDayOf(bought, place);
    if (first > through) continue;
    if (first < countedFrom) early += 1;
    else late += 1;
  }
  const [earlyDays, lateDays] = [countedFrom - firstDay, through - countedFrom + 1];
  if (lateDays < shortestGap) return unpiled;
  const expected = (late / lateDays) * earlyDays;
  const isPiledUp =
    early > denser * expected && early - expected > deviations * Math.sqrt(early + expected);
  return isPiledUp ? { firstDay, countedFrom, isPiledUp, before: early } : unpiled;
}
