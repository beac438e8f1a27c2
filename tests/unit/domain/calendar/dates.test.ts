import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeSince,
  addDays,
  addMonths,
  type DateOrder,
  dayNumber,
  daysBetween,
  inclusiveMonths,
  isIsoDate,
  isoFromDay,
  monthOf,
  readDate,
} from '#shared/domain/calendar/dates.ts';
import { monthNumber } from '#shared/domain/calendar/months.ts';

const anyDay = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2049-12-31') });

function platformIso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

describe('reading dates', () => {
  it.each<[string | number, DateOrder, string, string | null]>([
    ['03/25/2026', 'mdy', '2026-03-25', null],
    ['2026/3/5', 'dmy', '2026-03-05', null],
    ['26-03-05', 'ymd', '2026-03-05', null],
    ['19970101', 'dmy', '1997-01-01', null],
    [19970101, 'dmy', '1997-01-01', null],
    ['05032026', 'dmy', '2026-03-05', null],
    ['Kamis, 5 Maret 2026', 'dmy', '2026-03-05', null],
    ['March 5, 2026', 'dmy', '2026-03-05', null],
    ['5th March 2026', 'dmy', '2026-03-05', null],
    ['05-Mar-26', 'dmy', '2026-03-05', null],
    ['2026-Mar-05', 'dmy', '2026-03-05', null],
    ['17 nop 2025 pukul 14.22', 'dmy', '2025-11-17', '14:22'],
    ['5/3/2026 2:22 PM', 'dmy', '2026-03-05', '14:22'],
    ['5/3/2026 12:05 am', 'dmy', '2026-03-05', '00:05'],
    ['5/3/2026, 14.22.59 WIB', 'dmy', '2026-03-05', '14:22'],
    ['2026-03-05T23:59:59.999+07:00', 'mdy', '2026-03-05', '23:59'],
    ['2026-03-05T23:30:00Z', 'dmy', '2026-03-05', '23:30'],
    ['Thu Mar 05 2026 08:10:00 GMT+0700 (Western Indonesia Time)', 'dmy', '2026-03-05', '08:10'],
    ["'05/03/2026", 'dmy', '2026-03-05', null],
    ['46086', 'dmy', '2026-03-05', null],
    ['46086,5', 'dmy', '2026-03-05', '12:00'],
    [46086.75, 'dmy', '2026-03-05', '18:00'],
    [1, 'dmy', '1900-01-01', null],
    [59, 'dmy', '1900-02-28', null],
    [61, 'dmy', '1900-03-01', null],
    ['1/1/49', 'dmy', '2049-01-01', null],
    ['1/1/50', 'dmy', '1950-01-01', null],
    ['29/02/2024', 'dmy', '2024-02-29', null],
  ])('%s in order %s is %s at %s', (cell, order, date, time) => {
    expect(readDate(cell, { order })).toEqual({ ok: true, date, time });
  });

  it.each<[string | number | boolean, DateOrder, string]>([
    ['29/02/2026', 'dmy', 'impossible-date'],
    ['2026-13-05', 'dmy', 'impossible-date'],
    ['25/03/2026', 'mdy', 'impossible-date'],
    ['05/03/0206', 'dmy', 'impossible-date'],
    [60, 'dmy', 'impossible-date'],
    ['05/03/2026', 'ymd', 'not-a-date'],
    ['5/3', 'dmy', 'not-a-date'],
    ['Maret 2026', 'dmy', 'not-a-date'],
    ['5 Foo 2026', 'dmy', 'not-a-date'],
    ['besok', 'dmy', 'not-a-date'],
    ['5/3/2026 25:00', 'dmy', 'not-a-date'],
    ['5/3/2026 13:00 PM', 'dmy', 'not-a-date'],
    ['--03-01', 'dmy', 'not-a-date'],
    [true, 'dmy', 'not-a-date'],
    [-5, 'dmy', 'not-a-date'],
  ])('%s in order %s is refused as %s', (cell, order, problem) => {
    expect(readDate(cell, { order })).toEqual({ ok: false, problem });
  });

  it.each(['', '-', ' ', null, '0000-00-00'])('%j is no date and no problem', (cell) => {
    expect(readDate(cell, { order: 'dmy' })).toEqual({ ok: true, date: null, time: null });
  });

  it('counts workbook days from 1904 where the workbook says so', () => {
    expect(readDate(44624, { order: 'dmy', excel1904: true })).toMatchObject({
      date: '2026-03-05',
    });
  });

  it('leaves day numbers alone where they are not wanted', () => {
    expect(readDate(46086, { order: 'dmy', serials: false }).ok).toBe(false);
    expect(readDate('46086', { order: 'dmy', serials: false }).ok).toBe(false);
  });

  it('comes back from every way of writing a day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('/', '-', '.'), (day, mark) => {
        const date = isoFromDay(day);
        const [y = '', m = '', d = ''] = date.split('-');
        const expected = { ok: true, date, time: null };
        expect(readDate(`${d}${mark}${m}${mark}${y}`, { order: 'dmy' })).toEqual(expected);
        expect(readDate(`${Number(m)}${mark}${Number(d)}${mark}${y}`, { order: 'mdy' })).toEqual(
          expected,
        );
        expect(readDate(`${d}${mark}${m}${mark}${y.slice(2)}`, { order: 'dmy' })).toEqual(expected);
        expect(readDate(`${y}${mark}${m}${mark}${d}`, { order: 'mdy' })).toEqual(expected);
        expect(readDate(`${y}${m}${d}`, { order: 'dmy' })).toEqual(expected);
        expect(readDate(day - dayNumber('1899-12-30'), { order: 'dmy' })).toEqual(expected);
        for (const locale of ['id-ID', 'en-GB', 'en-US']) {
          const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
          const text = new Intl.DateTimeFormat(locale, style).format(day * 86_400_000);
          expect(readDate(text, { order: 'dmy' })).toEqual(expected);
        }
      }),
    );
  });
});

