import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, inclusiveMonths } from '#shared/domain/calendar/dates.ts';
import { averageYearsKept, formulaClv, yearsKeptAssumption } from '#shared/domain/worth/clv.ts';
import { rankLayers } from '#shared/domain/worth/pyramid.ts';
import { worthBands } from '#shared/domain/worth/worth-bands.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

const activeMonths = 6;
const from = '2025-12-15';
const marginPercent = 30;
const keepingCostMinor = 5_000;

/** What one customer comes to, counted from the plain list of sales. */
interface Counted {
  readonly id: number;
  readonly purchases: number;
  readonly revenueMinor: number;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly isActive: boolean;
  readonly activeRevenueMinor: number;
}

let shop: DirectShop;
let sales: SaleParts[];

function sell(parts: SaleParts): void {
  sales.push(parts);
  addSale(shop.raw, parts);
}

/** Counts everything anew: the rows were written past the services, which would have said so. */
async function recount({ raw, ask }: DirectShop): Promise<void> {
  raw.exec('DELETE FROM derived_state');
  await ask('insights.refresh', {});
}

/** Sixty customers who bought on some of 900 days, in amounts of which many are equal; and guests. */
function fill(): void {
  const draw = drawFrom(5);
  for (let index = 1; index <= 60; index += 1)
    addCustomer(shop.raw, {
      name: `C${index}`,
      phones: [`+62812${index}`, `+62813${index}`],
      ...(index % 9 === 0 ? { mark: 'suspect' } : {}),
    });
  for (let count = 0; count < 130; count += 1) {
    const customerId = 1 + draw(52);
    const soldOn = addDays(today, -draw(900));
    sell({ customerId, soldOn, revenueMinor: 10_000 * (1 + draw(4)) });
    if (count % 12 === 0)
      sell({ customerId, soldOn: addDays(soldOn, 1), revenueMinor: -5_000, kind: 'return' });
  }
  for (const soldOn of [addDays(from, -1), from, '2026-03-01', today, addDays(today, 1)])
    sell({ customerId: null, soldOn, revenueMinor: 1_000 + Number(soldOn.slice(8)) });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, one) => all + one, 0);
}

function countAll(): Counted[] {
  const ids = [...new Set(sales.flatMap(({ customerId }) => customerId ?? []))].sort(
    (a, b) => a - b,
  );
  return ids.flatMap((id) => {
    const own = sales.filter((one) => one.customerId === id && one.soldOn <= today);
    const bought = own.filter(({ kind }) => kind !== 'return');
    const days = bought.map(({ soldOn }) => soldOn).sort();
    const [firstOn, lastOn] = [days[0], days.at(-1)];
    if (firstOn === undefined || lastOn === undefined) return [];
    const inWindow = own.filter(({ soldOn }) => soldOn >= from);
    return {
      id,
      purchases: bought.length,
      revenueMinor: sum(own.map((one) => one.revenueMinor)),
      firstOn,
      lastOn,
      isActive: inWindow.some(({ kind }) => kind !== 'return'),
      activeRevenueMinor: sum(inWindow.map((one) => one.revenueMinor)),
    };
  });
}

