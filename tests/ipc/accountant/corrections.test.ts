import { expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { BatchId, CustomerId, ProductId, SaleId } from '#shared/ids.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { lockPeriod, periodRows } from '#tests/support/shop/locked-shop.ts';

const april = { from: '2026-04-01', to: '2026-04-30' };

type Corrected = NonNullable<Input<'accountant.correct'>['corrected']>;
type Line = Corrected['lines'][number];

function line(parts: Partial<Line> = {}): Line {
  return { productId: 1 as ProductId, quantityE4: 10_000, unitPriceE4: 50_000_000, ...parts };
}

/** In rupiah with sen: a taxed April sale on account of two lines, a cancelled one, and a return. */
async function lockedShop(): Promise<DirectShop> {
  const shop = await directShop();
  const { raw } = shop;
  for (const name of ['Ratna', 'Budi']) addCustomer(raw, { name });
  const sale = addSale(raw, {
    customerId: 1,
    soldOn: '2026-04-10',
    revenueMinor: 900,
    number: 'A-1',
  });
  addLine(raw, sale, 'Kopi', 700);
  addLine(raw, sale, 'Teh', 299);
  raw.exec(`UPDATE sales SET is_on_account = 1, due_on = '2026-05-10', tax_mode = 'inclusive', total_minor = 999,
      tax_minor = 99, shipping_minor = 25, payment_method = 'Tempo' WHERE id = 1;
    UPDATE sale_lines SET tax_rate_e4 = 1100, tax_minor = 69 WHERE id = 1;
    UPDATE sale_lines SET tax_rate_e4 = 1100, tax_minor = 30 WHERE id = 2;`);
  const cancelled = { soldOn: '2026-04-11', revenueMinor: 50, status: 'cancelled' } as const;
  addSale(raw, { customerId: 2, ...cancelled });
  addSale(raw, { customerId: 2, soldOn: '2026-04-12', revenueMinor: -40, kind: 'return' });
  addSale(raw, { customerId: 2, soldOn: '2026-05-01', revenueMinor: 5 });
  finishShop(raw);
  lockPeriod(raw, april);
  return shop;
}

function correct(shop: DirectShop, saleId: number, corrected: Corrected | null = null) {
  return shop.ask('accountant.correct', { saleId: saleId as SaleId, corrected });
}

function saleOf({ raw }: DirectShop, id: number | null) {
  return raw.prepare('SELECT * FROM sales WHERE id = ?').get(id) as Record<string, unknown>;
}

function linesOf({ raw }: DirectShop, id: number | null) {
  return raw
    .prepare(
      `SELECT product_id, quantity_e4, unit_price_e4, discount_minor, amount_minor, tax_rate_e4, tax_minor
       FROM sale_lines WHERE sale_id = ? ORDER BY position`,
    )
    .raw()
    .all(id);
}

function figures({ raw }: DirectShop) {
  return raw
    .prepare('SELECT purchases, revenue_minor FROM customer_figures ORDER BY customer_id')
    .raw()
    .all();
}

it('a locked sale is taken back today as a whole, by its own signs, and stays as it is', async () => {
  const shop = await lockedShop();
  const before = periodRows(shop.raw, april);
  const { returnId, saleId, batchId } = await correct(shop, 1);
  expect(saleId).toBe(null);
  expect(saleOf(shop, returnId)).toMatchObject({
    ...{ sold_on: '2026-06-15', kind: 'return', status: 'completed', return_of: 1, number: null },
    ...{
      customer_id: 1,
      total_minor: -999,
      revenue_minor: -900,
      tax_minor: -99,
      shipping_minor: -25,
    },
    ...{ is_purchase: 0, is_on_account: 1, tax_mode: 'inclusive', payment_method: 'Tempo' },
  });
  expect(linesOf(shop, returnId)).toEqual([
    [1, -10_000, 70_000, 0, -700, 1100, -69],
    [2, -10_000, 29_900, 0, -299, 1100, -30],
  ]);
  expect(periodRows(shop.raw, april)).toEqual(before);
  expect(figures(shop)).toEqual([
    [1, 0],
    [1, -35],
  ]);
  const undone = await shop.ask('history.undo', { batchId });
  expect(undone).toMatchObject({ undone: 3, kept: [], deed: 'saleCorrected', label: 'A-1' });
  expect(saleOf(shop, returnId)).toBeUndefined();
});

it('and is sold anew as it should have been: for whom, what, for how much, tax and account as before', async () => {
  const shop = await lockedShop();
  const lines = [
    line({ taxRateE4: 1100 }),
    line({ productId: null, quantityE4: 5000, discountMinor: 1000 }),
  ];
  const corrected = {
    customerId: 2 as CustomerId,
    discountMinor: 100_000,
    shippingMinor: 7,
    lines,
  };
  const { returnId, saleId } = await correct(shop, 1, corrected);
  expect(saleOf(shop, returnId)).toMatchObject({ customer_id: 1, total_minor: -999 });
  // Rp 5.000,00 and half of it less Rp 10; of Rp 1.000 off two thirds are the first line's.
  const [first, second] = [500_000, 249_000];
  const left = first - Math.round((100_000 * first) / (first + second));
  const tax = Math.round((left * 11) / 111);
  expect(saleOf(shop, saleId)).toMatchObject({
    ...{ sold_on: '2026-06-15', kind: 'sale', number: 'A-1', customer_id: 2, return_of: null },
    ...{
      total_minor: 649_000,
      tax_minor: tax,
      revenue_minor: 649_000 - tax,
      discount_minor: 100_000,
    },
    ...{ shipping_minor: 7, is_purchase: 1, is_on_account: 1, due_on: '2026-05-10' },
  });
  expect(linesOf(shop, saleId)).toEqual([
    [1, 10_000, 50_000_000, 0, first, 1100, tax],
    [null, 5000, 50_000_000, 1000, second, 0, 0],
  ]);
});

it('a return is taken back by a sale that is no purchase; what brought nothing is not taken back', async () => {
  const shop = await lockedShop();
  const back = await correct(shop, 3);
  expect(saleOf(shop, back.returnId)).toMatchObject({
    ...{ kind: 'sale', total_minor: 40, revenue_minor: 40, is_purchase: 0, return_of: 3 },
  });
  await expect(correct(shop, 2)).rejects.toMatchObject({
    error: { code: 'CONFLICT', reason: 'sale-brought-nothing' },
  });
  const anew = await correct(shop, 2, { customerId: null, lines: [line()] });
  expect(anew.returnId).toBe(null);
  expect(saleOf(shop, anew.saleId)).toMatchObject({ total_minor: 500_000, customer_id: null });
});

it('names again whom and what it named, also where that lies in the trash by now', async () => {
  const shop = await lockedShop();
  shop.raw.exec(`UPDATE customers SET deleted_at = created_at WHERE id = 1;
    UPDATE products SET deleted_at = created_at WHERE id = 2`);
  const begun = await shop.ask('accountant.lockedSale', { saleId: 1 as SaleId });
  expect(begun).toMatchObject({
    ...{ lock: { id: 1, ...april }, number: 'A-1', soldOn: '2026-04-10', customerId: 1 },
    ...{ customerName: 'Ratna', taxMode: 'inclusive', totalMinor: 999, shippingMinor: 25 },
    ...{ hasBrought: true, hasReturns: false },
  });
  expect(begun?.lines.map(({ product, amountMinor }) => [product, amountMinor])).toEqual([
    ['Kopi', 700],
    ['Teh', 299],
  ]);
  const lines = (begun?.lines ?? []).map(({ productId, unitPriceE4, taxRateE4 }) =>
    line({ productId, unitPriceE4: unitPriceE4 ?? 0, taxRateE4 }),
  );
  const { saleId } = await correct(shop, 1, { customerId: 1 as CustomerId, lines });
  expect(saleOf(shop, saleId)).toMatchObject({ customer_id: 1, total_minor: 999 });
  expect(await shop.ask('accountant.lockedSale', { saleId: 1 as SaleId })).toMatchObject({
    hasReturns: true,
  });
  for (const id of [4, saleId ?? 0, 99])
    expect(await shop.ask('accountant.lockedSale', { saleId: id as SaleId }), `${id}`).toBe(null);
  expect(await shop.ask('accountant.lockedSale', { saleId: 2 as SaleId })).toMatchObject({
    hasBrought: false,
  });
});

it('says why it does not, and writes nothing', async () => {
  const shop = await lockedShop();
  shop.raw.exec('UPDATE customers SET deleted_at = created_at WHERE id = 2');
  const count = () => shop.raw.prepare('SELECT count(*) FROM sales').pluck().get();
  const before = count();
  const lines = [line({ productId: 99 as ProductId }), line({ discountMinor: 1_000_000 })];
  const inTransaction = async (work: () => Promise<unknown>) => {
    shop.raw.exec('BEGIN');
    try {
      return await work();
    } finally {
      shop.raw.exec('ROLLBACK');
    }
  };
  for (const [saleId, corrected, error] of [
    [99, null, { code: 'NOT_FOUND', entity: 'sale' }],
    [4, null, { code: 'CONFLICT', reason: 'sale-not-locked' }],
    [
      1,
      { customerId: 2 as CustomerId, lines },
      {
        code: 'VALIDATION',
        issues: [
          { path: 'corrected.customerId', problem: 'no-such-customer' },
          { path: 'corrected.lines.0.productId', problem: 'no-such-product' },
          { path: 'corrected.lines.1.discountMinor', problem: 'discount-above-amount' },
        ],
      },
    ],
  ] as const)
    await expect(
      inTransaction(() => correct(shop, saleId, corrected as Corrected | null)),
    ).rejects.toMatchObject({ error });
  expect(count()).toBe(before);
  await correct(shop, 1);
  await expect(correct(shop, 1)).rejects.toMatchObject({
    error: { code: 'CONFLICT', reason: 'sale-partly-returned' },
  });
});

it('an undo that reaches into a locked period is refused as a whole', async () => {
  const shop = await lockedShop();
  shop.raw.exec("UPDATE period_locks SET unlocked_at = 'x'");
  lockPeriod(shop.raw, { from: '2026-03-01', to: '2026-04-10' });
  const { batchId } = await correct(shop, 1);
  shop.raw.exec('UPDATE period_locks SET unlocked_at = NULL');
  lockPeriod(shop.raw, { from: '2026-06-01', to: '2026-06-30' });
  const before = periodRows(shop.raw, { from: '2026-06-01', to: '2026-06-30' });
  await expect(shop.ask('history.undo', { batchId: batchId as BatchId })).rejects.toThrow(
    'PERIOD_LOCKED 2026-06-01 2026-06-30',
  );
  expect(periodRows(shop.raw, { from: '2026-06-01', to: '2026-06-30' })).toEqual(before);
});