describe('month names', () => {
  it('are known as Intl writes them, long and short, in both languages', () => {
    for (const locale of ['id-ID', 'en-GB', 'en-US']) {
      for (const month of ['long', 'short'] as const) {
        const names = Array.from({ length: 12 }, (_, index) =>
          new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(
            Date.UTC(2026, index, 1),
          ),
        );
        expect(names.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      }
    }
  });
});

describe('calendar arithmetic', () => {
  it('agrees with the platform calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, move) => {
        expect(isoFromDay(day)).toBe(platformIso(day));
        expect(dayNumber(isoFromDay(day))).toBe(day);
        expect(isIsoDate(isoFromDay(day))).toBe(true);
        expect(daysBetween(isoFromDay(day), addDays(isoFromDay(day), move))).toBe(move);
      }),
    );
  });

  it('knows days that do not exist', () => {
    expect(
      ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1900-02-29'].map(isIsoDate),
    ).toEqual([false, false, false, false, false]);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s moved by %d months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it.each([
    ['2023-01-31', '2023-02-01', 2],
    ['2023-01-01', '2023-01-31', 1],
    ['2021-01-05', '2023-12-20', 36],
    ['2022-12-31', '2023-01-01', 2],
  ])('from %s to %s are %d inclusive months', (first, last, months) => {
    expect(inclusiveMonths(first, last)).toBe(months);
  });

  it.each([
    ['2026-11-22', 12, '2025-11-22'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2025-02-28', 12, '2024-02-28'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-05-31', 3, '2026-02-28'],
    ['2026-08-31', 6, '2026-02-28'],
  ])('on %s the window of %d months began on %s', (today, months, since) => {
    expect(activeSince(today, months)).toBe(since);
  });

  it('names the month of a day', () => expect(monthOf('2026-03-05')).toBe('2026-03'));
});
