import { beforeEach, describe, expect, it } from 'vitest';
import type { DayCursor } from '#db/queries/sales/read.ts';
import type { Input } from '#shared/contract/index.ts';
import type { SaleListRow } from '#shared/contract/sales.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import {
  addCustomer,
  addSale,
  finishShop,
  type SaleParts,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

type Filter = NonNullable<Input<'sales.list'>['filter']>;
interface Sale extends SaleParts {
  readonly id: number;
  readonly products: readonly number[];
  readonly importId: number | null;
}

const people = ['Ratna Kusuma', 'Bagas Putra', '', 'Sinta Dewi'];
const goods = [
  { name: 'Kopi Gayo', sku: 'KG-1' },
  { name: 'Kopi Toraja', sku: null },
  { name: 'Teh Melati', sku: 'TM' },
];

let shop: DirectShop;
let sales: Sale[] = [];

function fill(): void {
  const draw = drawFrom(5);
  people.forEach((name, index) => {
    addCustomer(shop.raw, { name, phones: [`+628123450000${index}`] });
  });
  shop.raw.exec("UPDATE customers SET deleted_at = '2026-06-01T00:00:00.000Z' WHERE id = 4");
  for (const { name, sku } of goods)
    shop.raw
      .prepare("INSERT INTO products (name, name_key, sku, created_at) VALUES (?, lower(?), ?, '')")
      .run(name, name, sku);
  shop.raw.exec(`INSERT INTO imports (id, status, done_at, summary) VALUES (1, 'done', '', '{}')`);
  for (let count = 0; count < 300; count += 1) {
    const who = draw(6);
    const isReturn = draw(8) === 0;
    const amount = 500 * (1 + draw(99));
    const parts: SaleParts = {
      customerId: who < 4 ? who + 1 : null,
      // Some lie ahead, and several share a day.
      soldOn: addDays(today, 10 - draw(120)),
      revenueMinor: isReturn ? -amount : amount,
      kind: isReturn ? 'return' : 'sale',
      status:
        (['completed', 'completed', 'processing', 'cancelled'] as const)[draw(4)] ?? 'completed',
      number: `N${count}`,
      ...(draw(20) === 0 ? { deletedAt: '2026-06-01T00:00:00.000Z' } : {}),
    };
    const id = addSale(shop.raw, parts);
    const products = [...new Set(Array.from({ length: draw(3) }, () => 1 + draw(goods.length)))];
    products.forEach((product, position) => {
      shop.raw
        .prepare(
          `INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
           VALUES (?, ?, ?, 10000, 1)`,
        )
        .run(id, position, product);
    });
    const importId = draw(3) === 0 ? 1 : null;
    shop.raw.prepare('UPDATE sales SET import_id = ? WHERE id = ?').run(importId, id);
    sales.push({ ...parts, id, products, importId });
  }
}

beforeEach(async () => {
  shop = await directShop();
  sales = [];
  shop.raw.transaction(fill)();
  finishShop(shop.raw);
});

