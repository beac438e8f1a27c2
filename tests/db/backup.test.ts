import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCopy, hashFile, listBackups, makeBackup } from '#db/file/backup.ts';
import { backupsToDrop } from '#db/file/backup-rotation.ts';
import { openConnection } from '#db/file/client.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { backupCause } from '#shared/contract/backups.ts';
import { addCustomer, finishShop } from '#tests/support/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';

function back(shop: TempDatabase, madeAt = at) {
  const folder = join(shop.folder, 'backups');
  return makeBackup(shop.raw, { folder, cause: 'manual', at: madeAt, appVersion: '1.0.0' });
}

async function filledShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  for (let count = 0; count < 300; count += 1) addCustomer(shop.raw, { name: `Ratna ${count}` });
  finishShop(shop.raw);
  return shop;
}

describe('a copy', () => {
  it('is whole, checked, hashed and listed; nothing else is left in the folder', async () => {
    const shop = await filledShop();
    const entry = await back(shop);
    const folder = join(shop.folder, 'backups');
    const path = join(folder, entry.fileName);
    expect(entry).toMatchObject({ customers: 300, sales: 0, cause: 'manual', madeAt: at });
    expect(await hashFile(path)).toBe(entry.sha256);
    expect(await checkCopy(path)).toMatchObject({ customers: 300 });
    expect(await listBackups(folder)).toEqual([entry]);
    expect(readdirSync(folder).sort()).toEqual([entry.fileName, `${entry.fileName}.json`]);
  });

  it('never replaces another, even one made at the same instant', async () => {
    const shop = await filledShop();
    const [one, two] = [await back(shop), await back(shop)];
    expect(two.fileName).not.toBe(one.fileName);
    expect(await listBackups(join(shop.folder, 'backups'))).toHaveLength(2);
  });

  it('of a damaged shop is not made, and the ones before it stay', async () => {
    const shop = await filledShop();
    const good = await back(shop);
    await shop.close();
    const bytes = readFileSync(shop.path);
    const rootPage = bytes.indexOf(Buffer.from('Ratna 17'));
    bytes.fill(0xff, rootPage - (rootPage % 4096), rootPage - (rootPage % 4096) + 64);
    writeFileSync(shop.path, bytes);
    const damaged = openConnection(shop.path);
    await expect(back({ ...shop, ...damaged }, '2026-06-16T03:00:00.000Z')).rejects.toThrow();
    await damaged.close();
    const folder = join(shop.folder, 'backups');
    expect(await listBackups(folder)).toEqual([good]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('is not listed when it was cut short, lost, or has no manifest', async () => {
    const shop = await filledShop();
    const entries = [await back(shop), await back(shop), await back(shop)];
    const folder = join(shop.folder, 'backups');
    const [cut = '', lost = '', bare = ''] = entries.map((entry) => join(folder, entry.fileName));
    truncateSync(cut, 4096);
    writeFileSync(`${bare}.json`, '{"fileName":');
    writeFileSync(`${lost}.json`, JSON.stringify({ ...entries[1], fileName: 'gone.db' }));
    expect(await listBackups(folder)).toEqual([]);
    expect(existsSync(cut)).toBe(true);
  });
});

describe('rotation', () => {
  const entry = (madeAt: string, cause: BackupEntry['cause']): BackupEntry => ({
    fileName: `${madeAt}-${cause}.db`,
    madeAt,
    cause,
    bytes: 1,
    sha256: '',
    schemaVersion: 1,
    appVersion: '1.0.0',
    customers: 0,
    sales: 0,
  });
  const history = fc
    .array(
      fc.tuple(fc.integer({ min: 0, max: 500 * 24 }), fc.constantFrom(...backupCause.options)),
      {
        maxLength: 120,
      },
    )
    .map((made) =>
      made
        .map(([hoursAgo, cause]) =>
          entry(new Date(Date.parse(at) - hoursAgo * 3_600_000).toISOString(), cause),
        )
        .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
    );

  it('keeps the newest ten, a day for 14, a month for 12, and a month of those before a change', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const dropped = new Set(backupsToDrop(entries, at));
        const kept = entries.filter((each) => !dropped.has(each));
        expect(kept.slice(0, 10)).toEqual(entries.slice(0, 10));
        const days = (list: BackupEntry[]) => [...new Set(list.map((e) => e.madeAt.slice(0, 10)))];
        const months = (list: BackupEntry[]) => [...new Set(list.map((e) => e.madeAt.slice(0, 7)))];
        expect(days(kept).slice(0, 14)).toEqual(days(entries).slice(0, 14));
        expect(months(kept).slice(0, 12)).toEqual(months(entries).slice(0, 12));
        const monthAgo = Date.parse(at) - 30 * 86_400_000;
        for (const each of dropped)
          if (each.cause === 'import' || each.cause === 'migration')
            expect(Date.parse(each.madeAt)).toBeLessThan(monthAgo);
        expect(backupsToDrop(kept, at)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
