import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

const password = 'kopi tubruk 77';

async function ask(app: Application, channel: string, input: object): Promise<never> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as never;
}

/** A copy of a shop with a password, on a stick. */
async function copyOnStick(): Promise<string> {
  const folder = tempFolder();
  const app = await startTestApplication({}, folder);
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  for (const name of ['Ratna', 'Budi', 'Sri'])
    await ask(app, 'customers.create', { ...EMPTY_FACTS, name });
  await ask(app, 'password.set', { password });
  const { fileName }: { fileName: string } = await ask(app, 'backups.make', { cause: 'manual' });
  await app.close();
  const stick = join(tempFolder(), 'stick.db');
  for (const end of ['', '.json'])
    copyFileSync(join(folder, 'backups', `${fileName}${end}`), `${stick}${end}`);
  return stick;
}

test('a copy under another password asks for it, says a wrong one, and says which one holds after', async () => {
  const stick = await copyOnStick();
  const folder = tempFolder();
  const app = await startTestApplication({ openBackup: async () => stick }, folder);
  await ask(app, 'settings.update', { shopName: 'Melati', language: 'en' });
  const { user } = renderApp(app, '/settings/restore');
  await user.click(await screen.findByRole('button', { name: /Choose a backup file/ }));
  const field = 'Password or recovery code of this backup';
  await user.type(await screen.findByLabelText(field), 'kopi susu 11');
  expect(screen.getByText(/stick\.db is protected by another password/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open it' }));
  expect(await screen.findByText(/neither the password nor the recovery code/)).toBeTruthy();
  await user.type(await screen.findByLabelText(field), password);
  await user.click(screen.getByRole('button', { name: 'Open it' }));
  expect(await screen.findByText(/Sekar Pagi: 3 customers/)).toBeTruthy();
  expect(screen.getByText(/the data asks for that password/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Restore this backup' }));
  const shown = await screen.findByText(/^Restored: /);
  expect(within(document.body).queryByLabelText(field)).toBeNull();
  expect(shown).toBeTruthy();
  expect(readdirSync(folder)).toContain('langgan.key');
});
