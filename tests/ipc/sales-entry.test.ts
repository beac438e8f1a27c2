import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

type Facts = Input<'sales.create'>['facts'];

let shop: DirectShop;
let ratna: number;

beforeEach(async () => {
  shop = await directShop();
  ratna = addCustomer(shop.raw, { name: 'Ratna Kusuma', phones: ['+6281234567890'] });
  finishShop(shop.raw);
});

function line(name: string, quantity: number, price: number, parts: object = {}) {
  return {
    ...{ productId: null, name, quantityE4: quantity * 10_000, unitPriceE4: price * 10_000 },
    ...parts,
  };
}

function facts(parts: Partial<Facts> = {}): Facts {
  return {
    number: null,
    soldOn: today,
    customerId: null,
    lines: [line('Kopi', 1, 68_000)],
    ...parts,
  };
}

function row(sql: string, ...values: unknown[]) {
  return shop.raw.prepare(sql).get(...values) as Record<string, unknown>;
}

/** What a customer owes by the definition: what stands on account and counts, less the payments. */
function owedBy(customerId: number): number {
  return Number(
    shop.raw
      .prepare(
        `SELECT coalesce((SELECT sum(total_minor) FROM sales WHERE customer_id = @id
           AND is_on_account = 1 AND deleted_at IS NULL AND status IN ('completed', 'processing')), 0)
         - coalesce((SELECT sum(amount_minor) FROM payments WHERE customer_id = @id
           AND deleted_at IS NULL), 0)`,
      )
      .pluck()
      .get({ id: customerId }),
  );
}

const undo = ({ batchId }: { readonly batchId: number }) =>
  shop.ask('history.undo', { batchId: batchId as never });

const mine = { customerId: 1 as never };

describe('a sale that is written down', () => {
  it('stands with its number, its time, its product and its price', async () => {
    const { id, number } = await shop.ask('sales.create', {
      facts: facts({ paymentMethod: 'Tunai' }),
      isNumbered: true,
    });
    expect(number).toBe('INV-202606-0001');
    expect(row('SELECT * FROM sales WHERE id = ?', id)).toMatchObject({
      ...{ number, sold_on: today, sold_at: `${today}T10:00`, customer_id: null, kind: 'sale' },
      ...{ match_key: `n|${number}|${today}`, total_minor: 6_800_000, revenue_minor: 6_800_000 },
      ...{ is_purchase: 1, payment_method: 'Tunai', is_on_account: 0, import_id: null },
    });
    expect(row('SELECT name, name_key, price_minor FROM products')).toEqual({
      ...{ name: 'Kopi', name_key: 'kopi', price_minor: 6_800_000 },
    });
    const again = await shop.ask('sales.create', { facts: facts(), isNumbered: true });
    expect(again.number).toBe('INV-202606-0002');
    expect(row('SELECT count(*) AS n FROM products')).toEqual({ n: 1 });
  });

  it('comes with somebody new, is partly paid, and counts for them', async () => {
    const { id, batchId } = await shop.ask('sales.create', {
      facts: facts({ isOnAccount: true, dueOn: '2026-06-29', paymentMethod: 'QRIS' }),
      newCustomer: { name: 'Bagas', phone: '0813 1111 2222' },
      paidMinor: 2_000_000,
    });
    const { customer_id: who } = row('SELECT customer_id FROM sales WHERE id = ?', id);
    expect(row('SELECT value FROM contact_points WHERE customer_id = ?', who)).toEqual({
      value: '+6281311112222',
    });
    expect(
      row('SELECT purchases, revenue_minor FROM customer_figures WHERE customer_id = ?', who),
    ).toEqual({ purchases: 1, revenue_minor: 6_800_000 });
    expect(owedBy(Number(who))).toBe(4_800_000);
    expect(row('SELECT sale_id, amount_minor FROM payment_parts')).toEqual({
      ...{ sale_id: id, amount_minor: 2_000_000 },
    });
    expect((await shop.ask('history.undo', { batchId })).deed).toBe('saleWritten');
    for (const table of ['sales', 'sale_lines', 'payments', 'payment_parts', 'products'])
      expect([table, row(`SELECT count(*) AS n FROM ${table}`).n]).toEqual([table, 0]);
    expect(row('SELECT count(*) AS n FROM customers')).toEqual({ n: 1 });
  });

  it('has tax by the shop, and revenue without it', async () => {
    const taxed = (taxMode: 'inclusive' | 'exclusive') =>
      facts({ taxMode, lines: [line('Teh', 1, 111_000, { taxRateE4: 1100 })] });
    const columns = 'total_minor, tax_minor, revenue_minor';
    const within = await shop.ask('sales.create', { facts: taxed('inclusive') });
    expect(row(`SELECT ${columns} FROM sales WHERE id = ?`, within.id)).toEqual({
      ...{ total_minor: 11_100_000, tax_minor: 1_100_000, revenue_minor: 10_000_000 },
    });
    const onTop = await shop.ask('sales.create', { facts: taxed('exclusive') });
    expect(row(`SELECT ${columns} FROM sales WHERE id = ?`, onTop.id)).toEqual({
      ...{ total_minor: 12_321_000, tax_minor: 1_221_000, revenue_minor: 11_100_000 },
    });
  });

  it.each([
    [
      'a line without a name',
      { lines: [line('', 1, 5)] },
      {},
      'facts.lines.0.name',
      'line-nameless',
    ],
    [
      'more than any sale comes to',
      { lines: [line('Kopi', 100_000_000, 9_000_000)] },
      ...[{}, 'facts.lines.0.unitPriceE4', 'too-large'],
    ],
    [
      'lines that come to more together than any sale does',
      { lines: [line('Kopi', 10_000, 9_000_000), line('Teh', 10_000, 9_000_000)] },
      ...[{}, 'facts.lines', 'too-large'],
    ],
    [
      'a discount beyond its line',
      { lines: [line('Kopi', 1, 5, { discount: { kind: 'amount', minor: 501 } })] },
      ...[{}, 'facts.lines.0.discount', 'discount-above-amount'],
    ],
    [
      'a discount beyond the sale',
      { discount: { kind: 'amount', minor: 6_800_001 } },
      ...[{}, 'facts.discount', 'discount-above-amount'],
    ],
    ['all of it paid', { isOnAccount: true }, { paidMinor: 6_800_000 }, 'paidMinor', 'paid-beyond'],
    ['nobody', { customerId: 99 }, {}, 'facts.customerId', 'no-such-customer'],
    [
      'a product that is not there',
      { lines: [line('Kopi', 1, 5, { productId: 99 })] },
      ...[{}, 'facts.lines.0.name', 'no-such-product'],
    ],
  ] as const)('is refused with %s', async (_, parts, more, path, problem) => {
    const asked = shop.ask('sales.create', { facts: facts(parts as never), ...(more as object) });
    await expect(asked).rejects.toMatchObject({ error: { issues: [{ path, problem }] } });
  });

  it('keeps a number to one sale a day', async () => {
    await shop.ask('sales.create', { facts: facts({ number: 'K-7' }) });
    await expect(
      shop.ask('sales.create', { facts: facts({ number: 'k-7' }) }),
    ).rejects.toMatchObject({
      error: { issues: [{ path: 'facts.number', problem: 'sale-number-taken' }] },
    });
    await shop.ask('sales.create', { facts: facts({ number: 'K-7', soldOn: '2026-06-14' }) });
  });
});

