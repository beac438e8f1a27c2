import { describe, expect, it } from 'vitest';
import type { TrashRow } from '#shared/contract/trash/trash.ts';
import { type TrashKind, trashKinds } from '#shared/domain/vocabulary/trash.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { shopOfEverything } from '#tests/support/shop/every-command.ts';
import { allOf, idsTo, shopOf } from '#tests/support/shop/trash-shop.ts';

const instant = (minute: number) => `2026-06-${10 + (minute % 5)}T03:${10 + minute}:00.000Z`;

/** Two rows of each kind, all deleted: the kinds take turns, and some went at one moment. */
async function shopOfTrash(): Promise<DirectShop> {
  const shop = await shopOfEverything();
  let minute = 0;
  for (const kind of trashKinds)
    for (const id of shop.raw.prepare(`SELECT id FROM ${kind}`).pluck().all()) {
      minute = (minute + 1) % 20;
      const at = instant(minute);
      shop.raw.prepare(`UPDATE ${kind} SET deleted_at = ? WHERE id = ?`).run(at, id);
    }
  return shop;
}

/** The same told from the rows alone. */
function inTrash(shop: DirectShop, only: readonly TrashKind[] = trashKinds): string[] {
  const told = only.map(
    (kind) =>
      `SELECT ${trashKinds.indexOf(kind)} AS place, id, deleted_at, '${kind}' AS kind FROM ${kind}
       WHERE deleted_at IS NOT NULL`,
  );
  return (
    shop.raw
      .prepare(`${told.join(' UNION ALL ')} ORDER BY deleted_at DESC, place, id DESC`)
      .all() as { kind: string; id: number; deleted_at: string }[]
  ).map(({ kind, id, deleted_at }) => `${kind} ${id} ${deleted_at}`);
}

const shown = (rows: readonly TrashRow[]) =>
  rows.map(({ kind, id, deletedAt }) => `${kind} ${id} ${deletedAt}`);

describe('the trash', () => {
  it('has everything of every kind once, newest first, however long a page is', async () => {
    const shop = await shopOfTrash();
    const told = inTrash(shop);
    expect(new Set(told.map((one) => one.split(' ')[0]))).toEqual(new Set(trashKinds));
    for (const limit of [1, 2, 7, 500]) expect(shown(await allOf(shop, {}, limit))).toEqual(told);
  });

  it('leaves only the kinds and the days asked for, by the clock on the shop’s wall', async () => {
    const shop = await shopOfTrash();
    const kinds: TrashKind[] = ['sales', 'claims', 'customers'];
    expect(shown(await allOf(shop, { kinds }))).toEqual(inTrash(shop, kinds));
    // Two in the morning in Jakarta is still the day before in UTC.
    shop.raw.exec("UPDATE sales SET deleted_at = '2026-06-11T19:00:00.000Z' WHERE id = 1");
    const days = { from: '2026-06-12', to: '2026-06-12' };
    const expected = inTrash(shop).filter(
      (one) => one.includes('2026-06-12T03') || one.includes('2026-06-11T19'),
    );
    expect(shown(await allOf(shop, days))).toEqual(expected);
    expect(expected).toContain('sales 1 2026-06-11T19:00:00.000Z');
    expect(await allOf(shop, { from: '2026-06-20' })).toEqual([]);
  });

  it('counts each kind in those days, and all there is', async () => {
    const shop = await shopOfTrash();
    const count = (kind: string, where = '') =>
      Number(shop.raw.prepare(`SELECT count(*) FROM ${kind} ${where}`).pluck().get());
    const all = trashKinds.reduce((sum, kind) => sum + count(kind), 0);
    const whole = await shop.ask('trash.counts', {});
    expect(whole).toEqual({
      all,
      kinds: trashKinds.map((kind) => ({ kind, count: count(kind) })),
    });
    const filter = { from: '2026-06-12', to: '2026-06-12' };
    const some = await shop.ask('trash.counts', { filter });
    expect(some.all).toBe(all);
    expect(some.kinds).toEqual(
      trashKinds
        .map((kind) => ({
          kind,
          count: count(kind, "WHERE deleted_at BETWEEN '2026-06-11T17' AND '2026-06-12T17'"),
        }))
        .filter((one) => one.count > 0),
    );
    expect(some.kinds.length).toBeGreaterThan(0);
  });

  it('is empty where nothing was deleted', async () => {
    const shop = await shopOf(1);
    expect(await shop.ask('trash.list', {})).toEqual({ rows: [], next: null });
    expect(await shop.ask('trash.counts', {})).toEqual({ kinds: [], all: 0 });
  });
});

