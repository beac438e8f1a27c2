import { beforeEach, expect, it } from 'vitest';
import { addDays, addMonths, monthOf } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

/** The first day that is counted; the window is the twelve months up to the last day of sales. */
const start = addDays(today, -800);
const last = addDays(today, -3);
const inTrash = '2026-06-01T00:00:00.000Z';

let shop: DirectShop;
let sales: SaleParts[];

/** Thirty customers of whom some have returns only, guests, cancelled sales, and sales in the trash. */
function fill(): void {
  const draw = drawFrom(11);
  for (let index = 1; index <= 30; index += 1) addCustomer(shop.raw, { name: `C${index}` });
  for (let count = 0; count < 400; count += 1) {
    const who = draw(34);
    const onlyReturns = who >= 28 && who < 30;
    const isReturn = onlyReturns || draw(9) === 0;
    const amount = 1000 * (1 + draw(400));
    sales.push({
      customerId: who < 30 ? who + 1 : null,
      soldOn: addDays(start, draw(798)),
      revenueMinor: isReturn ? -amount : amount,
      kind: isReturn ? 'return' : 'sale',
      status: draw(12) === 0 ? 'cancelled' : 'completed',
      ...(draw(15) === 0 ? { deletedAt: inTrash } : {}),
    });
  }
  sales.push({ customerId: null, soldOn: last, revenueMinor: 5000 });
  for (const sale of sales) addSale(shop.raw, sale);
}

/** Revenue of the sales that count, by the plain list. */
function revenueOf(isMeant: (sale: SaleParts) => boolean): number {
  let revenue = 0;
  for (const sale of sales) {
    const counts = sale.deletedAt === undefined && sale.status !== 'cancelled';
    if (counts && isMeant(sale)) revenue += sale.revenueMinor;
  }
  return revenue;
}

async function recount(): Promise<void> {
  shop.raw.exec('DELETE FROM derived_state');
  await shop.ask('insights.refresh', {});
}

beforeEach(async () => {
  shop = await directShop();
  sales = [];
  shop.raw.transaction(() => fill())();
  await recount();
});

/** Every total of the shop, from wherever the app says one. */
async function totals() {
  const pyramid = await shop.ask('insights.pyramid', {});
  const month = await shop.ask('insights.month', {});
  const list = await shop.ask('customers.list', { limit: 200 });
  const summary = await shop.ask('customers.summary', {});
  return {
    pyramid,
    month,
    list,
    summary,
    sold: await shop.ask('insights.sales', {}),
    inWindow: pyramid.revenueMinor + pyramid.anonymousRevenueMinor + pyramid.trashedRevenueMinor,
  };
}

it('has the same sales in every total, with customers in the trash as without', async () => {
  const from = addMonths(last, -12);
  const inWindow = (sale: SaleParts) => sale.soldOn >= from && sale.soldOn <= last;
  const month = monthOf(last);
  const before = monthOf(addMonths(last, -12));
  const upTo = (of: string) => (sale: SaleParts) =>
    monthOf(sale.soldOn) === of && sale.soldOn.slice(8) <= last.slice(8);
  const expected = {
    window: revenueOf(inWindow),
    ever: revenueOf(() => true),
    now: revenueOf(upTo(month)),
    lastYear: revenueOf(upTo(before)),
  };
  for (const deleted of [[], [3, 7, 12], [29]]) {
    if (deleted.length > 0)
      await shop.ask('customers.delete', { ids: deleted as unknown as CustomerId[] });
    await recount();
    const { pyramid, sold, list, summary, ...all } = await totals();
    const trashed = [3, 7, 12, 29].filter((id) => list.rows.every((row) => row.id !== id));
    const isTrashed = (sale: SaleParts) => trashed.includes(sale.customerId ?? 0);
    expect({
      window: all.inWindow,
      ever: sold.revenueMinor,
      now: all.month.nowMinor,
      lastYear: all.month.lastYearMinor,
    }).toEqual(expected);
    expect(pyramid.trashedRevenueMinor).toBe(
      revenueOf((sale) => isTrashed(sale) && inWindow(sale)),
    );
    expect(summary.activeRevenueMinor).toBe(pyramid.revenueMinor);
    expect(
      list.rows.reduce((sum, row) => sum + row.revenueMinor, 0) +
        revenueOf((sale) => isTrashed(sale) || sale.customerId === null),
    ).toBe(sold.revenueMinor);
    expect(pyramid.layers.reduce((sum, row) => sum + Math.max(0, row.revenueShare), 0)).toBeCloseTo(
      1,
    );
  }
});

it('counts who has returns only among the inactive, and says how many', async () => {
  const bought = (id: number) =>
    sales.some(
      (sale) =>
        sale.customerId === id &&
        sale.kind === 'sale' &&
        sale.status !== 'cancelled' &&
        sale.deletedAt === undefined,
    );
  const returned = (id: number) => revenueOf((sale) => sale.customerId === id) < 0;
  const ids = Array.from({ length: 30 }, (_, index) => index + 1);
  const returnsOnly = ids.filter((id) => !bought(id) && returned(id));
  expect(returnsOnly).not.toEqual([]);
  const { rows } = await shop.ask('customers.list', { limit: 200 });
  expect(rows.filter(({ id }) => returnsOnly.includes(id)).map(({ layer }) => layer)).toEqual(
    returnsOnly.map(() => 'inactive'),
  );
  expect((await shop.ask('insights.pyramid', {})).returnsOnly).toBe(returnsOnly.length);
});

it('says of a shop of guests what was sold, however long ago', async () => {
  const guests = await directShop();
  for (let index = 0; index < 9; index += 1)
    addSale(guests.raw, { customerId: null, soldOn: `2022-06-0${index + 1}`, revenueMinor: 700 });
  addSale(guests.raw, {
    customerId: null,
    soldOn: '2022-06-20',
    revenueMinor: -700,
    kind: 'return',
  });
  expect(await guests.ask('insights.sales', {})).toEqual({
    ...{ sales: 9, named: 0, revenueMinor: 5600 },
    ...{ firstOn: '2022-06-01', lastOn: '2022-06-20' },
  });
  const { to, anonymousRevenueMinor } = await guests.ask('insights.pyramid', {});
  expect([to, anonymousRevenueMinor]).toEqual(['2022-06-20', 5600]);
});
