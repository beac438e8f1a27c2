import { beforeEach, describe, expect, it } from 'vitest';
import { addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  const sale = (soldOn: string, revenueMinor: number, more = {}) =>
    addSale(shop.raw, { customerId: null, soldOn, revenueMinor, ...more });
  sale('2026-05-31', 1_000);
  sale('2026-06-01', 200);
  sale('2026-06-15', 30);
  sale('2026-06-15', -4, { kind: 'return' });
  sale('2026-06-10', 500_000, { status: 'cancelled' });
  sale('2026-06-16', 9_000);
});

const get = (month: string | null = null) => shop.ask('targets.get', { month });
const set = (amountMinor: number | null, month = '2026-06') =>
  shop.ask('targets.set', { month, amountMinor });

describe('the target of a month', () => {
  it('stands beside what was sold up to today, returns taken off, and how far the month is', async () => {
    expect(await get()).toEqual({
      month: '2026-06',
      targetMinor: null,
      soldMinor: 200 + 30 - 4,
      day: 15,
      days: 30,
    });
    await set(700);
    expect(await get()).toMatchObject({ targetMinor: 700, soldMinor: 226 });
  });

  it('of a month that is over counts all of it; one to come has not begun', async () => {
    await set(900, '2026-05');
    expect(await get('2026-05')).toEqual({
      month: '2026-05',
      targetMinor: 900,
      soldMinor: 1_000,
      day: 31,
      days: 31,
    });
    expect(await get('2026-07')).toMatchObject({ targetMinor: null, soldMinor: 0, day: 0 });
  });

  it('is changed and taken away, and each is taken back', async () => {
    const { batchId: made } = await set(700);
    const { batchId: changed } = await set(800);
    const { batchId: gone } = await set(null);
    const target = async () => (await get()).targetMinor;
    expect(await target()).toBeNull();
    await shop.ask('history.undo', { batchId: gone });
    expect(await target()).toBe(800);
    await shop.ask('history.undo', { batchId: changed });
    expect(await target()).toBe(700);
    await shop.ask('history.undo', { batchId: made });
    expect(await target()).toBeNull();
  });

  it.each([
    [{ month: '2026-13', amountMinor: 5 }],
    [{ month: '2026-06', amountMinor: 0 }],
    [{ month: '9026-06', amountMinor: 5 }],
  ])('is refused where it makes no sense: %o', async (input) => {
    await expect(shop.ask('targets.set', input)).rejects.toThrow();
  });
});
