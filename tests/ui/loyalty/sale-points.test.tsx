import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Whole rupiah. */
const bought = 235_000;
const worth = 250;
const rule = {
  ...{ fromOn: addDays(today, -90), spendMinor: 1_000_000, points: 1, worthMinor: worth * 100 },
};
const held = Math.floor(bought / 10_000);
const money = (amount: number) =>
  `${amount < 0 ? '−' : ''}Rp ${new Intl.NumberFormat('en-GB').format(Math.abs(amount))}`;
const plain = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    const customerId = addCustomer(raw, { name: 'Ratna' });
    addSale(raw, { customerId, soldOn: addDays(today, -9), revenueMinor: bought * 100 });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('loyalty.setRule', { rule });
  for (const [name, points] of [
    ['Tea', 6],
    ['Mug', 40],
  ] as const)
    await made.ask('loyalty.addReward', { name, points });
  return made;
}

/** The sums under the entry, by their names. */
function sums(): Record<string, string> {
  const all = [...document.querySelectorAll('form dl > div')];
  return Object.fromEntries(
    all.map((row) => [
      plain(row.querySelector('dt')?.textContent),
      plain(row.querySelector('dd')?.textContent),
    ]),
  );
}

test('the entry says what the buyer holds, takes points off the price, and a reward with it', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/sales/new?customer=1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  expect(card.getByText(`${held} points.`)).toBeTruthy();
  expect(plain(card.getByText(/^23 points/).parentElement?.textContent)).toBe(
    `${held} points. Worth ${money(held * worth)}.`,
  );
  await user.type(screen.getByLabelText('Product of line 1', { selector: 'input' }), 'Kopi');
  await user.type(screen.getByLabelText('Price of line 1'), '30000');
  const field = card.getByLabelText('Points off the price');
  await user.type(field, String(held + 1));
  expect(await card.findByText('More than there are.')).toBeTruthy();
  await user.clear(field);
  await user.type(field, '8');
  const offered = card.getByLabelText('Reward with it', { selector: 'input' });
  await user.click(offered);
  expect(screen.queryByText('Mug: 40 points')).toBeNull();
  await user.click(await screen.findByText('Tea: 6 points'));
  expect(await card.findByText(`${held - 8 - 6} points are left afterwards.`)).toBeTruthy();
  // The reward's six are not to be spent twice, and a cheaper sale bears fewer.
  const most = () => card.getByRole('button').textContent;
  expect(most()).toContain(String(held - 6));
  const price = screen.getByLabelText('Price of line 1');
  await user.clear(price);
  await user.type(price, String(10 * worth + 1));
  await waitFor(() => expect(most()).toContain('10'));
  await user.clear(price);
  await user.type(price, '30000');
  expect(sums()).toMatchObject({
    ...{ Products: money(30_000), '8 points': money(-8 * worth) },
    Total: money(30_000 - 8 * worth),
  });
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(async () => {
    const { rows } = await made.ask('sales.list', {});
    expect(rows.map(({ totalMinor }) => totalMinor)).toContain((30_000 - 8 * worth) * 100);
  });
  const { balance } = await made.ask('loyalty.ledger', { customerId: 1 as CustomerId });
  // Of what was paid two points.
  expect(balance).toBe(held - 8 - 6 + Math.floor((30_000 - 8 * worth) / 10_000));
});

/** The id of a sale of 30,000 of which eight points were taken off. */
async function paidWithPoints(made: TempShop): Promise<number> {
  const line = { productId: null, name: 'Kopi', quantityE4: 10_000, unitPriceE4: 300_000_000 };
  const { id } = await made.ask('sales.create', {
    facts: { soldOn: today, customerId: 1 as CustomerId, lines: [line] },
    redeem: { points: 8 },
  });
  return id;
}

test('the page of a sale says how many points were spent with it, and for what', async () => {
  const made = await shop();
  renderApp(made.app, `/sales/${await paidWithPoints(made)}`);
  expect(await screen.findByText('8 points spent')).toBeTruthy();
  expect(plain(screen.getByText(/off the price$/).textContent)).toBe(
    `${money(8 * worth)} off the price`,
  );
});

test('a sale like one that was paid with points takes nothing off for points that are not spent', async () => {
  const made = await shop();
  renderApp(made.app, `/sales/new?from=${await paidWithPoints(made)}`);
  await waitFor(() => expect(sums()).toMatchObject({ Total: money(30_000) }));
});

test('of a buyer who holds none the entry says so, and offers nothing', async () => {
  const made = await shop();
  await made.ask('loyalty.correct', { customerId: 1 as CustomerId, points: -held, why: 'Card' });
  renderApp(made.app, '/sales/new?customer=1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  expect(card.getByText('0 points.')).toBeTruthy();
  expect(card.queryByLabelText('Points off the price')).toBeNull();
  expect(card.queryByLabelText('Reward with it', { selector: 'input' })).toBeNull();
});

test('who brings back what was paid with points is told that the points stay spent', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, `/sales/${await paidWithPoints(made)}`);
  await user.click(await screen.findByRole('button', { name: 'Return' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Return' }));
  expect(
    dialog.getByText(
      '8 points were spent with this sale and stay spent. “Put right” on the customer’s page gives them back.',
    ),
  ).toBeTruthy();
  await user.type(dialog.getByLabelText('Kopi'), '1');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { lines } = await made.ask('loyalty.ledger', { customerId: 1 as CustomerId });
  const spent = lines.filter(({ kind }) => kind === 'spent').map(({ points }) => points);
  expect(spent).toEqual([-8]);
});

test('the entry says the buyer’s level and what it gives', async () => {
  const made = await shop();
  for (const [name, atLeast, gives] of [
    ['Silver', bought * 100, 'Free delivery'],
    ['Gold', bought * 100 + 1, 'A gift'],
  ] as const)
    await made.ask('loyalty.addTier', { tier: { name, reachedBy: 'money', atLeast, gives } });
  renderApp(made.app, '/sales/new?customer=1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  const level = await card.findByText('Level: Silver');
  expect(level.parentElement?.textContent).toBe('Level: Silver Free delivery');
  expect(card.queryByText(/Gold|gift/)).toBeNull();
});

test('of a buyer who has reached no level the entry names none', async () => {
  const made = await shop();
  const tier = { name: 'Gold', reachedBy: 'money', atLeast: bought * 100 + 1, gives: '' } as const;
  await made.ask('loyalty.addTier', { tier });
  renderApp(made.app, '/sales/new?customer=1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  expect(await card.findByText(`${held} points.`)).toBeTruthy();
  expect(card.queryByText(/^Level/)).toBeNull();
});
