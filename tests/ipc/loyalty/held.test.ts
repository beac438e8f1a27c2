import { basename, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { recountPoints } from '#tests/support/loyalty/recount-points.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { exactTable, openZip, packPlace, sumOf } from '#tests/support/shop/pack-files.ts';

const names = ['Sari', 'Ratna', 'Budi', 'Tono'];
const ids = names.map((_, at) => at + 1);
const rule: Input<'loyalty.setRule'>['rule'] = {
  ...{ fromOn: '2026-02-10', spendMinor: 10_000, points: 1, worthMinor: 250, monthsValid: 2 },
};

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en' });
  const { raw } = shop;
  for (const name of names) addCustomer(raw, { name });
  for (let at = 0; at < 60; at += 1)
    addSale(raw, {
      ...{ customerId: (at % 3) + 1, soldOn: addDays('2026-02-01', at * 2) },
      ...{ revenueMinor: 7000 + ((at * 7919) % 60_000), number: `N-${at}` },
    });
  addSale(raw, { customerId: 1, soldOn: '2026-04-20', revenueMinor: -30_000, kind: 'return' });
  finishShop(raw);
});

const periodTo = (to: string) => ({ from: `${to.slice(0, 7)}-01`, to });

/** Everybody's points on a day, counted point by point. */
function recounted(day: string): number[] {
  return ids.map((id) => recountPoints(shop.raw, id, day).balance);
}

async function packOf(period: { from: string; to: string }) {
  shop.prepared = packPlace();
  const files = { excel: true, csv: true, pdf: false, journal: true };
  const made = await shop.ask('accountant.makePack', { period, files, templates: [] });
  return made?.path ?? '';
}

test('what a pack says of points is everybody’s balance at its end, at what a point was worth then', async () => {
  await shop.ask('loyalty.setRule', { rule });
  await shop.ask('loyalty.correct', { customerId: 4 as CustomerId, points: 17, why: 'Card' });
  // Worth more from May on: April's pack keeps April's worth.
  const dearer = { ...rule, fromOn: '2026-05-01', worthMinor: 400 };
  await shop.ask('loyalty.setRule', { rule: dearer, rewrites: true });
  for (const [to, pointMinor] of [
    ['2026-02-28', 250],
    ['2026-04-30', 250],
    ['2026-05-31', 400],
    [today, 400],
  ] as const) {
    const balances = recounted(to);
    const points = balances.reduce((sum, one) => sum + one, 0);
    const people = balances.filter((one) => one > 0).length;
    const { figures } = await shop.ask('accountant.figures', periodTo(to));
    expect(figures.points).toEqual({ people, points, pointMinor, minor: points * pointMinor });
    expect(points).toBeGreaterThan(5);
    const path = await packOf(periodTo(to));
    const rows = exactTable(path, 'points');
    const held = Object.fromEntries(names.map((name, at) => [name, balances[at] ?? 0]));
    const said = rows.map((row) => [row['Customer Name'], Number(row['Points'])]);
    expect(said).toEqual(
      [...names]
        .sort()
        .filter((name) => Number(held[name]) > 0)
        .map((name) => [name, held[name]]),
    );
    expect(sumOf(rows, 'Worth')).toBe(points * pointMinor);
    const [summary] = exactTable(path, 'summary').filter(({ Item }) => Item?.startsWith('Points'));
    expect(summary).toEqual({
      ...{ Item: 'Points held by customers', Count: String(points) },
      Amount: String((points * pointMinor) / 100),
    });
  }
});

test('where no value of a point is set it says so, and counts the points all the same', async () => {
  await shop.ask('loyalty.setRule', { rule: { ...rule, worthMinor: 0 } });
  const points = recounted('2026-04-30').reduce((sum, one) => sum + one, 0);
  const path = await packOf(periodTo('2026-04-30'));
  expect(exactTable(path, 'summary')).toContainEqual({
    ...{ Item: 'Points held (no value of a point is set)', Count: String(points), Amount: '0' },
  });
  const rows = exactTable(path, 'points');
  expect(rows.map((row) => row['Worth'])).toEqual(rows.map(() => ''));
  const parts = await openZip(join(path, `${basename(path)}.xlsx`));
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(9);
  expect(parts['xl/worksheets/sheet9.xml']).toContain('no value of a point is set');
  expect(parts['xl/worksheets/sheet9.xml']).toContain('Points: what customers hold');
});

test('a shop without points has the pack it had, and so has a period before there were any', async () => {
  const files = async (to: string) => {
    const path = await packOf(periodTo(to));
    const parts = await openZip(join(path, `${basename(path)}.xlsx`));
    return Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/')).length;
  };
  expect(await files('2026-04-30')).toBe(8);
  expect(await shop.ask('loyalty.held', {})).toEqual({
    ...{ people: 0, points: 0, pointMinor: 0, worthMinor: 0 },
  });
  await shop.ask('loyalty.setRule', { rule });
  expect(await files('2026-01-31')).toBe(8);
  const { figures } = await shop.ask('accountant.figures', periodTo('2026-01-31'));
  expect(figures.points).toBeNull();
});

test('what everybody holds is those that its list opens, and what is in the trash is not among them', async () => {
  await shop.ask('loyalty.setRule', { rule });
  shop.raw.exec("UPDATE customers SET deleted_at = '2026-05-30T03:00:00.000Z' WHERE id = 2");
  await shop.ask('insights.refresh', {});
  const balances = recounted(today).map((one, at) => (at === 1 ? 0 : one));
  const points = balances.reduce((sum, one) => sum + one, 0);
  expect(await shop.ask('loyalty.held', {})).toEqual({
    people: balances.filter((one) => one > 0).length,
    ...{ points, pointMinor: 250, worthMinor: points * 250 },
  });
  const { figures } = await shop.ask('accountant.figures', periodTo(today));
  expect(figures.points?.points).toBe(points);
  const { rows } = await shop.ask('customers.list', {
    filter: { only: 'pointsHeld' },
    order: { sort: 'name', descending: false },
  });
  const there = names.filter((_, at) => (balances[at] ?? 0) > 0).sort();
  expect(rows.map(({ name }) => name)).toEqual(there);
});
