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

const sales = () =>
  shop.all(
    'SELECT number, kind, status, total_minor / 100 AS total, revenue_minor / 100 AS revenue FROM sales ORDER BY id',
  );
const revenue = () => shop.one('SELECT sum(revenue_minor) / 100 FROM sales');

const shopify = [
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Phone,Refunded Amount',
  '#1001,ratna@contoh.id,paid,IDR,120000,12000,0,132000,0,2026-03-05 10:00:00 +0700,2,Kopi Gayo,50000,KP1,Ratna Kusuma,081255500137,0',
  '#1001,ratna@contoh.id,,,,,,,,2026-03-05 10:00:00 +0700,1,Teh,20000,T1,,,',
  '#1002,budi@contoh.id,partially_refunded,IDR,100000,9000,0,109000,0,2026-03-06 10:00:00 +0700,2,Kopi Gayo,50000,KP1,Budi Hartono,081900011122,50000',
  '#1003,budi@contoh.id,refunded,IDR,20000,9000,0,29000,0,2026-03-07 10:00:00 +0700,1,Teh,20000,T1,Budi Hartono,081900011122,29000',
];
const ofShopify = [
  { number: '#1001', kind: 'sale', status: 'completed', total: 120_000, revenue: 120_000 },
  { number: '#1002', kind: 'sale', status: 'completed', total: 50_000, revenue: 50_000 },
  { number: '#1003', kind: 'sale', status: 'returned', total: 20_000, revenue: 0 },
];

it('what Shopify says was refunded is taken off its order, once however often the file comes', async () => {
  const report = await bring('shopify.csv', shopify);
  expect(sales()).toEqual(ofShopify);
  expect(report).toMatchObject({ partlyReturned: 1, witness: [], notTaken: { gaps: [] } });
  expect(report.money.exact).toBe(String(120_000 + 50_000 + 20_000));
  const again = await bring('shopify.csv', shopify);
  expect(again.counts).toMatchObject({ added: 0, updated: 0 });
  expect(again.sales).toMatchObject({ added: 0, updated: 0 });
  const more = shopify.map((row) => row.replace(',081900011122,50000', ',081900011122,60000'));
  await bring('shopify.csv', more);
  expect(revenue()).toBe(120_000 + 40_000);
});

it('an order of WooCommerce refunded in part keeps the rest, one refunded whole came back', async () => {
  const report = await bring('woocommerce.csv', [
    'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Phone (Billing),Email (Billing),Order Shipping Amount,Order Refund Amount,Order Total Amount,SKU,Item Name,Quantity,Item Cost',
    '1001,completed,2026-03-05 10:00,Ratna,Kusuma,081255500137,ratna@contoh.id,12000,0,132000,KP1,Kopi Gayo,2,50000',
    '1001,completed,2026-03-05 10:00,Ratna,Kusuma,081255500137,ratna@contoh.id,12000,0,132000,T1,Teh,1,20000',
    '1002,completed,2026-03-06 10:00,Budi,Hartono,081900011122,budi@contoh.id,9000,30000,129000,KP1,Kopi Gayo,2,50000',
    '1002,completed,2026-03-06 10:00,Budi,Hartono,081900011122,budi@contoh.id,9000,30000,129000,T1,Teh,1,20000',
    '1003,completed,2026-03-07 10:00,Budi,Hartono,081900011122,budi@contoh.id,9000,59000,59000,KP1,Kopi Gayo,1,50000',
  ]);
  expect(sales()).toMatchObject([
    { number: '1001', status: 'completed', revenue: 120_000 },
    { number: '1002', status: 'completed', revenue: 120_000 - 30_000 },
    { number: '1003', status: 'returned', revenue: 0 },
  ]);
  expect(report.witness).toEqual([]);
});

it('rows below zero are returns, and cancelled orders with their refund count nothing', async () => {
  await bring('tiktok.csv', [
    'Order ID,Order Status,Order Substatus,Seller SKU,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal After Discount,Order Amount,Order Refund Amount,Created Time,Buyer Username',
    '5771,Completed,Completed,KP1,Kopi Gayo,2,50000,100000,109000,0,25/03/2026 10:00:00,ratna.k',
    '5772,Completed,Completed,KP1,Kopi Gayo,2,50000,100000,109000,50000,26/03/2026 10:00:00,budi88',
    '5773,Canceled,Canceled,KP1,Kopi Gayo,1,50000,50000,59000,59000,27/03/2026 10:00:00,budi88',
  ]);
  expect(sales()).toMatchObject([{ revenue: 100_000 }, { revenue: 50_000 }, { revenue: 0 }]);
  const report = await bring('woo-rows.csv', [
    'order_id,status,date_created,customer_name,email,product,qty,total',
    '1001,completed,2026-03-05,Ratna,ratna@contoh.id,Kopi,2,100000',
    '1002,completed,2026-03-06,Ratna,ratna@contoh.id,Kopi,-1,-50000',
  ]);
  expect(report.returns).toBe(1);
  expect(revenue()).toBe(150_000 + 50_000);
});
