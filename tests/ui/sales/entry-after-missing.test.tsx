import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import en from '#shared/locale/en/error.json' with { type: 'json' };
import { renderApp } from '#tests/support/render-app.tsx';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

test('a new sale asks of nobody it was not given, though that one was looked for in vain before', async () => {
  const shop = await tempShop();
  await shop.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  // The first customer there could be: what a question that is not asked would be of.
  const { user } = renderApp(shop.app, '/customers/1');
  expect(await screen.findByText(en.notFound.title)).toBeTruthy();
  await user.keyboard('{F2}');
  expect(await screen.findByRole('heading', { name: /^New sale/ })).toBeTruthy();
  expect(screen.queryByText(en.notFound.title)).toBeNull();
});