describe('the next number', () => {
  it('is the one after the last, begins anew with the month, and skips what is taken', async () => {
    const number = async (soldOn: string) => (await shop.ask('sales.draft', { soldOn })).number;
    addSale(shop.raw, {
      customerId: null,
      soldOn: today,
      revenueMinor: 1,
      number: 'INV-202606-0041',
    });
    addSale(shop.raw, { customerId: null, soldOn: today, revenueMinor: 1, number: 'X-9' });
    expect(await number(today)).toBe('INV-202606-0042');
    expect(await number('2026-07-01')).toBe('INV-202607-0001');
    shop.raw.transaction(() => {
      for (let n = 0; n < 600; n += 1)
        addSale(shop.raw, { customerId: null, soldOn: today, revenueMinor: 1, number: `Y-${n}` });
      for (let n = 1; n < 4; n += 1)
        shop.raw.exec(`UPDATE sales SET number = 'INV-202606-000${n}' WHERE id = ${n + 2}`);
    })();
    expect(await number(today)).toBe('INV-202606-0004');
  });
});

describe('a sale that is changed', () => {
  it('is what was written, with its products, and goes back by undo', async () => {
    const { id } = await shop.ask('sales.create', {
      facts: facts({
        ...{ ...mine, number: 'K-1', isOnAccount: true },
        lines: [line('Kopi', 2, 50_000), line('Teh', 1, 10_000)],
        discount: { kind: 'percent', e4: 100_000 },
      }),
    });
    const { facts: seen, customerName } = await shop.ask('sales.facts', { id });
    expect([customerName, seen.discount]).toEqual([
      'Ratna Kusuma',
      { kind: 'amount', minor: 1_100_000 },
    ]);
    const [first] = seen.lines;
    if (first === undefined) throw new Error('no line');
    const { batchId } = await shop.ask('sales.update', {
      ...{ id, expected: seen },
      facts: { ...seen, lines: [{ ...first, quantityE4: 30_000 }], discount: null },
    });
    expect(row('SELECT total_minor, revenue_minor FROM sales WHERE id = ?', id)).toEqual({
      ...{ total_minor: 15_000_000, revenue_minor: 15_000_000 },
    });
    expect(row('SELECT revenue_minor FROM customer_figures')).toEqual({
      revenue_minor: 15_000_000,
    });
    await expect(
      shop.ask('sales.update', { id, expected: seen, facts: seen }),
    ).rejects.toMatchObject({ error: { reason: 'changed-meanwhile' } });
    expect((await shop.ask('history.undo', { batchId })).deed).toBe('saleChanged');
    expect((await shop.ask('sales.facts', { id })).facts).toEqual(seen);
  });

  it('that a file brought without a price keeps what it came to', async () => {
    const id = addSale(shop.raw, { customerId: 1, soldOn: today, revenueMinor: 1000 });
    addLine(shop.raw, id, 'Kopi', 1000);
    shop.raw.exec('UPDATE sale_lines SET quantity_e4 = 30000');
    const { facts: seen } = await shop.ask('sales.facts', { id: id as never });
    await shop.ask('sales.update', {
      id: id as never,
      expected: seen,
      facts: { ...seen, note: 'a' },
    });
    expect(row('SELECT total_minor FROM sales')).toEqual({ total_minor: 1000 });
    expect(row('SELECT amount_minor FROM sale_lines')).toEqual({ amount_minor: 1000 });
  });

  it('brings nothing once it is cancelled, and is gone in the trash', async () => {
    const { id } = await shop.ask('sales.create', { facts: facts({ ...mine, isOnAccount: true }) });
    expect(owedBy(ratna)).toBe(6_800_000);
    const cancelled = await shop.ask('sales.cancel', { id });
    expect([
      owedBy(ratna),
      row('SELECT revenue_minor FROM customer_figures').revenue_minor,
    ]).toEqual([0, 0]);
    await expect(shop.ask('sales.cancel', { id })).rejects.toMatchObject({
      error: { reason: 'sale-cancelled' },
    });
    expect((await undo(cancelled)).deed).toBe('saleCancelled');
    const removed = await shop.ask('sales.remove', { id });
    expect((await shop.ask('sales.list', {})).rows).toEqual([]);
    await expect(shop.ask('sales.remove', { id })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect((await undo(removed)).deed).toBe('saleTrashed');
    expect((await shop.ask('sales.list', {})).rows).toHaveLength(1);
    const delivered = await shop.ask('sales.deliver', { id, deliveredOn: today });
    expect((await shop.ask('sales.around', { id })).deliveredOn).toBe(today);
    expect((await undo(delivered)).deed).toBe('saleDelivered');
  });
});

describe('goods that come back', () => {
  const three = () => ({
    ...mine,
    taxMode: 'inclusive' as const,
    lines: [
      line('Kopi', 3, 33_333, { taxRateE4: 1100 }),
      line('Teh', 1, 10_001, { taxRateE4: 1100 }),
    ],
    discount: { kind: 'amount' as const, minor: 100_001 },
  });

  async function sold(parts: Partial<Facts>, paidMinor = 0) {
    const { id } = await shop.ask('sales.create', { facts: facts(parts), paidMinor });
    const { lines } = await shop.ask('sales.around', { id });
    const back = (quantities: readonly number[], isOnAccount: boolean) =>
      shop.ask('sales.return', {
        ...{ id, returnedOn: today, isOnAccount, method: 'Tunai' },
        lines: quantities.flatMap((quantity, index) =>
          quantity === 0
            ? []
            : [{ lineId: lines[index]?.lineId ?? 0, quantityE4: quantity * 10_000 }],
        ),
      });
    return { id, back };
  }

  it('come, one after the other, to what they were sold for, with its discount and its tax', async () => {
    const { id, back } = await sold(three());
    for (const step of [
      [1, 0],
      [1, 1],
      [1, 0],
    ])
      await back(step, false);
    const whole = row('SELECT total_minor, tax_minor, revenue_minor FROM sales WHERE id = ?', id);
    const returned = row(
      `SELECT -sum(total_minor) AS total_minor, -sum(tax_minor) AS tax_minor,
         -sum(revenue_minor) AS revenue_minor FROM sales WHERE return_of = ?`,
      id,
    );
    expect(returned).toEqual(whole);
    const lines = row(
      'SELECT sum(quantity_e4) AS quantity, sum(amount_minor) AS amount FROM sale_lines',
    );
    expect(lines).toEqual({ quantity: 0, amount: 0 });
    expect((await shop.ask('sales.around', { id })).lines.map(({ leftE4 }) => leftE4)).toEqual([
      0, 0,
    ]);
    await expect(back([1, 0], false)).rejects.toMatchObject({
      error: { issues: [{ path: 'lines.0.quantityE4', problem: 'more-than-left' }] },
    });
    expect(row('SELECT revenue_minor, purchases FROM customer_figures')).toEqual({
      ...{ revenue_minor: 0, purchases: 1 },
    });
    await expect(shop.ask('sales.remove', { id })).rejects.toMatchObject({
      error: { reason: 'sale-has-returns' },
    });
  });

  it('are taken off what is owed, and the rest is paid back', async () => {
    const { back } = await sold(
      { ...mine, isOnAccount: true, lines: [line('Kopi', 4, 100)] },
      25_000,
    );
    expect(await back([1], true)).toMatchObject({ totalMinor: 10_000, paidBackMinor: 0 });
    expect(owedBy(ratna)).toBe(5_000);
    const over = await back([2], true);
    expect(over).toMatchObject({ totalMinor: 20_000, paidBackMinor: 15_000 });
    expect(owedBy(ratna)).toBe(0);
    expect(row('SELECT amount_minor, method FROM payments WHERE amount_minor < 0')).toEqual({
      ...{ amount_minor: -15_000, method: 'Tunai' },
    });
    expect((await undo(over)).deed).toBe('saleReturned');
    expect(owedBy(ratna)).toBe(5_000);
  });

  it('of a sale that was settled on its day are paid back, and never before it', async () => {
    const { id, back } = await sold(mine);
    await expect(back([1], true)).rejects.toMatchObject({
      error: { reason: 'sale-not-on-account' },
    });
    const returned = await back([1], false);
    const around = await shop.ask('sales.around', { id: returned.id });
    expect(around.returnOf).toEqual({ id, number: null, soldOn: today });
    expect((await shop.ask('sales.around', { id })).returns).toEqual([
      { id: returned.id, number: null, soldOn: today, totalMinor: -6_800_000 },
    ]);
    await expect(shop.ask('sales.facts', { id: returned.id })).rejects.toMatchObject({
      error: { reason: 'sale-is-return' },
    });
    const early = { id, returnedOn: '2026-06-14', lines: [{ lineId: 1, quantityE4: 1 }] };
    await expect(shop.ask('sales.return', { ...early, isOnAccount: false })).rejects.toMatchObject({
      error: { issues: [{ path: 'returnedOn', problem: 'before-sale' }] },
    });
  });
});

describe('what the entry screen shows beside', () => {
  it('is the day by how it was paid', async () => {
    await shop.ask('sales.create', { facts: facts({ paymentMethod: 'Tunai' }) });
    await shop.ask('sales.create', {
      facts: facts({ paymentMethod: 'QRIS', lines: [line('Teh', 2, 50_000)] }),
    });
    const owed = facts({ ...mine, isOnAccount: true, lines: [line('Teh', 1, 3)] });
    await shop.ask('sales.create', { facts: owed });
    await shop.ask('sales.create', { facts: facts({ soldOn: '2026-06-14' }) });
    expect(await shop.ask('sales.draft', { soldOn: today })).toMatchObject({
      count: 3,
      totalMinor: 16_800_300,
      methods: [
        { method: 'QRIS', isOnAccount: false, totalMinor: 10_000_000 },
        { method: 'Tunai', isOnAccount: false, totalMinor: 6_800_000 },
        { method: null, isOnAccount: true, totalMinor: 300 },
      ],
    });
  });

  it('offers products by name or code, at their price or what they were last sold at', async () => {
    await shop.ask('sales.create', {
      facts: facts({ lines: [line('Kopi Gayo', 1, 60), line('Gula Kopi', 1, 20)] }),
    });
    await shop.ask('sales.create', { facts: facts({ lines: [line('Kopi Gayo', 1, 65)] }) });
    shop.raw.exec("UPDATE products SET price_minor = NULL, sku = 'KG' WHERE name = 'Kopi Gayo'");
    const named = await shop.ask('products.find', { text: 'kopi' });
    expect(named.map(({ name, unitPriceE4 }) => [name, unitPriceE4])).toEqual([
      ['Kopi Gayo', 650_000],
      ['Gula Kopi', 200_000],
    ]);
    const coded = await shop.ask('products.find', { text: 'kg' });
    expect(coded.map(({ name }) => name)).toEqual(['Kopi Gayo']);
    shop.raw.exec('UPDATE products SET is_active = 0');
    expect(await shop.ask('products.find', { text: 'kopi' })).toEqual([]);
  });
});
