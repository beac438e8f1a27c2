import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportProducts } from '#electron/services/exports/products.ts';
import { contract, type Input } from '#shared/contract/index.ts';
import {
  type ImportShop,
  openImportShop,
  type ShopOptions,
} from '#tests/support/shop/import-fixtures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type Request = Pick<Input<'products.export'>, 'format' | 'profile' | 'filter' | 'order'>;

async function exported(shop: ImportShop, request: Request): Promise<string> {
  const path = join(tempFolder(), `products.${request.format}`);
  const input = contract['products.export'].input.parse({ ...request, titles: {} });
  await exportProducts(shop.ctx, input, { path });
  return path;
}

async function filledShop(options: ShopOptions = {}): Promise<ImportShop> {
  const shop = await openImportShop(options);
  shop.connection.raw.exec(`
    INSERT INTO products (name, name_key, sku, category, unit, price_minor, cost_minor, is_active,
      created_at) VALUES
      ('Kopi Gayo 250 g', 'kopi gayo 250 g', 'KG-1', 'Kopi', 'bungkus', 4500000, 3000000, 1, ''),
      ('Teh Melati', 'teh melati', NULL, NULL, NULL, 1250050, NULL, 0, ''),
      ('Gula Aren', 'gula aren', '0012', 'Bahan', 'kg', NULL, 900000, 1, '')`);
  return shop;
}

const facts = `SELECT name, sku, category, unit, price_minor, cost_minor, is_active FROM products
  WHERE deleted_at IS NULL ORDER BY name`;

const ways = (['id', 'en'] as const).flatMap((language) => [
  { language, format: 'csv', profile: 'exact' } as const,
  { language, format: 'csv', profile: 'spreadsheet' } as const,
  { language, format: 'xlsx', profile: 'spreadsheet' } as const,
]);

describe('the products that go out', () => {
  it.each(ways)(
    'come back whole ($language, $format, $profile)',
    async ({ language, ...request }) => {
      const from = await filledShop({ settings: { language } });
      const path = await exported(from, request);
      const into = await openImportShop({ settings: { language } });
      const draft = await into.inspect(path);
      expect(draft.sources[0]?.columns.map(({ field }) => field)).toEqual([
        ...['product.name', 'product.sku', 'product.category', 'product.unit'],
        ...['product.price', 'product.cost', 'product.active'],
      ]);
      const { report } = await into.commit(draft);
      expect([report.counts.wrong, report.products.added]).toEqual([0, 3]);
      expect(into.all(facts)).toEqual(from.all(facts));
      // In their own shop they change nothing.
      const { report: again } = await from.import(path);
      expect(again.products).toEqual({ added: 0, updated: 0, unchanged: 3 });
    },
  );

  it('correct price and standing from a list that says otherwise, and give them back with the import', async () => {
    const shop = await filledShop();
    const before = shop.all(facts);
    const list = 'Nama Barang;Harga Jual;Masih Dijual\nTeh Melati;13.500;ya\nGula Aren;-5;entah\n';
    const { importId } = await shop.import(await shop.file('barang.csv', list));
    const now = shop.all(`SELECT name, price_minor, is_active FROM products ORDER BY name`);
    expect(now).toEqual([
      { name: 'Gula Aren', price_minor: null, is_active: 1 },
      { name: 'Kopi Gayo 250 g', price_minor: 4_500_000, is_active: 1 },
      { name: 'Teh Melati', price_minor: 1_350_000, is_active: 1 },
    ]);
    await shop.undo(importId);
    expect(shop.all(facts)).toEqual(before);
  });

  it('say in a file of sales what was sold, and not what it sells for', async () => {
    const shop = await openImportShop();
    const till =
      'Tanggal;No Nota;Nama Barang;Qty;Harga Jual;Subtotal\n2026-03-05;N1;Kopi;2;10.000;20.000\n';
    await shop.import(await shop.file('kasir.csv', till));
    expect(shop.all('SELECT price_minor FROM products')).toEqual([{ price_minor: null }]);
    expect(shop.all('SELECT unit_price_e4 FROM sale_lines')).toEqual([
      { unit_price_e4: 100_000_000 },
    ]);
  });

  it('are those that the list shows, in its order', async () => {
    const shop = await filledShop();
    const path = await exported(shop, {
      ...{ format: 'csv', profile: 'exact' },
      order: { sort: 'name', descending: false },
      filter: { standing: 'active' },
    });
    const rows = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      'Nama Barang',
      'Gula Aren',
      'Kopi Gayo 250 g',
    ]);
    expect(rows[2]).toBe('Kopi Gayo 250 g,KG-1,Kopi,bungkus,45000,30000,Masih dijual');
  });
});
