import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatWeekday } from '#renderer/components/format-date.ts';
import { addDays, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { readTypedDay } from '#shared/domain/calendar/typed-day.ts';

/** A Tuesday. */
const today = '2026-05-12';
const ahead = { today, looks: 'ahead' } as const;
const back = { today, looks: 'back' } as const;

describe('a typed day', () => {
  it.each([
    ['17/8/1980', '1980-08-17'],
    ['17-08-1980', '1980-08-17'],
    ['17.8.1980', '1980-08-17'],
    ['17 8 1980', '1980-08-17'],
    ['17 Agustus 1980', '1980-08-17'],
    ['17 agt 80', '1980-08-17'],
    ['17/08/80', '1980-08-17'],
    ['17081980', '1980-08-17'],
    ['1980-08-17', '1980-08-17'],
    ['August 17, 1980', '1980-08-17'],
    ['  Minggu,  17 Agustus 1980 ', '1980-08-17'],
    ['3/12/2026', '2026-12-03'],
    ['15 Desember 2026', '2026-12-15'],
    ['29/2/2024', '2024-02-29'],
    ['besok', '2026-05-13'],
    ['Lusa', '2026-05-14'],
    ['kemarin', '2026-05-11'],
    ['hari ini', '2026-05-12'],
    ['Hari  ini', '2026-05-12'],
    ['tomorrow', '2026-05-13'],
    ['day before yesterday', '2026-05-10'],
    ['kamis', '2026-05-14'],
    ['Jum’at', '2026-05-15'],
    ['selasa', '2026-05-19'],
    ['Mon', '2026-05-18'],
  ])('%s is %s', (typed, day) => {
    expect(readTypedDay(typed, ahead)).toEqual({ ok: true, day });
  });

  it.each([
    ['kamis', '2026-05-07'],
    ['selasa', '2026-05-05'],
    ['senin', '2026-05-11'],
  ])('%s is %s where the day lies behind', (typed, day) => {
    expect(readTypedDay(typed, back)).toEqual({ ok: true, day });
  });

  it.each([
    ['31/2/2026', 'impossible'],
    ['12/31/2026', 'impossible'],
    ['17/13/1980', 'impossible'],
    ['17/8', 'no-year'],
    ['17 Agustus', 'no-year'],
    ['August 17', 'no-year'],
    ['Senin, 17 Agustus 1980', 'other-weekday'],
    ['17/8/198', 'unreadable'],
    ['17/8/1', 'unreadable'],
    ['17', 'unreadable'],
    ['minggu depan', 'unreadable'],
    ['17/8/2026 10.00', 'unreadable'],
    ['17/8/2026 kira-kira', 'unreadable'],
    ['17 Agustusan 2026', 'unreadable'],
    ['29448', 'unreadable'],
    ['-', 'unreadable'],
  ])('%s is refused: %s', (typed, problem) => {
    expect(readTypedDay(typed, ahead)).toEqual({ ok: false, problem });
  });

  it('is no day where nothing was typed', () => {
    expect(readTypedDay('  ', ahead)).toEqual({ ok: true, day: null });
  });

  it('reads every way the app itself writes a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -54_000, max: 80_000 }), (days) => {
        const day = isoFromDay(days);
        for (const language of ['id', 'en'] as const) {
          for (const text of [
            formatDate(day, language),
            formatDate(day, language, true),
            formatWeekday(day, language),
          ]) {
            expect([text, readTypedDay(text, ahead)]).toEqual([text, { ok: true, day }]);
          }
        }
      }),
    );
  });

  it('is the same day of the week as the platform says, for the seven days around today', () => {
    const names = new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' });
    for (let step = 1; step <= 7; step++) {
      const day = addDays(today, step);
      const name = names.format(new Date(`${day}T00:00:00Z`));
      expect([name, readTypedDay(name, ahead)]).toEqual([name, { ok: true, day }]);
      const past = addDays(today, -step);
      const other = names.format(new Date(`${past}T00:00:00Z`));
      expect([other, readTypedDay(other, back)]).toEqual([other, { ok: true, day: past }]);
    }
  });
});
