import { beforeEach, describe, expect, it } from 'vitest';
import type { ProductFacts } from '#shared/contract/products/page.ts';
import type { AppError } from '#shared/errors.ts';
import type { ProductId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const id = 1 as ProductId;
const facts: ProductFacts = {
  name: 'Kopi Gayo',
  sku: 'KG',
  category: 'Kopi',
  unit: 'bungkus',
  priceMinor: 4_500_000,
  costMinor: 3_000_000,
  isActive: true,
};

/** Lines of the one product: quantities and sums that differ from each other, so that none stands for another. */
const sold = [
  { who: 1, on: '2025-11-03', e4: 20_000, minor: 8_000_000 },
  { who: 1, on: '2026-03-04', e4: 30_000, minor: 12_600_000 },
  { who: 2, on: '2026-03-20', e4: 5_000, minor: 2_300_000 },
  { who: null, on: '2026-03-25', e4: 70_000, minor: 31_500_000 },
  { who: 3, on: '2026-05-02', e4: 110_000, minor: 50_000_000 },
  { who: 1, on: '2026-05-09', e4: 10_000, minor: 4_100_000, kind: 'return' },
  { who: 2, on: '2026-05-10', e4: 40_000, minor: 16_000_000, status: 'cancelled' },
  { who: 2, on: '2027-01-01', e4: 50_000, minor: 17_000_000 },
] as const;
type Sold = (typeof sold)[number];
const counted = sold.filter((one) => !('status' in one) && one.on <= today);
const isReturn = (one: Sold) => 'kind' in one;
const sum = (rows: readonly Sold[], of: 'e4' | 'minor') =>
  rows.reduce((total, row) => total + row[of], 0);

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  const { raw } = shop;
  raw.exec('BEGIN');
  for (const name of ['Ratna', 'Bagas', 'Sinta']) addCustomer(raw, { name });
  raw.exec("UPDATE customers SET deleted_at = '2026-06-01' WHERE id = 3");
  await shop.ask('products.create', facts);
  for (const { who, on, e4, minor, ...more } of sold) {
    const sign = 'kind' in more ? -1 : 1;
    const parts = { customerId: who, soldOn: on, revenueMinor: sign * minor, ...more };
    raw
      .prepare(
        `INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, amount_minor)
         VALUES (?, 0, 1, ?, ?)`,
      )
      .run(addSale(raw, parts), e4, sign * minor);
  }
  finishShop(raw);
  raw.exec('COMMIT');
});

async function refused(run: Promise<unknown>): Promise<AppError> {
  return run.then(
    () => expect.fail('it was taken'),
    (error: { error: AppError }) => error.error,
  );
}

