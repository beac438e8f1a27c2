import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { createAt, newestVersion } from '#db/file/migrate.ts';
import { rowsOf, salvageFile, wholeShop } from '#tests/support/shop/damaged-shop.ts';
import { fillRandomShop } from '#tests/support/shop/random-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const seeds = process.env['LANGGAN_FULL'] === '1' ? 60 : 6;

it('of a file that is whole every row is read, whatever is in it, and nothing is said to be lost', async () => {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const shop = await wholeShop(seed, 40);
    const { said, rows, raw } = await salvageFile(shop.database);
    for (const [table, some] of shop.rows) expect(rows.get(table), table).toEqual(some);
    for (const { table, saved, lost, left, isAtLeast } of said?.tables ?? [])
      expect([saved, lost, left, isAtLeast], table).toEqual([
        shop.rows.get(table)?.size,
        ...[0, 0, false],
      ]);
    expect(said).toMatchObject({
      partial: 0,
      loosened: 0,
      pages: { unread: 0 },
      version: newestVersion,
    });
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  }
});

it('the last changes are read from the log, up to the last commit that holds together', async () => {
  const { raw, path } = await tempDatabase();
  raw.pragma('wal_checkpoint(TRUNCATE)');
  fillRandomShop(raw, 3);
  const folder = tempFolder();
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `langgan.db${end}`));
  const { said, rows } = await salvageFile(join(folder, 'langgan.db'));
  expect(said?.log).toBe('whole');
  for (const [table, some] of rowsOf(raw)) expect(rows.get(table), table).toEqual(some);
});

it('a file of an earlier version is read as it was then', async () => {
  for (let version = 1; version <= newestVersion; version += 1) {
    const path = join(tempFolder(), 'old.db');
    const old = openConnection(path, { isNew: true });
    createAt(old.raw, version);
    old.raw.exec(`INSERT INTO customers (name, created_at) VALUES ('Ratna', '2026-01-01T00:00:00Z');
      INSERT INTO sales (match_key, sold_on, customer_id, kind, status, total_minor, revenue_minor,
        is_purchase, created_at) VALUES ('k', '2026-01-02', 1, 'sale', 'completed', 5, 5, 1, '2026-01-02T00:00:00Z')`);
    await old.close();
    const { said, raw } = await salvageFile(path);
    expect(said?.version).toBe(version);
    expect(raw.pragma('user_version', { simple: true })).toBe(version);
    expect(raw.prepare('SELECT name FROM customers').pluck().all()).toEqual(['Ratna']);
    expect(raw.prepare('SELECT sold_on, customer_id FROM sales').raw().all()).toEqual([
      ['2026-01-02', 1],
    ]);
  }
});
