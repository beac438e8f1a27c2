import { notificationsStore } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// jsdom lays nothing out: the virtual list is given a height to have rows in.
for (const [side, pixels] of [
  ['clientHeight', 600],
  ['clientWidth', 1000],
] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => pixels });
}

const people = [
  { name: 'Wulan Sari', city: 'Sleman', tags: ['kantor, sekolah'] },
  { name: 'Ratna Kusuma', city: 'Bantul', tags: ['kantor, sekolah', 'reseller'] },
  { name: 'Damar Jati', city: 'Sleman', tags: [] },
  ...['Wates', 'Klaten', 'Solo', 'Magelang', 'Kudus', 'Jepara', 'Pati'].map((city) => ({
    name: `Toko ${city}`,
    city,
    tags: [],
  })),
];

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (const [index, person] of people.entries()) {
      const customerId = addCustomer(raw, person);
      addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: 1_000_000 - index });
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  return made;
}

/** The list's customers from its top. */
function names(): string[] {
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return rows.map((row) => row.querySelector('b')?.textContent ?? '');
}

async function shows(...expected: string[]): Promise<void> {
  await waitFor(() => expect(names()).toEqual(expected));
}

/** What stands in a menu, which jsdom cannot place and therefore takes as hidden. */
function floating(name: string | RegExp) {
  return { name, hidden: true };
}

test('the search stands in the address, and ↓ and Enter go on into the list', async () => {
  const { user, addresses } = renderApp((await shop()).app);
  await screen.findByRole('grid');
  await user.keyboard('/');
  await user.keyboard('wulan ');
  await shows('Wulan Sari');
  expect(addresses.at(-1)).toBe('/customers?search=wulan');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Wulan Sari' })).toBeTruthy();
});

test('a city among many is found by typing, and taken off again', async () => {
  const { user, addresses } = renderApp((await shop()).app);
  await screen.findByRole('grid');
  await user.click(screen.getByRole('button', { name: 'City' }));
  await user.type(await screen.findByRole('searchbox', floating('City')), 'slem');
  const found = await screen.findAllByRole('menuitemcheckbox', floating(/./));
  expect(found.map((one) => one.textContent)).toEqual(['Sleman2']);
  await user.click(found[0] as HTMLElement);
  await shows('Wulan Sari', 'Damar Jati');
  expect(addresses.at(-1)).toBe('/customers?city=Sleman');
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Remove the filter: City: Sleman' }));
  await waitFor(() => expect(names()).toHaveLength(people.length));
  expect(addresses.at(-1)).toBe('/customers');
});

test('a tag on a customer’s page opens all who have it, whatever is in the tag', async () => {
  const { user, addresses } = renderApp((await shop()).app, '/customers/1');
  await user.click(await screen.findByRole('button', { name: 'kantor, sekolah' }));
  await screen.findByRole('grid');
  await shows('Wulan Sari', 'Ratna Kusuma');
  expect(addresses.at(-1)).toBe('/customers?tags=kantor%2C+sekolah');
  expect(screen.getByText('Tag: kantor, sekolah')).toBeTruthy();
});

test('each chip says how many it leaves, and leaves as many', async () => {
  const { user } = renderApp((await shop()).app);
  await screen.findByRole('grid');
  const group = await screen.findByRole('group', { name: 'Filter by tier' });
  await waitFor(() => expect(group.textContent).toContain(`All ${people.length}`));
  const [all, ...layers] = within(group).getAllByRole('button');
  const counts = layers.map((chip) => Number(/\d+$/.exec(chip.textContent ?? '')?.[0]));
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count)).toBe(people.length);
  for (const [index, chip] of layers.entries()) {
    await user.click(chip);
    await waitFor(() => expect(names()).toHaveLength(counts[index] ?? 0));
    await user.click(all as HTMLElement);
    await waitFor(() => expect(names()).toHaveLength(people.length));
  }
});

test('rows are picked by keyboard, and Esc lets them go', async () => {
  const { user } = renderApp((await shop()).app, '/customers?tags=kantor%2C+sekolah');
  const grid = await screen.findByRole('grid');
  await shows('Wulan Sari', 'Ratna Kusuma');
  grid.focus();
  expect(grid.getAttribute('aria-rowcount')).toBe('3');
  await user.keyboard('{Control>}a{/Control}');
  expect(await screen.findByText('2 selected')).toBeTruthy();
  const all = screen.getByRole('button', { name: 'Select all' });
  expect(all.getAttribute('aria-pressed')).toBe('true');
  await user.click(all);
  await waitFor(() => expect(screen.queryByText('2 selected')).toBeNull());
  await user.click(all);
  expect(await screen.findByText('2 selected')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText('2 selected')).toBeNull());
  await user.keyboard(' {Shift>}{ArrowDown}{/Shift}');
  expect(await screen.findByText('2 selected')).toBeTruthy();
  expect(within(grid).getAllByRole('row', { selected: true })).toHaveLength(2);
});

