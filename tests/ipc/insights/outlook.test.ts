import { beforeEach, describe, expect, it } from 'vitest';
import type { TaskContext } from '#electron/context.ts';
import { addDays, dayNumber } from '#shared/domain/calendar/dates.ts';
import { backtest } from '#shared/domain/worth/prediction/backtest.ts';
import { customersOn, type PurchaseLedger } from '#shared/domain/worth/prediction/ledger.ts';
import {
  customerOutlook,
  shopOutlook,
  totalOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { ledgerOf, newFromOf, triedOn } from '#tests/support/worth/ledgers.ts';

const people = 70;
const trashed = 7;

let shop: DirectShop;
let sales: SaleParts[];

function sell(parts: SaleParts): void {
  sales.push(parts);
  addSale(shop.raw, parts);
}

/** Seventy customers over 900 days, some of a day twice, with returns, guests, a sale to come and one called off. */
function fill(): void {
  const draw = drawFrom(9);
  for (let index = 1; index <= people; index += 1)
    addCustomer(shop.raw, {
      name: `C${index}`,
      phones: [`+62812${index}`],
      ...(index === trashed ? { deletedAt: '2026-06-01T00:00:00.000Z' } : {}),
    });
  for (let customerId = 1; customerId <= people; customerId += 1) {
    const first = draw(880);
    for (let bought = 0; bought < 1 + (customerId % 9); bought += 1) {
      const soldOn = addDays(today, -draw(first + 1));
      sell({ customerId, soldOn, revenueMinor: 10_000 * (1 + draw(40)) });
      if (bought === 2) sell({ customerId, soldOn, revenueMinor: 25_000 });
      if (bought === 3) sell({ customerId, soldOn, revenueMinor: -1_000_000, kind: 'return' });
      if (bought === 4)
        sell({ customerId, soldOn: addDays(soldOn, 1), revenueMinor: -5_000, kind: 'return' });
    }
  }
  sell({ customerId: null, soldOn: '2026-05-01', revenueMinor: 900_000 });
  sell({ customerId: 1, soldOn: addDays(today, 3), revenueMinor: 800_000 });
  sell({ customerId: 2, soldOn: '2026-06-02', revenueMinor: 700_000, status: 'cancelled' });
  sell({ customerId: 3, soldOn: '2026-06-03', revenueMinor: 600_000, deletedAt: '2026-06-04' });
}

/** What counts by a day, customer by customer, from the plain list of sales. */
function countedBy(through: string) {
  const own = sales.filter(
    (one) =>
      one.customerId !== null &&
      one.customerId !== trashed &&
      one.soldOn <= through &&
      one.deletedAt === undefined &&
      one.status !== 'cancelled',
  );
  const byCustomer = new Map<number, Map<string, { net: number; isBought: boolean }>>();
  for (const { customerId, soldOn, revenueMinor, kind } of own) {
    const days = byCustomer.get(customerId ?? 0) ?? new Map();
    const day = days.get(soldOn) ?? { net: 0, isBought: false };
    days.set(soldOn, { net: day.net + revenueMinor, isBought: day.isBought || kind !== 'return' });
    byCustomer.set(customerId ?? 0, days);
  }
  const ids = [...byCustomer.keys()].sort((one, other) => one - other);
  const days = ids.map((id) =>
    [...(byCustomer.get(id) ?? [])]
      .filter(([, { net, isBought }]) => isBought && net > 0)
      .map(([soldOn, { net }]) => [dayNumber(soldOn), net] as const)
      .sort(([one], [other]) => one - other),
  );
  const kept = ids.filter((_, index) => (days[index] ?? []).length > 0);
  const ledger: PurchaseLedger = { ...ledgerOf(days.filter((one) => one.length > 0)), ids: kept };
  const historicMinor = own.reduce((sum, one) => sum + one.revenueMinor, 0);
  return { ledger, historicMinor, customers: kept.length };
}

function outlookOf(ledger: PurchaseLedger, through: string) {
  const day = dayNumber(through);
  const made = shopOutlook(ledger, day, triedOn(ledger, day));
  if (typeof made === 'string') throw new Error(made);
  return made;
}

beforeEach(async () => {
  shop = await directShop();
  sales = [];
  shop.raw.transaction(() => fill())();
});

/** Counts how often something had to be made. */
async function makingsOf(run: () => Promise<unknown>): Promise<number> {
  let makings = 0;
  const progress: TaskContext['progress'] = (_phase, done, total) => {
    if (done === 0 && total === 0) makings += 1;
  };
  shop.progress = progress;
  await run();
  return makings;
}

describe('what customers will buy', () => {
  it.each([null, '2026-02-28'])('equals a recount over the plain sales, on %s', async (on) => {
    const through = on ?? today;
    const { ledger, historicMinor, customers } = countedBy(through);
    const made = outlookOf(ledger, through);
    const total = totalOutlook(made);
    const found = await shop.ask('insights.predicted', { on });
    expect(found).toMatchObject({ through, historicMinor, customers });
    expect(found.basis).toMatchObject({
      kind: 'predicted',
      months: 12,
      grade: 'tried',
      ...made.choice,
    });
    expect(found.total?.money).toEqual(total.money);
    expect(found.total?.purchases).toEqual(total.purchases);
    const chances = made.outset.customers.map((one) => customerOutlook(made, one).chance);
    const sum = chances.reduce((all, one) => all + one, 0);
    const variance = chances.reduce((all, one) => all + one * (1 - one), 0);
    const { mean = 0, low = 0, high = 0 } = found.total?.buyersSoon ?? {};
    expect(mean).toBeCloseTo(sum, 9);
    // 80 % of a log-normal lie within 1.2816 deviations of its middle.
    const own = Math.log(1 + variance / sum ** 2);
    const square = own + made.structural ** 2 + made.parameters ** 2;
    const end = (way: number) => sum * Math.exp(way * 1.2815515655446 * Math.sqrt(square));
    expect(low / end(-1)).toBeCloseTo(1, 6);
    expect(high / Math.min(customers, end(1))).toBeCloseTo(1, 6);
    const best = made.outset.customers
      .map((one) => ({ id: one.id, money: customerOutlook(made, one).money }))
      .sort((one, other) => other.money.mean - one.money.mean)
      .slice(0, 10);
    expect(found.top.map(({ id, money }) => ({ id, money }))).toEqual(best);
    for (const { id, name, revenueMinor } of found.top) {
      const own = sales.filter(
        (one) =>
          one.customerId === id &&
          one.soldOn <= through &&
          one.status !== 'cancelled' &&
          one.deletedAt === undefined,
      );
      expect(name).toBe(`C${id}`);
      expect(revenueMinor).toBe(own.reduce((all, one) => all + one.revenueMinor, 0));
    }
  });

  it('says of each customer what the whole says, in the order of everybody', async () => {
    const { ledger } = countedBy(today);
    const made = outlookOf(ledger, today);
    const all = made.outset.customers.map((one) => ({ id: one.id, ...customerOutlook(made, one) }));
    for (const { id, chance, money, purchases } of all) {
      const found = await shop.ask('insights.outlook', { customerId: id as CustomerId });
      const above = all.filter((one) => Math.round(one.money.mean) > Math.round(money.mean));
      expect(found.outlook).toMatchObject({ chance, money, purchases, rank: above.length + 1 });
      expect(found.outlook?.discounted.twelveMonths?.mean).toBeLessThanOrEqual(money.mean * 1.001);
      expect(found.outlook?.discounted.twelveMonths?.high).toBeLessThanOrEqual(money.high * 1.001);
      // Two and a half years of sales say nothing of three.
      expect(found.outlook?.discounted.thirtySixMonths).toBeNull();
    }
    const none = await shop.ask('insights.outlook', { customerId: trashed as CustomerId });
    expect(none.outlook).toBeNull();
  });

  it('is tried on the past, each day with what was known by then', async () => {
    const { ledger } = countedBy(today);
    const tried = backtest(ledger, dayNumber(today), newFromOf(ledger, dayNumber(today)));
    const found = await shop.ask('insights.backtest', {});
    expect(found).toMatchObject({
      horizonDays: tried.horizonDays,
      tried: found.customers,
      all: found.customers,
    });
    expect(found.origins.map(({ on }) => dayNumber(on))).toEqual(
      tried.origins.map(({ day }) => day),
    );
    for (const { on, through, customers, results } of found.origins) {
      const known = customersOn(ledger, dayNumber(on));
      expect(customers).toBe(known.length);
      const came = countedBy(through).ledger;
      const after = Array.from(came.days).filter((day, index) => {
        const place = Array.from(came.from).findLastIndex((from) => from <= index);
        return day > dayNumber(on) && (came.days[came.from[place] ?? 0] ?? 0) <= dayNumber(on);
      });
      for (const { purchases } of results) expect(purchases.actual).toBe(after.length);
    }
  });

  it('is made once of the same sales, and again after each change', async () => {
    const ask = () => shop.ask('insights.predicted', {});
    expect(await makingsOf(ask)).toBe(1);
    expect(await makingsOf(ask)).toBe(0);
    expect(await makingsOf(() => shop.ask('insights.backtest', {}))).toBe(0);
    expect(await makingsOf(() => shop.ask('insights.predicted', { on: '2026-01-31' }))).toBe(1);
    expect(await makingsOf(ask)).toBe(0);
    const before = await ask();
    await shop.ask('customers.delete', { ids: [9 as CustomerId] });
    expect(await makingsOf(ask)).toBe(1);
    expect((await ask()).customers).toBe(before.customers - 1);
  });

  it('is not said where too little is known, and the reason is', async () => {
    shop.raw.exec('DELETE FROM sales');
    const nobody = await shop.ask('insights.predicted', {});
    expect(nobody).toMatchObject({
      customers: 0,
      total: null,
      top: [],
      basis: { reason: 'nobody' },
    });
    for (const customerId of [1, 2, 3, 4])
      addSale(shop.raw, { customerId, soldOn: '2026-01-05', revenueMinor: 1_000 });
    expect((await shop.ask('insights.predicted', {})).basis).toEqual({
      kind: 'thin',
      reason: 'few-customers',
      needs: 5,
    });
    for (const customerId of [5, 6])
      addSale(shop.raw, { customerId, soldOn: '2026-06-05', revenueMinor: 1_000 });
    expect((await shop.ask('insights.predicted', {})).basis).toMatchObject({
      reason: 'no-repeats',
    });
    const one = await shop.ask('insights.outlook', { customerId: 1 as CustomerId });
    expect(one).toMatchObject({ outlook: null, basis: { reason: 'no-repeats' } });
  });
});
