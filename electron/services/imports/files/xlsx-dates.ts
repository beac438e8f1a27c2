/** What a number format makes of a number. `elapsed` is a duration such as `[h]:mm`. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time' | 'elapsed';

const SECONDS_A_DAY = 86_400;
/** 9999-12-31 in the system that counts from 1900. */
const LAST_SERIAL_1900 = 2_958_465;
/** Days from the first day of the 1900 system to that of the 1904 system. */
const OFFSET_1904 = 1_462;
/** The day that the 1900 system has and the calendar has not. */
const PHANTOM_DAY = 60;

/** The kind of a format that is built in and has no code in the file (ECMA-376 18.8.30). */
export function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  if (id === 46) return 'elapsed';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
  const isDate =
    (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/** Judges a format code by its first section, without quoted text, colours and conditions. */
export function formatKind(code: string): NumberKind {
  const bare = code
    .slice(0, 1_024)
    .replace(/"[^"]*("|$)/g, '')
    .replace(/[\\_*]./g, '');
  const section = (bare.split(';')[0] ?? '').toLowerCase();
  const isElapsed = /\[(h+|m+|s+)\]/.test(section);
  const tokens = section.replace(/\[[^\]]*\]/g, '').replace(/general|e[-+]/g, '');
  if (tokens.includes('%')) return 'percent';
  if (/[#?]/.test(tokens)) return 'number';
  if (isElapsed) return 'elapsed';
  if (/[ydge]/.test(tokens)) return 'date';
  if (/[hs]|am\/pm/.test(tokens)) return 'time';
  return tokens.includes('m') ? 'date' : 'number';
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** A number as the percentage that the workbook shows, every digit of it kept: 0.125 is `12.5%`. */
export function percentToText(value: number): string | number {
  const text = String(Number((value * 100).toPrecision(15)));
  return text.includes('e') ? value : `${text}%`;
}

function day(serial: number, is1904: boolean): string {
  if (!is1904 && serial === PHANTOM_DAY) return '1900-02-29';
  const days = is1904 ? serial + OFFSET_1904 : serial < PHANTOM_DAY ? serial + 1 : serial;
  // 25,569 is 1970-01-01 in the 1900 system.
  const date = new Date((days - 25_569) * SECONDS_A_DAY * 1_000);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/**
 * A day number as ISO text, rounded to the second: `YYYY-MM-DD` at midnight, `YYYY-MM-DDTHH:MM:SS`
 * else, `HH:MM:SS` below one day (in the 1904 system only where the format shows no date), elapsed
 * hours beyond 24 as `30:00:00`. Day 60 of 1900 stays the 29 February that the workbook shows.
 * What the format cannot show (negative, past 9999, day 0) stays the number.
 */
export function serialToText(
  serial: number,
  kind: Exclude<NumberKind, 'percent'>,
  is1904: boolean,
): string | number {
  const last = is1904 ? LAST_SERIAL_1900 - OFFSET_1904 : LAST_SERIAL_1900;
  if (kind === 'number' || !(serial >= 0) || serial >= last + 1) return serial;
  const total = Math.round(serial * SECONDS_A_DAY);
  if (kind === 'elapsed') return clock(total);
  if (serial < 1 && (kind === 'time' || !is1904)) {
    if (serial === 0 && kind === 'date') return serial;
    return clock(Math.min(total, SECONDS_A_DAY - 1));
  }
  const whole = Math.floor(total / SECONDS_A_DAY);
  if (whole > last) return serial;
  const seconds = total - whole * SECONDS_A_DAY;
  return seconds === 0 ? day(whole, is1904) : `${day(whole, is1904)}T${clock(seconds)}`;
}

/** What a cell with a number shows, given what its format makes of numbers. */
export function numberToCell(value: number, kind: NumberKind, is1904: boolean): string | number {
  if (kind === 'number') return value;
  return kind === 'percent' ? percentToText(value) : serialToText(value, kind, is1904);
}

const ISO =
  /^(?:(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?|T?(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)$/;

/** A cell of type `d` in the same forms as `serialToText`, or null where it is no ISO date. */
export function isoCellToText(text: string): string | null {
  const found = ISO.exec(text);
  if (found === null) return null;
  const [, date, minutes, seconds = '00', onlyMinutes, onlySeconds = '00'] = found;
  if (date === undefined) return `${onlyMinutes}:${onlySeconds}`;
  const time = minutes === undefined ? '00:00:00' : `${minutes}:${seconds}`;
  return time === '00:00:00' ? date : `${date}T${time}`;
}
