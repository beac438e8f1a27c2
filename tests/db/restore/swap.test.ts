import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { copyBeside, manifestOf } from '#db/file/copy-beside.ts';
import { createAt } from '#db/file/migrate.ts';
import { besidePath, lastSwap, settleSwap, swapIn } from '#db/file/swap.ts';
import { migrations } from '#db/migrations/index.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { type CrashedShop, crashedShop, hashOf } from '#tests/support/shop/crashed-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const swap = { at: '2026-06-15T03:00:00.000Z', source: 'a.db', wasWhole: true };

async function takeCopy(shop: CrashedShop): Promise<string> {
  const manifest = await manifestOf(shop.copy);
  await copyBeside({ from: shop.copy, manifest, to: besidePath(shop.database) });
  return (await swapIn(shop, swap)) ?? '';
}

describe('a copy that takes the place of the data', () => {
  it('is what opens; the former file lies aside with its log, by when that was', async () => {
    const shop = await crashedShop();
    const log = readFileSync(`${shop.database}-wal`);
    const aside = await takeCopy(shop);
    expect(aside).toBe(join(shop.folder, 'set-aside', '2026-06-15T03-00-00-000Z'));
    expect(readFileSync(join(aside, 'langgan.db-wal')).equals(log)).toBe(true);
    expect(readdirSync(shop.folder).sort()).toEqual(
      ['backups', 'langgan-restored.json', 'langgan.db', 'set-aside'].sort(),
    );
    expect(await hashOf(shop.database)).toBe(shop.hashes.copy);
    expect(await hashOf(join(aside, 'langgan.db'))).toBe(shop.hashes.live);
    expect(await lastSwap(shop)).toMatchObject({ ...swap, path: join(aside, 'langgan.db') });
  });

  it('is never given the log of the file it takes the place of', async () => {
    const shop = await crashedShop();
    const log = readFileSync(`${shop.database}-wal`);
    await takeCopy(shop);
    expect(await hashOf(shop.database)).toBe(shop.hashes.copy);
    // With that log beside it, it is another file: this is what must not happen.
    writeFileSync(`${shop.database}-wal`, log);
    expect(await hashOf(shop.database).catch(() => 'unreadable')).not.toBe(shop.hashes.copy);
  });

  it('can be gone back from: the file set aside, with its log, takes its place again', async () => {
    const shop = await crashedShop();
    await takeCopy(shop);
    const former = await lastSwap(shop);
    const to = besidePath(shop.database);
    await copyBeside({ from: former?.path ?? '', manifest: null, to });
    const aside = (await swapIn(shop, swap)) ?? '';
    expect(await hashOf(shop.database)).toBe(shop.hashes.live);
    // Two of one instant have each its folder.
    expect(aside).toBe(join(shop.folder, 'set-aside', '2026-06-15T03-00-00-000Z-2'));
    expect(await hashOf(join(aside, 'langgan.db'))).toBe(shop.hashes.copy);
  });

  it('may lie anywhere, without what was written down of it, and be of an older version', async () => {
    const shop = await crashedShop();
    const from = join(tempFolder(), 'my shop.db');
    const old = openConnection(from, { isNew: true });
    createAt(old.raw, 1);
    old.raw.exec("INSERT INTO customers (name, created_at) VALUES ('Ratna', '2026-01-01')");
    await old.close();
    await copyBeside({ from, manifest: null, to: besidePath(shop.database) });
    await swapIn(shop, swap);
    const { raw, close } = openConnection(shop.database, { readonly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(raw.prepare('SELECT name FROM customers').pluck().all()).toEqual(['Ratna']);
    await close();
  });

  it('whose search index does not hold together gets a new one', async () => {
    const shop = await crashedShop();
    const { raw, close } = openConnection(shop.copy);
    raw.exec("INSERT INTO customer_words (customer_words) VALUES ('delete-all')");
    await close();
    await copyBeside({ from: shop.copy, manifest: null, to: besidePath(shop.database) });
    await swapIn(shop, swap);
    const after = openConnection(shop.database, { readonly: true });
    const found = after.raw.prepare("SELECT count(*) FROM customer_words ('pelanggan')").pluck();
    expect(found.get()).toBe(60);
    await after.close();
  });
});

describe('a swap that was cut short', () => {
  it('is undone where the new file is not what was checked, or is gone', async () => {
    for (const spoil of [
      (path: string) => writeFileSync(path, 'spoiled'),
      (path: string) => renameSync(path, `${path}-elsewhere`),
    ]) {
      const shop = await crashedShop();
      const aside = await takeCopy(shop);
      // As if it had been killed once the former file was moved.
      const beside = besidePath(shop.database);
      renameSync(shop.database, beside);
      renameSync(
        join(shop.folder, 'langgan-restored.json'),
        join(shop.folder, 'langgan-swap.json'),
      );
      spoil(beside);
      await settleSwap(shop);
      expect(await hashOf(shop.database)).toBe(shop.hashes.live);
      expect(existsSync(join(aside, 'langgan.db'))).toBe(false);
      expect(existsSync(join(shop.folder, 'langgan-swap.json'))).toBe(false);
    }
  });

  it('leaves no copy behind that never was to be swapped in', async () => {
    const shop = await crashedShop();
    await copyBeside({ from: shop.copy, manifest: null, to: besidePath(shop.database) });
    await settleSwap(shop);
    expect(readdirSync(shop.folder).filter((name) => name.includes('restored'))).toEqual([]);
    expect(await hashOf(shop.database)).toBe(shop.hashes.live);
  });
});

describe('a copy of a newer shop', () => {
  it('is refused, and is not written to', async () => {
    const shop = await crashedShop();
    const newer = openConnection(shop.copy);
    addCustomer(newer.raw, { name: 'Sri' });
    newer.raw.pragma(`user_version = ${migrations.length + 1}`);
    await newer.close();
    const before = readFileSync(shop.copy);
    const to = besidePath(shop.database);
    await expect(copyBeside({ from: shop.copy, manifest: null, to })).rejects.toMatchObject({
      error: { code: 'BAD_COPY', problem: 'newer' },
    });
    expect(readFileSync(shop.copy).equals(before)).toBe(true);
  });
});
