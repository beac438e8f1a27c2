import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { KEYS } from '#renderer/components/keys/keys.ts';
import { useUi } from '#renderer/state/ui.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function openApp(language: 'id' | 'en') {
  const app = await startTestApplication();
  const input = { shopName: 'Sekar Pagi', language };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  useUi.setState({ isKeysOpen: false, isNewCustomerOpen: false });
  const { user } = renderApp(app, '/settings');
  const field = await screen.findByRole('textbox', { name: /^(Shop name|Nama toko)$/ });
  return { user, field };
}

test('? opens the page of keys, Esc closes it, and in a field it is typed', async () => {
  const { user, field } = await openApp('en');
  await user.click(field);
  await user.keyboard('?');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect((field as HTMLInputElement).value).toBe('Sekar Pagi?');
  field.blur();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  const terms = within(dialog).getAllByRole('term');
  expect(terms.length).toBe(Object.values(KEYS).flatMap((lines) => Object.keys(lines)).length);
  const line = within(dialog).getByText('New sale').parentElement;
  expect(line?.textContent).toBe('New saleF2');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('outside a field ? opens it with or without Shift, but never over another dialog', async () => {
  const { user } = await openApp('id');
  (document.activeElement as HTMLElement | null)?.blur();
  await user.keyboard('{Shift>}?{/Shift}');
  expect(await screen.findByRole('dialog', { name: 'Tombol keyboard' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Tombol keyboard' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('{Control>}n{/Control}');
  expect(await screen.findByRole('dialog', { name: 'Pelanggan baru' })).toBeTruthy();
  await user.keyboard('{F1}');
  expect(screen.getAllByRole('dialog').length).toBe(1);
});

test.each([
  ['en', 'Find a customer', 'Keys', 'Explain this page'],
  ['id', 'Cari', 'Tombol keyboard', 'Jelaskan halaman ini'],
] as const)('a key stands beside what it does (%s)', async (language, find, keys, help) => {
  const { user } = await openApp(language);
  const press = async (key: string, dialog: string) => {
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard(key);
    expect(await screen.findByRole('dialog', { name: dialog })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  };
  const shown = (name: string) => screen.getByRole('button', { name });
  expect(shown(keys).title).toBe(`${keys} (?)`);
  await press('?', keys);
  expect(shown(help).title).toBe(`${help} (F1)`);
  expect(screen.getByRole('button', { name: new RegExp(`${find}.*Ctrl ?K$`, 'u') })).toBeTruthy();
});
