import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

test('who is late is reminded; whose day is today still pays', async () => {
  const made = await tempShop((raw) => {
    for (const [name, due] of [
      ['Ratna', -1],
      ['Bagas', 0],
    ] as const) {
      const customerId = addCustomer(raw, { name, phones: [`+62812555001${-due}7`] });
      const dueOn = addDays(today, due);
      addSale(raw, {
        ...{ customerId, revenueMinor: 100_000 - due, number: name, onAccount: true, dueOn },
        soldOn: '2026-06-01',
      });
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  renderApp(made.app, '/today');
  const card = within(await screen.findByRole('region', { name: 'Owed' }));
  expect(card.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Remind Ratna',
    'Receive a payment from Bagas',
  ]);
});
