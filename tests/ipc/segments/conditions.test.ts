import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '#shared/contract/segments/conditions.ts';
import { addDays, dayNumber } from '#shared/domain/calendar/dates.ts';
import {
  type CustomerOutlook,
  customerOutlook,
  shopOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import { addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { segmentShop } from '#tests/support/shop/segment-shop.ts';
import { ledgerOf, triedOn } from '#tests/support/worth/ledgers.ts';
import { isAway, secondBy } from '#tests/support/worth/silence.ts';

interface Sale {
  readonly id: number;
  readonly sold_on: string;
  readonly revenue_minor: number;
  readonly is_purchase: 0 | 1;
  readonly channel: string | null;
}

/** A customer as this test sees one: their rows, and nothing that the app has counted. */
interface Person {
  readonly id: number;
  readonly row: Readonly<Record<string, string | number | null>>;
  readonly sales: readonly Sale[];
  readonly bought: readonly Sale[];
  readonly products: readonly string[];
  readonly cities: readonly string[];
  readonly tags: readonly string[];
  readonly contacts: readonly string[];
  readonly openComplaints: number;
  readonly ways: readonly string[];
  readonly offers: 'yes' | 'no' | 'never';
  readonly owedMinor: number;
}

let shop: DirectShop;
let people: readonly Person[];
/** What the model expects of each, from their days alone. */
let ahead: ReadonlyMap<number, CustomerOutlook>;

function all<T>(sql: string, ...bound: unknown[]): T[] {
  return shop.raw.prepare(sql).all(...bound) as T[];
}

function readPerson(row: Person['row']): Person {
  const id = Number(row['id']);
  const list = (sql: string) => shop.raw.prepare(sql).pluck().all(id) as string[];
  const sales = all<Sale>(
    'SELECT id, sold_on, revenue_minor, is_purchase, channel FROM sales WHERE customer_id = ? AND deleted_at IS NULL ORDER BY sold_on',
    id,
  );
  const [said] = list(
    "SELECT is_given FROM consents WHERE customer_id = ? AND purpose = 'offers' ORDER BY said_on DESC, id DESC",
  ) as unknown as number[];
  const number = (sql: string) => Number(shop.raw.prepare(sql).pluck().get(id));
  return {
    id,
    row,
    sales,
    bought: sales.filter((one) => one.is_purchase === 1),
    products: list(
      `SELECT DISTINCT p.name FROM sales s, sale_lines l, products p WHERE s.customer_id = ?
       AND l.sale_id = s.id AND p.id = l.product_id`,
    ),
    cities: list('SELECT city FROM addresses WHERE customer_id = ?'),
    tags: list('SELECT tag FROM customer_tags WHERE customer_id = ?'),
    contacts: list('SELECT substr(happened_at, 1, 10) FROM interactions WHERE customer_id = ?'),
    openComplaints: number(
      "SELECT count(*) FROM complaints WHERE customer_id = ? AND state <> 'closed'",
    ),
    ways: list('SELECT kind FROM contact_points WHERE customer_id = ?'),
    offers: said === undefined ? 'never' : said === 1 ? 'yes' : 'no',
    owedMinor: number(
      `SELECT coalesce(sum(total_minor), 0) - (SELECT coalesce(sum(amount_minor), 0) FROM payments p
         WHERE p.customer_id = s.customer_id) FROM sales s WHERE customer_id = ? AND is_on_account = 1`,
    ),
  };
}

/** The same as the page of worth has it, one customer at a time. */
function aheadOf(): ReadonlyMap<number, CustomerOutlook> {
  const days = all<{ id: number; day: string; net: number }>(
    `SELECT customer_id AS id, sold_on AS day, sum(revenue_minor) AS net FROM sales
     WHERE customer_id IS NOT NULL AND deleted_at IS NULL AND sold_on <= '${today}'
     GROUP BY 1, 2 HAVING max(is_purchase) = 1 AND net > 0 ORDER BY 1, 2`,
  );
  const ids = [...new Set(days.map(({ id }) => id))];
  const own = Map.groupBy(days, ({ id }) => id);
  const bought = ids.map((id) =>
    (own.get(id) ?? []).map(({ day, net }) => [dayNumber(day), net] as const),
  );
  const ledger = ledgerOf(bought);
  const made = shopOutlook(ledger, dayNumber(today), triedOn(ledger, dayNumber(today)));
  if (typeof made === 'string') throw new Error(made);
  return new Map(
    made.outset.customers.map((one) => [ids[one.place] ?? 0, customerOutlook(made, one)]),
  );
}

beforeEach(async () => {
  shop = await segmentShop();
  people = all<Person['row']>('SELECT * FROM customers WHERE erased_at IS NULL').map(readPerson);
  ahead = aheadOf();
});

function sumOf(sales: readonly Sale[]): number {
  return sales.reduce((sum, one) => sum + one.revenue_minor, 0);
}

const yearAgo = '2025-06-16';
const recent = (sales: readonly Sale[]) => sales.filter(({ sold_on }) => sold_on >= yearAgo);

/** By the days themselves, and how soon people here come for a second time. */
function isSlipping({ bought }: Person): boolean {
  const daysOf = (one: Person) => [...new Set(one.bought.map(({ sold_on }) => sold_on))].sort();
  const second = secondBy(people.map(daysOf), today);
  return isAway(
    bought.map(({ sold_on }) => sold_on),
    today,
    { second, activeFrom: yearAgo },
  );
}

const kopi = 'Biji kopi';

type Case = readonly [string, Condition, (one: Person) => boolean];

const none = { days: null, from: null, to: null };

const cases: readonly Case[] = [
  [
    'purchases',
    { field: 'purchases', from: 2, to: 5 },
    ({ bought }) => bought.length >= 2 && bought.length <= 5,
  ],
  ['no purchase', { field: 'purchases', from: null, to: 0 }, ({ bought }) => bought.length === 0],
  [
    'purchases of the year',
    { field: 'activePurchases', from: 3, to: null },
    ({ bought }) => recent(bought).length >= 3,
  ],
  [
    'revenue',
    { field: 'revenue', from: 500_000, to: null },
    ({ sales }) => sumOf(sales) >= 500_000,
  ],
  [
    'revenue of the year',
    { field: 'activeRevenue', from: null, to: 300_000 },
    ({ sales }) => sumOf(recent(sales)) <= 300_000,
  ],
  [
    'average sale',
    { field: 'averageSale', from: 120_000, to: 180_000 },
    ({ sales, bought }) =>
      bought.length > 0 &&
      sumOf(sales) / bought.length >= 120_000 &&
      sumOf(sales) / bought.length <= 180_000,
  ],
  [
    'bought through a channel',
    { field: 'saleChannel', isNot: false, values: ['Shopee'] },
    ({ bought }) => bought.some(({ channel }) => channel === 'Shopee'),
  ],
  [
    'never bought through it',
    { field: 'saleChannel', isNot: true, values: ['Shopee', 'Toko'] },
    ({ bought }) => bought.every(({ channel }) => channel === null),
  ],
  [
    'will rather buy than not',
    { field: 'chance', from: 50, to: null },
    (one) => (ahead.get(one.id)?.chance ?? -1) >= 0.5,
  ],
  [
    'will hardly buy',
    { field: 'chance', from: null, to: 5 },
    (one) => (ahead.get(one.id)?.chance ?? 1) <= 0.05,
  ],
  [
    'much is expected of',
    { field: 'expected', from: 500_000, to: 2_000_000 },
    (one) => {
      const minor = Math.round(ahead.get(one.id)?.money.mean ?? -1);
      return minor >= 500_000 && minor <= 2_000_000;
    },
  ],
  ['owes', { field: 'owed', from: 1, to: null }, ({ owedMinor }) => owedMinor >= 1],
  [
    'owes little or nothing',
    { field: 'owed', from: null, to: 50_000 },
    ({ owedMinor }) => owedMinor <= 50_000,
  ],
  [
    'an open complaint',
    { field: 'openComplaints', from: 1, to: null },
    ({ openComplaints }) => openComplaints >= 1,
  ],
  [
    'no open complaint',
    { field: 'openComplaints', from: 0, to: 0 },
    ({ openComplaints }) => openComplaints === 0,
  ],
  [
    'bought lately',
    { field: 'lastPurchase', how: 'within', ...none, days: 30 },
    ({ bought }) => (bought.at(-1)?.sold_on ?? '') >= addDays(today, -30),
  ],
  [
    'bought long ago',
    { field: 'lastPurchase', how: 'longer', ...none, days: 42 },
    ({ bought }) => bought.length > 0 && (bought.at(-1)?.sold_on ?? '') < addDays(today, -42),
  ],
  [
    'first bought between',
    { field: 'firstPurchase', how: 'between', ...none, from: '2025-03-01', to: '2025-12-31' },
    ({ bought }) =>
      bought.length > 0 &&
      (bought[0]?.sold_on ?? '') >= '2025-03-01' &&
      (bought[0]?.sold_on ?? '') <= '2025-12-31',
  ],
  [
    'never bought',
    { field: 'firstPurchase', how: 'never', ...none },
    ({ bought }) => bought.length === 0,
  ],
  [
    'heard of lately',
    { field: 'lastContact', how: 'within', ...none, days: 60 },
    ({ contacts }) => contacts.some((day) => day >= addDays(today, -60)),
  ],
  [
    'heard of long ago',
    { field: 'lastContact', how: 'longer', ...none, days: 60 },
    ({ contacts }) => contacts.length > 0 && contacts.every((day) => day < addDays(today, -60)),
  ],
  [
    'never heard of',
    { field: 'lastContact', how: 'never', ...none },
    ({ contacts }) => contacts.length === 0,
  ],
  [
    'added between',
    { field: 'added', how: 'between', ...none, from: '2025-01-01', to: null },
    ({ row }) => String(row['created_at']) >= '2025-01-01',
  ],
  [
    'a city',
    { field: 'city', isNot: false, values: ['Sleman', 'Bantul'] },
    ({ cities }) => cities.includes('Sleman') || cities.includes('Bantul'),
  ],
  [
    'not a city',
    { field: 'city', isNot: true, values: ['Sleman'] },
    ({ cities }) => !cities.includes('Sleman'),
  ],
  [
    'a tag',
    { field: 'tag', isNot: false, values: ['grosir'] },
    ({ tags }) => tags.includes('grosir'),
  ],
  [
    'a kind',
    { field: 'kind', isNot: false, values: ['business'] },
    ({ row }) => row['kind'] === 'business',
  ],
  [
    'a gender',
    { field: 'gender', isNot: false, values: ['female'] },
    ({ row }) => row['gender'] === 'female',
  ],
  [
    'not a gender, be it unknown',
    { field: 'gender', isNot: true, values: ['female'] },
    ({ row }) => row['gender'] !== 'female',
  ],
  [
    'how they came',
    { field: 'source', isNot: false, values: ['Teman'] },
    ({ row }) => row['source'] === 'Teman',
  ],
  [
    'a birthday',
    { field: 'birthdayMonth', isNot: false, values: ['06', '07'] },
    ({ row }) => ['06', '07'].includes(String(row['birthday_on'] ?? '').slice(5, 7)),
  ],
  [
    'offers wanted',
    { field: 'offers', isNot: false, values: ['yes', 'never'] },
    ({ offers }) => offers !== 'no',
  ],
  [
    'offers not wanted',
    { field: 'offers', isNot: false, values: ['no'] },
    ({ offers }) => offers === 'no',
  ],
  [
    'offers not refused',
    { field: 'offers', isNot: true, values: ['no'] },
    ({ offers }) => offers !== 'no',
  ],
  [
    'a category',
    { field: 'category', isNot: false, values: ['Minuman'] },
    ({ products }) => products.includes(kopi),
  ],
  [
    'a product',
    { field: 'product', isNot: false, ids: [1] },
    ({ products }) =>
      products.includes(
        all<{ name: string }>('SELECT name FROM products WHERE id = 1')[0]?.name ?? '',
      ),
  ],
  [
    'not a product',
    { field: 'product', isNot: true, ids: [1, 2] },
    ({ products }) => products.length === 0,
  ],
  ['an import', { field: 'import', isNot: false, ids: [1] }, ({ row }) => row['import_id'] === 1],
  ['a phone', { field: 'phone', is: true }, ({ ways }) => ways.includes('phone')],
  ['no e-mail', { field: 'email', is: false }, ({ ways }) => !ways.includes('email')],
  [
    'returns only',
    { field: 'returnsOnly', is: true },
    ({ bought, sales }) => bought.length === 0 && sales.length > 0,
  ],
  [
    'brought by another',
    { field: 'referred', is: true },
    ({ row }) => row['recommended_by'] !== null,
  ],
  [
    'brought nobody',
    { field: 'refers', is: false },
    ({ id }) => !people.some(({ row }) => row['recommended_by'] === id),
  ],
  ['slipping away', { field: 'slipping', is: true }, isSlipping],
  ['not slipping away', { field: 'slipping', is: false }, (one) => !isSlipping(one)],
];

async function idsOf(conditions: readonly Condition[], match: 'all' | 'any' = 'all') {
  const definition = { match, parts: [...conditions], without: [] };
  const { id } = await shop.ask('segments.create', { name: crypto.randomUUID(), definition });
  const { rows, next } = await shop.ask('customers.reckoned', {
    filter: { segment: id },
    limit: 500,
  });
  expect(next).toBeNull();
  await shop.ask('segments.remove', { id });
  return rows.map((row) => Number(row.id)).sort((one, other) => one - other);
}

function expected(test: (one: Person) => boolean): number[] {
  return people.filter(test).map(({ id }) => id);
}

describe('a condition', () => {
  it('holds for exactly those of whom it is true', async () => {
    for (const [name, condition, test] of cases) {
      const ids = expected(test);
      expect(ids.length, name).toBeGreaterThan(0);
      expect(ids.length, name).toBeLessThan(people.length);
      expect(await idsOf([condition]), name).toEqual(ids);
      const counted = await shop.ask('segments.count', {
        definition: { match: 'all', parts: [condition], without: [] },
      });
      const count = ids.length;
      expect(counted, name).toMatchObject({ count, before: count, customers: people.length });
    }
  });

  it('goes together with any other, by all and by any', async () => {
    for (const [index, [, one, isOne]] of cases.entries()) {
      const [, other, isOther] = cases[(index + 5) % cases.length] as Case;
      expect(await idsOf([one, other])).toEqual(expected((who) => isOne(who) && isOther(who)));
      expect(await idsOf([one, other], 'any')).toEqual(
        expected((who) => isOne(who) || isOther(who)),
      );
    }
  });

  it('leaves out whom it is true of, where that is asked, and nobody of whom it cannot be', async () => {
    for (const [, one, isOne] of cases) {
      const { count, before, without } = await shop.ask('segments.count', {
        definition: { match: 'all', parts: [], without: [one] },
      });
      expect(count).toBe(expected((who) => !isOne(who)).length);
      expect(before - (without[0] ?? 0)).toBe(count);
    }
  });
});

describe('layers, bands and values', () => {
  it('hold for those that the figures place there, and all bands together for everybody who bought', async () => {
    const figures = all<{ customer_id: number; layer: string; clv_minor: number | null }>(
      'SELECT customer_id, layer, clv_minor FROM customer_figures WHERE customer_id NOT IN (SELECT id FROM customers WHERE erased_at IS NOT NULL) ORDER BY customer_id',
    );
    const placed = (test: (one: (typeof figures)[number]) => boolean) =>
      figures.filter(test).map((one) => one.customer_id);
    expect(await idsOf([{ field: 'layer', isNot: false, values: ['top', 'medium'] }])).toEqual(
      placed(({ layer }) => layer === 'top' || layer === 'medium'),
    );
    expect(await idsOf([{ field: 'value', from: 1, to: 400_000 }])).toEqual(
      placed(({ clv_minor: value }) => value !== null && value >= 1 && value <= 400_000),
    );
    const bands = ['low', 'middle', 'high'];
    const each = await Promise.all(
      bands.map((band) => idsOf([{ field: 'band', isNot: false, values: [band] }])),
    );
    const worth = await shop.ask('insights.worth', {});
    const erased = 1;
    expect(each.flat().length).toBe(worth.customers - erased);
    expect(each.flat().sort((one, other) => one - other)).toEqual(
      placed(({ clv_minor: value }) => value !== null),
    );
    for (const [index, { band, customers }] of worth.bands.entries()) {
      expect(band).toBe(bands[index]);
      expect(Math.abs(customers - (each[index]?.length ?? 0))).toBeLessThanOrEqual(erased);
    }
  });
});

it('counts days of purchases to the last day of sales, and days of contact to today', async () => {
  const later = await segmentShop(40);
  later.day = addDays(today, 60);
  finishShop(later.raw, {
    today: later.day,
    activeMonths: 12,
    marginPercent: null,
    keepingCostMinor: null,
    yearsKept: { kind: 'history' },
  });
  const ask = async (condition: Condition) =>
    later.ask('segments.count', { definition: { match: 'all', parts: [condition], without: [] } });
  const lately: Condition = { field: 'lastPurchase', how: 'within', ...none, days: 0 };
  const last = String(later.raw.prepare('SELECT max(sold_on) FROM sales').pluck().get());
  const before = await ask(lately);
  expect(before.through).toBe(last);
  expect(before.count).toBe(
    later.raw
      .prepare(
        `SELECT count(DISTINCT customer_id) FROM sales WHERE sold_on = ? AND is_purchase = 1
         AND customer_id NOT IN (SELECT id FROM customers WHERE erased_at IS NOT NULL)`,
      )
      .pluck()
      .get(last),
  );
  expect((await ask({ field: 'lastContact', how: 'within', ...none, days: 59 })).count).toBe(0);
  addSale(later.raw, { customerId: 1, soldOn: later.day, revenueMinor: 5 });
  finishShop(later.raw, {
    today: later.day,
    activeMonths: 12,
    marginPercent: null,
    keepingCostMinor: null,
    yearsKept: { kind: 'history' },
  });
  expect((await ask(lately)).count).toBe(1);
});
