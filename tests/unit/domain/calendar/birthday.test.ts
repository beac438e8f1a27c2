import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthdayIn,
  monthDaysOf,
  nextBirthday,
  turnsOn,
} from '#shared/domain/calendar/birthday.ts';
import { addDays, daysBetween, isIsoDate } from '#shared/domain/calendar/dates.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1940-01-01', days));

describe('birthdays', () => {
  it('29 February is kept on the 28th in a year without it', () => {
    expect(birthdayIn('1996-02-29', 2026)).toBe('2026-02-28');
    expect(birthdayIn('1996-02-29', 2028)).toBe('2028-02-29');
    expect(monthDaysOf('2026-02-28')).toEqual(['02-28', '02-29']);
    expect(monthDaysOf('2028-02-28')).toEqual(['02-28']);
    expect(monthDaysOf('2028-02-29')).toEqual(['02-29']);
    expect(turnsOn('1996-02-29', '2026-02-28')).toBe(30);
  });

  it('the next one is that very day, or comes within a year', () => {
    fc.assert(
      fc.property(day, day, (born, from) => {
        const next = nextBirthday(born, from);
        expect(isIsoDate(next)).toBe(true);
        expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(from, next)).toBeLessThanOrEqual(366);
        expect(monthDaysOf(next)).toContain(born.slice(5));
      }),
    );
  });

  it('nobody turns nought, and a year before anybody alive is none', () => {
    expect(turnsOn('2026-06-15', '2026-06-15')).toBeNull();
    expect(turnsOn('1604-06-15', '2026-06-15')).toBeNull();
    expect(turnsOn('1985-06-15', '2026-06-15')).toBe(41);
  });
});
