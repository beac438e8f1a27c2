import { addMonths, dayNumber, isoFromDay } from '../../calendar/dates.ts';
import { type Daily, lastDayOf, monthStartOf } from './daily.ts';
import { weekdayOf } from './weekdays.ts';

/** A stretch of days, both included, as day numbers. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** A month as far as it is known, and as many days of the same month a year before. */
export interface MonthAgainst {
  readonly now: Days;
  /** Null: not all of those days are known. */
  readonly before: Days | null;
}

/** How many of the days are a Saturday or a Sunday. */
export function weekendDaysIn({ from, to }: Days): number {
  let count = 0;
  for (let day = from; day <= to; day += 1) if (weekdayOf(day) >= 5) count += 1;
  return count;
}

/**
 * The last months of what is known, the earliest first, each against the same days a year before: as many
 * of the one as of the other, so a 29 February is left out.
 */
export function monthsAgainst(daily: Daily, count: number): MonthAgainst[] {
  const last = lastDayOf(daily);
  return Array.from({ length: count }, (_, index) => monthStartOf(last, index + 1 - count))
    .filter((start) => monthStartOf(start, 1) > daily.first)
    .map((start) => {
      const from = Math.max(start, daily.first);
      const to = Math.min(monthStartOf(start, 1) - 1, last);
      const earlier = dayNumber(addMonths(isoFromDay(from), -12));
      if (earlier < daily.first) return { now: { from, to }, before: null };
      const days = Math.min(to - from, monthStartOf(earlier, 1) - 1 - earlier);
      return {
        now: { from, to: from + days },
        before: { from: earlier, to: earlier + days },
      };
    });
}
