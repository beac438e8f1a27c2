import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { forgetReports } from '#tests/support/worth/forget-reports.ts';

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
});

/** Customers who came evenly over three years, each a few times. */
function fill(people: number): void {
  const draw = drawFrom(3);
  shop.raw.transaction(() => {
    for (let index = 1; index <= people; index += 1) {
      const customerId = addCustomer(shop.raw, { name: `C${index}` });
      const first = draw(1000);
      for (let bought = 0; bought < 1 + draw(6); bought += 1)
        addSale(shop.raw, {
          customerId,
          soldOn: addDays(today, -Math.round(first * (draw(1000) / 1000))),
          revenueMinor: 10_000,
        });
    }
    finishShop(shop.raw);
  })();
}

function allNumbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(allNumbers);
}

describe('whether customers come back', () => {
  it('is told of those whom the customer list then shows', async () => {
    fill(120);
    const found = await shop.ask('insights.comingBack', {});
    const count = async (filter: object) => {
      const { rows } = await shop.ask('customers.list', { filter, limit: 500 });
      return rows.length;
    };
    for (const { from, to, customers } of found.cohorts.rows)
      expect(await count({ firstFrom: from, firstTo: to }), from).toBe(customers);
    const { gone, repeat, lifetime, active } = found;
    if (gone === null || lifetime === null) throw new Error('the shop has enough');
    expect(await count({ lastFrom: gone.from, lastTo: gone.to })).toBe(gone.silent);
    expect(gone.silent).toBe((repeat[0]?.base ?? 0) - (repeat[0]?.back ?? 0));
    expect(await count({ firstFrom: lifetime.from, firstTo: lifetime.to })).toBe(
      lifetime.customers,
    );
    expect(await count({ layers: ['top', 'large', 'medium', 'small'] })).toBe(active.now);
    expect(found.customers).toBe(120);
  });

  it('is what it was on a day before, and made once of the same sales', async () => {
    fill(80);
    const on = addMonths(today, -9);
    const then = await shop.ask('insights.comingBack', { on });
    expect(then.through).toBe(on);
    shop.raw.prepare('DELETE FROM sales WHERE sold_on > ?').run(on);
    forgetReports(shop.raw);
    expect(await shop.ask('insights.comingBack', { on })).toEqual(then);
    let makings = 0;
    shop.progress = () => {
      makings += 1;
    };
    await shop.ask('insights.comingBack', { on });
    expect(makings).toBe(0);
    addSale(shop.raw, { customerId: 1, soldOn: on, revenueMinor: 5_000 });
    await shop.ask('insights.comingBack', { on });
    expect(makings).toBe(1);
  });

  it('is asked of nobody where no sale names its buyer', async () => {
    for (let day = 0; day < 400; day += 3)
      addSale(shop.raw, { customerId: null, soldOn: addDays(today, -day), revenueMinor: 10_000 });
    const found = await shop.ask('insights.comingBack', {});
    expect(found).toMatchObject({ customers: 0, firstOn: null, lifetime: null, beginning: null });
    expect(found.cohorts.soon).toBeNull();
  });

  it('leaves out of the newcomers those who were there before, and says so', async () => {
    const draw = drawFrom(5);
    for (let index = 0; index < 60; index += 1) {
      const customerId = addCustomer(shop.raw, { name: `old ${index}` });
      for (let bought = 0; bought < 40; bought += 1)
        addSale(shop.raw, {
          customerId,
          soldOn: addDays('2025-01-10', draw(500)),
          revenueMinor: 100,
        });
    }
    for (let index = 0; index < 30; index += 1)
      addSale(shop.raw, {
        customerId: addCustomer(shop.raw, { name: `new ${index}` }),
        soldOn: addDays('2025-03-15', draw(430)),
        revenueMinor: 100,
      });
    const { beginning, cohorts, customers } = await shop.ask('insights.comingBack', {});
    const counted = cohorts.rows.reduce((sum, row) => sum + row.customers, 0);
    expect(beginning?.before).toBeGreaterThanOrEqual(50);
    expect(counted + (beginning?.before ?? 0)).toBe(customers);
    expect((cohorts.rows[0]?.from ?? '') >= (beginning?.countedFrom ?? '9')).toBe(true);
  });

  it('goes by what the owner says of where the records begin, and back when that is taken back', async () => {
    const draw = drawFrom(9);
    for (let index = 0; index < 90; index += 1) {
      const customerId = addCustomer(shop.raw, { name: `C${index}` });
      const first = draw(700);
      for (let bought = 0, ago = first; bought < 4 && ago >= 0; bought += 1, ago -= 20 + draw(20))
        addSale(shop.raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 10_000 });
    }
    const ask = async () => ({
      back: await shop.ask('insights.comingBack', {}),
      ahead: (await shop.ask('insights.predicted', {})).basis,
    });
    const before = await ask();
    expect(before.back.beginning).toBeNull();
    expect(before.ahead).toMatchObject({ leftOut: 0, countedFrom: null });
    const on = addDays(today, -500);
    await shop.ask('settings.update', { recordsBegin: { kind: 'complete', on } });
    const said = await ask();
    const { beginning, cohorts, customers } = said.back;
    const counted = cohorts.rows.reduce((sum, row) => sum + row.customers, 0);
    expect(beginning).toMatchObject({ isStated: true });
    expect((beginning?.countedFrom ?? '') > on).toBe(true);
    expect(counted + (beginning?.before ?? 0)).toBe(customers);
    expect(said.ahead).toMatchObject({ countedFrom: beginning?.countedFrom });
    const firsts = shop.raw
      .prepare(
        'SELECT count(*) FROM (SELECT min(sold_on) AS a FROM sales GROUP BY customer_id) WHERE a < ?',
      )
      .pluck()
      .get(beginning?.countedFrom);
    expect(beginning?.before).toBe(firsts);
    expect(said.ahead).toMatchObject({ leftOut: firsts });
    await shop.ask('settings.update', { recordsBegin: { kind: 'found' } });
    expect(await ask()).toEqual(before);
  });
});

const sale = fc.record({
  who: fc.integer({ min: 0, max: 3 }),
  ago: fc.oneof(fc.integer({ min: -400, max: 3000 }), fc.constant(0), fc.constant(60_000)),
  minor: fc.constantFrom(100, 1, 0, 9_000_000_000_000, -5_000),
});

describe('a small shop of any kind', () => {
  it('gets figures with ranges or none, never one that is no number', async () => {
    const people = [1, 2, 3].map((one) => addCustomer(shop.raw, { name: `C${one}` }));
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { maxLength: 12 }), async (sales) => {
        shop.raw.exec('DELETE FROM sales');
        forgetReports(shop.raw);
        for (const { who, ago, minor } of sales)
          addSale(shop.raw, {
            customerId: people[who] ?? null,
            soldOn: addDays(today, -ago),
            revenueMinor: minor,
            ...(minor < 0 ? { kind: 'return' as const } : {}),
          });
        const found = await shop.ask('insights.comingBack', {});
        for (const one of allNumbers(found)) expect(Number.isFinite(one)).toBe(true);
        for (const one of [...found.repeat, ...found.cohorts.average, found.cohorts.soon])
          if (one !== null) expect(one.low <= one.share && one.share <= one.high).toBe(true);
        expect(found.lifetime).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
