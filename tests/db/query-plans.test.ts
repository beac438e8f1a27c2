import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { customerFacets, listCustomers, summarizeCustomers } from '#db/queries/customers/list.ts';
import { readCustomer } from '#db/queries/customers/read.ts';
import { batchesOfCustomer, changesOfCustomer } from '#db/queries/history/read.ts';
import { monthlyRevenue, purchaseDays, returnsOf } from '#db/queries/insights.ts';
import { accountOf } from '#db/queries/payments/account.ts';
import { paymentsOfAccount, paymentsOfSale, settledSales } from '#db/queries/payments/read.ts';
import { listSales } from '#db/queries/sales/list.ts';
import { salesOfCustomer } from '#db/queries/sales/read.ts';
import { findEverywhere } from '#db/queries/search/find.ts';
import { figureSort } from '#shared/contract/customers/order.ts';
import { customerFilter } from '#shared/contract/customers.ts';
import { saleFilter } from '#shared/contract/sales.ts';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

async function smallShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  for (let index = 0; index < 50; index += 1) {
    const id = addCustomer(shop.raw, { name: `Ratna ${index}`, city: 'Sleman', tags: ['vip'] });
    addSale(shop.raw, {
      customerId: id,
      soldOn: '2026-01-01',
      revenueMinor: 1,
      number: `N${index}`,
    });
  }
  finishShop(shop.raw);
  return shop;
}

const id = 7 as CustomerId;

describe('query plans', () => {
  it.each(
    figureSort.options.flatMap((sort) => [
      { sort, descending: true, after: null },
      { sort, descending: false, after: null },
      { sort, descending: true, after: { value: sort === 'name' ? 'ratna 3' : 1, id: 3 } },
      { sort, descending: false, after: { value: sort === 'name' ? 'ratna 3' : 1, id: 3 } },
      ...(sort === 'lastPurchase' || sort === 'clv'
        ? [{ sort, descending: true, after: { value: null, id: 3 } }]
        : []),
    ]),
  )('a page of the list walks one index and sorts nothing: %o', async (given) => {
    const shop = await smallShop();
    const { after, ...order } = given;
    for (const filter of [{}, { layers: ['small'] }]) {
      const plan = await plansOf(shop, (db) =>
        listCustomers(db, { filter: customerFilter.parse(filter), order, after, limit: 10 }),
      );
      expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
      expect(fullScans(plan)).toEqual([]);
      expect(plan[0]).toMatch(/^(SCAN|SEARCH) f USING COVERING INDEX customer_figures_/);
      if (after !== null) expect(plan[0]).toMatch(/^SEARCH/);
    }
  });

  it.each<[string, (db: ReadHandle) => Promise<unknown>]>([
    ['a city', (db) => summarizeCustomers(db, customerFilter.parse({ city: 'Sleman' }))],
    ['a tag', (db) => summarizeCustomers(db, customerFilter.parse({ tags: ['vip'] }))],
    ['an import', (db) => summarizeCustomers(db, customerFilter.parse({ importId: 1 }))],
    ['the facets', (db) => customerFacets(db)],
    ['a text', (db) => findEverywhere(db, { text: 'ratna', limit: 8 })],
    ['a customer', (db) => readCustomer(db, id)],
    [
      'the sales of a customer',
      (db) => salesOfCustomer(db, { customerId: id, after: null, limit: 9 }),
    ],
    [
      'the next sales of a customer',
      (db) =>
        salesOfCustomer(db, { customerId: id, after: { soldOn: '2026-01-02', id: 3 }, limit: 9 }),
    ],
    ['the returns of a customer', (db) => returnsOf(db, id, '2026-06-15')],
    ['the months of a customer', (db) => monthlyRevenue(db, id, '2025-01-01', '2026-06-15')],
    ['the days of a customer', (db) => purchaseDays(db, id, '2026-06-15')],
    ...[null, id].flatMap((customerId) =>
      [null, { soldOn: '2026-01-01', id: 3 }].map(
        (after): [string, (db: ReadHandle) => Promise<unknown>] => [
          `what is not paid of ${customerId ?? 'everybody'}, ${after === null ? 'first' : 'next'}`,
          (db) =>
            listSales(db, {
              filter: saleFilter.parse({ paid: ['owed', 'overdue', 'partly'], customerId }),
              order: 'newest',
              after,
              limit: 9,
              today: '2026-06-15',
            }),
        ],
      ),
    ),
    ['the account of a customer', (db) => accountOf(db, '2026-06-15', { customerId: id })],
    ['how a customer pays', (db) => settledSales(db, id, '2026-06-15')],
    ['the payments for a sale', (db) => paymentsOfSale(db, 7 as SaleId)],
    ['the payments of a customer', (db) => paymentsOfAccount(db, { customerId: id }, 9)],
    ['the history of a customer', (db) => batchesOfCustomer(db, id, 50)],
    ['the changes of a customer', (db) => changesOfCustomer(db, id, [1, 2])],
  ])('%s is looked up, never searched for row by row', async (_, ask) => {
    expect(fullScans(await plansOf(await smallShop(), ask))).toEqual([]);
  });
});
