import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { type Cursor, listCustomers, summarizeCustomers } from '#db/queries/customers/list.ts';
import { figureSort } from '#shared/contract/customers/order.ts';
import { customerFilter } from '#shared/contract/customers.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const cities = ['Sleman', 'Bantul', 'Malang'];
const tags = ['vip', 'kopi'];

/** Many with equal values, many without any: where paging goes wrong. */
async function mixedShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  for (let index = 0; index < 400; index += 1) {
    const id = addCustomer(shop.raw, {
      name: `${index % 3 === 0 ? 'Ratna' : 'Budi'} ${index % 7}`,
      city: cities[index % 3] ?? '',
      ...(index % 4 === 0 ? { tags: [tags[index % 8 === 0 ? 0 : 1] ?? ''] } : {}),
      ...(index % 11 === 0 ? { deletedAt: '2026-01-01T00:00:00.000Z' } : {}),
    });
    for (let sale = 0; sale < index % 4; sale += 1)
      addSale(shop.raw, {
        customerId: id,
        soldOn: addDays(today, -(index % 9) * 100),
        revenueMinor: (index % 5) * 1000,
      });
  }
  finishShop(shop.raw);
  return shop;
}

async function allPages(
  db: ReadHandle,
  request: Omit<Parameters<typeof listCustomers>[1], 'after'>,
): Promise<number[]> {
  const ids: number[] = [];
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCustomers>> = await listCustomers(db, {
      ...request,
      after,
    });
    expect(page.rows.length).toBeLessThanOrEqual(request.limit);
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== null);
  return ids;
}

const columns = {
  name: 'name_key',
  lastPurchase: 'last_purchase_on',
  purchases: 'purchases',
  revenue: 'revenue_minor',
  activeRevenue: 'active_revenue_minor',
  clv: 'clv_minor',
  points: 'points',
};

/** The whole answer in one plain query. */
function plainly(
  { raw }: TempDatabase,
  filter: ReturnType<typeof customerFilter.parse>,
  order: { sort: keyof typeof columns; descending: boolean },
): unknown[] {
  const direction = order.descending ? 'DESC' : 'ASC';
  return raw
    .prepare(
      `SELECT c.id FROM customers c JOIN customer_figures f ON f.customer_id = c.id
       WHERE c.deleted_at IS NULL AND (@search = '' OR c.name LIKE @search || '%')
         AND (@layers = '[]' OR f.layer IN (SELECT value FROM json_each(@layers)))
         AND NOT EXISTS (SELECT value FROM json_each(@tags)
           EXCEPT SELECT tag FROM customer_tags t WHERE t.customer_id = c.id)
         AND (@city IS NULL OR (SELECT city FROM addresses a WHERE a.customer_id = c.id) = @city)
         AND (@from IS NULL OR f.clv_minor >= @from) AND (@to IS NULL OR f.clv_minor <= @to)
         AND (@firstFrom IS NULL OR f.first_purchase_on >= @firstFrom)
         AND (@firstTo IS NULL OR f.first_purchase_on <= @firstTo)
         AND (@lastFrom IS NULL OR f.last_purchase_on >= @lastFrom)
         AND (@lastTo IS NULL OR f.last_purchase_on <= @lastTo)
       ORDER BY f.${columns[order.sort]} ${direction}, c.id ${direction}`,
    )
    .pluck()
    .all({
      search: filter.search,
      layers: JSON.stringify(filter.layers),
      tags: JSON.stringify(filter.tags),
      city: filter.city,
      from: filter.clvFromMinor,
      to: filter.clvToMinor,
      firstFrom: filter.firstFrom,
      firstTo: filter.firstTo,
      lastFrom: filter.lastFrom,
      lastTo: filter.lastTo,
    });
}

const order = fc.record({
  sort: fc.constantFrom(...figureSort.options),
  descending: fc.boolean(),
});
const filter = fc
  .record({
    search: fc.constantFrom('', '', 'ratna', 'ra', 'budi 3'),
    layers: fc.constantFrom([], [], ['small'], ['top', 'inactive'], ['prospect']),
    tags: fc.constantFrom([], [], ['vip'], ['kopi']),
    city: fc.constantFrom(null, null, 'Sleman'),
    clvFromMinor: fc.constantFrom(null, null, 1000),
    clvToMinor: fc.constantFrom(null, null, 4000),
    firstFrom: fc.constantFrom(null, null, '2026-02-01'),
    firstTo: fc.constantFrom(null, null, '2026-04-30'),
    lastFrom: fc.constantFrom(null, null, '2026-03-01'),
    lastTo: fc.constantFrom(null, null, '2026-05-15'),
  })
  .map((parts) => customerFilter.parse(parts));

