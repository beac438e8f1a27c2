import type { Cell } from '#shared/domain/cell.ts';
import { numberToCell } from '../xlsx-dates.ts';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;
const SPAN = /^(-)?P(?:(\d{1,9})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d+)?)S)?$/;
const SECONDS_A_DAY = 86_400;

/** A number as OpenDocument writes one; null where it is none. */
export function readNumber(text: string): number | null {
  const value = Number(text);
  return NUMBER.test(text) && Number.isFinite(value) ? value : null;
}

/**
 * A day, with its time where it has one, in the forms that `serialToText` gives; null where it is none. On the
 * day that days are counted from there is only a time.
 */
export function readDate(text: string, firstDay: string): Cell {
  const found = DATE.exec(text);
  if (found === null) return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = found;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = Number(hours) * 3_600 + Number(minutes) * 60 + Math.round(Number(seconds));
  const iso = new Date(midnight + time * 1_000).toISOString();
  if (text.startsWith(firstDay)) return time === 0 ? 0 : iso.slice(11, 19);
  return time % SECONDS_A_DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** A span of time as the part of a day that it is; null where it is none. */
export function readSpan(text: string): number | null {
  const found = SPAN.exec(text);
  if (found === null) return null;
  const [days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0));
  const total = ((days ?? 0) * 24 + (hours ?? 0)) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return (found[1] === undefined ? total : -total) / SECONDS_A_DAY;
}

/** What a cell with a span of time shows. */
export function spanToCell(span: number, isElapsed: boolean, firstDay: string): Cell {
  return numberToCell(span, isElapsed ? 'elapsed' : 'time', firstDay === '1904-01-01');
}
