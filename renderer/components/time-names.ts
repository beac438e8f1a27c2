import { localeTag } from './format-date.ts';
import type { Format } from './use-format.ts';

/** `Monday` for 0. */
export function weekdayName(format: Format, weekday: number): string {
  // 2024-01-01 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + weekday));
  return new Intl.DateTimeFormat(localeTag(format.language), {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(day);
}

/** `10.00` in the way the shop writes a time. */
export function hourName(format: Format, hour: number): string {
  const mark = format.language === 'id' ? '.' : ':';
  return `${String(hour).padStart(2, '0')}${mark}00`;
}

/** `January` for 0. */
export function monthName(format: Format, month: number, length: 'long' | 'short' = 'long') {
  return new Intl.DateTimeFormat(localeTag(format.language), {
    month: length,
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2024, month, 1)));
}

/** `17 August` for `08-17`: a day of every year. */
export function dayOfYear(format: Format, monthDay: string): string {
  return new Intl.DateTimeFormat(localeTag(format.language), {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`2000-${monthDay}T00:00:00Z`));
}
