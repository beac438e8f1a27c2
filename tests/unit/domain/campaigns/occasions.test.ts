import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import {
  comingDays,
  dueOn,
  openDays,
  seasonDays,
  untilOf,
} from '#shared/domain/campaigns/occasions.ts';
import { occasions } from '#shared/domain/vocabulary/standing.ts';

const today = '2027-03-01';

/** Every day from well before to well after today. */
const around = Array.from({ length: 901 }, (_, index) => addDays(today, index - 450));

test.each(occasions)('%s: what is open is what has fallen due and is not over', (occasion) => {
  for (const days of [0, 1, 14, 365]) {
    const timing = { occasion, days };
    const { from, to } = openDays(timing, today);
    const said = around.filter((on) => on >= from && on <= to);
    const meant = around.filter((on) => dueOn(timing, on) <= today && untilOf(timing, on) >= today);
    expect(said, `${days}`).toEqual(meant);
    expect(said.length).toBeGreaterThan(0);
  }
});

test.each(occasions)('%s: what is coming falls due in the days after today', (occasion) => {
  for (const days of [0, 1, 14, 365]) {
    const timing = { occasion, days };
    const { from, to } = comingDays(timing, today, 30);
    const said = around.filter((on) => on >= from && on <= to);
    const meant = around.filter(
      (on) => dueOn(timing, on) > today && dueOn(timing, on) <= addDays(today, 30),
    );
    expect(said, `${days}`).toEqual(meant);
  }
});

test('before a day means before it, after a purchase means after it', () => {
  expect(dueOn({ occasion: 'birthday', days: 3 }, '2027-03-10')).toBe('2027-03-07');
  expect(untilOf({ occasion: 'birthday', days: 3 }, '2027-03-10')).toBe('2027-03-12');
  expect(dueOn({ occasion: 'afterPurchase', days: 30 }, '2027-01-01')).toBe('2027-01-31');
  expect(untilOf({ occasion: 'afterPurchase', days: 30 }, '2027-01-01')).toBe('2027-02-14');
  expect(dueOn({ occasion: 'season', days: 5 }, '2027-03-10')).toBe('2027-03-05');
  expect(untilOf({ occasion: 'season', days: 5 }, '2027-03-10')).toBe('2027-03-10');
  expect(untilOf({ occasion: 'pointsEnd', days: 5 }, '2027-03-10')).toBe('2027-03-10');
});

test('the days of a season, over a turn of the year and with a 29 February', () => {
  const span = (from: string, to: string) => ({ from, to });
  expect(seasonDays('lebaran', null, span('2027-03-01', '2027-03-31'))).toEqual(['2027-03-10']);
  // Twice in one year, as the moon has it.
  expect(seasonDays('lebaran', null, span('2033-01-01', '2033-12-31'))).toEqual([
    '2033-01-03',
    '2033-12-23',
  ]);
  expect(seasonDays('newYear', null, span('2026-12-20', '2027-01-05'))).toEqual(['2027-01-01']);
  expect(seasonDays('christmas', null, span('2026-12-20', '2027-01-05'))).toEqual(['2026-12-25']);
  expect(seasonDays('own', '02-29', span('2027-02-01', '2027-03-01'))).toEqual(['2027-02-28']);
  expect(seasonDays('own', '02-29', span('2028-02-01', '2028-03-01'))).toEqual(['2028-02-29']);
  expect(seasonDays('own', '08-17', span('2027-03-01', '2027-03-30'))).toEqual([]);
  // A year that lies wholly between has its day too.
  expect(seasonDays('own', '08-17', span('2026-12-01', '2028-01-05'))).toEqual(['2027-08-17']);
});