test('who comes back to the list finds the row, who asks for another list its first', async () => {
  const { app } = await shop();
  const first = renderApp(app);
  (await screen.findByRole('grid')).focus();
  await first.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Damar Jati' });
  await first.user.click(screen.getByRole('link', { name: 'Customers' }));
  const current = () => {
    const id = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.querySelector('b')?.textContent;
  };
  await screen.findByRole('grid');
  await waitFor(() => expect(current()).toBe('Damar Jati'));
  await first.user.keyboard('/');
  await first.user.keyboard('toko');
  await waitFor(() => expect(current()).toBe('Toko Wates'));
});

/** Picks the first two by the mouse. */
async function pickTwo(user: UserEvent): Promise<void> {
  const rows = within(await screen.findByRole('grid')).getAllByRole('row');
  for (const row of rows.slice(1, 3))
    await user.click(within(row).getAllByRole('gridcell')[0] as HTMLElement);
  expect(await screen.findByText('2 selected')).toBeTruthy();
}

async function nobodyPicked(): Promise<void> {
  await waitFor(() => expect(screen.queryByText('2 selected')).toBeNull());
}

test('Esc lets go of whom the mouse has picked, wherever the keyboard is', async () => {
  const { user, addresses } = renderApp((await shop()).app);
  await screen.findByRole('grid');
  await shows(...people.map(({ name }) => name));
  await pickTwo(user);
  await user.keyboard('{Escape}');
  await nobodyPicked();

  await pickTwo(user);
  await user.click(screen.getByRole('textbox', { name: 'Search names or phones in this list' }));
  await user.keyboard('{Escape}');
  await nobodyPicked();

  await user.keyboard('toko');
  await waitFor(() => expect(addresses.at(-1)).toBe('/customers?search=toko'));
  await pickTwo(user);
  await user.click(screen.getByRole('textbox', { name: 'Search names or phones in this list' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(addresses.at(-1)).toBe('/customers'));
  expect(screen.getByText('2 selected')).toBeTruthy();
  await user.keyboard('{Escape}');
  await nobodyPicked();
});

test('each column that is ticked is in the list, or says that there is no room for it', async () => {
  const { user } = renderApp((await shop()).app);
  await screen.findByRole('grid');
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  const menu = await screen.findByRole('dialog', { hidden: true });
  const columns = () => {
    const titles = screen.getAllByRole('columnheader').map((one) => one.textContent);
    return within(menu)
      .getAllByRole<HTMLInputElement>('checkbox', { hidden: true })
      .map((box) => ({
        title: box.labels?.[0]?.textContent ?? '',
        isTicked: box.checked,
        isSeen: titles.includes(box.labels?.[0]?.textContent ?? ''),
        // What stands below its name.
        said: box.labels?.[0]?.nextElementSibling?.textContent ?? '',
      }));
  };
  const isHonest = () => {
    for (const { isTicked, isSeen, said } of columns())
      expect(said).toBe(isTicked && !isSeen ? 'No room in this window' : '');
  };
  await waitFor(isHonest);
  const before = columns().filter(({ said }) => said !== '');
  expect(before.length).toBeGreaterThan(0);
  await user.click(within(menu).getByLabelText('City'));
  await waitFor(() => expect(columns().find(({ title }) => title === 'City')?.isSeen).toBe(true));
  await waitFor(isHonest);
  expect(columns().filter(({ said }) => said !== '').length).toBeGreaterThan(before.length);
});

test('toasts come one at a time, and what an earlier one said is still taken back', async () => {
  const made = await shop();
  const { user } = renderApp(made.app);
  await shows(...people.map(({ name }) => name));
  const give = async (tag: string) => {
    await pickTwo(user);
    await user.click(screen.getByRole('button', { name: 'Add a tag' }));
    await user.type(
      await screen.findByRole('combobox', floating('Name of the tag')),
      `${tag}{Enter}`,
    );
    await screen.findByText(`Tag “${tag}” added to 2 customers`);
  };
  await give('Pasar');
  await give('Grosir');
  // Counted where they are kept, at once: after a while the earlier one would have gone by itself.
  const kept = () => {
    const { notifications, queue } = notificationsStore.getState();
    return notifications.length + queue.length;
  };
  expect(kept()).toBe(1);
  const given = async () => {
    const { tags } = await made.ask('customers.facets', {});
    return tags.map(({ value }) => value).filter((tag) => tag === 'Pasar' || tag === 'Grosir');
  };
  expect(await given()).toHaveLength(2);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await given()).toEqual(['Pasar']));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await given()).toEqual([]));
  await screen.findByText(/^Undone: /);
  expect(kept()).toBe(1);
});
