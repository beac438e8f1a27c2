import { addDays, dayNumber, readDate } from './dates.ts';
import { monthNumber, weekdayNumber } from './months.ts';

/**
 * Why a typed day is none: `unreadable`; `impossible`, a date that no calendar has; `no-year`, a day
 * and a month alone; `other-weekday`, its weekday is not the one written before it.
 */
export type TypedDayProblem = 'unreadable' | 'impossible' | 'no-year' | 'other-weekday';

/** What was typed, as `YYYY-MM-DD`; null: nothing was. */
export type TypedDay =
  | { readonly ok: true; readonly day: string | null }
  | { readonly ok: false; readonly problem: TypedDayProblem };

export interface TypedDayOptions {
  readonly today: string;
  /** Where a bare weekday lies: the next one after today, or the last one before it. */
  readonly looks: 'ahead' | 'back';
}

/** Days from today that a word stands for, Indonesian and English. */
const NEAR: ReadonlyMap<string, number> = new Map([
  ['hari ini', 0],
  ['today', 0],
  ['besok', 1],
  ['esok', 1],
  ['tomorrow', 1],
  ['lusa', 2],
  ['besok lusa', 2],
  ['day after tomorrow', 2],
  ['kemarin', -1],
  ['kemaren', -1],
  ['yesterday', -1],
  ['kemarin dulu', -2],
  ['kemarin lusa', -2],
  ['day before yesterday', -2],
]);

const refuse = (problem: TypedDayProblem): TypedDay => ({ ok: false, problem });

/** 1 (Monday) to 7 (Sunday). */
function weekdayOf(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

function nearWeekday(weekday: number, { today, looks }: TypedDayOptions): string {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (looks === 'ahead') return addDays(today, ahead === 0 ? 7 : ahead);
  return addDays(today, ahead === 0 ? -7 : ahead - 7);
}

/** Whether a day and a month stand there, and no year: `17/8`, `17 Agustus`, `August 17`. */
function isWithoutYear(text: string): boolean {
  if (/^\d{1,2}[-/.\s]\d{1,2}$/.test(text)) return true;
  const word = /^(?:\d{1,2}[-/.\s]*(\p{L}+)|(\p{L}+)[-/.\s]*\d{1,2})\.?$/u.exec(text);
  return word !== null && monthNumber(word[1] ?? word[2] ?? '') !== null;
}

/**
 * Reads a day as people type it: by the reader that files are read with (day before month, month
 * names of both languages, years of two digits), and the words for the days around today. A time
 * beside the date is refused: a field for a day would drop it.
 */
export function readTypedDay(typed: string, options: TypedDayOptions): TypedDay {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return { ok: true, day: null };
  const near = NEAR.get(text.toLowerCase());
  if (near !== undefined) return { ok: true, day: addDays(options.today, near) };
  const [first = ''] = text.split(/[\s,.]/, 1);
  const weekday = weekdayNumber(first);
  if (weekday !== null && first === text) {
    return { ok: true, day: nearWeekday(weekday, options) };
  }
  const rest = weekday === null ? text : text.slice(first.length).replace(/^[\s,.]+/, '');
  const read = readDate(rest.replace(/^(\d{1,2}) (\d{1,2}) (\d+)$/, '$1/$2/$3'), {
    order: 'dmy',
    serials: false,
  });
  if (!read.ok) {
    if (read.problem === 'impossible-date') return refuse('impossible');
    return refuse(isWithoutYear(rest) ? 'no-year' : 'unreadable');
  }
  if (read.date === null || read.time !== null) return refuse('unreadable');
  if (weekday !== null && weekdayOf(read.date) !== weekday) return refuse('other-weekday');
  return { ok: true, day: read.date };
}
