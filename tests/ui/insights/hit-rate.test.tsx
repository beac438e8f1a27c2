import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { card, plain } from '#tests/support/worth/cards.ts';

/** Everybody bought every ten days until 240 days ago; the first of them came once more 130 days ago. */
async function shopOf(people: number, back: number): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    const sell = (customerId: number, ago: number) =>
      addSale(raw, { customerId, soldOn: addDays(today, -ago), revenueMinor: 5000 });
    for (let index = 0; index < people; index += 1) {
      const customerId = addCustomer(raw, { name: `C${index}` });
      for (const ago of [270, 260, 250, 240]) sell(customerId, ago);
      if (index < back) sell(customerId, 130);
    }
    // Somebody bought today: everything is counted up to today.
    sell(addCustomer(raw, { name: 'New' }), 0);
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en' });
  return shop;
}

test('the card says how often it was right before, of whom and with its range', async () => {
  const shop = await shopOf(30, 6);
  renderApp(shop.app, '/insights/who');
  // Named 182 days ago, after 58 days: 6 of 30 came in the 91 days after. Those 6 may now pause for long.
  const words = await screen.findByText(/^Tried on \d/);
  expect(plain(words)).toMatch(
    /^Tried on 1 earlier day: of 30 people it would have named, 24 bought nothing in the three months after \(80%; \d+% to \d+%\)/,
  );
  expect(card('Who is slipping away?').contains(words)).toBe(true);
});

test('of few alarms it says that they are too few', async () => {
  const shop = await shopOf(4, 1);
  renderApp(shop.app, '/insights/who');
  const words = await screen.findByText(/cannot be said yet/);
  expect(plain(words)).toBe(
    'How often this is right cannot be said yet: 4 would have been named on earlier days, it takes 20.',
  );
});
