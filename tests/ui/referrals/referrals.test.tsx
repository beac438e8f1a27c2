import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { brought, buildReferrals, countBrought } from '#tests/support/referrals/referral-shop.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const)
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });

const idOf = (name: string) => (brought.findIndex(([one]) => one === name) + 1) as CustomerId;

async function shop(language: 'id' | 'en' = 'en') {
  const made = await tempShop((raw) => buildReferrals(raw));
  await made.ask('settings.update', {
    shopName: 'Sekar',
    language,
    country: 'ID',
    currency: 'IDR',
  });
  return made;
}

const rupiah = (minor: number) => `Rp ${new Intl.NumberFormat('en').format(minor / 100)}`;
const texts = (within_: HTMLElement) => within_.textContent?.replaceAll('\u00a0', ' ') ?? '';

test('the page of a customer says whom they brought, and what those bought', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, `/customers/${idOf('Ratna')}`);
  const card = await screen.findByRole('region', { name: /^Referrals/ });
  const direct = countBrought(['Budi', 'Cici', 'Dedi']);
  const all = countBrought(['Budi', 'Cici', 'Dedi', 'Eni', 'Fani', 'Gita']);
  expect(texts(card)).toContain(
    `Referred ${direct.count} people. ${direct.buyers} of them have bought, ${direct.purchases}× in all, for ${rupiah(direct.revenueMinor)}.`,
  );
  expect(texts(card)).toContain(
    `With whom those referred in turn: ${all.count} people, ${rupiah(all.revenueMinor)}.`,
  );
  const tree = within(card).getByRole('list', { name: 'Whom they referred' });
  const rows = within(tree).getAllByRole('listitem');
  expect(rows.map((row) => [row.dataset['depth'], texts(row)])).toEqual([
    ['1', `Dedi${rupiah(countBrought(['Dedi']).revenueMinor)}`],
    ['1', `Budi${rupiah(countBrought(['Budi']).revenueMinor)}`],
    ['2', `Eni${rupiah(countBrought(['Eni']).revenueMinor)}`],
    ['3', `Fani${rupiah(countBrought(['Fani']).revenueMinor)}and 1 more`],
    ['1', 'Cicinothing bought yet'],
  ]);
  await user.click(within(card).getByRole('link', { name: 'See them in the list' }));
  expect(addresses.at(-1)).toContain(`referredBy=${idOf('Ratna')}`);
  expect(await screen.findByText('Referred by Ratna')).toBeTruthy();
  const summary = await screen.findByText(`${direct.count} customers`);
  expect(summary).toBeTruthy();
});

test('the page of one who was brought says by whom, step by step, in Indonesian too', async () => {
  const made = await shop('id');
  renderApp(made.app, `/customers/${idOf('Gita')}`);
  const card = await screen.findByRole('region', { name: /^Ajakan/ });
  expect(texts(card)).toContain('Diajak oleh Fani.');
  const line = within(card).getByRole('list', { name: 'Siapa yang mengajak sebelumnya' });
  expect(within(line).getAllByRole('listitem').map(texts)).toEqual(['Eni', 'Budi', 'Ratna']);
});

test('one who neither was brought nor brought anybody has no such card', async () => {
  const made = await shop();
  renderApp(made.app, `/customers/${idOf('Hadi')}`);
  await screen.findByRole('heading', { level: 1, name: 'Hadi' });
  await screen.findByText('Details');
  expect(screen.queryByRole('region', { name: /^Referrals/ })).toBeNull();
});

test('a circle is refused in plain words, and what was typed stays', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, `/customers/${idOf('Ratna')}`);
  await user.click(await screen.findByRole('button', { name: 'Edit the details' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit the details' });
  const field = within(dialog).getByRole('combobox', { name: 'Referred by' });
  await user.type(field, 'Gita');
  await user.click(await screen.findByRole('option', { name: 'Gita', hidden: true }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText(/it would be a circle/)).toBeTruthy();
  expect(field).toHaveProperty('value', 'Gita');
});

test('a new customer is written down with who brought them', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/customers');
  await screen.findByRole('grid');
  await user.keyboard('{Control>}n{/Control}');
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Name'), 'Ika');
  await user.type(within(dialog).getByRole('combobox', { name: 'Referred by' }), 'Hadi');
  await user.click(await screen.findByRole('option', { name: 'Hadi', hidden: true }));
  await user.click(within(dialog).getByRole('button', { name: 'Save the customer' }));
  const card = await screen.findByRole('region', { name: /^Referrals/ });
  expect(texts(card)).toContain('Referred by Hadi.');
});

test('the list is filtered by who was brought and who brought others', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/customers');
  await user.click(await screen.findByRole('button', { name: 'Referral' }));
  await user.click(
    await screen.findByRole('menuitemcheckbox', { name: 'Has referred others', hidden: true }),
  );
  expect(addresses.at(-1)).toMatch(/referral=refers$/);
  const bringers = brought.filter(([name]) => brought.some(([, by]) => by === name));
  expect(bringers).toHaveLength(4);
  expect(await screen.findByText('4 customers')).toBeTruthy();
});

test('before a merge stands who is not taken as the one who brought them', async () => {
  const made = await tempShop((raw) => {
    buildReferrals(raw);
    raw.exec(`INSERT INTO contact_points (customer_id, kind, value, match_key)
      VALUES (4, 'phone', '+6281255500137', '6281255500137'), (6, 'phone', '+6281255500137', '6281255500137')`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'S', language: 'en', currency: 'IDR' });
  renderApp(made.app, `/customers/same?of=${idOf('Dedi')}`);
  expect(
    await screen.findByText(
      /That Eni referred them is left out: a customer has one who referred them\./,
    ),
  ).toBeTruthy();
  expect(screen.getByText(/They stay referred by Ratna\./)).toBeTruthy();
});
