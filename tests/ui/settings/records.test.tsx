import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { plain } from '#tests/support/worth/cards.ts';

async function shopOf(): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    const draw = drawFrom(3);
    for (let index = 0; index < 60; index += 1) {
      const customerId = addCustomer(raw, { name: `C${index}` });
      for (let bought = 0, ago = draw(700); bought < 3 && ago >= 0; bought += 1, ago -= 30)
        addSale(raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 10_000 });
    }
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return shop;
}

async function said(shop: TempShop) {
  return (await shop.ask('settings.get', {})).settings.recordsBegin;
}

test('the owner says where the records begin, can take it back, and the page tells whom that leaves out', async () => {
  const shop = await shopOf();
  const { firstOn } = await shop.ask('insights.sales', {});
  const { user, unmount } = renderApp(shop.app, '/settings');
  const older = await screen.findByLabelText('Later than the shop: complete since …');
  await user.click(older);
  await waitFor(async () => expect(await said(shop)).toEqual({ kind: 'complete', on: firstOn }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await said(shop)).toEqual({ kind: 'found' }));
  await user.click(older);
  await waitFor(async () => expect(await said(shop)).toMatchObject({ kind: 'complete' }));
  unmount();
  const { beginning } = await shop.ask('insights.comingBack', {});
  const { addresses, user: later } = renderApp(shop.app, '/insights/coming-back');
  const sentence = await screen.findByText(/^You said that the shop is older than its records/);
  expect(plain(sentence)).toContain(`the ${beginning?.before} customers from before`);
  await later.click(within(sentence).getByRole('link', { name: 'Say where the records begin' }));
  expect(addresses.at(-1)).toBe('/settings?part=customers');
});
