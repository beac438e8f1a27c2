import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCopy, hashFile, listBackups, makeBackup } from '#db/file/backup.ts';
import { backupsToDrop } from '#db/file/backup-rotation.ts';
import { openConnection } from '#db/file/client.ts';
import { migrations } from '#db/migrations/index.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { backupCause } from '#shared/contract/backups.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';
const request = { appVersion: '1.0.0', timeZone: 'Asia/Jakarta' };

function back(shop: TempDatabase, madeAt = at) {
  const folder = join(shop.folder, 'backups');
  return makeBackup(shop.raw, { ...request, folder, cause: 'manual', at: madeAt });
}

async function filledShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  shop.raw.transaction(() => {
    for (let count = 0; count < 300; count += 1) addCustomer(shop.raw, { name: `Ratna ${count}` });
  })();
  finishShop(shop.raw);
  return shop;
}

describe('a copy', () => {
  it('is whole, checked, hashed and listed; nothing else is left in the folder', async () => {
    const shop = await filledShop();
    addSale(shop.raw, { customerId: 1, soldOn: '2026-06-01', revenueMinor: 100 });
    const folder = join(shop.folder, 'backups');
    const entry = await makeBackup(shop.raw, { ...request, folder, cause: 'import', at });
    const path = join(folder, 'langgan-2026-06-15T03-00-00-000Z-import.db');
    const counted = { customers: 300, sales: 1, schemaVersion: migrations.length };
    expect(entry).toEqual({
      fileName: 'langgan-2026-06-15T03-00-00-000Z-import.db',
      madeAt: at,
      cause: 'import',
      bytes: statSync(path).size,
      sha256: await hashFile(path),
      appVersion: '1.0.0',
      ...counted,
    });
    expect(await checkCopy(path)).toEqual(counted);
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

  it('of broken references is not made', async () => {
    const shop = await filledShop();
    shop.raw.pragma('foreign_keys = OFF');
    shop.raw.exec("INSERT INTO customer_tags (customer_id, tag) VALUES (999, 'vip')");
    await expect(back(shop)).rejects.toThrow('broken references');
    expect(readdirSync(join(shop.folder, 'backups'))).toEqual([]);
  });

  it('is found out when an index of it is not that of its rows', async () => {
    const shop = await filledShop();
    const path = join(shop.folder, 'backups', (await back(shop)).fileName);
    const copy = openConnection(path);
    copy.raw.unsafeMode(true);
    copy.raw.pragma('writable_schema = ON');
    copy.raw.exec(`UPDATE sqlite_schema SET sql = replace(sql, 'name_key', 'name')
      WHERE name = 'customers_name'`);
    await copy.close();
    await expect(checkCopy(path)).rejects.toThrow('integrity_check');
  });

  it('lets the oldest beyond ten of a day go, with what is said of it, and comes newest first', async () => {
    const shop = await tempDatabase();
    const folder = join(shop.folder, 'backups');
    const made: BackupEntry[] = [];
    for (let minute = 10; minute < 22; minute += 1)
      made.unshift(await back(shop, `2026-06-15T03:${minute}:00.000Z`));
    const left = made.slice(0, 10);
    expect(await listBackups(folder)).toEqual(left);
    expect(readdirSync(folder).sort()).toEqual(
      left.flatMap(({ fileName }) => [fileName, `${fileName}.json`]).sort(),
    );
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
  const beforeChange = ['import', 'undo', 'migration', 'bulk', 'restore'];
  const newestFirst = (a: BackupEntry, b: BackupEntry) => (a.madeAt < b.madeAt ? 1 : -1);
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
  /** Jakarta is seven hours ahead, and always was in these years. */
  const inJakarta = (madeAt: string) => new Date(Date.parse(madeAt) + 7 * 3_600_000).toISOString();
  const history = fc
    .array(
      fc.tuple(
        // A month ago to the hour, too.
        fc.oneof(fc.integer({ min: 0, max: 500 * 24 }), fc.constantFrom(30 * 24, 31 * 24)),
        fc.constantFrom(...backupCause.options),
      ),
      { maxLength: 120 },
    )
    .map((made) =>
      made
        .map(([hoursAgo, cause]) =>
          entry(new Date(Date.parse(at) - hoursAgo * 3_600_000).toISOString(), cause),
        )
        .sort(newestFirst),
    );

  it('keeps the newest ten, a day for 14, a month for 12, and a month of those before a change; no more', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const newestOfEach = (length: number, many: number) =>
          [...Map.groupBy(entries, (each) => inJakarta(each.madeAt).slice(0, length)).values()]
            .slice(0, many)
            .flatMap(([newest]) => newest ?? []);
        const monthAgo = new Date(Date.parse(at) - 30 * 86_400_000).toISOString();
        const kept = new Set([
          ...entries.slice(0, 10),
          ...newestOfEach('2026-06-15'.length, 14),
          ...newestOfEach('2026-06'.length, 12),
          ...entries.filter(
            ({ cause, madeAt }) => beforeChange.includes(cause) && madeAt >= monthAgo,
          ),
        ]);
        expect(backupsToDrop(entries, at, 'Asia/Jakarta')).toEqual(
          entries.filter((each) => !kept.has(each)),
        );
        expect(backupsToDrop([...kept].sort(newestFirst), at, 'Asia/Jakarta')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