describe('the customer list', () => {
  it.each(
    figureSort.options.flatMap((sort) => [
      { sort, descending: true },
      { sort, descending: false },
    ]),
  )('pages put together are the whole order: %o', async (given) => {
    const shop = await mixedShop();
    const all = plainly(shop, customerFilter.parse({}), given);
    expect(all).toHaveLength(363);
    const request = { filter: customerFilter.parse({}), order: given, limit: 37 };
    expect(await allPages(shop.db, request)).toEqual(all);
  });

  it('pages of any size, filter and order are what one plain query gives, and the summary counts them', async () => {
    const shop = await mixedShop();
    await fc.assert(
      fc.asyncProperty(
        filter,
        order,
        fc.integer({ min: 1, max: 120 }),
        async (which, by, limit) => {
          const expected = plainly(shop, which, by);
          expect(await allPages(shop.db, { filter: which, order: by, limit })).toEqual(expected);
          const summary = await summarizeCustomers(shop.db, which);
          expect(summary.count).toBe(expected.length);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('a text that thousands match gives the same, near the top of the order and far down', async () => {
    const shop = await tempDatabase();
    for (let index = 0; index < 5200; index += 1)
      addCustomer(shop.raw, { name: index < 3200 ? `Agus ${index}` : `Wulan ${index}` });
    finishShop(shop.raw);
    for (const descending of [true, false]) {
      const which = customerFilter.parse({ search: 'wulan' });
      const by = { sort: 'name', descending } as const;
      const found = await allPages(shop.db, { filter: which, order: by, limit: 300 });
      expect(found).toEqual(plainly(shop, which, by));
      expect(found).toHaveLength(2000);
    }
    const summary = await summarizeCustomers(shop.db, customerFilter.parse({ search: 'wul' }));
    expect(summary).toMatchObject({ count: 2000, layers: [{ layer: 'prospect', count: 2000 }] });
  });

  it('calls who has no name by the first phone, other way (mail before all), or code', async () => {
    const shop = await tempDatabase();
    const points = ['social @ratna', 'email ratna@contoh.id', 'phone +62811', 'phone +62812'];
    const shown = [4, 3, 2, 1, 0].map((count) => {
      const id = addCustomer(shop.raw, {});
      for (const [position, point] of points.slice(0, count).entries())
        shop.raw
          .prepare(
            `INSERT INTO contact_points (customer_id, kind, value, match_key, position)
             VALUES (?, ?, ?, '', ?)`,
          )
          .run(id, ...point.split(' '), position);
      return id;
    });
    const coded = addCustomer(shop.raw, {});
    for (const [id, value] of [
      [coded, '17850'],
      [coded, '99'],
      [shown[3], '12'],
    ])
      shop.raw
        .prepare(
          `INSERT INTO customer_identifiers (customer_id, scheme, value) VALUES (?, 'till', ?)`,
        )
        .run(id, value);
    shown.push(coded);
    finishShop(shop.raw);
    const order = { sort: 'name', descending: false } as const;
    const request = { filter: customerFilter.parse({}), order, after: null, limit: 9, ids: shown };
    const { rows } = await listCustomers(shop.db, request);
    expect(rows.map(({ name }) => name)).toEqual([
      ...['+62811', '+62811', 'ratna@contoh.id', '@ratna', '', '17850'],
    ]);
  });

  it('only the named ones, in the order of the list', async () => {
    const shop = await mixedShop();
    const by = { sort: 'revenue', descending: true } as const;
    const request = { filter: customerFilter.parse({}), order: by, limit: 2, ids: [9, 5, 12, 1] };
    const expected = plainly(shop, request.filter, by).filter((id) =>
      [9, 5, 12].includes(Number(id)),
    );
    expect(await allPages(shop.db, request)).toEqual(expected);
  });
});
