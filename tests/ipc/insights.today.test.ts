import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Purchases every `gap` days, the last one `silent` days before today. */
function daysOf(gap: number, silent: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    addDays(today, -silent - gap * (count - 1 - index)),
  );
}

describe('who is slipping away', () => {
  it('is silent for longer than their own rhythm allows, the most revenue first, with the first phone', async () => {
    const shop = await tempShop((raw) => {
      const buyers = [
        { name: 'Ratna', gap: 21, silent: 64, revenueMinor: 100 },
        { name: 'Bagas', gap: 10, silent: 40, revenueMinor: 500 },
        { name: 'Sinta', gap: 21, silent: 63, revenueMinor: 900 },
        { name: 'Harian', gap: 1, silent: 6, revenueMinor: 900 },
        {
          name: 'Trash',
          gap: 10,
          silent: 90,
          revenueMinor: 900,
          deletedAt: '2026-06-01T00:00:00.000Z',
        },
      ];
      for (const { name, gap, silent, revenueMinor, deletedAt } of buyers) {
        const phones = ['+628125550137', '+628125550138'];
        const id = addCustomer(raw, {
          name,
          phones,
          ...(deletedAt === undefined ? {} : { deletedAt }),
        });
        for (const soldOn of daysOf(gap, silent, 4))
          addSale(raw, { customerId: id, soldOn, revenueMinor });
      }
      const once = addCustomer(raw, { name: 'Once' });
      addSale(raw, { customerId: once, soldOn: addDays(today, -200), revenueMinor: 9000 });
      addSale(raw, { customerId: null, soldOn: today, revenueMinor: 10 });
      finishShop(raw);
    });
    const all = await shop.ask('insights.slipping', {});
    expect(all.count).toBe(2);
    expect(all.rows).toMatchObject([
      { name: 'Bagas', usualGapDays: 10, silentDays: 40, activeRevenueMinor: 2000 },
      { name: 'Ratna', usualGapDays: 21, silentDays: 64, phone: '+628125550137' },
    ]);
    const one = await shop.ask('insights.slipping', { limit: 1 });
    expect([one.count, one.rows.length]).toEqual([2, 1]);
    const filter = { only: 'slipping' as const };
    const list = await shop.ask('customers.list', { filter });
    expect(list.rows.map(({ name }) => name)).toEqual(['Bagas', 'Ratna']);
    const rest = await shop.ask('customers.list', { filter: { ...filter, search: 'rat' } });
    expect(rest.rows.map(({ name }) => name)).toEqual(['Ratna']);
    const summary = await shop.ask('customers.summary', { filter });
    expect([summary.count, summary.activeRevenueMinor]).toEqual([2, 2400]);
    const path = join(tempFolder(), 'slipping.csv');
    shop.machine.picks.push([path]);
    const titles = {};
    await shop.ask('customers.export', { filter, format: 'csv', profile: 'exact', titles });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['Bagas', 'Ratna']);
  });

  it('can be a yearly buyer, who is no longer active, but nobody who has left long ago', async () => {
    const shop = await tempShop((raw) => {
      const buyers = {
        Tahunan: [365, 549],
        Tepat: [365, 548],
        Hilang: [365, 1097],
        Dulu: [20, 400],
      };
      for (const [name, [gap = 0, silent = 0]] of Object.entries(buyers)) {
        const customerId = addCustomer(raw, { name });
        for (const soldOn of daysOf(gap, silent, 3))
          addSale(raw, { customerId, soldOn, revenueMinor: 100 });
      }
      addSale(raw, { customerId: null, soldOn: today, revenueMinor: 10 });
      finishShop(raw);
    });
    const { rows, revenueMinor } = await shop.ask('insights.slipping', {});
    // One and a half of 365 days are 547.5; twice that is 1095.
    expect(rows.map(({ name }) => name).sort()).toEqual(['Tahunan', 'Tepat']);
    expect(rows[0]).toMatchObject({ layer: 'inactive', boughtDays: 3, usualGapDays: 365 });
    expect(revenueMinor).toBe(0);
  });

  it('is measured by the shop’s second purchases after one day or two, and the page says the same', async () => {
    const shop = await tempShop((raw) => {
      // 30 came again after 30 days and then once more: by then all have come who come at all.
      for (let index = 0; index < 30; index += 1) {
        const customerId = addCustomer(raw, { name: `Lagi ${index}` });
        for (const ago of [64, 34, 0])
          addSale(raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 100 });
      }
      for (const [name, days] of Object.entries({
        'Sekali 30': [30],
        'Sekali 31': [31],
        'Dua 30': [38, 30],
        'Dua 31': [39, 31],
        'Dua 45': [75, 45],
        'Dua 46': [76, 46],
      })) {
        const customerId = addCustomer(raw, { name });
        for (const ago of days)
          addSale(raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 100 });
      }
      finishShop(raw);
    });
    const { rows, second, count } = await shop.ask('insights.slipping', { limit: 50 });
    expect(second).toEqual({ days: 30, isUsual: true });
    expect(rows.map(({ name }) => name).sort()).toEqual(['Dua 31', 'Dua 46', 'Sekali 31']);
    expect(rows.every(({ usualGapDays }) => usualGapDays === null)).toBe(true);
    const named = new Set(rows.map(({ id }) => id));
    expect(named.size).toBe(count);
    const all = await shop.ask('customers.list', { limit: 100 });
    for (const { id } of all.rows) {
      const { rhythm } = await shop.ask('insights.customerWorth', { customerId: id });
      expect(rhythm?.isSilent).toBe(named.has(id));
    }
    const then = await shop.ask('insights.slipping', { on: today, limit: 50 });
    expect(then).toMatchObject({ second, count });
  });
});

