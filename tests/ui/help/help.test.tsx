import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { helpTexts } from '#shared/locale/help.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

beforeEach(() => useUi.setState({ isHelpOpen: false, isKeysOpen: false }));

async function openApp(path: string, language: 'id' | 'en' = 'en') {
  const app = await startTestApplication();
  const input = { shopName: 'Sekar Pagi', language };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const rendered = renderApp(app, path);
  await screen.findByText('Sekar Pagi');
  return rendered;
}

test('F1 explains the page from a field too, and Esc gives the field back', async () => {
  const { user } = await openApp('/settings');
  const field = await screen.findByRole('textbox', { name: 'Shop name' });
  await user.click(field);
  await user.keyboard('{F1}');
  const drawer = await screen.findByRole('dialog', { name: 'Settings' });
  expect(within(drawer).getByText(helpTexts.en.page.settings.for)).toBeTruthy();
  // The name of a button is its words of today, not a key.
  expect(drawer.textContent).not.toContain('$t(');
  expect(within(drawer).getByText('Export everything…').localName).toBe('b');
  // The page that is explained is the one behind it.
  expect(within(drawer).queryByRole('button', { name: 'Open this page' })).toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(field);
});

test('the button above every page opens it in Indonesian, and it leads on and to the keys', async () => {
  const { user, addresses } = await openApp('/customers/same', 'id');
  await user.click(await screen.findByRole('button', { name: 'Jelaskan halaman ini' }));
  const drawer = await screen.findByRole('dialog', { name: 'Orang yang sama?' });
  const next = within(drawer).getByRole('navigation', { name: 'Baca juga' });
  await user.click(within(next).getByRole('button', { name: 'Kesehatan data' }));
  expect(await screen.findByRole('dialog', { name: 'Kesehatan data' })).toBeTruthy();
  await user.click(within(drawer).getByRole('button', { name: 'Buka halaman ini' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/customers/health'));
  await user.keyboard('{F1}');
  const again = await screen.findByRole('dialog', { name: 'Kesehatan data' });
  await user.click(within(again).getByRole('button', { name: 'Tombol keyboard' }));
  expect(await screen.findByRole('dialog', { name: 'Tombol keyboard' })).toBeTruthy();
});

test('over another dialog F1 opens nothing', async () => {
  const { user } = await openApp('/settings');
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByRole('dialog', { name: 'New customer' });
  await user.keyboard('{F1}');
  expect(screen.getAllByRole('dialog').length).toBe(1);
});

test('the palette finds help by a word of its text, and opens it at full width', async () => {
  const { user, addresses } = await openApp('/settings');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/Type a name/), 'misspelt');
  const group = (await screen.findByText(/once misspelt/)).closest('button');
  if (group === null) throw new Error('not a button');
  expect(within(group).getByText('Same person?')).toBeTruthy();
  await user.click(group);
  await waitFor(() => expect(addresses.at(-1)).toBe('/help?page=samePerson'));
  expect(await screen.findByRole('heading', { level: 2, name: 'Same person?' })).toBeTruthy();
});

test('the place of help lists every page, searches them, and says where nothing is found', async () => {
  const { user, addresses } = await openApp('/help');
  const contents = await screen.findByRole('navigation', { name: 'Pages' });
  const pages = Object.keys(helpTexts.en.page).length;
  expect(within(contents).getAllByRole('link').length).toBe(pages);
  const box = within(contents).getByRole('searchbox', { name: 'Search in help' });
  await user.type(box, 'stick');
  const found = within(contents).getAllByRole('link');
  expect(found.map(({ textContent }) => textContent)).toEqual(['Backups', 'Restore from a backup']);
  await user.click(found[0] as HTMLElement);
  await waitFor(() => expect(addresses.at(-1)).toBe('/help?page=backups'));
  await user.click(await screen.findByRole('button', { name: 'Open this page' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/settings/backups'));
});

test('words that help does not have are said back', async () => {
  const { user } = await openApp('/help?page=customer');
  expect(await screen.findByRole('heading', { level: 2, name: 'A customer' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open the list it is in' })).toBeTruthy();
  await user.type(screen.getByRole('searchbox', { name: 'Search in help' }), 'zebra');
  expect(screen.getByText('Help has nothing on “zebra”. Try another word.')).toBeTruthy();
});
