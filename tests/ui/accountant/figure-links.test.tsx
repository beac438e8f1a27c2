import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useChosenPeriod } from '#renderer/features/accountant/use-period.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

beforeEach(() => useChosenPeriod.setState({ kind: 'month', period: null }));

/** May has of each kind another count of sales; in June one lies ahead. */
async function shop() {
  const made = await tempShop((raw) => {
    const customerId = addCustomer(raw, { name: 'Ratna' });
    const sale = (soldOn: string, revenueMinor: number, more: object = {}) =>
      addSale(raw, { customerId, soldOn, revenueMinor, number: `N${revenueMinor}`, ...more });
    const owed = sale('2026-05-03', 4_000_000, { onAccount: true, dueOn: '2026-05-20' });
    sale('2026-05-04', 3_000_000, { customerId: null });
    sale('2026-05-05', 2_000_000, { customerId: null });
    for (const minor of [100, 200, 300])
      sale('2026-05-06', minor, { status: 'cancelled', customerId: null });
    sale('2026-06-20', 700_000);
    raw.exec(`UPDATE sales SET shipping_minor = 1500000 WHERE id = ${owed};
      UPDATE sales SET shipping_minor = 900000 WHERE number = 'N3000000'`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

const plain = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');

async function amounts(): Promise<Map<string, string>> {
  const table = await screen.findByRole('table', { name: 'Figures of the period' });
  const rows = [...table.querySelectorAll('tbody tr')];
  return new Map(
    rows.map((row) => [
      plain(row.firstElementChild?.textContent),
      plain(row.lastElementChild?.textContent),
    ]),
  );
}

test.each([
  ['See Gross sales: 3 sales, 0 lines', 'kinds=sale&statuses=completed&statuses=processing'],
  ['See Without a customer: 2 sales', 'statuses=completed&statuses=processing&buyer=none'],
  [
    'See Cancelled or not paid: 3 sales',
    'kinds=sale&statuses=cancelled&statuses=returned&statuses=unpaid',
  ],
])('%s leads to those sales and no others', async (name, meant) => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/accountant');
  await amounts();
  await user.click(screen.getByRole('button', { name }));
  const pairs = (text: string) => text.split('&').sort();
  const [, search = ''] = (addresses.at(-1) ?? '').split('?');
  const days = 'soldFrom=2026-05-01&soldTo=2026-05-31';
  expect(pairs(search)).toEqual(pairs(`${days}&${meant}`));
});

test('what is sold after today begins with tomorrow', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/accountant');
  await amounts();
  await user.click(screen.getByRole('button', { name: 'Period after' }));
  const odd = await screen.findByRole('list', { name: 'Look at these first' });
  await user.click(within(odd).getByRole('button', { name: 'See: 1 sale dated after today' }));
  expect(addresses.at(-1)).toBe('/sales?soldFrom=2026-06-16&soldTo=2026-06-30');
});

test('shipping is said beside the sales, and what of it is owed between them and what is owed', async () => {
  const made = await shop();
  renderApp(made.app, '/accountant');
  const rows = await amounts();
  const said = ['Net sales', 'Shipping on account', 'Payments received', 'Owed at the end'];
  expect([...said, 'Shipping (no revenue)'].map((name) => rows.get(name))).toEqual([
    ...['Rp 90,000', 'Rp 15,000', '−Rp 50,000', 'Rp 55,000', 'Rp 24,000'],
  ]);
});
