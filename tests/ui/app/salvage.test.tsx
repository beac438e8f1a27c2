import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { createNodePlatform } from '#build/node-platform.ts';
import { makeBackup } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { createDatabase } from '#electron/shop.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { startUp } from '#electron/startup.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const pageSize = 4096;

function fill(raw: RawHandle, from: number, count: number): void {
  raw.transaction(() => {
    for (let at = from; at < from + count; at += 1) {
      const customerId = addCustomer(raw, { name: `Pelanggan ${at}`, city: 'Sleman' });
      for (let sale = 0; sale < 2; sale += 1)
        addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: 100 });
    }
  })();
  finishShop(raw);
}

/** The window over a shop that has 300 customers in its backup, 20 more since, and one page of them lost. */
async function startDamaged(backup: boolean) {
  const { paths, ...rest } = {
    paths: shopPaths(tempFolder()),
    isSample: false,
    appVersion: '1.0.0',
  };
  await createDatabase({ paths, ...rest });
  const { raw, close } = openConnection(paths.database);
  raw.exec(`INSERT INTO settings (key, value) VALUES ('shopName', '"Sekar Pagi"'),
    ('language', '"en"'), ('timeZone', '"Asia/Jayapura"'), ('isSetUp', 'true')`);
  fill(raw, 0, 300);
  const made = { at: '2026-06-14T15:30:00.000Z', appVersion: '1.0.0', timeZone: 'Asia/Jayapura' };
  if (backup) await makeBackup(raw, { folder: paths.backups, cause: 'quit', ...made });
  fill(raw, 300, 20);
  raw.exec("UPDATE customers SET created_at = '2026-06-15T01:00:00.000Z' WHERE id > 300");
  const pages = "SELECT pageno FROM dbstat WHERE name = 'customers' AND pagetype = 'leaf'";
  const page = Number(raw.prepare(`${pages} ORDER BY path LIMIT 1`).pluck().get());
  raw.pragma('wal_checkpoint(TRUNCATE)');
  await close();
  const bytes = readFileSync(paths.database);
  bytes.fill(0, 0, pageSize).fill(0, (page - 1) * pageSize, page * pageSize);
  writeFileSync(paths.database, bytes);
  const platform = createNodePlatform({
    dialogs: {
      openSpreadsheets: async () => null,
      saveTable: async () => null,
      chooseDataFolder: async () => null,
      openBackup: async () => null,
    },
    log: { info: () => undefined, error: () => undefined },
    appVersion: '0.0.0-test',
  });
  const startup = await startUp(platform, {
    locate: async () => ({ path: paths.folder, isMissing: false }),
    backsUpAtQuit: false,
  });
  onTestFinished(() => startup.close());
  return { ...renderApp(startup, '/customers'), paths };
}

function cells(name: string): (string | null)[] {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  return within(row as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

test('what can be read is shown kind by kind beside the backup, and is the shop once it is agreed to', async () => {
  const { user, paths } = await startDamaged(true);
  expect(await screen.findByText('The data file is damaged')).toBeTruthy();
  const section = screen.getByRole('region', { name: 'Save what can be read' });
  expect(within(section).getByText(/Nothing changes before you agree/)).toBeTruthy();
  await user.click(within(section).getByRole('button', { name: 'Save what can be read…' }));
  expect(await screen.findByText(/Sekar Pagi: not everything can be read/)).toBeTruthy();
  const [saved = '', lost = ''] = cells('Customers');
  expect(Number(saved) + Number(/\d+/.exec(lost ?? '')?.[0])).toBe(320);
  expect(lost).toMatch(/^\d+ cannot be read$/);
  expect(Number(saved)).toBeLessThan(300);
  expect(cells('Sales')).toEqual(['640', 'nothing lost']);
  expect(screen.getByText('Backup of 15 June 2026 00:30')).toBeTruthy();
  expect(screen.getByText('300 customers and 600 sales')).toBeTruthy();
  const since = `${saved} customers and 640 sales (20 customers and 0 sales of them entered after the newest backup)`;
  expect(screen.getByText(since)).toBeTruthy();
  expect(screen.getByText(/^2 of the \d+ pages of the file are damaged\.$/)).toBeTruthy();
  const named = new RegExp(`^The names of ${320 - Number(saved)} customers are lost`);
  expect(screen.getByText(named)).toBeTruthy();
  const before = readFileSync(paths.database);
  await user.click(screen.getByRole('button', { name: 'Continue with what was read' }));
  expect(await screen.findByRole('navigation', { name: /^(Menu utama|Main menu)$/ })).toBeTruthy();
  const done = await screen.findByText(/^The shop continues with what could be read/);
  const folder = done.textContent?.split(' is in ')[1] ?? '';
  expect(readFileSync(join(folder, 'langgan.db')).equals(before)).toBe(true);
});

test('the backup can be taken instead, once both were seen', async () => {
  const { user, paths } = await startDamaged(true);
  await user.click(await screen.findByRole('button', { name: 'Save what can be read…' }));
  await user.click(await screen.findByRole('button', { name: 'Take the backup instead' }));
  expect(await screen.findByRole('navigation', { name: /^(Menu utama|Main menu)$/ })).toBeTruthy();
  const { raw, close } = openConnection(paths.database, { readonly: true });
  expect(raw.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(300);
  await close();
});

test('without a backup nothing of one is said, and a file that cannot be read at all is told apart', async () => {
  const { user, paths } = await startDamaged(false);
  await user.click(await screen.findByRole('button', { name: 'Save what can be read…' }));
  expect(await screen.findByText(/Sekar Pagi: not everything can be read/)).toBeTruthy();
  expect(screen.queryByText(/^Backup of/)).toBeNull();
  expect(screen.queryByRole('button', { name: /backup instead/ })).toBeNull();
  writeFileSync(paths.database, Buffer.alloc(9000, 0x55));
  await user.click(screen.getByRole('button', { name: 'Read it again' }));
  expect(await screen.findByText(/^Nothing of this file can be read/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Continue with what was read' })).toBeNull();
});
