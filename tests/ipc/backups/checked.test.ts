import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { startShop, type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

async function shopOfOne(): Promise<TempShop> {
  return tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
    finishShop(raw);
  });
}

/** One bit of a copy is another; its size and what SQLite says of it stay. */
function flip(shop: TempShop, fileName: string): void {
  const path = join(shop.folder, 'backups', fileName);
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
  writeFileSync(path, bytes);
}

it('copies are read again; one that is not what was checked is listed as damaged, and is not the last', async () => {
  const shop = await shopOfOne();
  const first = await shop.ask('backups.make', {});
  const second = await shop.ask('backups.make', {});
  const states = async () =>
    (await shop.ask('backups.list', {})).copies.map((copy) => [copy.fileName, copy.isWhole]);
  expect(await states()).toEqual([
    [second.fileName, true],
    [first.fileName, true],
  ]);
  flip(shop, second.fileName);
  expect(await states()).toEqual([
    [second.fileName, false],
    [first.fileName, true],
  ]);
  expect(await shop.ask('backups.last', {})).toEqual({ last: first, count: 1 });
});

it('a check reads the newest copy though nothing has touched its file, and says what it found', async () => {
  const shop = await shopOfOne();
  const { fileName } = await shop.ask('backups.make', {});
  const clean = { isShopWhole: true, read: 1, damaged: [], adopted: [], setAside: [] };
  expect(await shop.ask('backups.check', { copies: 'some' })).toEqual(clean);
  const compared = async () => (await shop.ask('backups.list', {})).copies[0]?.comparedAt ?? '';
  const before = await compared();
  expect(await shop.ask('backups.check', {})).toEqual(clean);
  expect((await compared()) > before).toBe(true);
  flip(shop, fileName);
  expect(await shop.ask('backups.check', { copies: 'some' })).toEqual({
    ...clean,
    damaged: [fileName],
  });
  rmSync(join(shop.folder, 'backups', `${fileName}.json`));
  const checked = await shop.ask('backups.check', {});
  // A bit that SQLite does not miss: what is whole to it is given a manifest, or else set aside; never lost.
  expect([...checked.adopted, ...checked.setAside]).toHaveLength(1);
});

it('leftovers are gone once the shop is open', async () => {
  const shop = await shopOfOne();
  await shop.ask('backups.make', {});
  await shop.app.close();
  const left = join(shop.folder, 'backups', 'langgan-2026-06-15T03-00-00-000Z-quit.db.partial');
  writeFileSync(left, 'half');
  await startShop(shop.folder);
  expect(() => readFileSync(left)).toThrow('ENOENT');
});
