import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

test('a new customer is warned of who is there already, and the warning opens them', async () => {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusumawardani', phones: ['+6281255500137'], city: 'Sleman' });
    addCustomer(raw, { name: 'Wulan Sari', phones: ['+6281900011122'] });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  const { user } = renderApp(made.app, '/customers');
  await user.click(await screen.findByRole('button', { name: 'New customer' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Name'), 'Bu Ratna Kusuma');
  expect(
    await within(dialog).findByText('This may be somebody who is there already:'),
  ).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Open Ratna Kusumawardani' }));
  expect(await screen.findByRole('heading', { name: 'Ratna Kusumawardani' })).toBeTruthy();
});
