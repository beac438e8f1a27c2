import { daysInMonth } from './dates.ts';

/** Years before this stand for "unknown" in address books (1604 is the usual one). */
const earliestYear = 1880;

/** The birthday of that year; one of 29 February is on the 28th in a year without it. */
export function birthdayIn(birthdayOn: string, year: number): string {
  const prefix = String(year).padStart(4, '0');
  const monthDay = birthdayOn.slice(5);
  return monthDay === '02-29' && daysInMonth(year, 2) === 28
    ? `${prefix}-02-28`
    : `${prefix}-${monthDay}`;
}

/** The first birthday on `from` or later. */
export function nextBirthday(birthdayOn: string, from: string): string {
  const year = Number(from.slice(0, 4));
  const thisYear = birthdayIn(birthdayOn, year);
  return thisYear >= from ? thisYear : birthdayIn(birthdayOn, year + 1);
}

/** The `MM-DD` of those who have their birthday on that day. */
export function monthDaysOf(day: string): string[] {
  const own = day.slice(5);
  const isShortFebruary = own === '02-28' && daysInMonth(Number(day.slice(0, 4)), 2) === 28;
  return isShortFebruary ? ['02-28', '02-29'] : [own];
}

/** Whole years on the birthday of `on`; null where the year of birth is not known. */
export function turnsOn(birthdayOn: string, on: string): number | null {
  const born = Number(birthdayOn.slice(0, 4));
  const years = Number(on.slice(0, 4)) - born;
  return born < earliestYear || years < 1 ? null : years;
}