/** The shop's own average, and the value by it, as the formula's own tests have them. */
function worthOf(one: Counted, all: readonly Counted[]) {
  const months = inclusiveMonths(one.firstOn, one.lastOn);
  const back = all.filter(({ firstOn, lastOn }) => firstOn < lastOn);
  const average = averageYearsKept(
    back.map(({ firstOn, lastOn }) => ({ months: inclusiveMonths(firstOn, lastOn) })),
  );
  const kept = yearsKeptAssumption({ kind: 'average' }, average, months);
  return {
    kept,
    average,
    ...formulaClv({
      ...one,
      yearsKept: kept.years,
      marginPercent,
      keepingCostMinorPerYear: keepingCostMinor,
    }),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2;
}

beforeEach(async () => {
  shop = await directShop();
  sales = [];
  shop.raw.transaction(() => fill())();
  await shop.ask('settings.update', { activeMonths, marginPercent, keepingCostMinor });
  await recount(shop);
});

describe('what customers are worth', () => {
  it('equals a recount over the plain sales: bands, median, the best ten, what is assumed', async () => {
    for (const more of [0, 1]) {
      if (more === 1) {
        sell({ customerId: 55, soldOn: today, revenueMinor: 70_000 });
        await recount(shop);
      }
      const all = countAll();
      const values = all.map((one) => ({ ...one, value: worthOf(one, all) }));
      const worth = values.map(({ value }) => value.valueMinor);
      const bands = worthBands(worth);
      const found = await shop.ask('insights.worth', {});
      expect(found).toMatchObject({
        customers: all.length,
        totalMinor: sum(worth),
        positiveMinor: sum(worth.filter((value) => value > 0)),
        medianMinor: Math.round(medianOf(worth)),
        lowDominates: bands.lowDominates,
        halfBy: bands.half?.customers,
        assumption: {
          years: values[0]?.value.kept.years,
          source: 'average',
          basedOn: values[0]?.value.average?.customers,
          marginPercent,
          keepingCostMinor,
        },
      });
      expect(found.bands).toMatchObject(
        bands.bands.map(({ customerShare: _, ...band }) => ({ ...band })),
      );
      const best = values
        .toSorted((a, b) => b.value.valueMinor - a.value.valueMinor || b.id - a.id)
        .slice(0, 10);
      expect(found.top).toMatchObject(
        best.map(({ id, purchases, revenueMinor, value }) => ({
          ...{ id, name: `C${id}`, phone: `+62812${id}`, purchases, revenueMinor },
          clvMinor: value.valueMinor,
        })),
      );
    }
  });

  it('is derived step by step on one customer’s card, with returns, months and rhythm', async () => {
    const all = countAll();
    const one = all.find(({ purchases }) => purchases > 3);
    if (one === undefined) throw new Error('nobody bought often');
    const value = worthOf(one, all);
    const own = sales.filter(({ customerId, soldOn }) => customerId === one.id && soldOn <= today);
    const returned = own.filter(({ kind }) => kind === 'return');
    const months = Array.from({ length: 12 }, (_, index) =>
      addMonths('2025-07-01', index).slice(0, 7),
    );
    const card = await shop.ask('insights.customerWorth', { customerId: one.id as CustomerId });
    const { purchases, revenueMinor, firstOn, lastOn } = one;
    expect(card).toMatchObject({
      historic: {
        ...{ purchases, revenueMinor, firstOn, lastOn },
        returns: returned.length,
        returnsMinor: -sum(returned.map((sale) => sale.revenueMinor)) + 0,
      },
      formula: {
        ...{ purchases, revenueMinor, firstOn, lastOn, months: value.months },
        averageSaleMinor: revenueMinor / purchases,
        rateMonths: Math.max(12, value.months),
        perYear: value.perYear,
        yearsKept: value.yearsKept,
        yearsSource: 'average',
        grossMinor: value.grossMinor,
        marginPercent,
        afterMarginMinor: value.afterMarginMinor,
        keepingCostMinor,
        keepingMinor: value.keepingMinor,
        valueMinor: value.valueMinor,
      },
      months: months.map((month) => ({
        month,
        revenueMinor: sum(
          own.filter(({ soldOn }) => soldOn.startsWith(month)).map((sale) => sale.revenueMinor),
        ),
      })),
    });
  });

  it('has the middle value, or what lies between the two in the middle', async () => {
    const only = await directShop();
    const medians: number[] = [];
    for (const revenueMinor of [100, 900, 400, 200]) {
      const customerId = addCustomer(only.raw, { name: `C${revenueMinor}` });
      addSale(only.raw, { customerId, soldOn: '2026-06-01', revenueMinor });
      await recount(only);
      medians.push((await only.ask('insights.worth', {})).medianMinor);
    }
    expect(medians).toEqual([100, 500, 400, 300]);
  });

  it('shows twelve months from the first day of the first', async () => {
    sell({ customerId: 60, soldOn: '2025-06-30', revenueMinor: 900 });
    sell({ customerId: 60, soldOn: '2025-07-01', revenueMinor: 700 });
    await recount(shop);
    const { months } = await shop.ask('insights.customerWorth', { customerId: 60 as CustomerId });
    expect(months.filter((one) => one.revenueMinor !== 0)).toEqual([
      { month: '2025-07', revenueMinor: 700 },
    ]);
  });

  it.each([
    [['2026-05-01', '2026-05-11'], { usualGapDays: null, silentDays: 35 }],
    [['2026-05-01', '2026-05-11', '2026-05-11'], { usualGapDays: null, silentDays: 35 }],
    [['2026-05-01', '2026-05-11', '2026-05-31'], { usualGapDays: 15, silentDays: 15 }],
    [['2026-05-01', '2026-05-02', '2026-05-12', '2026-06-11'], { usualGapDays: 10, silentDays: 4 }],
    [['2026-06-13', '2026-06-14', '2026-06-15', '2026-06-20'], { usualGapDays: 1, silentDays: 0 }],
  ])('takes the middle gap between days for the rhythm: %j', async (days, rhythm) => {
    for (const soldOn of days) sell({ customerId: 60, soldOn, revenueMinor: 900 });
    await recount(shop);
    const card = await shop.ask('insights.customerWorth', { customerId: 60 as CustomerId });
    const boughtDays = new Set(days.filter((day) => day <= today)).size;
    expect(card.rhythm).toEqual({ boughtDays, ...rhythm, isSilent: false, through: today });
  });
});

describe('how revenue is made up', () => {
  it('equals a recount over the plain sales: layers, shares, guests, splits and the waste', async () => {
    const all = countAll();
    const active = all.filter((one) => one.isActive);
    const ranked = rankLayers(
      active.map(({ id, activeRevenueMinor, lastOn }) => ({
        ...{ id, revenueMinor: activeRevenueMinor, lastOn },
      })),
    );
    const layerOf = (id: number) => {
      const rank = ranked.ranked.find((one) => one.id === id);
      if (rank !== undefined) return rank.layer;
      if (all.some((one) => one.id === id)) return 'inactive';
      return id % 9 === 0 ? 'suspect' : 'prospect';
    };
    const everybody = Array.from({ length: 60 }, (_, index) => ({
      layer: layerOf(index + 1),
      revenueMinor: all.find(({ id }) => id === index + 1)?.activeRevenueMinor ?? 0,
    }));
    const revenueMinor = sum(everybody.map((one) => one.revenueMinor));
    const positiveMinor = sum(
      [...new Set(everybody.map(({ layer }) => layer))].map((layer) => {
        const own = everybody.filter((one) => one.layer === layer);
        return Math.max(0, sum(own.map((one) => one.revenueMinor)));
      }),
    );
    const pyramid = await shop.ask('insights.pyramid', {});
    expect(pyramid.layers).toEqual(
      [
        ...['top', 'large', 'medium', 'small'],
        ...['inactive', 'prospect', 'suspect', 'rest-of-world'],
      ].map((layer) => {
        const own = everybody.filter((one) => one.layer === layer);
        const revenue = sum(own.map((one) => one.revenueMinor));
        return {
          layer,
          customers: own.length,
          customerShare: own.length / 60,
          revenueMinor: revenue,
          revenueShare: revenue / positiveMinor,
          keepingCostMinor: own.length * keepingCostMinor,
        };
      }),
    );
    const wasted = 60 - active.length;
    expect(pyramid).toMatchObject({
      ...{ from, to: today, revenueMinor, positiveMinor, active: active.length, isSmall: true },
      anonymousRevenueMinor: sum(
        sales
          .filter((one) => one.customerId === null && one.soldOn >= from && one.soldOn <= today)
          .map((one) => one.revenueMinor),
      ),
      waste: {
        customers: wasted,
        share: wasted / 60,
        keepingCostMinor: wasted * keepingCostMinor,
      },
    });
    const splits = ranked.boundaries.filter((one) => one.splitsEqualRevenue);
    expect(pyramid.splits).toEqual(splits.map(({ above }) => above));
  });

  it('says where equal revenue falls into two layers, and where it only looks like it', async () => {
    const only = await directShop();
    // One is the top, one large, three medium, 15 small.
    const amounts = [9000, 8000, 500, 500, 500, 500, ...Array.from({ length: 14 }, () => 100)];
    for (const [index, revenueMinor] of amounts.entries()) {
      const customerId = addCustomer(only.raw, { name: `C${index}` });
      addSale(only.raw, { customerId, soldOn: '2026-06-01', revenueMinor });
    }
    await recount(only);
    expect((await only.ask('insights.pyramid', {})).splits).toEqual(['medium']);
  });

  it('is small below a hundred active customers', async () => {
    const only = await directShop();
    only.raw.transaction(() => {
      for (let index = 0; index < 100; index += 1) {
        const customerId = addCustomer(only.raw, { name: `C${index}` });
        addSale(only.raw, { customerId, soldOn: '2026-06-01', revenueMinor: 100 });
      }
    })();
    const isSmall = async () => {
      await recount(only);
      return (await only.ask('insights.pyramid', {})).isSmall;
    };
    expect(await isSmall()).toBe(false);
    only.raw.exec("UPDATE customers SET deleted_at = '2026-06-15T00:00:00.000Z' WHERE id = 7");
    expect(await isSmall()).toBe(true);
  });
});

describe('who is slipping away', () => {
  it('bought on three days or more, and has been silent for more than a week', async () => {
    const only = await directShop();
    const buys = {
      Dua: [40, 30],
      Tiga: [35, 25, 15],
      Seminggu: [9, 8, 7],
      Lewat: [10, 9, 8],
      Sering: [20, 10, 0],
    };
    for (const [name, ago] of Object.entries(buys)) {
      const customerId = addCustomer(only.raw, { name });
      for (const days of ago)
        addSale(only.raw, { customerId, soldOn: addDays(today, -days), revenueMinor: 100 });
    }
    await recount(only);
    const names = async () =>
      (await only.ask('insights.slipping', {})).rows.map(({ name }) => name);
    expect(await names()).toEqual(['Lewat']);
    only.day = addDays(today, 11);
    addSale(only.raw, { customerId: null, soldOn: only.day, revenueMinor: 100 });
    expect((await names()).sort()).toEqual(['Lewat', 'Seminggu', 'Tiga']);
  });

  it('is silent up to the day that the sales reach, however long nothing was imported', async () => {
    const only = await directShop();
    for (const [name, ago] of Object.entries({ Diam: [90, 80, 70], Biasa: [30, 20, 10] })) {
      const customerId = addCustomer(only.raw, { name });
      for (const days of ago)
        addSale(only.raw, { customerId, soldOn: addDays(today, -days), revenueMinor: 100 });
    }
    await recount(only);
    const before = await only.ask('insights.slipping', {});
    expect(before.rows).toMatchObject([{ name: 'Diam', silentDays: 60 }]);
    only.day = addDays(today, 1400);
    await recount(only);
    expect(await only.ask('insights.slipping', {})).toEqual(before);
    expect(before.through).toBe(addDays(today, -10));
    const { active, from, to } = await only.ask('insights.pyramid', {});
    expect([active, from, to]).toEqual([2, '2025-06-05', '2026-06-05']);
  });
});
