import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

const silent = ['Bagas', 'Ratna', 'Sinta', 'Wulan', 'Damar', 'Laras', 'Tirta'];

async function shop() {
  const made = await tempShop((raw) => {
    for (const name of [...silent, 'Setia']) {
      const customerId = addCustomer(raw, { name });
      const last = name === 'Setia' ? 0 : 60;
      for (const ago of [20, 10, 0])
        addSale(raw, { customerId, soldOn: addDays(today, -last - ago), revenueMinor: 500 });
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return made;
}

/** What the rows of the list are called, from its top. */
function names(): string[] {
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return rows.map((row) => row.querySelector('b')?.textContent ?? '');
}

test('a card that shows some of those who slip away leads to all of them, by a filter in words', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/today');
  const card = await screen.findByRole('region', { name: 'Slipping away' });
  expect(within(card).getAllByRole('listitem')).toHaveLength(5);
  await user.click(within(card).getByRole('link', { name: `See all ${silent.length}` }));
  expect(addresses.at(-1)).toBe('/customers?only=slipping');
  await waitFor(() => expect(names().toSorted()).toEqual(silent.toSorted()));
  expect(await screen.findByText(`${silent.length} customers`)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove the filter: Slipping away' }));
  await waitFor(() => expect(names()).toContain('Setia'));
});

test('the complaints that wait and are not shown are one click away', async () => {
  const made = await shop();
  for (const title of ['Apek', 'Tumpah', 'Salah giling', 'Kurang satu', 'Telat', 'Pecah'])
    await made.ask('complaints.create', { channel: 'visit', title, words: title });
  const { user, addresses } = renderApp(made.app, '/today');
  const card = await screen.findByRole('region', { name: 'Complaints waiting for us' });
  await user.click(await within(card).findByRole('link', { name: 'See all 6' }));
  expect(addresses.at(-1)).toBe('/complaints?flags=waits-for-us');
  await waitFor(() => expect(names()).toContain('Pecah'));
});

test('a customer with many open complaints has their number, and all of them one click away', async () => {
  const made = await shop();
  const titles = Array.from({ length: 12 }, (_, at) => `Keluhan ${at}`);
  for (const title of titles)
    await made.ask('complaints.create', { customerId: 1 as never, channel: 'visit', title });
  const another = { customerId: 2 as never, title: 'Keluhan orang lain' };
  await made.ask('complaints.create', { channel: 'visit', ...another });
  const { user, addresses } = renderApp(made.app, '/customers/1');
  const card = await screen.findByRole('region', { name: 'Still open' });
  expect(within(card).getByText(String(titles.length))).toBeTruthy();
  expect(within(card).getAllByRole('listitem')).toHaveLength(10);
  await user.click(within(card).getByRole('link', { name: `See all ${titles.length}` }));
  await waitFor(() => expect(addresses.at(-1)).toMatch(/^\/complaints\?.*customerId=1/));
  await waitFor(() => expect(names().toSorted()).toEqual(titles.toSorted()));
});
