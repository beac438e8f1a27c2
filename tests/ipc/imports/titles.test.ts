import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

it('titles in two rows name their columns together, in a new file and after another choice', async () => {
  const lines = [
    'Laporan Penjualan;;;;;;',
    'Tanggal;Pelanggan;;Barang;;;Total',
    ';Nama;No HP;Nama;Qty;Harga;',
    '25/03/2026;Ayu;081234500001;Kopi;2;15000;30000',
    '26/03/2026;Bima;081234500002;Teh;1;8000;8000',
  ];
  const draft = await shop.inspect(await shop.file('a.csv', `${lines.join('\n')}\n`));
  const { id: sourceId, headerRow, rows, columns } = sourceIn(draft);
  expect([headerRow, rows]).toEqual([3, 2]);
  const titles = columns.map(({ header, field }) => `${header}: ${field}`);
  expect(titles).toEqual([
    'Tanggal: sale.date',
    'Pelanggan Nama: customer.name',
    'Pelanggan No HP: customer.phone',
    'Barang Nama: product.name',
    'Barang Qty: line.quantity',
    'Barang Harga: line.unitPrice',
    'Total: line.amount',
  ]);
  const none = await shop.configure(draft, { sourceId, headerRow: null });
  const back = await shop.configure(none, { sourceId, headerRow: 3 });
  expect(sourceIn(back).columns.map(({ header, field }) => `${header}: ${field}`)).toEqual(titles);
  const { report } = await shop.commit(back);
  expect(report).toMatchObject({
    counts: { read: 2, added: 2, wrong: 0 },
    products: { added: 2 },
    money: { exact: '38000' },
  });
});

it('a row that says how to fill in the columns of a template is nobody', async () => {
  const lines = [
    'Nama*;No HP (wajib);Kota',
    'Wajib diisi;Format 08xxx;Opsional',
    'Ayu;081234500001;Bogor',
    'Bima*;081234500002;Depok',
  ];
  const { report } = await shop.import(await shop.file('a.csv', `${lines.join('\n')}\n`));
  expect(report.counts).toMatchObject({ read: 2, added: 2 });
  expect(shop.all('SELECT name FROM customers ORDER BY name')).toEqual([
    { name: 'Ayu' },
    { name: 'Bima*' },
  ]);
});
