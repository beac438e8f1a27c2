import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportProducts } from '#electron/services/exports/products.ts';
import { contract, type Input } from '#shared/contract/index.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type Request = Pick<Input<'products.export'>, 'format' | 'profile' | 'filter' | 'order'>;

async function exported(shop: ImportShop, request: Request): Promise<string> {
  const path = join(tempFolder(), `products.${request.format}`);
  const input = contract['products.export'].input.parse({ ...request, titles: {} });
  await exportProducts(shop.ctx, input, { path });
  return path;
}

async function filledShop(): Promise<ImportShop> {
  const shop = await openImportShop();
  shop.connection.raw.exec(`
    INSERT INTO products (name, name_key, sku, category, unit, price_minor, cost_minor, is_active,
      created_at) VALUES
      ('Kopi Gayo 250 g', 'kopi gayo 250 g', 'KG-1', 'Kopi', 'bungkus', 4500000, 3000000, 1, ''),
      ('Teh Melati', 'teh melati', NULL, NULL, NULL, 1250050, NULL, 0, ''),
      ('Gula Aren', 'gula aren', '0012', 'Bahan', 'kg', NULL, 900000, 1, '')`);
  return shop;
}

describe('the products that go out', () => {
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
    expect(rows[2]).toBe('Kopi Gayo 250 g,KG-1,Kopi,bungkus,45000,30000,Dijual');
  });
});
