import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function ask(app: Application, channel: string, input: object): Promise<never> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as never;
}

async function addCustomers(app: Application, names: readonly string[]): Promise<void> {
  for (const name of names) await ask(app, 'customers.create', { ...EMPTY_FACTS, name });
}

async function sell(app: Application, name: string): Promise<void> {
  const lines = [{ productId: null, name, quantityE4: 10_000, unitPriceE4: 10_000 }];
  await ask(app, 'sales.create', { facts: { soldOn: '2026-06-01', customerId: 1, lines } });
}

/** How many rows a file's table has that are not in its trash. */
async function countIn(path: string, table: string): Promise<number> {
  const { raw, close } = openConnection(path, { readonly: true });
  const sql = `SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`;
  const count = Number(raw.prepare(sql).pluck().get());
  await close();
  return count;
}

/** When the newest deed in a file was done, as the shop's own zone writes it. */
async function lastDone(path: string, timeZone: string): Promise<string> {
  const { raw, close } = openConnection(path, { readonly: true });
  const at = String(raw.prepare('SELECT max(at) FROM batches').pluck().get());
  await close();
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const write = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(new Date(at));
  return `${write(day)} ${write(time)}`;
}

/** A shop with a copy of three customers and one sale; two customers and three sales came after. */
async function shopWithCopy() {
  const folder = tempFolder();
  const app = await startTestApplication({}, folder);
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  await addCustomers(app, ['Ratna', 'Budi', 'Sri', 'Wati']);
  await ask(app, 'customers.delete', { ids: [4] });
  await sell(app, 'Teh');
  const { fileName }: { fileName: string } = await ask(app, 'backups.make', { cause: 'manual' });
  await addCustomers(app, ['Dewi', 'Tono']);
  for (const name of ['Teh', 'Teh', 'Teh']) await sell(app, name);
  return { folder, app, fileName };
}

test('a copy says what it holds and what would be lost; restored, the way back is on the screen', async () => {
  const { folder, app, fileName } = await shopWithCopy();
  const copy = join(folder, 'backups', fileName);
  const live = join(folder, 'langgan.db');
  const held = { customers: await countIn(copy, 'customers'), sales: await countIn(copy, 'sales') };
  const now = { customers: await countIn(live, 'customers'), sales: await countIn(live, 'sales') };
  const { user } = renderApp(app, `/settings/restore?copy=${fileName}`);
  const holds = `Sekar Pagi: ${held.customers} customers and ${held.sales} sale.`;
  expect(await screen.findByText(holds, { exact: false })).toBeTruthy();
  expect(screen.getByText(/Another 1 is in its trash/)).toBeTruthy();
  const { settings }: { settings: { timeZone: string } } = await ask(app, 'settings.get', {});
  const last = await lastDone(copy, settings.timeZone);
  expect(screen.getByText(/^Made on/).textContent).toContain(
    `The last change in it is of ${last}.`,
  );
  expect(screen.getByText(/First a backup of how it is now is made/)).toBeTruthy();
  const lost = `${now.customers - held.customers} customers and ${now.sales - held.sales} sales`;
  expect(screen.getByText(/Since then added/).textContent).toContain(`taken back: ${lost}.`);
  expect([held, now]).toEqual([
    { customers: 3, sales: 1 },
    { customers: 5, sales: 4 },
  ]);
  await user.click(screen.getByRole('button', { name: 'Restore this backup' }));
  const former = await screen.findByRole('region', { name: 'Restored before' });
  expect(former.textContent).toContain(fileName);
  expect(former.textContent).toContain('Nothing has been changed since.');
  expect(await ask(app, 'settings.get', {})).toMatchObject({ customers: held.customers });
  await user.click(within(former).getByRole('button', { name: 'Go back to before' }));
  const back = /back to how it was before the restore/;
  expect(await screen.findByText(back)).toBeTruthy();
  expect(await ask(app, 'settings.get', {})).toMatchObject({ customers: now.customers });
});

test('of the list the newest stands first; a damaged one is refused in words', async () => {
  const { folder, app, fileName } = await shopWithCopy();
  const { user } = renderApp(app, '/settings/restore');
  await user.click(await screen.findByRole('button', { name: 'See what is in it' }));
  expect(await screen.findByText(/Sekar Pagi: 3 customers/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Choose another backup' }));
  const { raw, close } = openConnection(join(folder, 'backups', fileName));
  raw.exec("UPDATE customers SET name = 'Rita' WHERE id = 1");
  await close();
  await user.click(screen.getByRole('button', { name: 'See what is in it' }));
  const changed = 'That backup is no longer what was checked when it was made';
  expect(await screen.findByText(changed)).toBeTruthy();
});

test('a first start goes on from a backup of another laptop', async () => {
  const { folder, app, fileName } = await shopWithCopy();
  await app.close();
  const stick = join(tempFolder(), 'my backup.db');
  copyFileSync(join(folder, 'backups', fileName), stick);
  const fresh = await startTestApplication({ openBackup: async () => stick });
  await ask(fresh, 'settings.get', {});
  const { user } = renderApp(fresh, '/customers');
  const pick = /Choose a backup file…|Pilih file cadangan…/;
  await user.click(await screen.findByRole('button', { name: pick }));
  const holds = /Sekar Pagi: 3 (customers|pelanggan) (and|dan) 1 (sale|penjualan)\./;
  expect(await screen.findByText(holds)).toBeTruthy();
  expect(screen.getByText(/my backup\.db/)).toBeTruthy();
  const run = /Restore this backup|Pulihkan cadangan ini/;
  await user.click(screen.getByRole('button', { name: run }));
  expect(await screen.findByRole('navigation', { name: /^(Menu utama|Main menu)$/ })).toBeTruthy();
  expect(await ask(fresh, 'settings.get', {})).toMatchObject({
    ...{ customers: 3, isSetUp: true },
    settings: { shopName: 'Sekar Pagi' },
  });
});
