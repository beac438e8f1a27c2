import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

const [ratna, bu, near, wulan] = [1, 2, 3, 4] as [CustomerId, CustomerId, CustomerId, CustomerId];

/** Ratna twice for certain, once by her name and town alone, and somebody else. */
async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    const phones = ['+6281255500137'];
    addCustomer(raw, { name: 'Ratna Kusumawardani', phones, city: 'Sleman' });
    addCustomer(raw, { name: 'Bu Ratna Kusumawardani', phones, city: 'Sleman' });
    addCustomer(raw, { name: 'Ibu Ratna Kusumawardani', city: 'Sleman' });
    addCustomer(raw, { name: 'Wulan Sari', phones: ['+6281900011122'] });
    for (const customerId of [ratna, bu, bu, bu])
      addSale(raw, { customerId, soldOn: '2026-05-02', revenueMinor: 10_000 });
    raw.exec("UPDATE sales SET sold_on = date(sold_on, id || ' days')");
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return made;
}

test('a customer says who else they may be, and leads to those pairs alone', async () => {
  const made = await shop();
  const { pairs } = await made.ask('customers.same', { of: ratna });
  const sure = pairs.filter(({ surety }) => surety !== 'possible');
  expect(sure.map(({ surety }) => surety)).toEqual(['certain', 'likely']);
  const { user } = renderApp(made.app, `/customers/${ratna}`);
  const sentence = `May be the same person as ${sure.length} other customers.`;
  expect(await screen.findByText(sentence, { exact: false })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Compare' }));
  expect(await screen.findByText('Only pairs with Ratna Kusumawardani.')).toBeTruthy();
  expect(await screen.findByRole('radio', { name: `Undecided ${pairs.length}` })).toBeTruthy();
  const all = await made.ask('customers.same', {});
  expect(all.pairs.length).toBeGreaterThan(pairs.length);
  await user.click(screen.getByRole('button', { name: 'Show all pairs' }));
  expect(await screen.findByRole('radio', { name: `Undecided ${all.pairs.length}` })).toBeTruthy();
  expect(screen.queryByText(/^Only pairs with/)).toBeNull();
});

test('who was merged stands on the page of who stays, with the day, and is taken apart there', async () => {
  const made = await shop();
  await made.ask('customers.merge', { keptId: ratna, otherId: bu });
  made.machine.day = '2026-06-22';
  const { user } = renderApp(made.app, `/customers/${ratna}`);
  const card = await screen.findByRole('region', { name: /^Joined from/ });
  expect(within(card).getByText('Bu Ratna Kusumawardani')).toBeTruthy();
  expect(within(card).getByText('merged on 15 June 2026')).toBeTruthy();
  const apart = { name: 'Take Bu Ratna Kusumawardani apart' };
  await user.click(within(card).getByRole('button', apart));
  const sentence = 'May be the same person as 2 other customers.';
  expect(await screen.findByText(sentence, { exact: false })).toBeTruthy();
  expect((await made.ask('customers.list', {})).rows).toHaveLength(4);
});

test('of those picked in the list the one that bought most stays, unless another is chosen', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/customers');
  const grid = await screen.findByRole('grid');
  for (const name of ['Ratna Kusumawardani', 'Bu Ratna Kusumawardani']) {
    const row = (await within(grid).findByText(name)).closest('[role="row"]') as HTMLElement;
    await user.click(within(row).getAllByRole('gridcell')[0] as HTMLElement);
  }
  await user.click(await screen.findByRole('button', { name: 'Merge' }));
  const dialog = await screen.findByRole('dialog', { name: 'Merge 2 customers into one' });
  const checked = within(dialog).getAllByRole<HTMLInputElement>('radio');
  const chosen = checked.filter((one) => one.checked).map(({ value }) => Number(value));
  expect(chosen).toEqual([bu]);
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
  expect(await screen.findByText('2 customers are one now: Bu Ratna Kusumawardani.')).toBeTruthy();
  const { rows } = await made.ask('customers.list', {});
  expect(rows.map(({ id }) => id).sort()).toEqual([bu, near, wulan]);
});
