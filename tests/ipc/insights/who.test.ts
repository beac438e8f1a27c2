import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { rfmGroups } from '#shared/domain/vocabulary/segments.ts';
import { finishShop, plainRules, today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { segmentShop } from '#tests/support/shop/segment-shop.ts';

let shop: DirectShop;
beforeEach(async () => {
  shop = await segmentShop();
});

/** The last day of sales by the middle of February, when much of what is there now had not been sold. */
function dayBefore({ raw }: DirectShop): string {
  const last = raw.prepare('SELECT max(sold_on) FROM sales WHERE sold_on <= ?').pluck();
  return String(last.get('2026-02-10'));
}

/** The same shop as it was on a day: what was sold or written down later is not there. */
async function shopOn(day: string): Promise<DirectShop> {
  const then = await segmentShop();
  then.raw.exec('PRAGMA foreign_keys = OFF');
  then.raw.prepare('DELETE FROM sales WHERE sold_on > ?').run(day);
  then.raw
    .prepare(
      `DELETE FROM customers WHERE substr(created_at, 1, 10) > ?
       AND id NOT IN (SELECT customer_id FROM sales WHERE customer_id IS NOT NULL)`,
    )
    .run(day);
  then.day = day;
  then.raw.exec('DELETE FROM customer_figures');
  finishShop(then.raw, { ...plainRules, today: day });
  return then;
}

interface Opened {
  readonly ids: readonly number[];
  readonly count: number;
  readonly revenueMinor: number;
}

/** What the list shows for a filter: its rows, and what stands over them. */
async function opened(of: DirectShop, filter: Partial<CustomerFilter>): Promise<Opened> {
  const { rows, next } = await of.ask('customers.reckoned', { filter, limit: 500 });
  const summary = await of.ask('customers.summary', { filter });
  expect(next).toBeNull();
  expect(summary.count).toBe(rows.length);
  const ids = rows.map(({ id }) => Number(id)).sort((one, other) => one - other);
  return { ids, count: summary.count, revenueMinor: summary.activeRevenueMinor };
}

type Card = readonly [
  name: string,
  filter: Partial<CustomerFilter>,
  count: number,
  revenueMinor?: number,
];

/** Every figure of people on the cards of Insights, with the filter that *See who* opens for it. */
async function cardsOf(of: DirectShop, on: string | null): Promise<readonly Card[]> {
  const pyramid = await of.ask('insights.pyramid', { on });
  const worth = await of.ask('insights.worth', { on });
  const predicted = await of.ask('insights.predicted', { on });
  const rfm = await of.ask('insights.rfm', { on });
  const slipping = await of.ask('insights.slipping', { on, limit: 200 });
  const layers = pyramid.layers.filter(({ customers }) => customers > 0);
  const silent = layers
    .map(({ layer }) => layer)
    .filter((layer) => !['top', 'large', 'medium', 'small'].includes(layer));
  const above = (minor: number | null) => (minor === null ? null : minor + 1);
  return [
    ...layers.map(
      (row): Card => [row.layer, { layers: [row.layer], on }, row.customers, row.revenueMinor],
    ),
    ['brought nothing', { layers: silent, on }, pyramid.waste.customers],
    ...worth.bands.flatMap(({ band, fromMinor, toMinor, customers, bars }): Card[] => [
      [band, { clvFromMinor: above(fromMinor), clvToMinor: toMinor, on }, customers],
      ...bars.map((bar, index): Card => {
        const filter = { clvFromMinor: above(bar.fromMinor), clvToMinor: bar.toMinor, on };
        return [`${band} ${index}`, filter, bar.customers];
      }),
    ]),
    ['predicted', { only: 'predicted', on }, predicted.customers],
    ...rfm.groups.map(
      ({ group, customers, moneyMinor }): Card => [
        group,
        { rfm: [group], on },
        customers,
        moneyMinor,
      ],
    ),
    ['slipping', { only: 'slipping', on }, slipping.count, slipping.revenueMinor],
  ];
}

describe('see who', () => {
  it.each([
    ['now', false],
    ['on a day that was chosen', true],
  ])(
    'opens exactly those whom each card counts, with the money that it names, %s',
    async (_, isThen) => {
      const on = isThen ? dayBefore(shop) : null;
      const cards = await cardsOf(shop, on);
      const counts = cards.filter(([, , count]) => count > 0);
      expect(counts.length).toBeGreaterThan(15);
      for (const [name, filter, count, revenueMinor] of cards) {
        const list = await opened(shop, filter);
        expect(list.count, name).toBe(count);
        if (revenueMinor !== undefined) expect(list.revenueMinor, name).toBe(revenueMinor);
      }
    },
  );

  it('opens on a day before whom the shop of that day would have opened', async () => {
    const on = dayBefore(shop);
    const then = await shopOn(on);
    const now = await cardsOf(shop, null);
    let differing = 0;
    for (const [name, filter, count] of await cardsOf(then, null)) {
      const list = await opened(shop, { ...filter, on });
      expect(list.ids, name).toEqual((await opened(then, filter)).ids);
      expect(list.count, name).toBe(count);
      const latest = now.find(([other]) => other === name);
      if (latest?.[2] !== count) differing += 1;
    }
    expect(differing).toBeGreaterThan(10);
  });

  it('goes together with a city, and its layers with each other', async () => {
    const on = dayBefore(shop);
    const all = await opened(shop, { layers: ['inactive'], on });
    const here = shop.raw
      .prepare("SELECT customer_id FROM addresses WHERE city = 'Sleman'")
      .pluck()
      .all() as number[];
    const both = await opened(shop, { layers: ['inactive'], city: 'Sleman', on });
    expect(both.ids).toEqual(all.ids.filter((id) => here.includes(id)));
    expect(both.count).toBeGreaterThan(0);
    const { layers } = await shop.ask('customers.summary', { filter: { city: 'Sleman', on } });
    const listed = await opened(shop, { city: 'Sleman', on });
    expect(layers.reduce((sum, { count }) => sum + count, 0)).toBe(listed.count);
  });
});

describe('who buys how', () => {
  interface Bought {
    readonly id: number;
    readonly last: string;
    readonly days: number;
    readonly money: number;
    readonly first: string;
  }

  /** One after the other from the sales themselves. */
  function recounted(from: string, to: string): Bought[] {
    const ids = shop.raw
      .prepare('SELECT id FROM customers WHERE deleted_at IS NULL ORDER BY id')
      .pluck()
      .all();
    return (ids as number[]).flatMap((id): Bought[] => {
      const sales = shop.raw
        .prepare('SELECT sold_on, revenue_minor, is_purchase FROM sales WHERE customer_id = ?')
        .all(id) as { sold_on: string; revenue_minor: number; is_purchase: number }[];
      const past = sales.filter(({ sold_on }) => sold_on <= to);
      const days = past.filter((one) => one.is_purchase === 1).map((one) => one.sold_on);
      const inside = new Set(days.filter((day) => day >= from));
      if (inside.size === 0) return [];
      const sorted = days.toSorted();
      const money = past
        .filter(({ sold_on }) => sold_on >= from)
        .reduce((sum, one) => sum + one.revenue_minor, 0);
      return [
        {
          id,
          money,
          days: inside.size,
          last: sorted.at(-1) as string,
          first: sorted[0] as string,
        },
      ];
    });
  }

  /** The groups by the rule, written here a second time: strictly below, of all. */
  function groupOf(one: Bought, all: readonly Bought[]): string {
    const score = (isBelow: (other: Bought) => boolean) =>
      1 + Math.floor((5 * all.filter(isBelow).length) / all.length);
    const r = score((other) => other.last < one.last);
    const f = score((other) => other.days < one.days);
    const m = score((other) => other.money < one.money);
    if (r < 3) {
      if (f > 3 && m > 3) return 'cannotLose';
      return f > 2 || m > 3 ? 'atRisk' : 'asleep';
    }
    if (r > 3 && f > 3 && m > 3) return 'champions';
    if (f > 3) return 'loyal';
    return one.first === one.last ? 'new' : 'promising';
  }

  it.each([
    ['now', false],
    ['on a day that was chosen', true],
  ])('puts everybody who bought in the window into one group, %s', async (_, isThen) => {
    const on = isThen ? dayBefore(shop) : null;
    const rfm = await shop.ask('insights.rfm', { on });
    expect(rfm.to).toBe(on ?? today);
    const all = recounted(rfm.from, rfm.to);
    expect(rfm.buyers).toBe(all.length);
    expect(rfm.moneyMinor).toBe(all.reduce((sum, one) => sum + one.money, 0));
    expect(rfm.groups.length).toBeGreaterThan(5);
    for (const group of rfmGroups) {
      const members = all.filter((one) => groupOf(one, all) === group);
      const counted = rfm.groups.find((one) => one.group === group);
      expect(counted?.customers ?? 0, group).toBe(members.length);
      const list = await opened(shop, { rfm: [group], on });
      expect(list.ids, group).toEqual(members.map(({ id }) => id));
    }
    const active = await shop.ask('insights.pyramid', { on });
    expect(rfm.buyers).toBe(active.active);
  });

  it('says why there are no groups: too few, or all of one day', async () => {
    shop.raw.exec('DELETE FROM sale_lines; DELETE FROM payment_parts; DELETE FROM payments');
    shop.raw.exec('DELETE FROM sales WHERE customer_id > 30');
    const few = await shop.ask('insights.rfm', {});
    expect(few).toMatchObject({ reason: 'few', needs: 25, groups: [] });
    expect(few.buyers).toBeLessThan(25);
    expect((await shop.ask('customers.summary', { filter: { rfm: ['loyal'] } })).count).toBe(0);
  });
});
