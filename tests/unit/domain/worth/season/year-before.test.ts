import { describe, expect, it } from 'vitest';
import { dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { monthsAgainst, weekendDaysIn } from '#shared/domain/worth/season/year-before.ts';

function monthsOf(from: string, through: string, count: number) {
  const first = dayNumber(from);
  const minor = Array.from({ length: dayNumber(through) - first + 1 }, () => 1);
  const iso = (days: { from: number; to: number } | null) =>
    days === null ? null : `${isoFromDay(days.from)}/${isoFromDay(days.to)}`;
  return monthsAgainst({ first, minor }, count).map(({ now, before }) => [iso(now), iso(before)]);
}

describe('a month against the year before', () => {
  it('has as many days on both sides, and none that is not known', () => {
    expect(monthsOf('2025-04-10', '2026-06-14', 4)).toEqual([
      ['2026-03-01/2026-03-31', null],
      ['2026-04-01/2026-04-30', null],
      ['2026-05-01/2026-05-31', '2025-05-01/2025-05-31'],
      ['2026-06-01/2026-06-14', '2025-06-01/2025-06-14'],
    ]);
  });

  it('leaves a 29 February out, whichever year has it', () => {
    expect(monthsOf('2026-01-01', '2029-02-28', 13)[0]).toEqual([
      '2028-02-01/2028-02-28',
      '2027-02-01/2027-02-28',
    ]);
    expect(monthsOf('2026-01-01', '2029-02-28', 1)).toEqual([
      ['2029-02-01/2029-02-28', '2028-02-01/2028-02-28'],
    ]);
  });

  it('counts Saturdays and Sundays', () => {
    const june = { from: dayNumber('2026-06-01'), to: dayNumber('2026-06-14') };
    expect(weekendDaysIn(june)).toBe(4);
    expect(weekendDaysIn({ ...june, to: dayNumber('2026-06-05') })).toBe(0);
    expect(weekendDaysIn({ ...june, to: dayNumber('2026-06-06') })).toBe(1);
  });
});
