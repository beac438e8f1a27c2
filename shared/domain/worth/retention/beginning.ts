import { addMonths, dayNumber, isoFromDay, monthOf } from '../../calendar/dates.ts';
import { type BoughtDays, firstDayOf, peopleIn } from './bought-days.ts';

/** What is said of where the records begin, as a day number; null: nothing is. */
export type StatedBeginning = { readonly kind: 'opened' | 'complete'; readonly day: number } | null;

/** From when on a first purchase here is taken for a customer's first; day numbers. */
export interface Beginning {
  /** The day that the history begins on. */
  readonly firstDay: number;
  /** Whoever first bought here on this day or later counts as new from then on. */
  readonly countedFrom: number;
  /** First purchases pile up at the start: most of those were customers before. */
  readonly isPiledUp: boolean;
  /** The owner has said that the shop is older than the records. */
  readonly isStated: boolean;
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

/** How many first bought before a day, and how many from then on. */
function firstsAround(bought: BoughtDays, day: number, through: number): [number, number] {
  let [early, late] = [0, 0];
  for (let place = 0; place < peopleIn(bought); place += 1) {
    const first = firstDayOf(bought, place);
    if (first > through) continue;
    if (first < day) early += 1;
    else late += 1;
  }
  return [early, late];
}

/** The shop is older than its records, as the owner says: the first usual gap, half of them at most, is left out. */
function olderThan(bought: BoughtDays, from: number, through: number): Beginning {
  const edge = from + Math.floor(Math.min(usualGap(bought), (through - from + 1) / 2));
  const month = monthFrom(edge);
  const countedFrom = through - month < shortestGap ? edge : month;
  const [before] = firstsAround(bought, countedFrom, through);
  return { firstDay: from, countedFrom, isPiledUp: false, isStated: true, before };
}

/** Whether first purchases lie so much denser before a day than from then on that chance does not do it. */
function isPiled([early, late]: readonly [number, number], earlyDays: number, lateDays: number) {
  const expected = (late / lateDays) * earlyDays;
  return early > denser * expected && early - expected > deviations * Math.sqrt(early + expected);
}

/**
 * Where the history begins, and from when on newcomers are new (left truncation). The owner may say it: that
 * the shop opened on a day which the records reach (everybody is new), or that it is older than the day since
 * which they are complete. Else the first longest usual gap (nine of ten gaps are shorter; 30 to 365 days, at
 * most half of the history) is left out where first purchases lie 1.5 times as dense in it as later, by more
 * than two standard deviations of counts that follow Poisson. Null: nobody bought by the day `through`.
 */
export function beginningOf(
  bought: BoughtDays,
  through: number,
  stated: StatedBeginning = null,
): Beginning | null {
  const all = Float64Array.from(Array.from(bought.days).filter((day) => day <= through)).sort();
  if (all.length === 0) return null;
  const found = startOf(Array.from(all));
  const isKnown = stated !== null && stated.day <= through;
  const firstDay = isKnown ? Math.max(found, stated.day) : found;
  const unpiled = { firstDay, countedFrom: firstDay, isPiledUp: false, isStated: false, before: 0 };
  if (isKnown && stated.kind === 'complete') return olderThan(bought, firstDay, through);
  // An opening that the records begin long after says nothing of who was there before them.
  if (isKnown && found - stated.day <= shortestGap) return unpiled;
  const gap = usualGap(bought);
  if (through - firstDay + 1 < 2 * gap) return unpiled;
  const countedFrom = monthFrom(firstDay + gap);
  const lateDays = through - countedFrom + 1;
  if (lateDays < shortestGap) return unpiled;
  const around = firstsAround(bought, countedFrom, through);
  return isPiled(around, countedFrom - firstDay, lateDays)
    ? { firstDay, countedFrom, isPiledUp: true, isStated: false, before: around[0] }
    : unpiled;
}
