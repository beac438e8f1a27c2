import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { plain } from '#tests/support/worth/cards.ts';

const ratna = 1 as CustomerId;
const coffee = 1 as ProductId;

async function shop(language: 'id' | 'en' = 'en'): Promise<TempShop> {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
    addCustomer(raw, { name: 'Budi' });
    raw.exec(
      `INSERT INTO products (name, name_key, created_at) VALUES ('Kopi Gayo', 'kopi gayo', '')`,
    );
    finishShop(raw);
  });
  await made.ask('settings.update', {
    ...{ shopName: 'Sekar', language, country: 'ID', currency: 'IDR' },
  });
  return made;
}

async function filled(language: 'id' | 'en' = 'en') {
  const made = await shop(language);
  const write = (title: string, pins: object) =>
    made.ask('notes.create', { facts: { title, text: `Isi ${title}`, ...pins } });
  await write('Buka toko', {});
  await write('Antar', { customers: [ratna], causes: ['Terlambat'] });
  await write('Giling', { products: [coffee] });
  await write('Bungkus', { customers: [ratna] });
  return made;
}

/** In a card they stand below its own heading. */
const titles = (list: HTMLElement, level: 2 | 3 = 3) =>
  within(list)
    .getAllByRole('heading', { level })
    .map((heading) => heading.textContent);

test('the place has all, pinned ones first, counted by what they are pinned to; a click and a word leave some', async () => {
  const made = await filled();
  const { user, addresses } = renderApp(made.app, '/notes');
  const list = await screen.findByRole('list', { name: 'How the shop does things' });
  expect(titles(list, 2)).toEqual(['Bungkus', 'Giling', 'Antar', 'Buka toko']);
  expect(plain(list.closest('main') ?? document.body)).toContain(
    '4 of 4. Pinned ones first, then the general ones.',
  );
  const chips = within(screen.getByRole('group', { name: 'Who or what it is about' }));
  expect(chips.getAllByRole('button').map(plain)).toEqual([
    ...['All 4', 'Customers 2', 'Products 1', 'Causes of complaints 1', 'General 1'],
  ]);
  await user.click(chips.getByRole('button', { name: /^Products/ }));
  expect(addresses.at(-1)).toBe('/notes?about=products');
  expect(await screen.findByText(/^1 of 1\./)).toBeTruthy();
  expect(titles(screen.getByRole('list', { name: 'How the shop does things' }), 2)).toEqual([
    'Giling',
  ]);
  await user.click(chips.getByRole('button', { name: /^All/ }));
  await user.type(screen.getByRole('textbox', { name: 'Search how-tos' }), 'terlambat');
  expect(await screen.findByText(/^1 of 1\./)).toBeTruthy();
  expect(titles(screen.getByRole('list', { name: 'How the shop does things' }), 2)).toEqual([
    'Antar',
  ]);
});

test('a customer’s page has theirs, and one written there is pinned to them; it is deleted and taken back', async () => {
  const made = await filled();
  const { user } = renderApp(made.app, `/customers/${ratna}`);
  const card = await screen.findByRole('region', { name: 'How we do it' });
  expect(await within(card).findByText('Isi Antar')).toBeTruthy();
  expect(titles(card)).toEqual(['Bungkus', 'Antar']);
  await user.click(within(card).getByRole('button', { name: 'Write one here' }));
  const dialog = await screen.findByRole('dialog', { name: 'Write a how-to' });
  expect(within(dialog).getByRole('button', { name: 'Unpin Ratna' })).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText('Give it a title first.')).toBeTruthy();
  await user.type(within(dialog).getByLabelText(/^Title/), 'Bayar');
  await user.type(within(dialog).getByLabelText('How it is done'), 'Transfer saja');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(card).findByText('Transfer saja')).toBeTruthy();
  const { rows } = await made.ask('notes.pinned', { customer: ratna });
  expect(rows[0]?.facts).toMatchObject({ title: 'Bayar', customers: [ratna] });
  await user.click(within(card).getByRole('button', { name: 'Delete “Bayar”' }));
  await screen.findByText('How-to moved to the trash');
  expect(within(card).queryByText('Transfer saja')).toBeNull();
});

