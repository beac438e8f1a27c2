import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '#shared/domain/calendar/dates.ts';
import { writtenOffset } from '#shared/domain/calendar/written-zone.ts';

const jakarta = 'Asia/Jakarta';

describe('times that name another clock', () => {
  it.each([
    ['2026-01-01T18:30:00Z', jakarta, '2026-01-02', '01:30'],
    ['2026-01-01T18:30:00.250Z', jakarta, '2026-01-02', '01:30'],
    ['2026-01-01 18:30:00 UTC', jakarta, '2026-01-02', '01:30'],
    ['01/01/2026 18:30 GMT', jakarta, '2026-01-02', '01:30'],
    ['2026-01-01T01:00:00+09:00', jakarta, '2025-12-31', '23:00'],
    ['2026-01-01 20:00:00 -0500', jakarta, '2026-01-02', '08:00'],
    ['2026-03-05T20:30-03:30', jakarta, '2026-03-06', '07:00'],
    ['5/3/2026 00.30 WITA', jakarta, '2026-03-04', '23:30'],
    ['5/3/2026, 22.15.09 WIB', 'Asia/Jayapura', '2026-03-06', '00:15'],
    ['Thu Mar 05 2026 08:10:00 GMT+0900 (Japan Standard Time)', jakarta, '2026-03-05', '06:10'],
    ['2026-07-01T03:00:00Z', 'America/New_York', '2026-06-30', '23:00'],
    ['2026-01-01T03:00:00Z', 'America/New_York', '2025-12-31', '22:00'],
  ])('%s in %s is %s at %s, and is said to be moved', (cell, timeZone, date, time) => {
    const read = readDate(cell, { order: 'dmy', timeZone });
    expect(read).toEqual({ ok: true, date, time, moved: true });
  });

  it.each([
    ['the shop’s own clock', '2026-01-01T23:59:00+07:00', '23:59'],
    ['the shop’s own clock by name', '1/1/2026 23.59 WIB', '23:59'],
    ['no zone', '2026-01-01 23:59:00', '23:59'],
    ['midnight in UTC, which is a day without a time', '2026-01-01T00:00:00.000Z', '00:00'],
    ['from ten to eleven', '1/1/2026 10:00-11:00', '10:00'],
    ['from ten to eleven behind a year', '2026-01-01 10:00-11:00', '10:00'],
    ['no time', '2026-01-01', null],
  ])('%s moves nothing: %s', (_, cell, time) => {
    const read = readDate(cell, { order: 'dmy', timeZone: jakarta });
    expect(read).toEqual({ ok: true, date: '2026-01-01', time });
  });

  it('any instant in any zone is the day and time that the platform gives it', () => {
    const zones = [jakarta, 'Asia/Makassar', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'];
    const minute = fc.integer({ min: 15_800_000, max: 30_000_000 });
    const offset = fc.integer({ min: -47, max: 56 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(minute, offset, fc.constantFrom(...zones), (at, ahead, timeZone) => {
        const wall = new Date((at + ahead) * 60_000).toISOString().slice(0, 19);
        const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
        const size = Math.abs(ahead);
        const zone = `${ahead < 0 ? '-' : '+'}${part(size / 60)}:${part(size % 60)}`;
        if (ahead === 0 && wall.endsWith('T00:00:00')) return;
        const read = readDate(`${wall}${zone}`, { order: 'dmy', timeZone });
        const shown = new Date(at * 60_000).toLocaleString('sv-SE', { timeZone });
        expect(read).toMatchObject({ date: shown.slice(0, 10), time: shown.slice(11, 16) });
      }),
    );
  });

  it('an offset is read in minutes', () => {
    const texts = ['2026-01-01 10:00:00 +05:30', '10:00 UTC', '10:00 wit', 'Budi', '10:00'];
    expect(texts.map(writtenOffset)).toEqual([330, 0, 540, null, null]);
  });
});