describe('the month so far', () => {
  it('counts whole days, returns included, beside as many of the month a year ago', async () => {
    const shop = await tempShop((raw) => {
      const sales = [
        ['2026-06-01', 100],
        ['2026-06-14', 50],
        ['2026-06-15', 999],
        ['2026-06-16', 999],
        ['2025-06-14', 70],
        ['2025-06-15', 5],
        ['2025-06-30', 30],
        ['2025-07-01', 999],
      ] as const;
      for (const [soldOn, revenueMinor] of sales)
        addSale(raw, { customerId: null, soldOn, revenueMinor });
      addSale(raw, { customerId: null, soldOn: '2026-06-02', revenueMinor: -40, kind: 'return' });
      addSale(raw, {
        customerId: null,
        soldOn: '2026-06-03',
        revenueMinor: 5000,
        deletedAt: '2026-06-04T00:00:00.000Z',
      });
      finishShop(raw);
    });
    const month = await shop.ask('insights.month', {});
    expect(month).toMatchObject({ month: '2026-06', through: '2026-06-14', isStale: false });
    expect([month.nowMinor, month.nowSales]).toEqual([110, 2]);
    expect([month.lastYearMinor, month.lastYearSales]).toEqual([70, 1]);
    expect(month.now).toHaveLength(14);
    expect(month.now.slice(0, 3)).toEqual([100, 60, 60]);
    expect([month.lastYear.length, month.lastYear.at(-1)]).toEqual([30, 105]);
  });

  it('ends where the sales end, in the month before on a first, and is stale long after', async () => {
    const shop = await tempShop((raw) => {
      addSale(raw, { customerId: null, soldOn: '2026-06-10', revenueMinor: 10 });
      addSale(raw, { customerId: null, soldOn: '2025-06-10', revenueMinor: 7 });
      addSale(raw, { customerId: null, soldOn: '2025-06-11', revenueMinor: 70 });
    });
    const ended = { through: '2026-06-10', nowMinor: 10, lastYearMinor: 7, isStale: false };
    for (const day of ['2026-06-15', '2026-07-01', '2026-07-25']) {
      shop.machine.day = day;
      expect(await shop.ask('insights.month', {})).toMatchObject(ended);
    }
    shop.machine.day = '2026-07-26';
    expect(await shop.ask('insights.month', {})).toMatchObject({ ...ended, isStale: true });
    shop.machine.day = '2026-06-10';
    expect(await shop.ask('insights.month', {})).toMatchObject({ through: '2026-06-09' });
  });

  it('leaves a 29th of February out, which last year did not have', async () => {
    const shop = await tempShop((raw) => {
      addSale(raw, { customerId: null, soldOn: '2027-02-28', revenueMinor: 70 });
      addSale(raw, { customerId: null, soldOn: '2028-02-28', revenueMinor: 10 });
      addSale(raw, { customerId: null, soldOn: '2028-02-29', revenueMinor: 500 });
    });
    shop.machine.day = '2028-03-01';
    const month = await shop.ask('insights.month', {});
    expect(month).toMatchObject({ through: '2028-02-28', nowMinor: 10, lastYearMinor: 70 });
  });
});
