import { rmSync } from 'node:fs';
import { screen } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { createNodePlatform } from '#build/node-platform.ts';
import { makeBackup } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { createDatabase } from '#electron/shop.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { startUp } from '#electron/startup.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** Opens the window over a folder in which only the copies of a shop are left. */
async function startOverCopies(chosen: string | null = null) {
  const facts = { paths: shopPaths(tempFolder()), isSample: false, appVersion: '1.0.0' };
  await createDatabase(facts);
  const { raw, close } = openConnection(facts.paths.database);
  raw.exec(`INSERT INTO settings (key, value) VALUES ('shopName', '"Sekar Pagi"'),
    ('language', '"en"'), ('timeZone', '"Asia/Jayapura"')`);
  for (const name of ['Ratna', 'Budi']) addCustomer(raw, { name });
  for (const customerId of [1, 1, 2])
    addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: 100 });
  finishShop(raw);
  const at = '2026-06-14T15:30:00.000Z';
  const made = { at, appVersion: '1.0.0', timeZone: 'Asia/Jayapura' };
  await makeBackup(raw, { folder: facts.paths.backups, cause: 'quit', ...made });
  await close();
  rmSync(facts.paths.database);
  const platform = createNodePlatform({
    dialogs: {
      openSpreadsheets: async () => null,
      saveTable: async () => null,
      chooseDataFolder: async () => chosen,
      openBackup: async () => null,
    },
    log: { info: () => undefined, error: () => undefined },
    appVersion: '0.0.0-test',
  });
  const startup = await startUp(platform, {
    locate: async () => ({ path: facts.paths.folder, isMissing: false }),
    backsUpAtQuit: false,
  });
  onTestFinished(() => startup.close());
  return renderApp(startup, '/customers');
}

test('a lost database is no new shop: the newest copy is named, and taken with a click', async () => {
  const { user } = await startOverCopies();
  expect(await screen.findByText('The shop’s data file is missing')).toBeTruthy();
  const copy =
    /backup that is whole was made on 15 June 2026 00:30, with 2 customers and 3 sales\./;
  expect(await screen.findByText(copy)).toBeTruthy();
  expect(screen.queryByText(/Welcome|first start/i)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take this backup' }));
  expect(await screen.findByRole('navigation', { name: /^(Menu utama|Main menu)$/ })).toBeTruthy();
  expect(screen.queryByText('The shop’s data file is missing')).toBeNull();
});

test('a folder that is no shop’s is refused in words, and a retry says how it stands', async () => {
  const { user } = await startOverCopies('/proc');
  await user.click(await screen.findByRole('button', { name: 'Choose another folder' }));
  expect(await screen.findByText(/There is no data of Langgan in that folder/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try to open it again' }));
  expect(await screen.findByText('The shop’s data file is missing')).toBeTruthy();
});

test('another backup is looked through where no shop is open, and taken', async () => {
  const { user } = await startOverCopies();
  await user.click(await screen.findByRole('button', { name: 'Another backup…' }));
  await user.click(await screen.findByRole('button', { name: 'See what is in it' }));
  const holds = /Sekar Pagi: 2 customers and 3 sales\./;
  expect(await screen.findByText(holds)).toBeTruthy();
  expect(screen.getByText(/the two cannot be compared/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Restore this backup' }));
  expect(await screen.findByRole('navigation', { name: /^(Menu utama|Main menu)$/ })).toBeTruthy();
});
