import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createNodePlatform } from '#build/node-platform.ts';
import { startUp } from '#electron/startup.ts';
import { useTasks } from '#renderer/state/tasks.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function openSettings() {
  const folder = tempFolder();
  const app = await startTestApplication({}, folder);
  const send = (channel: string, input: object) =>
    app.dispatch({ channel, input, callId: `test-${channel}` });
  await send('settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  const rendered = renderApp(app, '/settings');
  return { app, folder, send, ...rendered };
}

const secret = 'kopi tubruk 77';

async function setPassword(user: ReturnType<typeof renderApp>['user']): Promise<string> {
  await user.click(await screen.findByRole('button', { name: 'Set a password…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Set a password' });
  for (const label of ['New password', 'The new password once more']) {
    await user.click(within(dialog).getByLabelText(label));
    await user.paste(secret);
  }
  await user.click(within(dialog).getByRole('button', { name: 'Set the password' }));
  const shown = await screen.findByRole('dialog', { name: 'Your recovery code' });
  return within(shown).getByText(/^\w{4}(-\w{4}){5}$/).textContent ?? '';
}

test('what still runs is named before a password stops it, and only that', async () => {
  const { user } = await openSettings();
  const { started, ended } = useTasks.getState();
  const begin = (callId: string, title: string | null) =>
    started({ callId, channel: 'imports.read', title, progress: null });
  begin('one', 'pelanggan.xlsx');
  begin('unnamed', null);
  await user.click(await screen.findByRole('button', { name: 'Set a password…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Set a password' });
  const said = () => within(dialog).queryByText(/^Still running/u)?.textContent ?? null;
  expect(said()).toBe(
    'Still running: pelanggan.xlsx. It is stopped by this; start it again afterwards.',
  );
  act(() => begin('two', 'Report'));
  expect(said()).toBe(
    'Still running: pelanggan.xlsx, Report. They are stopped by this; start them again afterwards.',
  );
  act(() => ['one', 'two', 'unnamed'].forEach(ended));
  expect(said()).toBeNull();
});

test('a password is set, its code shown once, and both open the shop at the next start', async () => {
  const { app, folder, user, unmount } = await openSettings();
  expect(await screen.findByText(/whoever opens this laptop can read/)).toBeTruthy();
  const code = await setPassword(user);
  const dialog = screen.getByRole('dialog', { name: 'Your recovery code' });
  const done = within(dialog).getByRole('button', { name: 'Done' });
  expect(done.hasAttribute('disabled')).toBe(true);
  await user.click(within(dialog).getByLabelText('I have kept the code'));
  await user.click(done);
  await waitFor(() => expect(screen.queryByText(code)).toBeNull());
  expect(await screen.findByText('A password protects the data and its backups.')).toBeTruthy();
  // The claim, counted by other means: the file begins as no open database does.
  const head = readFileSync(join(folder, 'langgan.db')).subarray(0, 15).toString('latin1');
  expect(head).not.toBe('SQLite format 3');
  unmount();
  await app.close();
  const platform = createNodePlatform({
    dialogs: {
      openSpreadsheets: async () => null,
      openBackup: async () => null,
      saveTable: async () => null,
      chooseDataFolder: async () => null,
    },
    log: { info: () => undefined, error: () => undefined },
    appVersion: '0.0.0-test',
  });
  const again = await startUp(platform, {
    locate: async () => ({ path: folder, isMissing: false }),
    backsUpAtQuit: false,
  });
  const next = renderApp(again, '/today');
  expect(
    await screen.findByRole('heading', { name: 'This shop is protected by a password' }),
  ).toBeTruthy();
  await next.user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText('Type the password.')).toBeTruthy();
  const field = screen.getByLabelText('Password or recovery code');
  await next.user.type(field, 'kopi tubruk 78{Enter}');
  expect(await screen.findByText(/neither the password nor the recovery code/)).toBeTruthy();
  await next.user.type(field, `${code.toLowerCase()}{Enter}`);
  expect(await screen.findByRole('heading', { level: 1, name: /Today|Good/ })).toBeTruthy();
  await again.close();
});

test('a backup that cannot be protected is named, since it stays readable', async () => {
  const { folder, send, user } = await openSettings();
  const made = await send('backups.make', { cause: 'manual' });
  if (!made.ok) throw new Error(made.error.code);
  const { fileName } = made.value as { fileName: string };
  const path = join(folder, 'backups', fileName);
  writeFileSync(path, readFileSync(path).fill(1, 5000, 5010));
  await setPassword(user);
  const said = `1 backup could not be protected and stays readable: ${fileName}`;
  expect(screen.getByText(said)).toBeTruthy();
  expect(readFileSync(path).subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
});

test('taking it off asks for it, says what still asks, and the file lies open then', async () => {
  const { folder, user } = await openSettings();
  await setPassword(user);
  await user.click(screen.getByLabelText('I have kept the code'));
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the password…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Remove the password' });
  expect(
    within(dialog).getByText(/Backups made until now still ask for the password/),
  ).toBeTruthy();
  await user.click(within(dialog).getByLabelText('The password, or the recovery code'));
  await user.paste('not it at all');
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/neither the password nor the recovery code/)).toBeTruthy();
  await user.clear(within(dialog).getByLabelText('The password, or the recovery code'));
  await user.paste(secret);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('The password has been removed.')).toBeTruthy();
  const head = readFileSync(join(folder, 'langgan.db')).subarray(0, 15).toString('latin1');
  expect(head).toBe('SQLite format 3');
});

test('two passwords that differ, or a short one, are refused beside the field, and nothing is set', async () => {
  const { user, send } = await openSettings();
  await user.click(await screen.findByRole('button', { name: 'Set a password…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Set a password' });
  await user.type(within(dialog).getByLabelText('New password'), 'short');
  await user.type(within(dialog).getByLabelText('The new password once more'), 'shorter');
  await user.click(within(dialog).getByRole('button', { name: 'Set the password' }));
  expect(within(dialog).getByText('8 characters or more, please.')).toBeTruthy();
  expect(within(dialog).getByText('The two are not the same.')).toBeTruthy();
  expect(await send('password.state', {})).toEqual({ ok: true, value: { isProtected: false } });
});

test('the screen is locked at once or when nobody is there, and what was at hand is there again after', async () => {
  const { user } = await openSettings();
  await setPassword(user);
  await user.click(screen.getByLabelText('I have kept the code'));
  await user.click(screen.getByRole('button', { name: 'Done' }));
  const name = await screen.findByLabelText('Shop name');
  await user.click(name);
  await user.paste(' Sekali');
  await user.click(screen.getByRole('button', { name: 'Lock now' }));
  expect(await screen.findByRole('heading', { name: 'The screen is locked' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Settings' })).toBeNull();
  await user.click(screen.getByLabelText('Password or recovery code'));
  await user.paste(secret);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
  await waitFor(() =>
    expect((screen.getByLabelText('Shop name') as HTMLInputElement).value).toContain('Sekali'),
  );
  const minutes = screen.getByLabelText('Lock the screen');
  await user.clear(minutes);
  await user.type(minutes, '1{Enter}');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    await user.click(screen.getByText('Password', { selector: 'h3, h2' }));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(screen.queryByRole('heading', { name: 'The screen is locked' })).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
  } finally {
    vi.useRealTimers();
  }
  expect(await screen.findByRole('heading', { name: 'The screen is locked' })).toBeTruthy();
});
