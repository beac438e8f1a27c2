import { expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import type { WriteContext } from '#electron/context.ts';
import { createSale } from '#electron/services/sales/create.ts';
import { contract, type Input } from '#shared/contract/index.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

type Facts = Input<'sales.create'>['facts'];

async function write(shop: ImportShop, facts: Facts) {
  const { db, raw } = shop.connection;
  const { settings } = await readSettings(db);
  const ctx = { ...shop.ctx, db, raw, settings, today: '2026-06-15' } as unknown as WriteContext;
  return createSale(ctx, contract['sales.create'].input.parse({ facts }));
}

const kopi = {
  ...{ productId: null, name: 'Kopi', quantityE4: 20_000, unitPriceE4: 100_000_000 },
  taxRateE4: 1100,
};
const titles = 'No Nota;Tanggal;Nama Pelanggan;No HP;Nama Barang;Jumlah;Harga Satuan\n';
const named = `${titles}K-1;15/06/2026;Ani;081234567890;Kopi;2;10.000\n`;
const nameless = `${titles}K-1;15/06/2026;;;Kopi;2;10.000\n`;

it.each([
  ['on top', 'exclusive', 2_220_000, 2_000_000],
  ['within', 'inclusive', 2_000_000, 1_801_802],
  ['none', 'none', 2_000_000, 2_000_000],
] as const)('a file finds a sale written by hand by number and day, tax %s', async (...given) => {
  const [, taxMode, total, revenue] = given;
  const shop = await openImportShop();
  const sale = { number: 'K-1', soldOn: '2026-06-15', customerId: null, lines: [kopi], taxMode };
  await write(shop, sale);
  const before = shop.all('SELECT * FROM sales');
  expect(before).toMatchObject([{ total_minor: total, revenue_minor: revenue }]);
  await shop.import(await shop.file('kasir.csv', nameless));
  expect(shop.all('SELECT * FROM sales')).toEqual(before);
  await shop.import(await shop.file('nama.csv', named));
  expect(shop.all('SELECT customer_id, total_minor, revenue_minor FROM sales')).toEqual([
    { customer_id: 1, total_minor: total, revenue_minor: revenue },
  ]);
  await shop.import(await shop.file('lagi.csv', nameless));
  expect(shop.one('SELECT count(*) FROM sales')).toBe(1);
  expect(shop.one('SELECT count(*) FROM sale_lines')).toBe(1);
  await shop.close();
});