describe('what a product is', () => {
  it('says what was written down, its guarantee, and what was merged into it', async () => {
    const policy = { productId: id, months: 6, covers: 'biji' };
    await shop.ask('guarantee.savePolicy', { id: null, policy });
    expect(await shop.ask('products.get', { id })).toMatchObject({
      ...{ id, facts, deletedAt: null, importId: null, mergedInto: null, spellings: [] },
      policies: [{ policy }],
    });
  });

  it('is changed where nobody was quicker, and the change can be taken back', async () => {
    const next = { ...facts, name: 'Kopi Gayo Super', priceMinor: 5_000_000, isActive: false };
    const { batchId } = await shop.ask('products.update', { id, facts: next, expected: facts });
    expect((await shop.ask('products.get', { id })).facts).toEqual(next);
    expect((await shop.ask('search.find', { text: 'super' })).products).toHaveLength(1);
    expect(
      await refused(shop.ask('products.update', { id, facts: next, expected: facts })),
    ).toEqual({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    const undone = await shop.ask('history.undo', { batchId });
    expect([undone.deed, undone.label]).toEqual(['productChanged', 'Kopi Gayo Super']);
    expect((await shop.ask('products.get', { id })).facts).toEqual(facts);
  });

  it('has a name and a code of its own', async () => {
    const issues = async (more: Partial<ProductFacts>) => {
      const error = await refused(shop.ask('products.create', { name: 'Teh', ...more }));
      return error.code === 'VALIDATION' ? error.issues : error;
    };
    expect(await issues({ name: 'kopi  GAYO' })).toEqual([
      { path: 'name', problem: 'product-name-taken' },
    ]);
    expect(await issues({ sku: 'KG' })).toEqual([{ path: 'sku', problem: 'product-code-taken' }]);
    expect(await issues({ name: '–' })).toEqual([{ path: 'name', problem: 'product-name' }]);
    // Its own name is no other's.
    await shop.ask('products.update', { id, facts: { ...facts, unit: 'kg' }, expected: facts });
  });

  it('goes to the trash, and what was sold of it goes on naming it', async () => {
    const { batchId, sales } = await shop.ask('products.remove', { id });
    expect(sales).toBe(sold.length);
    expect((await shop.ask('products.list', {})).rows).toEqual([]);
    expect((await shop.ask('sales.get', { id: 1 as never })).lines[0]?.product).toBe(facts.name);
    expect(await refused(shop.ask('products.remove', { id }))).toMatchObject({ code: 'NOT_FOUND' });
    const undone = await shop.ask('history.undo', { batchId });
    expect(undone.deed).toBe('productTrashed');
    expect((await shop.ask('products.list', {})).rows).toHaveLength(1);
  });
});

describe('what a product brought', () => {
  it('is what its lines come to that count up to today', async () => {
    const [out, back] = [counted.filter((one) => !isReturn(one)), counted.filter(isReturn)];
    const revenueMinor = sum(out, 'minor') - sum(back, 'minor');
    const kept = (sum(out, 'e4') - sum(back, 'e4')) / 10_000;
    expect(await shop.ask('products.figures', { id })).toMatchObject({
      sales: out.length,
      soldE4: sum(out, 'e4'),
      returnedE4: sum(back, 'e4'),
      soldMinor: sum(out, 'minor'),
      returnedMinor: sum(back, 'minor'),
      revenueMinor,
      averageMinor: Math.round(sum(out, 'minor') / (sum(out, 'e4') / 10_000)),
      profitMinor: revenueMinor - kept * 3_000_000,
      firstSoldOn: '2025-11-03',
      lastSoldOn: '2026-05-02',
    });
    const [row] = (await shop.ask('products.list', {})).rows;
    expect(row).toMatchObject({ revenueMinor, lastSoldOn: '2026-05-02' });
    expect(row?.quantityE4).toBe(kept * 10_000);
  });

  it('says no profit where the cost is not known', async () => {
    await shop.ask('products.update', {
      id,
      facts: { ...facts, costMinor: null },
      expected: facts,
    });
    expect((await shop.ask('products.figures', { id })).profitMinor).toBeNull();
  });

  it('has as many complaints per 100 as the complaint report says', async () => {
    const complain = (receivedAt: string) =>
      shop.ask('complaints.create', {
        ...{ channel: 'visit', title: 'Apek', words: 'Bau', productId: id },
        receivedAt,
      });
    for (const on of [
      '2025-06-30T16:00',
      '2025-06-30T18:00',
      '2026-03-01T03:00',
      '2026-06-15T02:00',
    ])
      await complain(`${on}:00.000Z`);
    const { complaints } = await shop.ask('products.figures', { id });
    const { defects } = await shop.ask('complaints.report', { from: '2026-01-01', to: today });
    const same = defects.find(({ productId }) => productId === id);
    // The first is of June in Jakarta, and so outside the twelve months.
    expect(complaints).toEqual({
      from: '2025-07-01',
      defects: 3,
      soldE4: 235_000,
      per100: expect.closeTo((3 * 100) / 23.5, 9),
    });
    expect(same?.defects).toBe(complaints.defects);
    expect(same?.per100).toBeCloseTo(complaints.per100 ?? 0, 9);
  });

  it('was bought by those, the best first, and by some whom nobody named', async () => {
    const { buyers, count, nameless } = await shop.ask('products.buyers', { id });
    const of = (who: number | null) => {
      const mine = counted.filter((one) => one.who === who);
      const [out, back] = [mine.filter((one) => !isReturn(one)), mine.filter(isReturn)];
      return {
        sales: out.length,
        quantityE4: sum(out, 'e4') - sum(back, 'e4'),
        revenueMinor: sum(out, 'minor') - sum(back, 'minor'),
      };
    };
    expect(buyers).toEqual([
      { customerId: 3, name: 'Sinta', isInTrash: true, lastSoldOn: '2026-05-02', ...of(3) },
      { customerId: 1, name: 'Ratna', isInTrash: false, lastSoldOn: '2026-03-04', ...of(1) },
      { customerId: 2, name: 'Bagas', isInTrash: false, lastSoldOn: '2026-03-20', ...of(2) },
    ]);
    expect([count, nameless]).toEqual([3, of(null)]);
    const first = await shop.ask('products.buyers', { id, limit: 1 });
    expect([first.buyers.length, first.count]).toEqual([1, 3]);
  });

  it('had those prices and costs, and was really sold for these', async () => {
    shop.day = '2026-06-20';
    const dearer = { ...facts, priceMinor: 5_100_000 };
    await shop.ask('products.update', { id, facts: dearer, expected: facts });
    await shop.ask('products.update', { id, facts: { ...dearer, unit: 'kg' }, expected: dearer });
    shop.day = '2026-06-25';
    const last = { ...dearer, unit: 'kg', costMinor: 3_300_000 };
    await shop.ask('products.update', { id, facts: last, expected: { ...dearer, unit: 'kg' } });
    const { set, months } = await shop.ask('products.history', { id });
    const at = (day: string) => ({ at: `${day}T03:00:00.000Z`, isImported: false });
    expect(set).toEqual([
      { ...at(today), priceMinor: 4_500_000, costMinor: 3_000_000 },
      { ...at('2026-06-20'), priceMinor: 5_100_000, costMinor: 3_000_000 },
      { ...at('2026-06-25'), priceMinor: 5_100_000, costMinor: 3_300_000 },
    ]);
    expect(months).toEqual(
      ['2025-11', '2026-03', '2026-05'].map((month) => {
        const mine = counted.filter((one) => !isReturn(one) && one.on.startsWith(month));
        const each = mine.map(({ minor, e4 }) => minor / (e4 / 10_000));
        return {
          month,
          soldE4: sum(mine, 'e4'),
          averageMinor: Math.round(sum(mine, 'minor') / (sum(mine, 'e4') / 10_000)),
          lowMinor: Math.round(Math.min(...each)),
          highMinor: Math.round(Math.max(...each)),
        };
      }),
    );
  });
});
