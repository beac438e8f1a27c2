import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function bring(name: string, lines: readonly string[]) {
  const draft = await shop.inspect(await shop.file(name, `${lines.join('\n')}\n`));
  const fields = sourceIn(draft).columns.map(({ field }) => field);
  const { report } = await shop.commit(draft);
  const sales = shop.all(
    'SELECT number, status, customer_id AS customer, total_minor / 100 AS goods, shipping_minor / 100 AS shipping FROM sales ORDER BY id',
  );
  return { fields, report, sales };
}

it('orders of Tokopedia keep shipping apart, count none that was called off, and join no masked buyers', async () => {
  const { fields, report, sales } = await bring('tokopedia.csv', [
    'Nomor Invoice,Tanggal Pembayaran,Status Terakhir,Nama Produk,Nomor SKU,Jumlah Produk Dibeli,Harga Jual (IDR),Total Penjualan (IDR),Nama Pembeli,Nomor Telp Pembeli,Biaya Pengiriman Tunai (IDR)',
    'INV/1,05-03-2026 10:00:00,Pesanan Selesai,Kopi Gayo,KP1,2,50000,100000,R***a,628*****37,12000',
    'INV/2,06-03-2026 10:00:00,Dibatalkan Pembeli,Kopi Gayo,KP1,1,50000,50000,B***i,628*****11,9000',
    'INV/3,07-03-2026 10:00:00,Pesanan Selesai,Teh,T1,1,20000,20000,R***a,628*****99,9000',
  ]);
  expect(fields).toEqual([
    ...['sale.number', 'sale.date', 'sale.status', 'product.name', 'product.sku'],
    ...['line.quantity', 'line.unitPrice', 'line.amount'],
    ...['customer.name', 'customer.phone', 'sale.shipping'],
  ]);
  expect(report).toMatchObject({ cancelled: 1, salesWithoutCustomer: 3, customers: { added: 0 } });
  expect(new Set(report.problems.map(({ problem }) => problem))).toEqual(
    new Set(['name-masked', 'phone-masked']),
  );
  expect(sales).toEqual([
    { number: 'INV/1', status: 'completed', customer: null, goods: 100_000, shipping: 12_000 },
    { number: 'INV/2', status: 'cancelled', customer: null, goods: 50_000, shipping: 9000 },
    { number: 'INV/3', status: 'completed', customer: null, goods: 20_000, shipping: 9000 },
  ]);
});

it('orders of WooCommerce know their buyers, and a refund as goods that came back', async () => {
  const { fields, report, sales } = await bring('woocommerce.csv', [
    'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Phone (Billing),Email (Billing),Order Shipping Amount,Order Total Amount,SKU,Item Name,Quantity,Item Cost',
    '1001,completed,2026-03-05 10:00,Ratna,Kusuma,081255500137,ratna@contoh.id,12000,112000,KP1,Kopi Gayo,2,50000',
    '1002,refunded,2026-03-06 10:00,Budi,Hartono,081900011122,budi@contoh.id,9000,59000,KP1,Kopi Gayo,1,50000',
    '1003,cancelled,2026-03-07 10:00,Budi,Hartono,081900011122,budi@contoh.id,9000,59000,KP1,Kopi Gayo,1,50000',
  ]);
  expect(fields).toEqual([
    ...['sale.number', 'sale.status', 'sale.date', 'customer.name', 'customer.name'],
    ...['customer.phone', 'customer.email', 'sale.shipping', 'sale.total'],
    ...['product.sku', 'product.name', 'line.quantity', 'line.unitPrice'],
  ]);
  expect(report).toMatchObject({ cancelled: 1, customers: { added: 2 }, witness: [] });
  expect(sales).toEqual([
    { number: '1001', status: 'completed', customer: 1, goods: 100_000, shipping: 12_000 },
    { number: '1002', status: 'returned', customer: 2, goods: 50_000, shipping: 9000 },
    { number: '1003', status: 'cancelled', customer: 2, goods: 50_000, shipping: 9000 },
  ]);
});
