import { addMonths, dayNumber, isoFromDay, monthOf } from '#shared/domain/calendar/dates.ts';

/** Days are counted from 1970-01-01, so that adding and comparing is plain arithmetic. */
export type Day = number;

/**
 * Idul Fitri, 1 Syawal. 2022 to 2025 as the Indonesian ministry of religious affairs announced it;
 * 2026 as in the joint ministerial decree on public holidays; from 2027 calculated (Umm al-Qura
 * calendar plus the day by which Indonesia's sighting rule usually follows it), may be a day off.
 */
export const idulFitri: readonly string[] = [
  '2022-05-02',
  '2023-04-22',
  '2024-04-10',
  '2025-03-31',
  '2026-03-21',
  '2027-03-10',
  '2028-02-27',
  '2029-02-15',
  '2030-02-05',
  '2031-01-25',
  '2032-01-15',
];

const idulFitriDays: readonly Day[] = idulFitri.map(dayNumber);

const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

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
export function writtenDate(day: Day): string {
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

/** Closed over Idul Fitri (three days) and on New Year's Day. */
export function isClosed(day: Day): boolean {
  return (
    isoFromDay(day).endsWith('-01-01') || idulFitriDays.some((feast) => within(day, feast, 0, 2))
  );
}

/** How busy a day is; 1 is an ordinary one, 0 closed. Ramadan is quiet, its last ten days are not. */
export function dayWeight(day: Day, who: 'person' | 'business'): number {
  if (isClosed(day)) return 0;
  const rhythm = who === 'person' ? personRhythm : businessRhythm;
  // 1970-01-01 was a Thursday.
  const weekday = rhythm[(day + 4) % 7] ?? 1;
  return weekday * seasonWeight(day);
}

function seasonWeight(day: Day): number {
  for (const feast of idulFitriDays) {
    if (within(day, feast, -10, -1)) return 1.9;
    if (within(day, feast, -30, -11)) return 0.7;
    if (within(day, feast, 3, 9)) return 1.4;
  }
  const date = isoFromDay(day).slice(5);
  return date >= '12-18' ? 1.4 : 1;
}

function within(day: Day, feast: Day, from: number, to: number): boolean {
  return day >= feast + from && day <= feast + to;
}

/** The feasts between two days. */
export function feastsBetween(from: Day, to: Day): Day[] {
  return idulFitriDays.filter((feast) => feast >= from && feast <= to);
}
