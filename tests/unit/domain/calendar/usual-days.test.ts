import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { usualDays } from '#shared/domain/calendar/usual-days.ts';

function usual(...days: readonly string[]): [string, string] | null {
  const found = usualDays(Int32Array.from(days, dayNumber).sort());
  return found === null ? null : [isoFromDay(found.first), isoFromDay(found.last)];
}

/** Every day from the first on, so many of them. */
function daily(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => isoFromDay(dayNumber(from) + index));
}

describe('the days most of a list lie between', () => {
  it('leave out a day many years from all others, in however small a list', () => {
    expect(usual('2026-03-05', '2026-03-06', '2006-03-07')).toEqual(['2026-03-05', '2026-03-06']);
    expect(usual('2026-03-05', '2026-03-06', '1996-03-07', '2025-12-31')).toEqual([
      '2025-12-31',
      '2026-03-06',
    ]);
  });

  it('leave out one in many that is a year off, as a year typed wrong makes it', () => {
    const march = daily('2026-03-01', 60);
    expect(usual(...march, '2024-03-05')).toEqual(['2026-03-01', '2026-04-29']);
    expect(usual('2028-05-05', ...march)).toEqual(['2026-03-01', '2026-04-29']);
    expect(usual(...march, '2025-03-05')).toEqual(['2025-03-05', '2026-04-29']);
  });

  it('keep what a shop that was closed or slow may have', () => {
    expect(usual('2006-03-05', '2026-03-06')).toEqual(['2006-03-05', '2026-03-06']);
    const years = daily('2019-01-01', 300);
    const later = daily('2022-01-01', 300);
    expect(usual(...years, ...later)).toEqual([years[0], later.at(-1)]);
    expect(usual('2020-01-05', '2022-06-01', '2023-01-01', '2026-06-01')).toEqual([
      '2020-01-05',
      '2026-06-01',
    ]);
    expect(usual()).toBeNull();
  });

  it('always hold more than half of the list, and never depend on its order', () => {
    const day = fc.integer({ min: dayNumber('1980-01-01'), max: dayNumber('2026-06-15') });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), (days) => {
        const sorted = Int32Array.from(days).sort();
        const found = usualDays(sorted);
        if (found === null) throw new Error('a list with days has usual ones');
        const within = days.filter((each) => each >= found.first && each <= found.last);
        expect(within.length * 2).toBeGreaterThan(days.length);
        expect(sorted).toContain(found.first);
        expect(sorted).toContain(found.last);
      }),
    );
  });
});
