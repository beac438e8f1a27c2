import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Whole rupiah that each of three bought for; Sari more than a year ago. */
const sold = [
  ['Ratna', 830_000, -20],
  ['Budi', 120_000, -5],
  ['Sari', 900_000, -400],
] as const;
const rule = { fromOn: addDays(today, -500), spendMinor: 1_000_000, points: 1, worthMinor: 25_000 };

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const [index, [name, amount, days]] of sold.entries()) {
      const customerId = addCustomer(raw, { name });
      const soldOn = addDays(today, days);
      addSale(raw, { customerId, soldOn, revenueMinor: amount * 100, number: `N-${index}` });
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('loyalty.setRule', { rule });
  return made;
}

const money = (amount: number) => `Rp ${new Intl.NumberFormat('en-GB').format(amount)}`;

test('a level is added with what it gives, says how many are in it, and opens exactly them', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/loyalty');
  const card = within(await screen.findByRole('region', { name: 'Levels' }));
  expect(card.getByText(/^No levels yet/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Add a level' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Level'), 'Silver');
  await user.click(dialog.getByLabelText('Reached by', { selector: 'input' }));
  await user.click(await screen.findByText('Spent within 12 months'));
  await user.type(dialog.getByLabelText('At least'), '500.000');
  await user.type(dialog.getByLabelText('What it gives'), 'Free delivery');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await card.findByText(`From ${money(500_000)} spent within 12 months`)).toBeTruthy();
  expect(card.getByText('Free delivery')).toBeTruthy();
  await made.ask('insights.refresh', {});
  const there = sold.filter(([, amount, days]) => amount >= 500_000 && days > -365);
  await user.click(await card.findByText(`${there.length} customer`));
  expect(addresses.at(-1)).toBe('/customers?tiers=1');
  const { rows } = await made.ask('customers.list', { filter: { tiers: [1] } });
  expect(rows.map(({ name }) => name)).toEqual(there.map(([name]) => name));
});

test('a level is changed and removed, and two of one measure and amount are refused in words', async () => {
  const made = await shop();
  const tier = { name: 'Silver', reachedBy: 'money', atLeast: 50_000_000, gives: '' } as const;
  await made.ask('loyalty.addTier', { tier });
  const { user } = renderApp(made.app, '/loyalty');
  const card = within(await screen.findByRole('region', { name: 'Levels' }));
  await user.click(await card.findByRole('button', { name: 'Add a level' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('All levels are reached by the same.')).toBeTruthy();
  await user.type(dialog.getByLabelText('Level'), 'Gold');
  await user.type(dialog.getByLabelText('At least'), '500.000');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/Another level is reached by the same amount/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  await user.click(card.getByRole('button', { name: 'Change Silver' }));
  const changing = within(await screen.findByRole('dialog'));
  await user.type(changing.getByLabelText('What it gives'), 'Tea');
  await user.click(changing.getByRole('button', { name: 'Save' }));
  expect(await card.findByText('Tea')).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Remove Silver' }));
  expect(await card.findByText(/^No levels yet/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await card.findByText('Tea')).toBeTruthy();
});

test.each([
  ['points', 1],
  ['money', 1_000_000],
] as const)(
  'a customer’s page says the level, what it gives, and what is missing to the next (%s)',
  async (reachedBy, unit) => {
    const made = await shop();
    for (const [name, least] of [
      ['Silver', 50],
      ['Gold', 200],
    ] as const)
      await made.ask('loyalty.addTier', {
        tier: { name, reachedBy, atLeast: least * unit, gives: `${name} tea` },
      });
    renderApp(made.app, '/customers/1');
    const card = within(await screen.findByRole('region', { name: 'Points' }));
    expect(await card.findByText('Level: Silver')).toBeTruthy();
    expect(card.getByText('Silver tea')).toBeTruthy();
    // A point for every full 10,000.
    const missing = 200 - Math.floor(sold[0][1] / 10_000);
    const what =
      reachedBy === 'points' ? `${missing} more points` : `${money(missing * 10_000)} more spent`;
    expect(card.getByText(`${what} within 12 months to “Gold”.`)).toBeTruthy();
  },
);