test('what was half-typed is there again, until it is let go of', async () => {
  const made = await filled();
  const first = renderApp(made.app, `/customers/${ratna}`);
  const open = async (user: typeof first.user) => {
    const card = await screen.findByRole('region', { name: 'How we do it' });
    await user.click(within(card).getByRole('button', { name: 'Write one here' }));
    return within(await screen.findByRole('dialog', { name: 'Write a how-to' }));
  };
  const dialog = await open(first.user);
  await first.user.type(dialog.getByLabelText('How it is done'), 'Separuh');
  first.unmount();
  const again = renderApp(made.app, `/customers/${ratna}`);
  const reopened = await open(again.user);
  expect((reopened.getByLabelText('How it is done') as HTMLTextAreaElement).value).toBe('Separuh');
  expect(reopened.getByText(/what you had not finished writing/)).toBeTruthy();
  await again.user.click(reopened.getByRole('button', { name: 'Start over' }));
  expect((reopened.getByLabelText('How it is done') as HTMLTextAreaElement).value).toBe('');
});

test('a product has its own, and the empty place teaches in Indonesian', async () => {
  const made = await filled();
  const first = renderApp(made.app, `/sales/products/${coffee}`);
  const card = await screen.findByRole('region', { name: 'How we do it' });
  expect(await within(card).findByText('Isi Giling')).toBeTruthy();
  expect(titles(card)).toEqual(['Giling']);
  first.unmount();
  renderApp((await shop('id')).app, '/notes');
  expect(await screen.findByText('Belum ada cara kerja')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Tulis cara kerja' })).toBeTruthy();
});

test('a complaint has those about its cause, and only what is pinned to nothing is general', async () => {
  const made = await tempShop((raw) => {
    addCustomer(raw, { name: 'Tari' });
    raw.exec(`INSERT INTO complaints (number, customer_id, kind, channel, severity, title, state, cause,
        cause_key, received_at, answer_due_at, resolution_due_at, created_at)
      VALUES ('K-1', 1, 'customer', 'visit', 'light', 'Lama', 'diagnosed', 'Terlambat', 'terlambat',
        '2026-06-14T03:00:00.000Z', '2026-06-14T09:00:00.000Z', '2026-06-16T09:00:00.000Z', '')`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  await made.ask('notes.create', { facts: { title: 'Minta maaf', causes: ['Terlambat'] } });
  await made.ask('notes.create', { facts: { title: 'Umum saja' } });
  const first = renderApp(made.app, '/complaints/1');
  const card = await screen.findByRole('region', { name: 'How we do it' });
  expect(
    await within(card).findByRole('link', { name: 'About the cause “Terlambat”' }),
  ).toBeTruthy();
  expect(titles(card)).toEqual(['Minta maaf']);
  expect(within(card).queryByText('General')).toBeNull();
  first.unmount();
  renderApp(made.app, '/notes');
  const list = await screen.findByRole('list', { name: 'How the shop does things' });
  const general = within(list)
    .getAllByRole('listitem')
    .map((item) => within(item).queryByText('General') !== null);
  expect(general).toEqual([false, true]);
});

test('of more than a page of how-tos it says how many are shown', async () => {
  const made = await tempShop((raw) => {
    const write = raw.prepare(
      "INSERT INTO notes (title, text, created_at, changed_at) VALUES (?, '', '', ?)",
    );
    for (let index = 1; index <= 103; index += 1) write.run(`Cara ${index}`, '2026-06-01');
    addCustomer(raw, { name: 'Tari' });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const { user } = renderApp(made.app, '/notes');
  expect(await screen.findByText(/^100 of 103\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText(/^103 of 103\./)).toBeTruthy();
});
