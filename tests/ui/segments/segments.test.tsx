import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

const people = [
  { name: 'Wulan Sari', city: 'Sleman', phones: ['+628111'], bought: ['Biji kopi'] },
  { name: 'Ratna Kusuma', city: 'Bantul', phones: ['+628112'], bought: ['Biji kopi', 'Gelas'] },
  { name: 'Damar Jati', city: 'Sleman', phones: [], bought: ['Gelas'] },
  { name: 'Joko Lelono', city: 'Solo', phones: [], bought: [] },
];

async function shop(more = ''): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const [index, { bought, ...person }] of people.entries()) {
      const customerId = addCustomer(raw, person);
      if (bought.length === 0) continue;
      const revenueMinor = 1_000_000 * (index + 1);
      const saleId = addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor });
      for (const product of bought) addLine(raw, saleId, product, 1_000);
    }
    raw.exec(more);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return made;
}

const floating = (name: string | RegExp) => ({ name, hidden: true });

function names(): string[] {
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return rows.map((row) => row.querySelector('b')?.textContent ?? '').sort();
}

/** `2 customers of 4` and what stands under it, as the card beside the conditions says it. */
async function found(sentence: string | RegExp): Promise<void> {
  await waitFor(() => {
    const said = screen.getAllByRole('status').map((one) => one.textContent);
    expect(said.join('\n')).toMatch(sentence);
  });
}

test('a segment is written, counted while one writes, saved, and opens the list of its customers', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/customers/segments/new');
  await user.type(await screen.findByLabelText('Name of the segment'), 'Sleman');
  await found('4 customers of 4');
  await user.click(screen.getByRole('button', { name: 'Condition' }));
  const row = within(screen.getByRole('region', { name: 'Who is in' })).getByRole('listitem');
  expect(within(row).getByText('not finished: left out of the count')).toBeTruthy();
  await user.click(within(row).getByRole('combobox', { name: 'What of the customer' }));
  await user.click(await screen.findByRole('option', floating('City')));
  await user.click(await within(row).findByRole('button', { name: 'City' }));
  await user.click(await screen.findByRole('menuitemcheckbox', floating(/Sleman/)));
  // Wulan and Damar live there; they bought for 1,000,000 and 3,000,000 sen, and one has a phone.
  await found(/2 customers of 4.*Revenue in 12 months Rp\s40,000\. With a phone: 1\./s);
  await user.click(screen.getByRole('button', { name: /Save segment/ }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/customers/segments/1'));
  const { rows } = await made.ask('segments.list', {});
  expect(rows).toMatchObject([
    {
      name: 'Sleman',
      definition: { parts: [{ field: 'city', isNot: false, values: ['Sleman'] }], without: [] },
      counted: { count: 2, withPhone: 1, activeRevenueMinor: 4_000_000 },
    },
  ]);
  await user.click(await screen.findByRole('link', { name: 'See all in the list' }));
  await waitFor(() => expect(names()).toEqual(['Damar Jati', 'Wulan Sari']));
  expect(addresses.at(-1)).toBe('/customers?segment=1');
  const line = screen.getByText('Sleman', { selector: 'b' }).closest('p') as HTMLElement;
  expect(line.textContent).toContain('Sleman: City: Sleman.');
});

test('all segments stand with their conditions in words and live counts; one is duplicated and deleted, and deleting is undone', async () => {
  const made = await shop();
  await made.ask('segments.create', {
    name: 'Beans but no glass',
    definition: {
      match: 'all',
      parts: [{ field: 'product', ids: [1] }],
      without: [{ field: 'product', ids: [2] }],
    },
  });
  const { user } = renderApp(made.app, '/customers/segments');
  const list = await screen.findByRole('list', { name: 'Segments' });
  const line = () => within(list).getByText('Beans but no glass').closest('li') as HTMLElement;
  expect(line().textContent).toContain('Bought: Biji kopi, but without: Bought: Gelas');
  // Wulan alone bought the one and not the other.
  expect(line().textContent).toContain('1 customer');
  await user.click(within(line()).getByRole('button', { name: 'More for Beans but no glass' }));
  await user.click(await screen.findByRole('menuitem', floating('Duplicate')));
  await within(list).findByText('Beans but no glass (copy)');
  await user.click(within(line()).getByRole('button', { name: 'More for Beans but no glass' }));
  await user.click(await screen.findByRole('menuitem', floating('Delete')));
  await waitFor(() => expect(within(list).queryByText('Beans but no glass')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await within(list).findByText('Beans but no glass');
});

test('a segment in the list says its people, their revenue and their phones, and opens them', async () => {
  const made = await shop();
  const parts = [{ field: 'city' as const, isNot: false, values: ['Sleman'] }];
  await made.ask('segments.create', { name: 'Sleman', definition: { parts } });
  const { user, addresses } = renderApp(made.app, '/customers/segments');
  const list = await screen.findByRole('list', { name: 'Segments' });
  const line = within(list).getByText('Sleman').closest('li') as HTMLElement;
  const there = people.filter(({ city }) => city === 'Sleman');
  const phones = there.filter((person) => person.phones.length > 0);
  expect(line.textContent).toContain(`${there.length} customers`);
  expect(line.textContent).toContain(`With a phone: ${phones.length}.`);
  await user.click(within(line).getByRole('button', { name: 'See them in the list' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/customers?segment=1'));
  await waitFor(() => expect(names()).toEqual(there.map(({ name }) => name).sort()));
});

test('what this version does not understand is said where the segment stands, and nobody is counted', async () => {
  const definition = JSON.stringify({
    parts: [{ field: 'city', values: ['Solo'] }, { field: 'moon' }],
  });
  const made = await shop(
    `INSERT INTO segments (name, definition, created_at) VALUES ('Moon', '${definition}', '')`,
  );
  const { user } = renderApp(made.app, '/customers/segments');
  expect(await screen.findByText(/1 condition is not understood/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'See them in the list' })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Moon' }));
  expect(await screen.findByText(/1 condition is not understood/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Save segment/ }));
  await waitFor(() => expect(screen.queryByText(/1 condition is not understood/)).toBeNull());
  await found('1 customer of 4');
});

test('a filter of the list is kept as a segment with one click', async () => {
  const made = await shop();
  const { user } = renderApp(made.app, '/customers?city=Sleman&layers=medium&layers=small');
  await user.click(await screen.findByRole('link', { name: 'Save as a segment' }));
  const card = await screen.findByRole('region', { name: 'Who is in' });
  const said = within(card)
    .getAllByRole('listitem')
    .map((one) => one.getAttribute('aria-label'));
  expect(said).toEqual(['City: Sleman', 'Tier: Medium, Small']);
});
