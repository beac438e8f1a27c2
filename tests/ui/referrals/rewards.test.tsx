import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { brought, buildReferrals } from '#tests/support/referrals/referral-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { plain } from '#tests/support/worth/cards.ts';

const idOf = (name: string) => (brought.findIndex(([one]) => one === name) + 1) as CustomerId;

async function shop(language: 'id' | 'en' = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => buildReferrals(raw));
  await made.ask('settings.update', {
    ...{ shopName: 'Sekar', language, country: 'ID', currency: 'IDR' },
  });
  return made;
}

/** Three that are owed, two of them money, and one that was given; every sum another. */
async function filled(language: 'id' | 'en' = 'en') {
  const made = await shop(language);
  for (const [who, about, what, amountMinor, givenOn] of [
    ['Ratna', 'Budi', '', 5_000_000, null],
    ['Budi', 'Budi', 'Kopi', 1_200_000, null],
    ['Dedi', 'Dedi', 'Mug', null, null],
    ['Eni', 'Fani', '', 900_000, '2026-06-10'],
  ] as const)
    await made.ask('referrals.noteReward', {
      ...{ customerIds: [idOf(who)], aboutId: idOf(about), what, amountMinor, givenOn },
    });
  return made;
}

const lines = (list: HTMLElement) => within(list).getAllByRole('listitem').map(plain);

test('a reward is noted for both on the page, said to be owed, and given there', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, `/customers/${idOf('Ratna')}`);
  await user.click(await screen.findByRole('button', { name: 'Note a reward' }));
  const dialog = await screen.findByRole('dialog', { name: 'Reward for a referral' });
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText(/an amount or words/)).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Or in words'), 'Bag of coffee');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  const list = await screen.findByRole('list', { name: 'Rewards' });
  const { rows } = await made.ask('referrals.rewards', {});
  expect(rows).toHaveLength(2);
  const [{ aboutId = 0, aboutName = '' } = {}] = rows;
  expect(lines(list)).toEqual([
    expect.stringContaining(
      `Ratna: Bag of coffeefor referring ${aboutName}owed since 15 June 2026`,
    ),
  ]);
  // Theirs stands on the page of who was brought.
  const own = await made.ask('referrals.rewards', { filter: { customerId: aboutId as never } });
  expect(own.rows.map(({ name }) => name)).toEqual(['Ratna', aboutName]);
  await user.click(
    within(list).getByRole('button', { name: 'Ratna: Bag of coffee was given today' }),
  );
  expect(await within(list).findByText('given 15 June 2026')).toBeTruthy();
  expect((await made.ask('referrals.rewards', {})).sums).toMatchObject({ owed: 1, given: 1 });
});

test.each(['en', 'id'] as const)(
  'the list says what is owed and what was given, and shows the one or the other: %s',
  async (language) => {
    const made = await filled(language);
    const { user, addresses } = renderApp(made.app, '/customers/rewards');
    const said =
      language === 'en'
        ? '3 are still owed, IDR 62,000 of it money. 1 was given, IDR 9,000 of it money.'
        : '3 belum diberikan, IDR 62.000 di antaranya uang. 1 sudah diberikan, IDR 9.000 di antaranya uang.';
    const list = await screen.findByRole('list', {
      name: language === 'en' ? 'Rewards' : 'Hadiah ajakan',
    });
    expect(plain(list.closest('main') ?? document.body)).toContain(said);
    expect(lines(list).map((line) => line.split(':')[0])).toEqual(['Ratna', 'Budi', 'Dedi', 'Eni']);
    if (language === 'id') return;
    await user.click(screen.getByRole('button', { name: 'Given or owed' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Given', hidden: true }));
    expect(addresses.at(-1)).toMatch(/state=given$/);
    expect(await screen.findByText('given 10 June 2026')).toBeTruthy();
    expect(screen.queryByText('owed since 15 June 2026')).toBeNull();
  },
);

test('Today has those that are owed, with the way to all of them, and none where none is', async () => {
  const made = await filled();
  const { user } = renderApp(made.app, '/today');
  const card = await screen.findByRole('region', { name: /^Rewards owed/ });
  expect(plain(card)).toContain('Rewards owed3');
  expect(lines(within(card).getByRole('list', { name: 'Rewards' }))).toHaveLength(3);
  expect(within(card).queryByText(/^given/)).toBeNull();
  const link = within(card).getByRole('link', { name: 'See all 3' });
  expect(link.getAttribute('href')).toMatch(/\/customers\/rewards\?state=owed$/);
  for (const button of within(card).getAllByRole('button', { name: /was given today$/ }))
    await user.click(button);
  await screen.findByText('The reward was given.');
});
