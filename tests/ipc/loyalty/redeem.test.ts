import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import { recountPoints } from '#tests/support/loyalty/recount-points.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const rule: Input<'loyalty.setRule'>['rule'] = {
  ...{ fromOn: addDays(today, -60), spendMinor: 10_000, points: 1, worthMinor: 700 },
};
const ratna = 1 as CustomerId;

let shop: DirectShop;

/** Ratna bought for 90,000 minor units thirty days ago, and for 80,000 ten days ago: 17 points. */
beforeEach(async () => {
  shop = await directShop();
  for (const name of ['Ratna', 'Budi']) addCustomer(shop.raw, { name });
  for (const [days, revenueMinor] of [
    [30, 90_000],
    [10, 80_000],
  ] as const)
    addSale(shop.raw, { customerId: 1, soldOn: addDays(today, -days), revenueMinor });
  finishShop(shop.raw);
  await shop.ask('loyalty.setRule', { rule });
  await shop.ask('loyalty.addReward', { name: 'Gelas', points: 9 });
  await shop.ask('loyalty.addReward', { name: 'Teh', points: 4 });
});

type Facts = Partial<Input<'sales.create'>['facts']>;

function sell(
  redeem: Input<'sales.create'>['redeem'],
  facts: Facts = {},
  more: Partial<Input<'sales.create'>> = {},
) {
  const line = { productId: null, name: 'Kopi', quantityE4: 20_000, unitPriceE4: 1_500_000 };
  return shop.ask('sales.create', {
    facts: { soldOn: today, customerId: ratna, lines: [line], ...facts },
    ...{ redeem, ...more },
  });
}

const balance = async (customerId: CustomerId = ratna) => {
  const { balance: points } = await shop.ask('loyalty.ledger', { customerId });
  expect(points).toBe(recountPoints(shop.raw, customerId, shop.day).balance);
  return points;
};
const saleOf = (id: number) =>
  shop.raw
    .prepare('SELECT total_minor, discount_minor, revenue_minor, tax_minor FROM sales WHERE id = ?')
    .get(id) as Record<string, number>;
const conflict = (reason: string) => ({ error: { code: 'CONFLICT', reason } });
const issue = (path: string, problem: string) => ({
  error: { code: 'VALIDATION', issues: [{ path, problem }] },
});

describe('points that are spent with a sale', () => {
  it('are a discount of it, so that its total, what is owed and the books agree, and earn none', async () => {
    expect(await shop.ask('loyalty.atSale', { customerId: ratna, soldOn: today })).toEqual({
      ...{ balance: 17, pointMinor: 700 },
      rewards: [expect.objectContaining({ name: 'Teh' }), expect.objectContaining({ points: 9 })],
    });
    const discount = { kind: 'percent', e4: 100_000 } as const;
    const { id } = await sell({ points: 10 }, { discount, isOnAccount: true, shippingMinor: 500 });
    // Two at 15,000 less 10 % less 10 points of 700 each.
    const total = 30_000 - 3000 - 7000;
    expect(saleOf(id)).toMatchObject({ total_minor: total, discount_minor: 10_000 });
    // Of 20,000 two points, and ten of them gone.
    expect(await balance()).toBe(17 - 10 + 2);
    const owed = await shop.ask('accountant.figures', { from: today, to: today });
    expect(owed.figures.closing.minor).toBe(total + 500);
    expect(owed.figures.discounts.minor).toBe(10_000);
    expect(owed.figures.points?.points).toBe(9);
    const around = await shop.ask('sales.around', { id });
    expect(around.pointsSpent).toEqual([{ points: 10, reward: '', worthMinor: 7000 }]);
  });

  it('come off before tax, like any other discount', async () => {
    const { id } = await sell(
      { points: 10 },
      {
        taxMode: 'exclusive',
        lines: [
          {
            productId: null,
            name: 'Teh',
            quantityE4: 10_000,
            unitPriceE4: 2_000_000,
            taxRateE4: 1000,
          },
        ],
      },
    );
    expect(saleOf(id)).toMatchObject({
      revenue_minor: 13_000,
      tax_minor: 1300,
      total_minor: 14_300,
    });
  });

  it('earn none where the price before discounts counts, also when part of it comes back', async () => {
    const before = { ...rule, fromOn: addDays(today, -1), isBeforeDiscount: true };
    await shop.ask('loyalty.setRule', { rule: before, rewrites: true });
    const { id } = await sell({ points: 14 });
    // 30,000 less 9,800 by points: two points.
    expect(await balance()).toBe(17 - 14 + 2);
    const lineId = shop.raw
      .prepare('SELECT id FROM sale_lines WHERE sale_id = ?')
      .pluck()
      .get(id) as number;
    const lines = [{ lineId, quantityE4: 10_000 }];
    await shop.ask('sales.return', { id, lines, returnedOn: today, isOnAccount: false });
    // 15,000 less 4,900 by points are left of it: one point goes.
    expect(await balance()).toBe(17 - 14 + 1);
  });

  it('buy a reward with it, and the sale stays what it is', async () => {
    const { rewards } = await shop.ask('loyalty.programme', {});
    const { id } = await sell({ points: 3, rewardId: rewards[1]?.id as number });
    expect(saleOf(id)).toMatchObject({ total_minor: 30_000 - 2100, discount_minor: 2100 });
    expect(await balance()).toBe(17 - 3 - 9 + 2);
    const { pointsSpent } = await shop.ask('sales.around', { id });
    expect(pointsSpent.map(({ reward, points }) => [reward, points])).toEqual([
      ['', 3],
      ['Gelas', 9],
    ]);
  });

  it('are given back with the sale: undone, called off, in the trash and out of it', async () => {
    const sold = await sell({ points: 10 });
    expect(await balance()).toBe(17 - 10 + 2);
    await shop.ask('history.undo', { batchId: sold.batchId });
    expect(await balance()).toBe(17);
    expect(shop.raw.prepare('SELECT count(*) FROM loyalty_entries').pluck().get()).toBe(0);
    for (const channel of ['sales.cancel', 'sales.remove'] as const) {
      const { id } = await sell({ points: 10 });
      const gone = await shop.ask(channel, { id });
      expect(await balance()).toBe(17);
      await shop.ask('history.undo', { batchId: gone.batchId });
      expect(await balance()).toBe(17 - 10 + 2);
      await shop.ask(channel, { id });
    }
  });
});

