import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import type { Language } from '#shared/contract/settings.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { addCustomer, addSale } from '#tests/support/shop/build-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** A shop of seven customers, two of them in the trash, three sales and a date. */
async function filledFolder(language: Language): Promise<string> {
  const folder = tempFolder();
  await (await startTestApplication({}, folder)).close();
  const { raw, close } = openConnection(join(folder, 'langgan.db'));
  for (const name of ['Ani', 'Budi', 'Citra', 'Dewi', 'Eka']) addCustomer(raw, { name });
  for (const name of ['Fajar', 'Gita']) addCustomer(raw, { name, deletedAt: '2026-06-01' });
  for (const soldOn of ['2026-06-01', '2026-06-02', '2026-06-03'])
    addSale(raw, { customerId: 1, soldOn, revenueMinor: 500 });
  raw.exec(`INSERT INTO follow_ups (customer_id, cause, first_due_on, due_on, created_at)
      VALUES (1, 'own', '2026-06-20', '2026-06-20', '2026-06-01T00:00:00.000Z');
    INSERT INTO settings VALUES ('shopName', '"Sekar"'), ('language', '"${language}"')`);
  await close();
  return folder;
}

/** Rows of an exported folder, counted in its files. */
function rowsIn(folder: string): number {
  return readdirSync(join(folder, 'csv'))
    .map((name) => readFileSync(join(folder, 'csv', name), 'utf8').split('\r\n').length - 2)
    .reduce((sum, rows) => sum + rows, 0);
}

const words = {
  en: {
    card: 'Export everything',
    export: 'Export everything…',
    open: 'Open the folder',
    bring: 'Bring in an exported folder…',
    warning: /Whoever has it can read it all/,
    counts: (rows: number) => `7 customers, 3 sales; ${rows} rows in all`,
    phone: '5 cards for the address book, 1 date for the calendar',
    notEmpty: /This shop holds data already/,
    brought: (rows: number) =>
      `All of it is here again: 7 customers, 3 sales; ${rows} rows in all.`,
  },
  id: {
    card: 'Ekspor semua data',
    export: 'Ekspor semua data…',
    open: 'Buka foldernya',
    bring: 'Masukkan folder ekspor…',
    warning: /bisa dibaca siapa saja yang memegangnya/,
    counts: (rows: number) => `7 pelanggan, 3 penjualan; seluruhnya ${rows} baris`,
    phone: '5 kontak untuk buku kontak, 1 tanggal untuk kalender',
    notEmpty: /Toko ini sudah berisi data/,
    brought: (rows: number) =>
      `Semua sudah ada lagi di sini: 7 pelanggan, 3 penjualan; seluruhnya ${rows} baris.`,
  },
} as const;

async function cardOf(app: Application, name: string) {
  const rendered = renderApp(app, '/settings');
  const card = within(await screen.findByRole('region', { name }));
  return { ...rendered, card };
}

test.each(['en', 'id'] as const)(
  'all leaves from the settings, and comes back on the first start (%s)',
  async (language) => {
    const said = words[language];
    const target = tempFolder();
    const chooseDataFolder = async () => target;
    const app = await startTestApplication({ chooseDataFolder }, await filledFolder(language));
    const { card, user, unmount } = await cardOf(app, said.card);
    expect(card.getByText(said.warning)).toBeTruthy();
    await user.click(card.getByRole('button', { name: said.export }));
    await card.findByRole('button', { name: said.open });
    const made = join(target, readdirSync(target)[0] ?? '');
    const rows = rowsIn(made);
    expect(card.getByText(made)).toBeTruthy();
    expect(card.getByText(said.counts(rows))).toBeTruthy();
    expect(card.getByText(said.phone)).toBeTruthy();
    await user.click(card.getByRole('button', { name: said.bring }));
    expect(await card.findByRole('alert')).toBeTruthy();
    unmount();

    const empty = await startTestApplication({ chooseDataFolder: async () => made });
    const first = renderApp(empty);
    const name = (button: string) => button === words.en.bring || button === words.id.bring;
    await first.user.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText(said.brought(rows))).toBeTruthy();
    expect(await screen.findByText('Sekar')).toBeTruthy();
  },
);

test('a shop that holds something says why it takes no folder in', async () => {
  const app = await startTestApplication(
    { chooseDataFolder: async () => tempFolder() },
    await filledFolder('id'),
  );
  const { card, user } = await cardOf(app, words.id.card);
  await user.click(card.getByRole('button', { name: words.id.bring }));
  expect(await card.findByText(words.id.notEmpty)).toBeTruthy();
});

test('the palette leads to it', async () => {
  const app = await startTestApplication({}, await filledFolder('en'));
  const { user, addresses } = renderApp(app);
  await screen.findByText('Sekar');
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByPlaceholderText(/Type a name/);
  await user.keyboard('export every');
  await user.click(await screen.findByText(words.en.card));
  expect(addresses.at(-1)).toBe('/settings?part=data');
  const heading = await screen.findByRole('heading', { level: 2, name: 'Data and app' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});
