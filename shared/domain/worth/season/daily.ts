import { addDays, dayNumber, isoFromDay, monthOf } from '../../calendar/dates.ts';

/** What was sold day after day without a gap, from a day number on; minor units, returns taken off. */
export interface Daily {
  readonly first: number;
  readonly minor: readonly number[];
}

/** A stretch of days with what was sold in it; day numbers, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly minor: number;
}

export type PeriodUnit = 'week' | 'month';

/** So many periods go round in a year. */
export const periodsPerYear: Readonly<Record<PeriodUnit, number>> = { week: 52, month: 12 };

/** The last day there is something of. */
export function lastDayOf({ first, minor }: Daily): number {
  return first + minor.length - 1;
}

/** What was sold between two days, both included; outside of what is known nothing. */
export function soldBetween({ first, minor }: Daily, from: number, to: number): number {
  let sum = 0;
  const last = Math.min(to - first, minor.length - 1);
  for (let index = Math.max(0, from - first); index <= last; index += 1) sum += minor[index] ?? 0;
  return sum;
}

/** First day of the month of a day, or of one that many months later. */
export function monthStartOf(day: number, later = 0): number {
  const iso = isoFromDay(day);
  const months = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + later;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return dayNumber(`${year}-${String((months % 12) + 1).padStart(2, '0')}-01`);
}

/** Whether a month is over with this day. */
function endsMonth(day: number): boolean {
  const iso = isoFromDay(day);
  return monthOf(addDays(iso, 1)) !== monthOf(iso);
}

/**
 * The whole periods of what is known, the earliest first: weeks of seven days that end with the last day,
 * so that each has every weekday once; calendar months that begin and end in it.
 */
export function periodsOf(daily: Daily, unit: PeriodUnit): Period[] {
  const last = lastDayOf(daily);
  const found: Period[] = [];
  const add = (from: number, to: number) =>
    found.push({ from, to, minor: soldBetween(daily, from, to) });
  if (unit === 'week') {
    for (let to = last; to - 6 >= daily.first; to -= 7) add(to - 6, to);
    return found.reverse();
  }
  const begin = monthStartOf(daily.first);
  let from = begin === daily.first ? begin : monthStartOf(daily.first, 1);
  while (monthStartOf(from, 1) - 1 <= last) {
    const next = monthStartOf(from, 1);
    add(from, next - 1);
    from = next;
  }
  return found;
}

/** The periods that follow the whole ones: the first of them may have begun. */
export function nextPeriods(
  daily: Daily,
  unit: PeriodUnit,
  count: number,
): Omit<Period, 'minor'>[] {
  const last = lastDayOf(daily);
  return Array.from({ length: count }, (_, index) => {
    if (unit === 'week') return { from: last + 1 + 7 * index, to: last + 7 * (index + 1) };
    const from = monthStartOf(last, index + (endsMonth(last) ? 1 : 0));
    return { from, to: monthStartOf(from, 1) - 1 };
  });
}
