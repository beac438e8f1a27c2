import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { listBackups, makeBackup } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { addCustomer, addSale } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function ask(app: Application, channel: string, input: object = {}): Promise<unknown> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}

interface Opened {
  readonly app: Application;
  readonly folder: string;
  readonly backups: string;
}

async function shop(dialogs: Parameters<typeof startTestApplication>[0] = {}): Promise<Opened> {
  const folder = tempFolder();
  const app = await startTestApplication(dialogs, folder);
  const start = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', { ...start, timeZone: 'Asia/Jakarta' });
  return { app, folder, backups: join(folder, 'backups') };
}

/** Two copies with different figures in them, of days long before now. */
async function withCopies({ folder, backups }: Opened): Promise<BackupEntry[]> {
  const { raw, close } = openConnection(join(folder, 'langgan.db'));
  const copy = (cause: BackupEntry['cause'], at: string) =>
    makeBackup(raw, {
      ...{ folder: backups, cause, at, appVersion: '1.0.0', timeZone: 'Asia/Jakarta' },
    });
  addCustomer(raw, { name: 'Ratna' });
  const first = await copy('import', '2026-03-04T05:06:00.000Z');
  for (const name of ['Budi', 'Sri']) addCustomer(raw, { name });
  for (const customerId of [1, 1, 2, 2, 3])
    addSale(raw, { customerId, soldOn: '2026-03-05', revenueMinor: 100 });
  const second = await copy('quit', '2026-03-05T09:10:00.000Z');
  await close();
  return [second, first];
}

function rows(): HTMLElement[] {
  return within(screen.getByRole('table', { name: 'Backups' }))
    .getAllByRole('row')
    .slice(1);
}

function spoil(path: string): void {
  writeFileSync(path, readFileSync(path).fill(1, 5000, 5010));
}

test('every copy says when, why, how large, and what is in it; one that is damaged says so', async () => {
  const opened = await shop();
  const [newest, oldest] = await withCopies(opened);
  spoil(join(opened.backups, oldest?.fileName ?? ''));
  renderApp(opened.app, '/settings/backups');
  await screen.findByRole('table', { name: 'Backups' });
  // Counted from the file itself, not from what was written of it.
  const counted = (entry: BackupEntry | undefined) => {
    const bytes = readFileSync(join(opened.backups, entry?.fileName ?? '')).length;
    return `${(bytes / 1e6).toFixed(1)} MB`.replace('.0 ', ' ');
  };
  const [one, two] = rows().map((row) => row.textContent ?? '');
  for (const text of [
    '5 March 2026 16:10',
    'App closed',
    '3 customers, 5 sales',
    'WholeCompared',
    counted(newest),
  ])
    expect(one).toContain(text);
  for (const text of [
    '4 March 2026 12:06',
    'Before an import',
    '1 customer, 0 sales',
    'Damaged',
    counted(oldest),
  ])
    expect(two).toContain(text);
  expect(within(rows()[1] as HTMLElement).queryByRole('button')).toBeNull();
  // Where one is: the page belongs to the settings.
  const menu = within(screen.getByRole('navigation', { name: 'Main menu' }));
  expect(menu.getByRole('link', { current: 'page' }).textContent).toBe('Settings');
});

test('a file that was set aside because it cannot be read is named', async () => {
  const opened = await shop();
  await withCopies(opened);
  const names = ['langgan-2026-03-01T05-06-00-000Z-quit.db.damaged', 'langgan-x.db.damaged'];
  for (const name of names) writeFileSync(join(opened.backups, name), 'no copy');
  renderApp(opened.app, '/settings/backups');
  const said = `${names.length} files that cannot be read as a backup were set aside: ${names.join(', ')}`;
  expect(await screen.findByText(said)).toBeTruthy();
});

test('the button of a copy leads to going back to that very one', async () => {
  const opened = await shop();
  const [, oldest] = await withCopies(opened);
  const { user, addresses } = renderApp(opened.app, '/settings/backups');
  const button = /^Go back to the backup of 4 March 2026/;
  await user.click(await screen.findByRole('button', { name: button }));
  expect(addresses.at(-1)).toBe(`/settings/restore?copy=${oldest?.fileName}`);
  expect(await screen.findByText(/Sekar Pagi: 1 customer and 0 sales\./)).toBeTruthy();
});

