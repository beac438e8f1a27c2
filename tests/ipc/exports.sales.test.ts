import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportSales } from '#electron/services/exports/sales.ts';
import { contract, type Input } from '#shared/contract/index.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const till = `Tanggal;Jam;No Nota;Status;Nama Pelanggan;No HP;Nama Produk;SKU;Qty;Harga Satuan;Diskon Barang;Subtotal;Diskon Nota;Ongkos Kirim;Metode Pembayaran
2026-03-05;10:15;N1;Selesai;Ayu Lestari;081234500001;Kopi Gayo;KG;2;45.000;5.000;85.000;10.000;12.000;QRIS
2026-03-05;10:15;N1;Selesai;Ayu Lestari;081234500001;Teh Melati;TM;1,5;20.000;;30.000;;;QRIS
2026-03-06;;N2;Dibatalkan;Bima;;Kopi Gayo;KG;1;45.000;;45.000;;;Tunai
2026-03-07;;N3;Diproses;;;Teh Melati;TM;3;20.000;;60.000;;;
2026-03-08;;R1;Selesai;Ayu Lestari;081234500001;Teh Melati;TM;-1;20.000;;-20.000;;;Tunai
`;

const facts = `
  SELECT s.number, s.sold_on, s.sold_at, s.kind, s.status, s.discount_minor, s.shipping_minor,
    s.total_minor, s.revenue_minor, s.is_purchase, s.payment_method, coalesce(g.name, '-') AS buyer,
    (SELECT json_group_array(json_array(p.name, p.sku, l.quantity_e4, l.unit_price_e4,
      l.discount_minor, l.amount_minor)) FROM sale_lines l LEFT JOIN products p ON p.id = l.product_id
      WHERE l.sale_id = s.id ORDER BY l.position) AS lines
  FROM sales s LEFT JOIN customers g ON g.id = s.customer_id ORDER BY s.number`;

async function filledShop(): Promise<ImportShop> {
  const shop = await openImportShop();
  const { report } = await shop.import(await shop.file('kasir.csv', till));
  expect([report.counts.wrong, report.sales.added]).toEqual([0, 4]);
  return shop;
}

type Request = Pick<Input<'sales.export'>, 'format' | 'profile' | 'filter'>;

async function exported(shop: ImportShop, request: Request): Promise<string> {
  const path = join(tempFolder(), `sales.${request.format}`);
  const input = contract['sales.export'].input.parse({ ...request, titles: {} });
  await exportSales(shop.ctx, input, { path });
  return path;
}

const requests = [
  { format: 'csv', profile: 'exact' },
  { format: 'csv', profile: 'spreadsheet' },
  { format: 'xlsx', profile: 'spreadsheet' },
] as const;

describe('the sales that go out', () => {
  it.each(requests)('come back whole into an empty shop ($format, $profile)', async (request) => {
    const from = await filledShop();
    const into = await openImportShop();
    const draft = await into.inspect(await exported(from, request));
    expect(draft.sources[0]?.columns.map(({ field }) => field)).not.toContain('ignore');
    const { report } = await into.commit(draft);
    expect(report.counts.wrong).toBe(0);
    expect(into.all(facts)).toEqual(from.all(facts));
  });

  it.each(requests)('change nothing in their own shop ($format, $profile)', async (request) => {
    const shop = await filledShop();
    const before = shop.all(facts);
    const { report } = await shop.commit(await shop.inspect(await exported(shop, request)));
    expect(report.sales).toMatchObject({ added: 0, updated: 0 });
    expect(shop.all(facts)).toEqual(before);
  });

  it('say what belongs to a sale as a whole once, so that the columns add up', async () => {
    const path = await exported(await filledShop(), { format: 'csv', profile: 'exact' });
    const [titles = [], ...rows] = readFileSync(path, 'utf8')
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const sum = (title: string) =>
      rows.reduce((total, row) => total + Number(row[titles.indexOf(title)]), 0);
    expect([sum('Subtotal'), sum('Diskon Nota'), sum('Ongkos Kirim')]).toEqual([
      85_000 + 30_000 + 45_000 + 60_000 - 20_000,
      10_000,
      12_000,
    ]);
  });

  it('are those that the list shows', async () => {
    const from = await filledShop();
    const into = await openImportShop();
    const filter = { search: 'kopi' };
    await into.import(await exported(from, { format: 'csv', profile: 'exact', filter }));
    expect(into.all('SELECT number FROM sales ORDER BY number')).toEqual([
      { number: 'N1' },
      { number: 'N2' },
    ]);
  });
});
