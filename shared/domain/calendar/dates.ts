import type { Cell } from '../cell.ts';
import { LONGEST_VALUE } from '../text/longest.ts';
import { isBlankText } from '../text/number-text.ts';
import { monthNumber, weekdayNumber } from './months.ts';
import { readTime } from './times.ts';
import { onShopClock } from './written-zone.ts';

/** Order of day, month and year in a column's numeric dates. A year of four digits may always lead. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** `not-a-date`: no date in this order; `impossible-date`: a date that no calendar has (31/02). */
export type DateProblem = 'not-a-date' | 'impossible-date';

/** A calendar day and, where the cell has one, a time of day; `date` null means no value. */
export type DateReading =
  | {
      readonly ok: true;
      readonly date: string | null;
      readonly time: string | null;
      /** It named another clock than the shop's, and is given as the shop's shows it. */
      readonly moved?: true;
    }
  | { readonly ok: false; readonly problem: DateProblem };

export interface DateOptions {
  readonly order: DateOrder;
  /** Workbook counts days from 1904 (old Macs) instead of 1900. */
  readonly excel1904?: boolean;
  /** Whether day numbers are dates: typed numbers, and text of five digits. Default true. */
  readonly serials?: boolean;
  /** The shop's zone: a time that names another one is put on its clock. Absent: it stays as written. */
  readonly timeZone?: string;
}

