import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { exactTable, packPlace, sumOf } from '#tests/support/shop/pack-files.ts';

const period = { from: '2026-04-01', to: '2026-04-30' };
const at = '2026-01-01T00:00:00.000Z';
/** More than two pages of everything that a period can have many of, most of it on one day. */
const many = 1200;

function fill({ raw }: DirectShop): void {
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})`;
  raw.exec(`
    INSERT INTO customers (id, name, name_key, created_at)
      ${numbers} SELECT i, 'Ratna ' || i, 'ratna ' || i, '${at}' FROM n;
    INSERT INTO products (id, name, name_key, created_at) VALUES (1, 'Kopi', 'kopi', '${at}');
    INSERT INTO sales (id, match_key, number, sold_on, customer_id, kind, status, total_minor,
        revenue_minor, is_purchase, is_on_account, created_at)
      ${numbers} SELECT i, i, CASE WHEN i % 7 = 0 THEN 'N-7' ELSE 'N-' || i END,
        CASE WHEN i % 3 = 0 THEN '2026-04-02' ELSE '2026-04-01' END, i, 'sale', 'completed', i * 100,
        i * 100, 1, 1, '${at}' FROM n;
    INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, unit_price_e4, amount_minor)
      SELECT id, 0, 1, 10000, total_minor * 100, total_minor FROM sales;
    INSERT INTO payments (id, customer_id, paid_on, amount_minor, created_at)
      ${numbers} SELECT i, i, '2026-04-02', 30, '${at}' FROM n;
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor)
      SELECT id, id, 20 FROM payments;
    INSERT INTO complaints (id, number, channel, severity, title, state, received_at, answer_due_at,
        resolution_due_at, created_at)
      VALUES (1, 'K-1', 'visit', 'light', 'Basi', 'received', '${at}', '${at}', '${at}', '${at}');
    INSERT INTO compensations (complaint_id, kind, amount_minor, cost_minor, given_on, is_within_authority)
      ${numbers} SELECT 1, 'refund', 5, 0, '2026-04-01', 1 FROM n;`);
}

/** The same connection, telling how many rows each statement brings into memory at once. */
function counting(shop: DirectShop, brought: number[]): ReadHandle {
  const prepare = shop.raw.prepare.bind(shop.raw);
  const seen = new Proxy(shop.raw, {
    get: (target, key) => {
      if (key !== 'prepare') return Reflect.get(target, key);
      return (text: string) => {
        const statement = prepare(text);
        const { all } = statement;
        statement.all = (...values: unknown[]) => {
          const rows = all.apply(statement, values);
          brought.push(rows.length);
          return rows;
        };
        return statement;
      };
    },
  });
  return new Kysely({ dialect: new SqliteDialect({ database: seen }) }) as unknown as ReadHandle;
}

test('however much a period holds, a page of it is read at a time, and nothing is lost between pages', async () => {
  const shop = await directShop();
  fill(shop);
  const brought: number[] = [];
  const db = counting(shop, brought);
  const files = { excel: false, csv: true, pdf: true, journal: true };
  const templates = ['mekari-jurnal-invoice', 'general-journal', 'customers'];
  const packOf = async () => {
    shop.prepared = packPlace();
    const made = await shop.ask('accountant.makePack', { period, files, templates }, db);
    if (made === null) throw new Error('no pack');
    return made;
  };
  const { path, templates: written } = await packOf();
  const sales = exactTable(path, 'penjualan');
  expect(sales).toHaveLength(many);
  expect(new Set(sales.map((row) => row['Nama Pelanggan'])).size).toBe(many);
  expect(exactTable(path, 'pembayaran')).toHaveLength(many);
  expect(exactTable(path, 'retur-ganti-rugi')).toHaveLength(many);
  // Sales with what is left of them, and what each payment has over.
  const owed = exactTable(path, 'piutang');
  expect(owed).toHaveLength(2 * many);
  expect(sumOf(owed, 'Piutang')).toBe((many * (many + 1) * 100) / 2 - many * 30);
  expect(written.map(({ rows }) => rows)).toEqual([many, 2 * many + 2 * many + 2 * many, many]);
  const { rows } = await shop.ask('accountant.packs', {}, db);
  expect(rows[0]).toMatchObject({ entries: 3 * many, since: { changes: 0 } });
  shop.raw.exec(
    'UPDATE sales SET total_minor = total_minor + 1, revenue_minor = revenue_minor + 1',
  );
  expect(exactTable((await packOf()).path, 'perubahan')).toHaveLength(many);
  expect(brought.length).toBeGreaterThan(100);
  expect(Math.max(...brought)).toBe(500);
});
