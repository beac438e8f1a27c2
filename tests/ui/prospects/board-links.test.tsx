import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

test('who waits for a next step is counted over the board, each with the way to the right list', async () => {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Hotel Embun' });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  for (const [title, ago] of [
    ['Kopi', 4],
    ['Teh', 9],
    ['Gula', -3],
    ['Susu', null],
  ] as const)
    await made.ask('prospects.create', {
      ...{ customerId: 1 as never, facts: { title } },
      nextStep: ago === null ? null : { dueOn: addDays(today, -ago) },
    });
  renderApp(made.app, '/sales/prospects');
  const late = await screen.findByRole('link', { name: /^2 .*overdue/ });
  const none = screen.getByRole('link', { name: /^1 .*without/ });
  expect([late, none].map((link) => link.getAttribute('href'))).toEqual([
    expect.stringMatching(/step=overdue$/),
    expect.stringMatching(/step=none$/),
  ]);
});
