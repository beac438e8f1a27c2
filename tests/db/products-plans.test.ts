import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { buyersOf } from '#db/queries/products/buyers.ts';
import { priceChanges, soldByMonth } from '#db/queries/products/history.ts';
import { listProducts } from '#db/queries/products/list.ts';
import { policiesGivingWay, rowsReferringTo } from '#db/queries/products/merge.ts';
import { readProduct, salesNaming, soldOf } from '#db/queries/products/read.ts';
import { productFilter } from '#shared/contract/products/list.ts';
import type { ProductId } from '#shared/ids.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const today = '2026-06-15';
const id = 1 as ProductId;

async function smallShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  for (let index = 0; index < 40; index += 1) {
    const parts = { customerId: null, soldOn: '2026-01-01', revenueMinor: 1 };
    addLine(shop.raw, addSale(shop.raw, parts), `Kopi ${index % 9}`, 5);
  }
  finishShop(shop.raw);
  return shop;
}

const byName = (descending: boolean) => ({
  ...{ filter: productFilter.parse({}), order: { sort: 'name' as const, descending } },
  ...{ after: { value: 'kopi 3', id: 3 }, limit: 5, today },
});

describe('query plans of products', () => {
  it.each([true, false])('a page by name walks the names and sorts nothing: %s', async (down) => {
    const [, page = ''] = await plansOf(await smallShop(), (db) => listProducts(db, byName(down)));
    expect(page).toMatch(/^SEARCH p USING INDEX products_name/);
  });

  it.each<[string, (db: ReadHandle) => Promise<unknown>]>([
    ['the figures of a page by name', (db) => listProducts(db, byName(false))],
    ['a product', (db) => readProduct(db, id)],
    ['what was sold of it', (db) => soldOf(db, id, today)],
    ['its months', (db) => soldByMonth(db, id, today)],
    ['its prices', (db) => priceChanges(db, id)],
    ['its buyers', (db) => buyersOf(db, { id, limit: 9, today })],
    ['how many sales name it', (db) => salesNaming(db, id)],
    ['what refers to it', (db) => rowsReferringTo(db, id)],
    ['guarantees that give way', (db) => policiesGivingWay(db, { keptId: 1, otherId: 2 })],
  ])('%s is looked up, never searched for row by row', async (_, ask) => {
    expect(fullScans(await plansOf(await smallShop(), ask))).toEqual([]);
  });
});
