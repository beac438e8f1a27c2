import { expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { isAway, secondBy } from '#tests/support/worth/silence.ts';

/** Buyers with a rhythm of their own; some leave, some only pause. */
function buyers(): string[][] {
  const draw = drawFrom(31);
  return Array.from({ length: 90 }, (_, index) => {
    const gap = 8 + draw(25);
    const days: string[] = [];
    let day = addDays(today, -draw(900));
    const leavesAfter = 3 + draw(40);
    while (day <= today && days.length < leavesAfter) {
      days.push(day);
      const pause = draw(10) === 0 ? gap * (4 + draw(5)) : 0;
      day = addDays(day, gap - 3 + draw(7) + pause);
    }
    return index % 15 === 0 ? days.slice(0, 2) : days;
  });
}

it('is how often somebody who would have been named stayed away, each silence counted once', async () => {
  const shop = await directShop();
  const people = buyers();
  shop.raw.transaction(() => {
    for (const days of people) {
      const customerId = addCustomer(shop.raw, { name: 'C' });
      for (const soldOn of days) addSale(shop.raw, { customerId, soldOn, revenueMinor: 5000 });
    }
    finishShop(shop.raw);
  })();
  const last = people.flat().sort().at(-1) ?? '';
  const named = new Set<string>();
  const days: { on: string; alarms: number; stayed: number }[] = [];
  for (let back = 8; back >= 1; back -= 1) {
    const on = addDays(last, -91 * back);
    let [alarms, stayed] = [0, 0];
    const rules = { second: secondBy(people, on), activeFrom: addMonths(on, -12) };
    for (const [index, own] of people.entries()) {
      if (!isAway(own, on, rules)) continue;
      const since = own.findLast((day) => day <= on);
      if (named.has(`${index} ${since}`)) continue;
      named.add(`${index} ${since}`);
      alarms += 1;
      if (!own.some((day) => day > on && day <= addDays(on, 91))) stayed += 1;
    }
    if (alarms > 0) days.push({ on, alarms, stayed });
  }
  const found = await shop.ask('insights.alarms', {});
  expect(found.days).toEqual(days);
  const alarms = days.reduce((sum, one) => sum + one.alarms, 0);
  const stayed = days.reduce((sum, one) => sum + one.stayed, 0);
  expect(found).toMatchObject({ through: last, awayDays: 91, alarms, stayed });
  expect(stayed).toBeGreaterThan(0);
  expect(stayed).toBeLessThan(alarms);
  expect(found.share).toBeCloseTo(stayed / alarms, 12);
  expect(found.low).toBeLessThan(found.share);
  expect(found.high).toBeGreaterThan(found.share);
  // Who is named today is named by the same rule.
  const slipping = await shop.ask('insights.slipping', { limit: 200 });
  const second = secondBy(people, last);
  expect(slipping.second).toEqual(second);
  const rules = { second, activeFrom: addMonths(last, -12) };
  const away = people.filter((own) => isAway(own, last, rules));
  expect(slipping.count).toBe(away.length);
  // Of each kind there is somebody: a day or two, more, and long past being active.
  expect(away.some(({ length }) => length < 3)).toBe(true);
  expect(away.some(({ length }) => length > 3)).toBe(true);
});

it('is nothing where nobody ever bought', async () => {
  const shop = await directShop();
  expect(await shop.ask('insights.alarms', {})).toMatchObject({ alarms: 0, stayed: 0, days: [] });
});