/** All pages of the list, small ones. */
async function listed(filter: Filter, order: 'newest' | 'oldest' = 'newest') {
  const rows: SaleListRow[] = [];
  let after: DayCursor | null = null;
  do {
    const page: { rows: SaleListRow[]; next: DayCursor | null } = await shop.ask('sales.list', {
      filter,
      order,
      after,
      limit: 7,
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

const isThere = (sale: Sale) => sale.deletedAt === undefined;
const hasProduct = (sale: Sale, ...ids: number[]) => sale.products.some((one) => ids.includes(one));

/** Filters with the same thing said of the plain list. */
const filters: readonly (readonly [string, Filter, (sale: Sale) => boolean])[] = [
  ['nothing', {}, () => true],
  [
    'a span of days, both in it',
    { soldFrom: '2026-05-01', soldTo: '2026-05-31' },
    ({ soldOn }) => soldOn.startsWith('2026-05'),
  ],
  ['returns', { kinds: ['return'] }, ({ kind }) => kind === 'return'],
  [
    'two statuses',
    { statuses: ['cancelled', 'processing'] },
    ({ status }) => status === 'cancelled' || status === 'processing',
  ],
  ['sales that name somebody', { buyer: 'named' }, ({ customerId }) => customerId !== null],
  ['sales that name nobody', { buyer: 'none' }, ({ customerId }) => customerId === null],
  ['one customer', { customerId: 2 as never }, ({ customerId }) => customerId === 2],
  ['one product', { productId: 2 as never }, (sale) => hasProduct(sale, 2)],
  ['one import', { importId: 1 }, ({ importId }) => importId === 1],
  ['the beginning of a number', { search: ' n12 ' }, ({ number }) => /^N12/.test(number ?? '')],
  ['words of a name', { search: 'kusu' }, ({ customerId }) => customerId === 1],
  ['a phone', { search: '08123450000' + '1' }, ({ customerId }) => customerId === 2],
  ['part of a product', { search: 'kopi' }, (sale) => hasProduct(sale, 1, 2)],
  ['a code', { search: 'tm' }, (sale) => hasProduct(sale, 3)],
  ['what nobody has', { search: 'zebra' }, () => false],
  [
    'several things at once',
    { search: 'kopi', buyer: 'none', soldFrom: '2026-04-01', kinds: ['sale'] },
    (sale) =>
      hasProduct(sale, 1, 2) &&
      sale.customerId === null &&
      sale.soldOn >= '2026-04-01' &&
      sale.kind === 'sale',
  ],
];

describe('the list of all sales', () => {
  it.each(filters)('leaves by %s what the plain list has', async (_, filter, isMeant) => {
    const expected = sales
      .filter((sale) => isThere(sale) && isMeant(sale))
      .sort((a, b) => b.soldOn.localeCompare(a.soldOn) || b.id - a.id)
      .map(({ id }) => id);
    expect((await listed(filter)).map(({ id }) => id)).toEqual(expected);
    expect((await listed(filter, 'oldest')).map(({ id }) => id)).toEqual(expected.toReversed());
  });

  it.each(filters)('sums up by %s what the plain list comes to', async (_, filter, isMeant) => {
    const expected = {
      count: 0,
      purchases: 0,
      revenueMinor: 0,
      returns: 0,
      returnsMinor: 0,
      notCounted: 0,
      nameless: 0,
      namelessMinor: 0,
      // Nothing stands on account here.
      open: 0,
      openMinor: 0,
      // And nothing is promised.
      ...{ promised: 0, onTime: 0, notSent: 0 },
    };
    for (const sale of sales) {
      if (!isThere(sale) || !isMeant(sale)) continue;
      expected.count += 1;
      if (sale.status === 'cancelled' || sale.soldOn > today) {
        expected.notCounted += 1;
        continue;
      }
      expected.revenueMinor += sale.revenueMinor;
      if (sale.kind === 'return') {
        expected.returns += 1;
        expected.returnsMinor -= sale.revenueMinor;
      } else expected.purchases += 1;
      if (sale.customerId !== null) continue;
      expected.namelessMinor += sale.revenueMinor;
      if (sale.kind === 'sale') expected.nameless += 1;
    }
    expect(await shop.ask('sales.summary', { filter })).toEqual(expected);
  });

  it('comes to what Insights say was sold: nothing that lies ahead in either', async () => {
    const { purchases, revenueMinor } = await shop.ask('sales.summary', {});
    const sold = await shop.ask('insights.sales', {});
    expect(sold).toMatchObject({ sales: purchases, revenueMinor });
    const days = sales.filter((sale) => isThere(sale) && sale.soldOn <= today);
    expect(sold.lastOn).toBe(
      days
        .map(({ soldOn }) => soldOn)
        .sort()
        .at(-1),
    );
    expect(sold.named).toBe(days.filter(({ customerId }) => customerId !== null).length);
  });

  it('names the buyer as they are called, by phone, in the trash, and not at all', async () => {
    const [named, byPhone, inTrash, nobody] = await Promise.all(
      [1, 3, 4, null].map(async (customerId) => {
        const one = sales.find((sale) => isThere(sale) && sale.customerId === customerId);
        const rows = await listed({ search: one?.number ?? '' });
        return rows.find(({ id }) => id === one?.id);
      }),
    );
    const who = (row: SaleListRow | undefined) => [row?.customerName, row?.isCustomerInTrash];
    expect(who(named)).toEqual(['Ratna Kusuma', false]);
    expect(who(byPhone)).toEqual(['+6281234500002', false]);
    expect(who(inTrash)).toEqual(['Sinta Dewi', true]);
    expect(who(nobody)).toEqual([null, false]);
  });
});
