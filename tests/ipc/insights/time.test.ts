import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { forgetReports } from '#tests/support/worth/forget-reports.ts';
import { madeDays } from '#tests/support/worth/made-days.ts';

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
});

/** What a till writes: sales of every day that name nobody. */
function till(from: string, through: string, lebaran: number): void {
  const { first, minor } = madeDays({ from, through, seed: 4, lebaran });
  const sell = shop.raw.prepare(
    `INSERT INTO sales (match_key, sold_on, sold_at, kind, status, total_minor, revenue_minor,
       is_purchase, created_at)
     VALUES ('', @day, @day || 'T' || @time, 'sale', 'completed', @amount, @amount, 1, @day)`,
  );
  shop.raw.transaction(() => {
    for (const [index, amount] of minor.entries())
      sell.run({
        day: isoFromDay(first + index),
        time: index % 3 === 0 ? '00:00' : index % 3 === 1 ? '10:15' : '17:59',
        amount,
      });
  })();
}

describe('when is sold', () => {
  it('is told of sales that name no customer', async () => {
    till('2020-01-01', today, 5);
    const found = await shop.ask('insights.time', {});
    // Today is not over.
    expect(found.through).toBe(addDays(today, -1));
    expect(found.firstOn).toBe('2020-01-01');
    expect(found.window).toMatchObject({ from: '2025-06-14', to: '2026-06-14', sales: 366 });
    expect(found.weekdays.reduce((sum, one) => sum + one.minor, 0)).toBe(found.window.minor);
    expect(found.weekdays.reduce((sum, one) => sum + one.sales, 0)).toBe(366);
    // A time of midnight is what a file writes that knows none.
    expect(found.hours.map(({ hour }) => hour)).toEqual([10, 17]);
    expect(found.hours.reduce((sum, one) => sum + one.sales, 0)).toBe(244);
    expect(found.lebaran).toHaveLength(7);
    expect(found.season).toHaveLength(12);
    const march = found.months.find(({ from }) => from === '2026-03-01');
    expect(march).toMatchObject({ lebaranOn: '2026-03-21', ramadanDays: 20, isWhole: true });
    expect(found.months.at(-1)).toMatchObject({ to: '2026-06-14', isWhole: false });
    expect(found.leavesOutToday).toBe(true);
    const sold = shop.raw.prepare(
      `SELECT count(*) AS sales, coalesce(sum(revenue_minor), 0) AS minor FROM sales
       WHERE sold_on BETWEEN ? AND ?`,
    );
    expect(found.against).toHaveLength(12);
    for (const { from, to, before, sales, minor } of found.against) {
      expect({ sales, minor }).toEqual(sold.get(from, to));
      expect(before).toMatchObject(sold.get(before?.from, before?.to) as object);
    }
    // Lebaran came eleven days earlier, in the same month.
    const lebaran = found.against.find(({ from }) => from === '2026-03-01');
    expect([lebaran?.lebaranOn, lebaran?.before?.lebaranOn]).toEqual(['2026-03-21', '2025-03-31']);
    expect(found.against.at(-1)).toMatchObject({
      to: '2026-06-14',
      weekendDays: 4,
      before: { from: '2025-06-01', to: '2025-06-14', weekendDays: 4 },
    });
    const may = found.against.find(({ from }) => from === '2026-05-01');
    expect([may?.weekendDays, may?.before?.weekendDays]).toEqual([10, 9]);
  });

  it('and what comes next is foretold with Lebaran, nearer than by the calendar month', async () => {
    // From 10 April it moves to 31 March: by the calendar month its peak is looked for in April again.
    till('2019-01-01', '2025-06-30', 6);
    const { nextMonths } = await shop.ask('insights.time', {});
    if (nextMonths.kind === 'thin') throw new Error('six years are enough');
    expect(nextMonths.method).toMatch(/^lebaran/);
    const wape = new Map(nextMonths.tried.map((one) => [one.method, one.wape]));
    const own = wape.get(nextMonths.method) ?? 1;
    expect(own).toBeLessThan(wape.get('seasonalNaive') ?? 0);
    expect(own).toBeLessThan(wape.get('additive') ?? 0);
    expect(nextMonths.steps.map(({ from, to }) => [from, to])).toEqual([
      ['2025-07-01', '2025-07-31'],
      ['2025-08-01', '2025-08-31'],
      ['2025-09-01', '2025-09-30'],
    ]);
    await shop.ask('settings.update', { country: 'SG' });
    const elsewhere = await shop.ask('insights.time', {});
    expect(elsewhere.lebaran).toBeNull();
    expect(elsewhere.months.every(({ lebaranOn }) => lebaranOn === null)).toBe(true);
  });

  it('is what it was on a day before', async () => {
    till('2023-01-01', today, 2);
    const then = await shop.ask('insights.time', { on: '2025-10-31' });
    expect(then.through).toBe('2025-10-31');
    shop.raw.prepare("DELETE FROM sales WHERE sold_on > '2025-10-31'").run();
    forgetReports(shop.raw);
    expect(await shop.ask('insights.time', { on: '2025-10-31' })).toEqual(then);
    expect(await shop.ask('insights.time', {})).toEqual(then);
  });

  it('is not moved by one date of long ago, nor by one to come', async () => {
    till('2024-01-01', '2026-05-31', 1);
    const before = await shop.ask('insights.time', {});
    addSale(shop.raw, { customerId: null, soldOn: '1907-03-01', revenueMinor: 100 });
    addSale(shop.raw, { customerId: null, soldOn: '2126-03-01', revenueMinor: 900_000 });
    expect(await shop.ask('insights.time', {})).toEqual(before);
  });
});

function allNumbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(allNumbers);
}

describe('a small shop of any kind', () => {
  const sale = fc.record({
    isNamed: fc.boolean(),
    ago: fc.oneof(fc.integer({ min: -400, max: 900 }), fc.constant(0), fc.constant(60_000)),
    minor: fc.constantFrom(100, 1, 0, 9_000_000_000_000, -5_000),
  });

  it('gets figures with ranges or none, never one that is no number', async () => {
    const somebody = addCustomer(shop.raw, { name: 'Ratna' });
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { maxLength: 14 }), async (sales) => {
        shop.raw.exec('DELETE FROM sales');
        forgetReports(shop.raw);
        for (const { isNamed, ago, minor } of sales)
          addSale(shop.raw, {
            customerId: isNamed ? somebody : null,
            soldOn: addDays(today, -ago),
            revenueMinor: minor,
            ...(minor < 0 ? { kind: 'return' as const } : {}),
          });
        const found = await shop.ask('insights.time', {});
        for (const one of allNumbers(found)) expect(Number.isFinite(one)).toBe(true);
        for (const one of [found.weeks, found.nextMonths])
          if (one.kind === 'made')
            for (const { low, mean, high } of [one.total, ...one.steps])
              expect(low <= mean && mean <= high).toBe(true);
        for (const { low, mean, high } of found.weekdays)
          expect(low <= mean && mean <= high).toBe(true);
        const known = sales.filter(({ ago }) => ago > 0);
        if (known.length === 0) expect(found.firstOn).toBeNull();
        if (known.some(({ ago }) => ago < 900)) expect(found.firstOn).not.toBeNull();
        expect(found.window.minor).toBe(
          sales
            .filter(
              ({ ago }) =>
                ago > 0 &&
                dayNumber(addDays(today, -ago)) >= dayNumber(found.window.from) &&
                found.firstOn !== null,
            )
            .filter(({ ago }) => addDays(today, -ago) <= found.through)
            .reduce((sum, { minor }) => sum + minor, 0),
        );
      }),
      { numRuns: 60 },
    );
  });
});
