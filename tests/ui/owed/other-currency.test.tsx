import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

test('amounts beside the sum are written as the sum is, pence and all', async () => {
  const made = await tempShop((raw) => {
    const customerId = addCustomer(raw, { name: 'Abbey Row Inn' });
    addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: 120_960, onAccount: true });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Lark', language: 'en', currency: 'GBP' });
  renderApp(made.app, '/sales/owed');
  const [, row] = within(await screen.findByRole('table')).getAllByRole('row');
  const cells = [...(row?.querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent);
  expect([cells[2], cells[6]]).toEqual(['1,209.60', '£1,209.60']);
});
