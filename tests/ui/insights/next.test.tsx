import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { card, findingOf, plain, tableOf } from '#tests/support/worth/cards.ts';

const question = 'Who might want what?';

/** Thirty have tea alone; the till sells sugar with it eight times in ten, and seldom without. */
function teaShop(isPaired: boolean): Promise<TempShop> {
  return tempShop((raw) => {
    const sell = (customerId: number | null, back: number, products: readonly string[]) => {
      const soldOn = addDays(today, -back);
      const sale = addSale(raw, { customerId, soldOn, revenueMinor: products.length * 1000 });
      for (const product of products) addLine(raw, sale, product, 1000);
    };
    for (let index = 0; index < 30; index += 1)
      sell(addCustomer(raw, { name: `C${index}` }), 10 + index, ['tea']);
    for (let index = 0; index < 100; index += 1)
      sell(null, 20 + index, index % 5 > 0 ? ['sugar', isPaired ? 'tea' : 'milk'] : ['sugar']);
    for (let index = 0; index < 60; index += 1) sell(null, 30 + index, ['bread']);
    finishShop(raw);
  });
}

async function english(isPaired: boolean): Promise<TempShop> {
  const shop = await teaShop(isPaired);
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en' });
  return shop;
}

// 30 + 80 sales with tea, 80 of them with sugar; 20 of the other 80 have it.
const reason = 'In 80 of 110 sales with tea; in 20 of 80 without it.';

test('the tab says who might want what and why, and opens exactly those', async () => {
  const shop = await english(true);
  const { user, addresses } = renderApp(shop.app, '/insights/products');
  await screen.findByText(question);
  expect(findingOf(question)).toBe('30 customers might want sugar');
  expect(plain(card(question))).toContain(reason);
  expect(plain(card(question))).toContain('cannot be said yet: too little to try it on');
  const table = await tableOf(user, question);
  expect(table).toEqual([['sugar', 'goes with it', reason, '30']]);
  await user.click(within(card(question)).getByRole('button', { name: 'See the 30 for sugar' }));
  expect(addresses.at(-1)).toMatch(/^\/customers\?bought=\d+&neverBought=\d+$/);
  await screen.findByText('Never bought sugar');
  await screen.findByText('Bought tea');
  await screen.findByText(/^30 customers/);
});

test('a customer is told what goes with what they bought, and why', async () => {
  const shop = await english(true);
  const { unmount } = renderApp(shop.app, `/customers/${1 as CustomerId}`);
  const section = await screen.findByRole('region', { name: 'Might want next:' });
  expect(plain(section)).toContain(`sugar: goes with it. ${reason}`);
  unmount();
  const bare = await english(false);
  renderApp(bare.app, `/customers/${1 as CustomerId}`);
  await screen.findByText(/this customer has bought whatever goes with what they buy/);
});