const NO_VALUE: DateReading = { ok: true, date: null, time: null };
const NOT_A_DATE: DateReading = { ok: false, problem: 'not-a-date' };
const IMPOSSIBLE: DateReading = { ok: false, problem: 'impossible-date' };
const NUMERIC = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)[T,\s]*(.*)$/s;
const NAMED_DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th)?[\s\-./,]*(\p{L}{3,})\.?[\s\-./,']*(\d{4}|\d{2})(?!\d)[T,\s]*(.*)$/su;
const NAMED_MONTH_FIRST =
  /^(\p{L}{3,})\.?[\s\-./]*(\d{1,2})(?:st|nd|rd|th)?(?!\d)[\s\-.,/']+(\d{4})(?!\d)[,\s]*(.*)$/su;
const NAMED_YEAR_FIRST = /^(\d{4})[\s\-./]*(\p{L}{3,})\.?[\s\-./]*(\d{1,2})(?!\d)[T,\s]*(.*)$/su;
const MONTH_FIRST_ZONED = /^(\p{L}{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT.*$/su;

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoOf(year: number, month: number, day: number): string {
  const y = String(year).padStart(4, '0');
  return `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Whether text is a day that exists, as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month)
  );
}

/**
 * Full year of a year written with two digits: 00–49 are 2000–2049, 50–99 are 1950–1999 (the pivot
 * of today's spreadsheets), so a birthday in 85 and a sale in 26 both come out right.
 */
export function fullYear(year: number, digits: number): number {
  if (digits > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** Years that a shop's file or a person can mean; others are typing errors (0206, 20206) and no dates. */
export const firstYear = 1800;
export const lastYear = 2199;

/** Whether an ISO day or instant lies in a year that can be meant. */
export function isNearDay(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

function dateOf(year: number, month: number, day: number, rest: string): DateReading {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return IMPOSSIBLE;
  if (day < 1 || day > daysInMonth(year, month)) return IMPOSSIBLE;
  const time = readTime(rest);
  return time === undefined ? NOT_A_DATE : { ok: true, date: isoOf(year, month, day), time };
}

function readNumeric(match: RegExpExecArray, order: DateOrder): DateReading {
  const [, first = '', , second = '', third = '', rest = ''] = match;
  const a = Number(first);
  const b = Number(second);
  const c = Number(third);
  if (first.length === 4) {
    if (third.length > 2) return NOT_A_DATE;
    return a === 0 && b === 0 && c === 0 ? NO_VALUE : dateOf(a, b, c, rest);
  }
  if (first.length === 3 || third.length === 1) return NOT_A_DATE;
  if (order === 'ymd') {
    if (third.length === 4) return NOT_A_DATE;
    return dateOf(fullYear(a, first.length), b, c, rest);
  }
  const year = fullYear(c, third.length);
  return order === 'dmy' ? dateOf(year, b, a, rest) : dateOf(year, a, b, rest);
}

function readNamed(text: string): DateReading {
  const zoned = MONTH_FIRST_ZONED.exec(text);
  const dayFirst = NAMED_DAY_FIRST.exec(text);
  const monthFirst = zoned ?? NAMED_MONTH_FIRST.exec(text);
  const yearFirst = NAMED_YEAR_FIRST.exec(text);
  let word = '';
  let day = '';
  let year = '';
  let rest = '';
  if (monthFirst !== null) [, word = '', day = '', year = '', rest = ''] = monthFirst;
  else if (yearFirst !== null) [, year = '', word = '', day = '', rest = ''] = yearFirst;
  else if (dayFirst !== null) [, day = '', word = '', year = '', rest = ''] = dayFirst;
  const month = monthNumber(word);
  if (month === null) return NOT_A_DATE;
  return dateOf(fullYear(Number(year), year.length), month, Number(day), rest);
}

/** Eight digits: 19970101, or 01011997 where the column's order says so. */
function readCompact(digits: string, order: DateOrder): DateReading {
  const year = Number(digits.slice(0, 4));
  if (year >= 1800 && year <= 2199 && Number(digits.slice(4, 6)) <= 12) {
    return dateOf(year, Number(digits.slice(4, 6)), Number(digits.slice(6)), '');
  }
  if (order === 'ymd') return IMPOSSIBLE;
  const a = Number(digits.slice(0, 2));
  const b = Number(digits.slice(2, 4));
  const last = Number(digits.slice(4));
  return order === 'dmy' ? dateOf(last, b, a, '') : dateOf(last, a, b, '');
}

/** A workbook's day number. 60 is 29 February 1900, which never was: the 1900 system counts it. */
function readSerial(serial: number, excel1904: boolean): DateReading {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 109_000) return NOT_A_DATE;
  if (!excel1904 && whole === 60) return IMPOSSIBLE;
  let base = dayNumber('1899-12-30');
  if (excel1904) base = dayNumber('1904-01-01');
  else if (whole < 60) base += 1;
  const minutes = Math.floor((serial - whole) * 1440 + 1e-6);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
  return {
    ok: true,
    date: isoFromDay(base + whole),
    time: serial === whole ? null : clock.join(':'),
  };
}

/**
 * Reads one cell as a day (and time) by its column's order. A zone that is written (`Z`, `+07:00`,
 * WIB) moves it onto the shop's clock where that is given; otherwise it stays as it is written.
 */
export function readDate(cell: Cell, options: DateOptions): DateReading {
  const read = readWritten(cell, options);
  if (options.timeZone === undefined || typeof cell !== 'string' || !read.ok) return read;
  if (read.date === null || read.time === null) return read;
  const moved = onShopClock(cell.trim(), { day: read.date, time: read.time }, options.timeZone);
  return moved === null ? read : { ok: true, date: moved.day, time: moved.time, moved: true };
}

function readWritten(cell: Cell, options: DateOptions): DateReading {
  if (cell === null) return NO_VALUE;
  if (typeof cell === 'boolean') return NOT_A_DATE;
  const serials = options.serials !== false;
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && cell >= 18_000_101 && cell <= 99_999_999) {
      return readCompact(String(cell), options.order);
    }
    return serials ? readSerial(cell, options.excel1904 === true) : NOT_A_DATE;
  }
  if (isBlankText(cell)) return NO_VALUE;
  if (cell.length > LONGEST_VALUE) return NOT_A_DATE;
  const text = withoutWeekday(cell.trim().replace(/^'/, ''));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return readNumeric(numeric, options.order);
  if (/^\d{8}$/.test(text)) return readCompact(text, options.order);
  if (serials && /^\d{5}([.,]\d+)?$/.test(text)) {
    return readSerial(Number(text.replace(',', '.')), options.excel1904 === true);
  }
  return readNamed(text);
}

function withoutWeekday(text: string): string {
  const match = /^([\p{L}’']{3,9})[\s,.]+(?=\S)/u.exec(text);
  const isWeekday = match !== null && weekdayNumber(match[1] ?? '') !== null;
  return isWeekday ? text.slice(match[0].length) : text;
}

/** Days since 1970-01-01 of an ISO day (proleptic Gregorian). */
export function dayNumber(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8, 10));
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The ISO day of a number of days since 1970-01-01; inverse of `dayNumber`. */
export function isoFromDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return isoOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** An ISO day moved by whole days. */
export function addDays(iso: string, days: number): string {
  return isoFromDay(dayNumber(iso) + days);
}

/** An ISO day moved by calendar months; the day is clamped to the month's end (31 Jan + 1 → 28 Feb). */
export function addMonths(iso: string, months: number): string {
  const index = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return isoOf(year, month, Math.min(Number(iso.slice(8, 10)), daysInMonth(year, month)));
}

/** Days from `from` to `to` (both ISO days or times); negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The month of an ISO day: `2026-03`. */
export function monthOf(iso: string): string {
  return iso.slice(0, 7);
}

/** Calendar months touched from the first to the last day, both counted: 31 Jan to 1 Feb is 2. */
export function inclusiveMonths(firstIso: string, lastIso: string): number {
  const years = Number(lastIso.slice(0, 4)) - Number(firstIso.slice(0, 4));
  return years * 12 + Number(lastIso.slice(5, 7)) - Number(firstIso.slice(5, 7)) + 1;
}

/**
 * First day of the window of `months` calendar months that ends today, that day included: whoever
 * bought on it or later is active. Month ends and 29 February clamp to the month's last day.
 */
export function activeSince(todayIso: string, months: number): string {
  return addMonths(todayIso, -months);
}
