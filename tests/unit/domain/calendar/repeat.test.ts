import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth } from '#shared/domain/calendar/dates.ts';
import {
  isClampedFrom,
  nextOccurrence,
  occurrence,
  type RepeatRule,
} from '#shared/domain/calendar/repeat.ts';

const monthly: RepeatRule = { every: 1, unit: 'month' };
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const rule: fc.Arbitrary<RepeatRule> = fc.record({
  every: fc.integer({ min: 1, max: 120 }),
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
});

describe('repeating', () => {
  it.each([
    ['2026-06-01', { every: 3, unit: 'day' }, '2026-06-15', '2026-06-16'],
    ['2026-06-01', { every: 2, unit: 'week' }, '2026-06-15', '2026-06-29'],
    ['2026-01-31', monthly, '2026-02-01', '2026-02-28'],
    ['2026-01-31', monthly, '2026-02-28', '2026-03-31'],
    ['2026-01-31', { every: 3, unit: 'month' }, '2026-01-31', '2026-04-30'],
    ['2024-02-29', { every: 1, unit: 'year' }, '2026-06-15', '2027-02-28'],
    ['2024-02-29', { every: 1, unit: 'year' }, '2027-03-01', '2028-02-29'],
    ['2026-06-20', monthly, '2026-06-15', '2026-07-20'],
  ] as const)('from %s, %o, the next after %s is %s', (first, given, after, next) => {
    expect(nextOccurrence(first, given, after)).toBe(next);
  });

  it('the next lies after the day asked for, and none lies between', () => {
    fc.assert(
      fc.property(day, day, rule, (first, after, given) => {
        const next = nextOccurrence(first, given, after);
        expect(next > after && next > first).toBe(true);
        const all = Array.from({ length: 400 }, (_, index) => occurrence(first, given, index + 1));
        const known = all.find((one) => one > after);
        if (known !== undefined) expect(next).toBe(known);
      }),
    );
  });

  it('a month too short for the day has it on its last, and the day comes back after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (index) => {
        const on = occurrence('2026-01-31', monthly, index);
        const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
        expect(Number(on.slice(8))).toBe(daysInMonth(year, month));
      }),
    );
  });

  it('a day moved to the end of a short month is told from one that is meant', () => {
    expect(isClampedFrom('2026-01-31', monthly, '2026-02-28')).toBe(true);
    expect(isClampedFrom('2026-01-31', monthly, '2026-04-30')).toBe(true);
    expect(isClampedFrom('2026-01-31', monthly, '2026-03-31')).toBe(false);
    expect(isClampedFrom('2026-01-28', monthly, '2026-02-28')).toBe(false);
    expect(isClampedFrom('2026-01-31', monthly, '2026-02-27')).toBe(false);
    expect(isClampedFrom('2024-02-29', { every: 1, unit: 'year' }, '2027-02-28')).toBe(true);
  });
});
