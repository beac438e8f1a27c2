import { instantOf, localDay, localTime, noonOf } from '#shared/domain/calendar/zone-time.ts';

/** A local day and, where it is known, the time of it. */
export interface Moment {
  readonly day: string;
  readonly time: string | null;
}

/** Whether `a` is certainly before `b`: of two on one day only where both times are known. */
export function isBefore(a: Moment, b: Moment): boolean {
  if (a.day !== b.day) return a.day < b.day;
  return a.time !== null && b.time !== null && a.time < b.time;
}

/** The instant of a moment; noon where only the day is known. */
export function instantOfMoment({ day, time }: Moment, timeZone: string): string {
  return time === null ? noonOf(day, timeZone) : instantOf(day, time, timeZone);
}

/** Whether a stored instant is the moment a file names, as exactly as the file names it. */
export function isSameMoment(instant: string, { day, time }: Moment, timeZone: string): boolean {
  if (localDay(instant, timeZone) !== day) return false;
  return time === null || localTime(instant, timeZone) === time;
}
