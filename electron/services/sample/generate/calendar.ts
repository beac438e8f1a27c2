import { addMonths, dayNumber, isoFromDay, monthOf } from '#shared/domain/calendar/dates.ts';
import type { PlaceCalendar } from './place/place.ts';

/** Days are counted from 1970-01-01, so that adding and comparing is plain arithmetic. */
export type Day = number;

/** Sunday first: people come at the weekend, offices order on Monday and Thursday. */
const personRhythm = [1.35, 0.75, 0.8, 0.85, 0.95, 1.15, 1.5];
const businessRhythm = [0.1, 1.6, 1.1, 1, 1.4, 1, 0.5];

export function yearOf(day: Day): number {
  return Number(isoFromDay(day).slice(0, 4));
}

/** `31/12/2025`, as tills print it. */
export function slashDate(day: Day): string {
  const [year, month, date] = isoFromDay(day).split('-');
  return `${date}/${month}/${year}`;
}

/** `31 Desember 2025`. */
export function writtenDate(day: Day, { monthNames }: PlaceCalendar): string {
  const [year, month, date] = isoFromDay(day).split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

/** The first day of the month that lies `months` before the month of `day`. */
export function monthStart(day: Day, months: number): Day {
  return dayNumber(`${monthOf(addMonths(isoFromDay(day), -months))}-01`);
}

/** The three years the shop's files go back: whole months, so that 36 lie before this one. */
export function firstDayOf(today: Day): Day {
  return monthStart(today, 36);
}

/** Closed over the feast and on New Year's Day. */
export function isClosed(day: Day, { feasts, closedDays }: PlaceCalendar): boolean {
  return (
    isoFromDay(day).endsWith('-01-01') ||
    feasts.some((feast) => within(day, feast, 0, closedDays - 1))
  );
}

/** How busy a day is; 1 is an ordinary one, 0 closed. The last ten days before the feast are busy. */
export function dayWeight(day: Day, who: 'person' | 'business', calendar: PlaceCalendar): number {
  if (isClosed(day, calendar)) return 0;
  const rhythm = who === 'person' ? personRhythm : businessRhythm;
  // 1970-01-01 was a Thursday.
  const weekday = rhythm[(day + 4) % 7] ?? 1;
  return weekday * seasonWeight(day, calendar);
}

function seasonWeight(day: Day, { feasts, monthBefore, weekAfter }: PlaceCalendar): number {
  for (const feast of feasts) {
    if (within(day, feast, -10, -1)) return 1.9;
    if (within(day, feast, -30, -11)) return monthBefore;
    if (within(day, feast, 3, 9)) return weekAfter;
  }
  const date = isoFromDay(day).slice(5);
  return date >= '12-18' ? 1.4 : 1;
}

function within(day: Day, feast: Day, from: number, to: number): boolean {
  return day >= feast + from && day <= feast + to;
}

/** The feasts between two days. */
export function feastsBetween(from: Day, to: Day, { feasts }: PlaceCalendar): Day[] {
  return feasts.filter((feast) => feast >= from && feast <= to);
}
