import { localDay, localTime, minuteMs } from './zone-time.ts';

/** Minutes ahead of UTC of the zones that people write by name. */
const NAMED: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wib: 420,
  wita: 480,
  wit: 540,
};
const NAMED_ZONE = /\d\s*(z|utc|gmt|wib|wita|wit)(?:([+-]\d\d):?(\d\d))?(?:\s*\([^()]*\))?$/i;
/** Bare figures are a zone only behind an ISO time: `10:00-11:00` is from ten to eleven. */
const ISO_ZONE =
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d|[T ]\d\d:\d\d:\d\d)(?:[.,]\d+)?\s?([+-]\d\d):?(\d\d)$/;

function offsetOf(hours: string | undefined, minutes: string | undefined): number {
  if (hours === undefined) return 0;
  const ahead = Math.abs(Number(hours)) * 60 + Number(minutes ?? 0);
  return hours.startsWith('-') ? -ahead : ahead;
}

/** How far the clock that a text names is ahead of UTC, in minutes (`Z` 0, `+07:00` and WIB 420); null: it names none. */
export function writtenOffset(text: string): number | null {
  const iso = ISO_ZONE.exec(text);
  if (iso !== null) return offsetOf(iso[1], iso[2]);
  const named = NAMED_ZONE.exec(text);
  if (named === null) return null;
  return (NAMED[named[1]?.toLowerCase() ?? ''] ?? 0) + offsetOf(named[2], named[3]);
}

/**
 * The day and time of the shop's clock, where a text names another clock; null: it names none, or
 * one that shows the same. Midnight in UTC stays: that is how programs write a day without a time.
 * `day` is `YYYY-MM-DD` and `time` `HH:MM`, both as the text has them.
 */
export function onShopClock(
  text: string,
  { day, time }: { readonly day: string; readonly time: string },
  timeZone: string,
): { readonly day: string; readonly time: string } | null {
  const ahead = writtenOffset(text);
  if (ahead === null || (ahead === 0 && time === '00:00')) return null;
  const instant = new Date(Date.parse(`${day}T${time}Z`) - ahead * minuteMs).toISOString();
  const own = { day: localDay(instant, timeZone), time: localTime(instant, timeZone) };
  return own.day === day && own.time === time ? null : own;
}
