import { localeTag } from '#renderer/components/format-date.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

export type Time = Output<'insights.time'>;
export type Forecast = Time['weeks'];
export type MadeForecast = Extract<Forecast, { kind: 'made' }>;

/** `January` for 0. */
export function monthName(format: Format, month: number, length: 'long' | 'short' = 'long') {
  return new Intl.DateTimeFormat(localeTag(format.language), {
    month: length,
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2024, month, 1)));
}
