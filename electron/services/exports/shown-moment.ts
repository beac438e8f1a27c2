import { localDay, localTime } from '#shared/domain/calendar/zone-time.ts';

/**
 * An instant as the shop's clock shows it: `2026-05-12T09:15:00`, or the day alone where the hour is
 * not known. Noon of a complaint without hours is such a day.
 */
export function shownMoment(
  instant: string | null,
  hasTime: boolean,
  timeZone: string,
): string | null {
  if (instant === null) return null;
  const day = localDay(instant, timeZone);
  const time = localTime(instant, timeZone);
  return hasTime || time !== '12:00' ? `${day}T${time}:00` : day;
}
