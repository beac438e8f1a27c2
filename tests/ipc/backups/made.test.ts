import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listBackups, makeBackup } from '#db/file/backup.ts';
import { startApplication } from '#electron/application.ts';
import type { ShopFacts } from '#electron/context.ts';
import { copyShop } from '#electron/shop-file/move-shop.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';
import { testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

it('a copy is made when the app is closed, where something was changed', async () => {
  const folder = tempFolder();
  const { platform } = testMachine();
  const openOnce = async (channel: string, input: unknown) => {
    const started = await startApplication(platform, { dataFolder: folder });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const answer = await started.app.dispatch({ channel, input, callId: 'one' });
    expect(answer.ok).toBe(true);
    await started.app.close();
    return (await listBackups(join(folder, 'backups'))).map(({ cause }) => cause);
  };
  expect(await openOnce('settings.update', { shopName: 'Sekar' })).toEqual(['quit']);
  expect(await openOnce('settings.get', {})).toEqual(['quit']);
});

it('a copy is made before an import where there is something to lose, and before its undo', async () => {
  const shop = await openImportShop();
  onTestFinished(() => shop.close());
  const list = async (name: string, phone: string) =>
    shop.import(await shop.file(`${name}.csv`, `Nama Pelanggan;No HP\n${name};${phone}\n`));
  const copies = async () =>
    (await listBackups(join(shop.folder, 'backups'))).map(({ cause, customers }) => [
      ...[cause, customers],
    ]);
  await list('Ani', '081234567890');
  expect(await copies()).toEqual([]);
  const { importId } = await list('Budi', '081234567891');
  expect(await copies()).toEqual([['import', 1]]);
  await shop.undo(importId);
  expect(await copies()).toEqual([
    ['undo', 2],
    ['import', 1],
  ]);
});

it('a shop is moved only by a copy whose bytes are those that were checked', async () => {
  const shop = await tempDatabase();
  addCustomer(shop.raw, { name: 'Ratna' });
  const factsOf = (folder: string): ShopFacts => ({
    paths: shopPaths(folder),
    isSample: false,
    appVersion: '1.0.0',
  });
  const from = factsOf(shop.folder);
  const make = () =>
    makeBackup(shop.raw, {
      ...{ folder: from.paths.backups, cause: 'move', at: '2026-06-15T03:00:00.000Z' },
      ...{ appVersion: '1.0.0', timeZone: 'Asia/Jakarta' },
    });
  const wrong = factsOf(tempFolder());
  const other = async () => ({ ...(await make()), sha256: '0'.repeat(64) });
  await expect(copyShop(from, wrong, other)).rejects.toMatchObject({
    error: { code: 'STORAGE', reason: 'corrupt' },
  });
  expect(readdirSync(wrong.paths.folder)).toEqual(['backups']);
  const right = factsOf(tempFolder());
  await copyShop(from, right, make);
  expect(existsSync(right.paths.database)).toBe(true);
  expect(await listBackups(right.paths.backups)).toHaveLength(2);
});
