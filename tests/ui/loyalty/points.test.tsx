import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Of 4 sales to 3 customers in 90 days 3 reach 10,000; one more names nobody. */
async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const name of ['Ratna', 'Budi', 'Sari']) addCustomer(raw, { name });
    const sold = [
      [1, 5_200_000],
      [1, 3_100_000],
      [2, 900_000],
      [3, 2_000_000],
      [null, 7_000_000],
    ] as const;
    for (const [index, [customerId, revenueMinor]] of sold.entries())
      addSale(raw, {
        ...{ customerId, revenueMinor, number: `N-${index}` },
        soldOn: addDays(today, -20 + index),
      });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

test('points are set up with what the rule would have given, and are switched on only then', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/loyalty');
  await user.click(await screen.findByRole('button', { name: 'Set up points' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Switch points on' })).toHaveProperty('disabled', true);
  await user.type(dialog.getByLabelText('For every full'), '10.000');
  await user.type(dialog.getByLabelText('A point is worth'), '250');
  await user.tab();
  // 5 + 3 + 2 points, of Ratna and Sari.
  expect(
    await dialog.findByText(
      'From 2 Mar 2026 to 30 May 2026, 3 of 4 sales to customers would have given 10 points to 2 customers, worth Rp 2,500.',
    ),
  ).toBeTruthy();
  expect(dialog.getByText(/^1 more sale names nobody/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Switch points on' }));
  const card = within(await screen.findByRole('region', { name: 'How points are given' }));
  expect(card.getByText(/1 point for every full Rp 10,000 in one sale/)).toBeTruthy();
  expect(card.getByText(/A point is worth Rp 250\./)).toBeTruthy();
  expect(card.getByText(/hold for 12 months; 30 days before/)).toBeTruthy();
});

test('points that are worth more than what is spent for them are a slip, and are not switched on', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/loyalty');
  await user.click(await screen.findByRole('button', { name: 'Set up points' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('For every full'), '10.000');
  await user.type(dialog.getByLabelText('A point is worth'), '10.001');
  await user.tab();
  expect(
    await dialog.findByText(/^The points would be worth more than what is spent/),
  ).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Switch points on' })).toHaveProperty('disabled', true);
  await user.clear(dialog.getByLabelText('A point is worth'));
  await user.type(dialog.getByLabelText('A point is worth'), '10.000');
  await user.tab();
  expect(await dialog.findByText(/worth Rp 100,000\.$/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Switch points on' })).toHaveProperty(
    'disabled',
    false,
  );
});

test('a customer’s points, what they are made of, each line with its sale', async () => {
  const made = await shop();
  const rule = {
    fromOn: addDays(today, -30),
    spendMinor: 1_000_000,
    points: 1,
    worthMinor: 25_000,
  };
  await made.ask('loyalty.setRule', { rule: { ...rule, monthsValid: 1 } });
  await made.ask('loyalty.correct', {
    customerId: 1 as CustomerId,
    points: -2,
    why: 'Typed twice',
  });
  const { user } = renderApp(made.app, '/customers/1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  // 5 + 3 given, 2 taken of those that run out first.
  expect(await card.findByText('6 points, worth Rp 1,500')).toBeTruthy();
  expect(card.getByText(/^6 of them run out soon, the first hold until 26 June 2026/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'See all 3 lines' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Points of Ratna' }));
  expect(dialog.getByText('Given for a sale: 8 · Put right by hand: −2. Together 6.')).toBeTruthy();
  const rows = [...document.querySelectorAll('table[aria-label="Points of Ratna"] tbody tr')].map(
    (row) => row.textContent,
  );
  expect(rows).toEqual([
    expect.stringMatching(/Put right by hand−26Typed twice$/),
    expect.stringMatching(/Given for a sale\+38.*N-1/),
    expect.stringMatching(/Given for a sale\+55.*N-0/),
  ]);
});

test('without a value of a point the customer’s points are said alone, and that no value is set', async () => {
  const made = await shop();
  const rule = { fromOn: addDays(today, -30), spendMinor: 1_000_000, points: 1, worthMinor: 0 };
  await made.ask('loyalty.setRule', { rule });
  const { user } = renderApp(made.app, '/customers/1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  expect(await card.findByText('8 points')).toBeTruthy();
  expect(card.getByText('No value of a point is set.')).toBeTruthy();
  expect(card.queryByText(/worth/)).toBeNull();
  // What the reason's hint says is so: undone, the line is gone.
  await user.click(card.getByRole('button', { name: 'Put right' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^It stands in the list .* unless you undo it\.$/)).toBeTruthy();
  await user.type(dialog.getByLabelText('How many'), '3');
  await user.type(dialog.getByLabelText('Why'), 'Test');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await card.findByText('11 points')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await card.findByText('8 points')).toBeTruthy();
  const { sums } = await made.ask('loyalty.ledger', { customerId: 1 as CustomerId });
  expect(sums.map(({ kind }) => kind)).toEqual(['earned']);
});

test('with a value nobody’s points are worth nothing', async () => {
  const made = await shop();
  const rule = { fromOn: addDays(today, -1), spendMinor: 1_000_000, points: 1, worthMinor: 25_000 };
  await made.ask('loyalty.setRule', { rule });
  await made.ask('loyalty.correct', { customerId: 3 as CustomerId, points: 1, why: 'Test' });
  await made.ask('loyalty.correct', { customerId: 3 as CustomerId, points: -1, why: 'Test' });
  renderApp(made.app, '/customers/3');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  expect(await card.findByText('0 points, worth Rp 0')).toBeTruthy();
  expect(card.queryByText('No value of a point is set.')).toBeNull();
});

test('more points than there are cannot be taken, and it says so', async () => {
  const made = await shop();
  const rule = {
    fromOn: addDays(today, -30),
    spendMinor: 1_000_000,
    points: 1,
    worthMinor: 25_000,
  };
  await made.ask('loyalty.setRule', { rule });
  const { user } = renderApp(made.app, '/customers/3');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  await user.click(card.getByRole('button', { name: 'Put right' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: 'Take points' }));
  await user.type(dialog.getByLabelText('How many'), '3');
  await user.type(dialog.getByLabelText('Why'), 'Test');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/There are not that many points/)).toBeTruthy();
  expect(await made.ask('loyalty.ledger', { customerId: 3 as CustomerId })).toMatchObject({
    balance: 2,
  });
});

const giving = {
  ...{ fromOn: addDays(today, -30), spendMinor: 1_000_000, points: 1, worthMinor: 25_000 },
};

/** Points by the amounts of each customer's sales. */
async function pointsFrom(made: TempShop): Promise<number[]> {
  const { rows } = await made.ask('sales.list', {});
  const each = (id: number) =>
    rows
      .filter((one) => one.customerId === id)
      .reduce((sum, { totalMinor }) => sum + Math.floor(totalMinor / giving.spendMinor), 0);
  return [1, 2, 3].map(each).filter((points) => points > 0);
}

test('the page says what all points are worth, whose they are, and where no worth is set', async () => {
  const made = await shop();
  await made.ask('loyalty.setRule', { rule: giving });
  await made.ask('insights.refresh', {});
  const held = await pointsFrom(made);
  const points = held.reduce((sum, one) => sum + one, 0);
  const { user, addresses } = renderApp(made.app, '/loyalty');
  const card = within(await screen.findByRole('region', { name: 'Points customers hold' }));
  const worth = new Intl.NumberFormat('en-GB').format((points * giving.worthMinor) / 100);
  expect(
    card.getByText(
      `${held.length} customers hold ${points} points. At Rp 250 a point they are worth Rp ${worth}: what the shop still owes for them.`,
    ),
  ).toBeTruthy();
  await made.ask('loyalty.setRule', {
    ...{ rule: { ...giving, fromOn: today, worthMinor: 0 }, rewrites: true },
  });
  expect(await card.findByText(/No value of a point is set, so what they are worth/)).toBeTruthy();
  expect(screen.getByText(/No value of a point is set\.$/)).toBeTruthy();
  await user.click(card.getByText('See who'));
  expect(addresses.at(-1)).toBe('/customers?only=pointsHeld');
});

test('rewards are added with what they cost, and removed', async () => {
  const made = await shop();
  await made.ask('loyalty.setRule', { rule: giving });
  const { user } = renderApp(made.app, '/loyalty');
  const rewards = within(await screen.findByRole('region', { name: 'What points buy' }));
  await user.type(rewards.getByLabelText('Reward'), 'Mug');
  await user.type(rewards.getByLabelText('Costs so many points'), '9');
  await user.click(rewards.getByText('Add a reward'));
  expect(await rewards.findByText('9 points')).toBeTruthy();
  await user.click(rewards.getByLabelText('Remove Mug'));
  expect(await rewards.findByText(/^No rewards yet/)).toBeTruthy();
});

test('points are spent on a reward: what is left is said before, and too few are refused', async () => {
  const made = await shop();
  await made.ask('loyalty.setRule', { rule: giving });
  await made.ask('loyalty.addReward', { name: 'Mug', points: 9 });
  await made.ask('loyalty.addReward', { name: 'Tea', points: 3 });
  const { user } = renderApp(made.app, '/customers/1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  await user.click(card.getByText('Spend points'));
  const dialog = within(await screen.findByRole('dialog'));
  const field = await dialog.findByLabelText('For which reward', { selector: 'input' });
  await user.click(field);
  await user.click(await screen.findByText('Mug: 9 points'));
  expect(await dialog.findByText('1 point too few.')).toBeTruthy();
  await user.click(field);
  await user.click(await screen.findByText('Tea: 3 points'));
  expect(await dialog.findByText('5 points are left afterwards.')).toBeTruthy();
  await user.keyboard('{Enter}');
  await user.click(dialog.getAllByText('Spend points').at(-1) ?? document.body);
  expect(await card.findByText('5 points, worth Rp 1,250')).toBeTruthy();
});

test('a customer’s page says how many of the points run out, and until when they hold', async () => {
  const made = await shop();
  // Said eleven days before: of Ratna's two sales only the first is that near to its end.
  await made.ask('loyalty.setRule', { rule: { ...giving, monthsValid: 1, remindDays: 11 } });
  renderApp(made.app, '/customers/1');
  const card = within(await screen.findByRole('region', { name: 'Points' }));
  const [first, second] = [5_200_000, 3_100_000].map((minor) =>
    Math.floor(minor / giving.spendMinor),
  );
  expect(
    await card.findByText(new RegExp(`^${Number(first) + Number(second)} points`)),
  ).toBeTruthy();
  expect(
    card.getByText(`${first} of them run out soon, the first hold until 26 June 2026.`),
  ).toBeTruthy();
});

test('Today says whose points run out soon, and opens exactly them', async () => {
  const made = await shop();
  await made.ask('loyalty.setRule', { rule: { ...giving, monthsValid: 1 } });
  await made.ask('insights.refresh', {});
  const { user, addresses } = renderApp(made.app, '/today');
  const card = within(await screen.findByRole('region', { name: 'Points that run out soon' }));
  // 8 of Ratna and 2 of Sari; Budi has none.
  expect(
    card.getByText('2 customers lose 10 points within 30 days, the first hold until 26 June 2026.'),
  ).toBeTruthy();
  await user.click(card.getByText('See who'));
  expect(addresses.at(-1)).toContain('only=pointsEnding');
  const filter = { only: 'pointsEnding' as const };
  const { rows } = await made.ask('customers.reckoned', {
    filter,
    order: { sort: 'name', descending: false },
  });
  expect(rows.map(({ name }) => name)).toEqual(['Ratna', 'Sari']);
});