describe('points are refused with a sale', () => {
  const lines = () =>
    shop.raw
      .prepare('SELECT (SELECT count(*) FROM sales), (SELECT count(*) FROM batches)')
      .raw()
      .get();

  it.each([
    ['more than there are', { points: 18 }, {}, conflict('points-too-few')],
    ['those of the sale itself', { points: 19 }, {}, conflict('points-too-few')],
    [
      'more than there are with a reward',
      { points: 14, rewardId: 2 },
      {},
      conflict('points-too-few'),
    ],
    [
      'more than there were that day',
      { points: 10 },
      { soldOn: addDays(today, -20) },
      conflict('points-too-few'),
    ],
    ['nobody’s', { points: 1 }, { customerId: null }, issue('facts.customerId', 'points-nobody')],
    [
      'on a day to come',
      { points: 1 },
      { soldOn: addDays(today, 1) },
      issue('facts.soldOn', 'points-ahead'),
    ],
    [
      'before there was a rule',
      { points: 1 },
      { soldOn: addDays(today, -90) },
      conflict('points-off'),
    ],
    [
      'more than is to be paid',
      { points: 15 },
      { discount: { kind: 'amount', minor: 19_600 } },
      issue('redeem.points', 'points-above-amount'),
    ],
    ['for a reward that is gone', { rewardId: 77 }, {}, { error: { code: 'NOT_FOUND' } }],
  ] as const)('%s', async (_, redeem, facts, error) => {
    const before = lines();
    await expect(sell(redeem, facts as Facts)).rejects.toMatchObject(error);
    expect(lines()).toEqual(before);
    expect(await balance()).toBe(17);
  });

  it('where no value of a point is set, but for a reward', async () => {
    const worthless = { ...rule, worthMinor: 0, fromOn: today };
    await shop.ask('loyalty.setRule', { rule: worthless, rewrites: true });
    await expect(sell({ points: 1 })).rejects.toMatchObject(conflict('points-worthless'));
    await sell({ rewardId: 2 });
    expect(await balance()).toBe(17 - 4 + 3);
  });

  it('of a day gone by only so many that there were never fewer than none since', async () => {
    const soldOn = addDays(today, -20);
    expect(await shop.ask('loyalty.atSale', { customerId: ratna, soldOn })).toMatchObject({
      balance: 9,
    });
    await shop.ask('loyalty.correct', { customerId: ratna, points: -12, why: 'Salah' });
    expect(await shop.ask('loyalty.atSale', { customerId: ratna, soldOn })).toMatchObject({
      balance: 5,
    });
    await sell({ points: 5 }, { soldOn });
    expect((await shop.ask('loyalty.ledger', { customerId: ratna })).sums).not.toContainEqual(
      expect.objectContaining({ kind: 'advanced' }),
    );
    await expect(sell({ points: 4 }, { soldOn })).rejects.toMatchObject(conflict('points-too-few'));
  });
});

it('a sale that points were spent with keeps its customer, its day and what came off for them', async () => {
  const { id } = await sell({ points: 10 });
  const { facts, pointsMinor } = await shop.ask('sales.facts', { id: id as SaleId });
  expect(pointsMinor).toBe(7000);
  const change = (part: Facts) =>
    shop.ask('sales.update', { id, expected: facts, facts: { ...facts, ...part } });
  for (const part of [
    { customerId: 2 as CustomerId },
    { soldOn: addDays(today, -1) },
    { discount: { kind: 'amount' as const, minor: 6999 } },
  ])
    await expect(change(part)).rejects.toMatchObject(conflict('sale-has-points'));
  await change({ discount: { kind: 'amount', minor: 7500 }, note: 'Kopi' });
  expect(saleOf(id)).toMatchObject({ total_minor: 22_500 });
  expect(await balance()).toBe(17 - 10 + 2);
});
