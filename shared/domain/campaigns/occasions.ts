import { birthdayIn } from '../calendar/birthday.ts';
import { addDays } from '../calendar/dates.ts';
import { lebaranDays } from '../calendar/lebaran.ts';
import type { Occasion, Season } from '../vocabulary/standing.ts';

/** When a standing campaign speaks: so many days before or after the day of its occasion. */
export interface Timing {
  readonly occasion: Occasion;
  readonly days: number;
}

/** Days, both ends in it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const after: readonly Occasion[] = ['afterPurchase', 'secondPurchase'];

/** A proposal stays so many days after it fell due, where the occasion itself does not end it. */
export const daysAfter = 14;

/** Late wishes are still wishes. */
export const daysBelated = 2;

/** Whether it speaks after its occasion, not before it. */
export function isAfter(occasion: Occasion): boolean {
  return after.includes(occasion);
}

/** The day from which an occasion of that day is proposed. */
export function dueOn({ occasion, days }: Timing, on: string): string {
  return addDays(on, isAfter(occasion) ? days : -days);
}

/** The last day on which it is proposed; after it, it is too late. */
export function untilOf(timing: Timing, on: string): string {
  if (isAfter(timing.occasion)) return addDays(dueOn(timing, on), daysAfter);
  return timing.occasion === 'birthday' ? addDays(on, daysBelated) : on;
}

/** On which days the occasions lie that are proposed today. */
export function openDays({ occasion, days }: Timing, today: string): Days {
  if (isAfter(occasion))
    return { from: addDays(today, -days - daysAfter), to: addDays(today, -days) };
  const from = occasion === 'birthday' ? addDays(today, -daysBelated) : today;
  return { from, to: addDays(today, days) };
}

/** On which days the occasions lie that fall due from tomorrow to so many days on. */
export function comingDays({ occasion, days }: Timing, today: string, ahead: number): Days {
  const off = isAfter(occasion) ? -days : days;
  return { from: addDays(today, off + 1), to: addDays(today, off + ahead) };
}

const monthDays: Readonly<Record<'christmas' | 'newYear', string>> = {
  christmas: '12-25',
  newYear: '01-01',
};

/** The days of a season in a span; an own one of 29 February is on the 28th in a year without it. */
export function seasonDays(season: Season, monthDay: string | null, { from, to }: Days): string[] {
  const isIn = (day: string) => day >= from && day <= to;
  if (season === 'lebaran') return lebaranDays.filter(isIn);
  const of = season === 'own' ? (monthDay ?? '') : monthDays[season];
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .map((year) => birthdayIn(`2000-${of}`, year))
    .filter(isIn);
}
