import { localeTag } from '#renderer/components/format-date.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

export type Time = Output<'insights.time'>;
export type Forecast = Time['weeks'];
export type MadeForecast = Extract<Forecast, { kind: 'made' }>;

/** `Monday` for 0. */
export function weekdayName(format: Format, weekday: number): string {
  // 2024-01-01 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + weekday));
  return new Intl.DateTimeFormat(localeTag(format.language), {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(day);
}

/** `January` for 0. */
export function monthName(format: Format, month: number, length: 'long' | 'short' = 'long') {
  return new Intl.DateTimeFormat(localeTag(format.language), {
    month: length,
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2024, month, 1)));
}

/** `10.00 to 11.00` in the way the shop writes a time. */
export function hourName(format: Format, hour: number): string {
  const mark = format.language === 'id' ? '.' : ':';
  return `${String(hour).padStart(2, '0')}${mark}00`;
}