describe('a search in the trash', () => {
  async function searched() {
    const shop = await directShop();
    const { raw } = shop;
    const deletedAt = '2026-06-10T03:00:00.000Z';
    addCustomer(raw, { name: 'José Álvarez', phones: ['+6281234567890'], deletedAt });
    addCustomer(raw, { name: 'Budi', phones: ['+6281111111111'] });
    addSale(raw, {
      customerId: 2,
      soldOn: '2026-06-01',
      revenueMinor: 5,
      number: 'N-77',
      deletedAt,
    });
    addSale(raw, {
      customerId: 1,
      soldOn: '2026-06-01',
      revenueMinor: 5,
      number: 'N-78',
      deletedAt,
    });
    raw.exec(`INSERT INTO products (name, name_key, created_at, deleted_at)
      VALUES ('Kopi Gayo', 'kopi gayo', '', '${deletedAt}')`);
    finishShop(raw);
    return async (search: string) =>
      (await allOf(shop, { search })).map(({ kind, id }) => `${kind} ${id}`).sort();
  }

  it.each([
    ['jose', ['customers 1', 'sales 2']],
    ['ÁLV', ['customers 1', 'sales 2']],
    ['alvarez jos', ['customers 1', 'sales 2']],
    ['lvarez', []],
    ['budi', ['sales 1']],
    ['n-77', ['sales 1']],
    ['77', ['sales 1']],
    ['gayo', ['products 1']],
    ['0812-3456-7890', ['customers 1']],
    ['4567', ['customers 1']],
    ['1111', []],
    ['', ['customers 1', 'products 1', 'sales 1', 'sales 2']],
  ])('%s finds what is called so, or whose', async (typed, found) => {
    expect(await (await searched())(typed)).toEqual(found);
  });

  it('says where it has come to where it passes over very many', async () => {
    const shop = await shopOf(1);
    const { raw } = shop;
    raw.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20050)
      INSERT INTO products (name, name_key, created_at, deleted_at)
      SELECT 'Teh ' || i, 'teh ' || i, '', '2026-06-10T03:00:00.000Z' FROM n`);
    const first = await shop.ask('trash.list', { filter: { search: 'teh 7' }, limit: 500 });
    expect(first.rows).toHaveLength(500);
    const none = await shop.ask('trash.list', { filter: { search: 'kopi' }, limit: 500 });
    expect(none).toEqual({
      rows: [],
      next: { kind: 'products', id: 51, deletedAt: '2026-06-10T03:00:00.000Z' },
    });
    expect(await allOf(shop, { search: 'teh 7' }, 500)).toHaveLength(
      Number(raw.prepare("SELECT count(*) FROM products WHERE name GLOB 'Teh 7*'").pluck().get()),
    );
  });
});

describe('what is said of a thing', () => {
  it('is what it was deleted by, and with how many others', async () => {
    const shop = await shopOf(5);
    await shop.ask('customers.delete', { ids: idsTo(3) });
    shop.time = '04:00';
    await shop.ask('customers.delete', { ids: [4 as never] });
    const rows = await allOf(shop);
    expect(rows.map(({ id, deed, together }) => [id, deed, together])).toEqual([
      [4, 'customerTrashed', 1],
      [3, 'customerTrashed', 3],
      [2, 'customerTrashed', 3],
      [1, 'customerTrashed', 3],
    ]);
  });

  it('stays that when its coming back was undone', async () => {
    const shop = await shopOf(2);
    const { batchId } = await shop.ask('customers.delete', { ids: idsTo(2) });
    await shop.ask('history.undo', { batchId });
    const undoing = shop.raw.prepare('SELECT max(id) FROM batches').pluck().get();
    await shop.ask('history.undo', { batchId: undoing as never });
    expect((await allOf(shop)).map(({ deed, together }) => [deed, together])).toEqual([
      ['customerTrashed', 2],
      ['customerTrashed', 2],
    ]);
  });

  it('tells whose it is, its day and its amount, and a merging by its name', async () => {
    const shop = await shopOf(2);
    const { raw } = shop;
    addSale(raw, { customerId: 1, soldOn: '2026-06-01', revenueMinor: 700, number: 'N-1' });
    raw.exec(`INSERT INTO products (name, name_key, price_minor, created_at)
      VALUES ('Teh', 'teh', 5, ''), ('Tehh', 'tehh', 9, '')`);
    await shop.ask('sales.remove', { id: 1 as never });
    await shop.ask('products.merge', { keptId: 1 as never, otherId: 2 as never });
    shop.time = '05:00';
    await shop.ask('customers.delete', { ids: [1 as never] });
    const [customer, sale, product] = await allOf(shop);
    expect(customer).toMatchObject({ name: 'Ratna 1', customer: null, on: null });
    expect(sale).toMatchObject({
      ...{ name: 'N-1', on: '2026-06-01', amountMinor: 700, deed: 'saleTrashed' },
      customer: { id: 1, name: 'Ratna 1', isInTrash: true },
    });
    expect(product).toMatchObject({ name: 'Tehh', amountMinor: 9, deed: 'productsMerged' });
  });

  it('is that nobody knows, where its history is gone', async () => {
    const shop = await directShop();
    addCustomer(shop.raw, { name: 'Budi', deletedAt: '2026-06-10T03:00:00.000Z' });
    expect(await allOf(shop)).toMatchObject([{ name: 'Budi', deed: null, together: 1 }]);
  });
});