test('copies can be narrowed to a cause, and the address says which', async () => {
  const opened = await shop();
  await withCopies(opened);
  const { user, addresses } = renderApp(opened.app, '/settings/backups');
  await user.click(await screen.findByRole('button', { name: /Before an import 1/ }));
  expect(rows()).toHaveLength(1);
  expect(rows()[0]?.textContent).toContain('Before an import');
  expect(addresses.at(-1)).toBe('/settings/backups?cause=import');
  await user.click(screen.getByRole('button', { name: /^All 2/ }));
  expect(rows()).toHaveLength(2);
});

test('an empty page says how the first comes; it is made with the button, and saved elsewhere', async () => {
  const path = join(tempFolder(), 'simpan.db');
  const opened = await shop({ saveTable: async () => path });
  const { user } = renderApp(opened.app, '/settings/backups');
  expect(await screen.findByText('No backup yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make a backup now' }));
  const save = await screen.findByRole('button', { name: /^Save the backup of/ });
  expect(rows()[0]?.textContent).toContain('Made by you');
  await user.click(save);
  expect(await screen.findByText(`The backup is saved and checked: ${path}`)).toBeTruthy();
  const [made] = await listBackups(opened.backups);
  expect(readFileSync(path).length).toBe(made?.bytes);
});

test('all copies are read again, and what was found is said', async () => {
  const opened = await shop();
  const [, oldest] = await withCopies(opened);
  const { user } = renderApp(opened.app, '/settings/backups');
  await user.click(await screen.findByRole('button', { name: 'Check all backups' }));
  expect(await screen.findByText('2 backups read again: all are whole.')).toBeTruthy();
  spoil(join(opened.backups, oldest?.fileName ?? ''));
  await user.click(screen.getByRole('button', { name: 'Check all backups' }));
  expect(await screen.findByText(/1 backup is damaged/)).toBeTruthy();
});

test('the status line turns red when copies fail, says why and since when, and leads here', async () => {
  const opened = await shop();
  const failed = { since: '2026-03-05T09:10:00.000Z', triedAt: '2026-03-05T10:10:00.000Z' };
  const file = join(opened.folder, 'backup-failed.json');
  writeFileSync(file, JSON.stringify({ ...failed, reason: 'full' }));
  const { user, addresses } = renderApp(opened.app, '/customers');
  const words = 'No backup since 5 March 2026 16:10: the disk is full';
  await user.click(await screen.findByRole('link', { name: words }));
  expect(addresses.at(-1)).toBe('/settings/backups');
  const alert = await screen.findByText(/Make room or plug the drive in/);
  expect(alert.parentElement?.textContent).toContain(words);
  await user.click(await screen.findByRole('button', { name: 'Make a backup now' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: words })).toBeNull());
  expect(within(screen.getByRole('main')).queryByRole('alert')).toBeNull();
});

test('a second folder is chosen, filled, said to be away, and forgotten', async () => {
  const folder = join(tempFolder(), 'stick');
  mkdirSync(folder);
  const opened = await shop({ chooseDataFolder: async () => folder });
  await withCopies(opened);
  const { user } = renderApp(opened.app, '/settings/backups');
  await user.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
  expect(await screen.findByText(/^Last brought up to date/)).toBeTruthy();
  const there = await listBackups(folder);
  expect(screen.getByText(`${there.length} backups put there`)).toBeTruthy();
  expect(there).toHaveLength(2);
  rmSync(folder, { recursive: true });
  await user.click(screen.getByRole('button', { name: 'Bring it up to date' }));
  expect(await screen.findByText(/it is not there, perhaps not plugged in/)).toBeTruthy();
  expect(within(screen.getByRole('main')).queryByRole('alert')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Stop using it' }));
  expect(await screen.findByRole('button', { name: 'Choose a folder…' })).toBeTruthy();
});

test('in the sample shop it is said that the copies are of the own shop, and none can be made', async () => {
  const opened = await shop();
  await withCopies(opened);
  await ask(opened.app, 'sample.open', { language: 'en' });
  renderApp(opened.app, '/settings/backups');
  expect(await screen.findByText(/backups here are of your own shop/)).toBeTruthy();
  await screen.findByRole('table', { name: 'Backups' });
  expect(rows()).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Make a backup now' })).toBeNull();
});
