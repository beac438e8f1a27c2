import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function bring(name: string, lines: readonly string[]) {
  return (await shop.import(await shop.file(name, `${lines.join('\n')}\n`))).report;
}

const shopee = [
  'No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Harga Setelah Diskon,Jumlah,Username (Pembeli),Nama Penerima,No. Telepon',
  '260305A1,Selesai,2026-03-05 10:00,Kopi Gayo,KP1,50.000,2,ratna_k,R***a,******37',
  '260306A2,Selesai,2026-03-06 10:00,Teh,T1,20.000,1,ratna_k,R***a,******37',
  '260307A3,Selesai,2026-03-07 10:00,Teh,T1,20.000,1,budi88,R***a,******37',
  '260308A4,Selesai,2026-03-08 10:00,Teh,T1,20.000,3,a****i,R***a,******37',
  '260309A5,Selesai,2026-03-09 10:00,Teh,T1,20.000,1,,R***a,******37',
];
const tiktok = [
  'Order ID,Order Status,Order Substatus,Seller SKU,Product Name,Quantity,SKU Unit Original Price,Created Time,Buyer Username,Recipient,Phone #',
  '5771,Completed,Completed,KP1,Kopi Gayo,1,50000,25/03/2026 10:00:00,ratna_k,R***a,(+62)812*****37',
];

const codes = () =>
  shop.all(
    `SELECT c.name, i.scheme, i.value, count(s.id) AS sales, sum(s.total_minor) / 100 AS total
     FROM customers c JOIN customer_identifiers i ON i.customer_id = c.id
     LEFT JOIN sales s ON s.customer_id = c.id GROUP BY c.id ORDER BY c.id`,
  );

it('a buyer is known by the user name on that platform, and by nothing that is masked', async () => {
  const report = await bring('shopee.csv', shopee);
  expect(codes()).toEqual([
    { name: 'ratna_k', scheme: 'shopee username', value: 'ratna_k', sales: 2, total: 120_000 },
    { name: 'budi88', scheme: 'shopee username', value: 'budi88', sales: 1, total: 20_000 },
  ]);
  expect(report).toMatchObject({ salesWithoutCustomer: 2, customers: { added: 2 } });
  expect(shop.one('SELECT sum(total_minor) / 100 FROM sales')).toBe(220_000);
  expect(shop.one('SELECT count(*) FROM contact_points')).toBe(0);
});

it('who is called otherwise now is found by the user name, and the same file changes nothing', async () => {
  await bring('shopee.csv', shopee);
  shop.connection.raw.exec(
    "UPDATE customers SET name = 'Ratna Kusuma', name_key = 'ratna kusuma' WHERE name = 'ratna_k'",
  );
  const later = shopee.map((row) => row.replace('260305A1', '260405B1').replace('03-05', '04-05'));
  const report = await bring('shopee-april.csv', later);
  expect(report.customers.added).toBe(0);
  expect(codes()).toMatchObject([
    { value: 'ratna_k', sales: 3 },
    { value: 'budi88', sales: 1 },
  ]);
});

it('the same user name on another platform is somebody else', async () => {
  await bring('shopee.csv', shopee);
  await bring('tiktok.csv', tiktok);
  expect(codes()).toMatchObject([
    { scheme: 'shopee username', value: 'ratna_k', sales: 2 },
    { scheme: 'shopee username', value: 'budi88', sales: 1 },
    { scheme: 'tiktok username', value: 'ratna_k', sales: 1, total: 50_000 },
  ]);
});
