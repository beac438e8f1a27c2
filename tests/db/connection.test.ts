import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const promised = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  temp_store: 2,
  busy_timeout: 5000,
};

describe('every connection', () => {
  it.each([{ readonly: false }, { readonly: true }])('keeps its promises: %o', async (options) => {
    const { path } = await tempDatabase();
    const { raw, close } = openConnection(path, options);
    const found = Object.keys(promised).map((name) => [name, raw.pragma(name, { simple: true })]);
    expect(Object.fromEntries(found)).toEqual(promised);
    await close();
    expect(raw.open).toBe(false);
  });

  it('has a SQLite without the WAL bug, and search tables that overwrite what is deleted', async () => {
    const { raw } = await tempDatabase();
    const version = String(raw.prepare('SELECT sqlite_version()').pluck().get());
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
    for (const table of ['customer_words', 'customer_parts']) {
      const secure = raw.prepare(`SELECT v FROM ${table}_config WHERE k = 'secure-delete'`);
      expect(secure.pluck().get()).toBe(1);
    }
  });

  it('a reader cannot write, by whatever way', async () => {
    const { path, raw } = await tempDatabase();
    addCustomer(raw, { name: 'Ani' });
    const reader = openConnection(path, { readonly: true });
    await expect(sql`DELETE FROM customers`.execute(reader.db)).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    await reader.close();
    expect(raw.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(1);
  });

  it('kysely and the bare handle share one transaction', async () => {
    const { raw, db } = await tempDatabase();
    const failed = db.transaction().execute(async (transaction) => {
      addCustomer(raw, { name: 'Ani' });
      expect(await transaction.selectFrom('customers').select('name').execute()).toHaveLength(1);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(raw.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(0);
  });

  it('says that the disk is full where SQLite has ended the transaction by itself', async () => {
    const { raw, db } = await tempDatabase();
    raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true }))}`);
    const setting = { key: 'shopName', value: JSON.stringify('x'.repeat(100_000)) };
    const write = () =>
      db.transaction().execute((within) => within.insertInto('settings').values(setting).execute());
    await expect(write()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(raw.inTransaction).toBe(false);
    raw.pragma('max_page_count = 10000');
    await write();
    expect(await db.selectFrom('settings').selectAll().execute()).toEqual([setting]);
  });

  it('a customer that is removed takes figures and search text along', async () => {
    const { raw } = await tempDatabase();
    const id = addCustomer(raw, { name: 'Ratna' });
    addCustomer(raw, { name: 'Budi' });
    finishShop(raw);
    raw.prepare('DELETE FROM customers WHERE id = ?').run(id);
    const found = raw.prepare('SELECT rowid FROM customer_words WHERE customer_words MATCH ?');
    expect(found.all('ratna')).toEqual([]);
    expect(found.all('budi')).toHaveLength(1);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
