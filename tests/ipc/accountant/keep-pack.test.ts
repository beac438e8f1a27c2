import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PackRows } from '#db/staging/pack-rows.ts';
import type { TaskContext } from '#electron/context.ts';
import {
  changesSince,
  keepPack,
  lastOther,
  takeRows,
} from '#electron/services/accountant/keep-pack.ts';
import { addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const april = { from: '2026-04-01', to: '2026-04-30' };

async function rowsNow(shop: DirectShop): Promise<PackRows> {
  const rows = new PackRows(join(tempFolder(), 'rows.db'));
  await takeRows(shop.db, april, rows, async () => undefined);
  return rows;
}

async function keep(shop: DirectShop, hash: string): Promise<number> {
  const ctx = {
    open: () => shop,
    exclusive: (run: () => unknown) => run(),
  } as unknown as TaskContext;
  const facts = { madeAt: 'x', hash, folder: '', files: [], totals: {}, appVersion: '1' };
  return keepPack(ctx, { ...april, ...facts }, await rowsNow(shop));
}

async function changesOf(shop: DirectShop) {
  const now = await rowsNow(shop);
  const since = await lastOther(shop.db, april, now);
  const changes = await Array.fromAsync(changesSince(shop.db, since, now));
  const rows = changes.map(({ kind, id, was, is }) => [
    kind,
    id,
    was?.amountMinor,
    is?.amountMinor,
  ]);
  return { since, rows };
}

function price(shop: DirectShop, minor: number): void {
  shop.raw.prepare('UPDATE sales SET total_minor = ?, revenue_minor = ?').run(minor, minor);
}

it('tells what changed since the last pack, and the same again as long as nothing changes', async () => {
  const shop = await directShop();
  addSale(shop.raw, { customerId: null, soldOn: '2026-04-05', revenueMinor: 10 });
  expect(await changesOf(shop)).toEqual({ since: null, rows: [] });
  expect(await keep(shop, 'a')).toBe(1);
  expect(await changesOf(shop)).toEqual({ since: null, rows: [] });
  price(shop, 20);
  const second = { since: 1, rows: [['changed', 1, 10, 20]] };
  expect(await changesOf(shop)).toEqual(second);
  expect(await keep(shop, 'b')).toBe(2);
  expect(await changesOf(shop)).toEqual(second);
  expect(await keep(shop, 'b')).toBe(2);
  expect(await changesOf(shop)).toEqual(second);
  price(shop, 10);
  const back = { since: 2, rows: [['changed', 1, 20, 10]] };
  expect(await changesOf(shop)).toEqual(back);
  expect(await keep(shop, 'c')).toBe(3);
  expect(await changesOf(shop)).toEqual(back);
  // The rows are not the same though the hash is.
  price(shop, 11);
  expect(await keep(shop, 'c')).toBe(4);
  price(shop, 10);
  expect(await keep(shop, 'c')).toBe(5);
  addSale(shop.raw, { customerId: null, soldOn: '2026-05-05', revenueMinor: 7 });
  expect(await changesOf(shop)).toEqual({ since: 4, rows: [['changed', 1, 11, 10]] });
  const { rows } = await shop.ask('accountant.packs', {});
  expect(rows.map(({ id, made, since }) => [id, made, since.changes])).toEqual([[5, 5, 0]]);
});
