import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const sold = ['2026-03-05;N1;Siti;0812-5550-0137;1000', '2026-03-06;N2;Budi;0812-0000-0002;2000'];
const others = [1, 2].map((at) => `2026-03-1${at};N1${at};Siti S.;+62 812 5550 0137;3000`);
const people = ['Siti;0812-5550-0137', 'Rina;0812-0000-0009'];

/** A shop in which Siti was written down and erased; the next choice of files are those with her in. */
async function shopWithoutSiti(language: 'id' | 'en') {
  const folder = tempFolder();
  const files = {
    'sold.csv': ['Tanggal;Nota;Pelanggan;No HP;Total', ...sold, ...others, ''].join('\n'),
    'people.csv': ['Nama;No HP', ...people, ''].join('\n'),
  };
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const app = await startTestApplication({ openSpreadsheets: async () => paths });
  const ask = async (channel: string, input: unknown) => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value as { id: number };
  };
  await ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR', country: 'ID' });
  const siti = {
    ...{ kind: 'person', relation: 'customer', mark: null, name: 'Siti', birthdayOn: null },
    ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
    ...{ taxId: null, note: null, recommendedBy: null, addresses: [], tags: [] },
    contactPoints: [{ kind: 'phone', label: null, value: '081255500137' }],
  };
  const { id } = await ask('customers.create', siti);
  await ask('privacy.erase', { customerId: id, confirm: 'Siti' });
  return app;
}

/** The sentences under the heading of what does not come in. */
async function said(): Promise<string> {
  const heading = await screen.findByRole('heading', { name: 'Yang tidak masuk' });
  const card = heading.closest('section') ?? heading.parentElement?.parentElement;
  return card?.textContent ?? '';
}

const rowsOfSiti = 1 + others.length;
const button = (name: RegExp) => screen.findByRole('button', { name });

test('rows of people who asked to be erased are counted before and after, and are left out', async () => {
  const { user } = renderApp(await shopWithoutSiti('id'), '/import');
  await user.click(await button(/Pilih file/));
  await user.click(await button(/Lanjut: Kolom/));
  await user.click(await button(/Lanjut: Periksa/));
  const sentence = `${rowsOfSiti + 1} baris milik orang yang minta datanya dihapus: orangnya tidak dimasukkan. Penjualan di ${rowsOfSiti} baris itu dihitung tanpa pelanggan.`;
  expect(await said()).toContain(sentence);
  await user.click(await button(new RegExp(`Masukkan ${sold.length + others.length + 1} baris`)));
  await screen.findByText(/baris sudah masuk/);
  expect(await said()).toContain(sentence);
  const names = await screen.findAllByRole('link', { name: /Rina|Budi|Siti/ });
  expect(names.map(({ textContent }) => textContent).toSorted()).toEqual(['Budi', 'Rina']);
});

test('a new customer with the phone of somebody who was erased is said to be one, and when', async () => {
  const made = await tempShop();
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', country: 'ID' });
  const contactPoints = [{ kind: 'phone' as const, label: null, value: '081255500137' }];
  const { id } = await made.ask('customers.create', {
    ...EMPTY_FACTS,
    name: 'Siti',
    contactPoints,
  });
  await made.ask('privacy.erase', { customerId: id, confirm: 'Siti' });
  // The day it was done, and not today, is said.
  const { raw, close } = openConnection(made.database);
  raw.exec("UPDATE erasures SET erased_at = '2026-05-03T03:00:00.000Z'");
  await close();
  const { user } = renderApp(made.app, '/customers');
  await user.click(await screen.findByRole('button', { name: 'New customer' }));
  const dialog = await screen.findByRole('dialog', { name: 'New customer' });
  await user.type(within(dialog).getByLabelText('Phone'), '0812 5550 138');
  expect(within(dialog).queryByText(/asked to be erased/)).toBeNull();
  await user.clear(within(dialog).getByLabelText('Phone'));
  await user.type(within(dialog).getByLabelText('Phone'), '0812 5550 0137');
  expect(
    await within(dialog).findByText(/asked to be erased; that was done on 3\sMay\s2026\./),
  ).toBeTruthy();
});

test('people who came back are taken in again with one click, and stand there with their name', async () => {
  const app = await shopWithoutSiti('id');
  const { user } = renderApp(app, '/import');
  await user.click(await button(/Pilih file/));
  await user.click(await button(/Lanjut: Kolom/));
  await user.click(await button(/Lanjut: Periksa/));
  const group = /minta datanya dihapus/;
  await user.click((await screen.findAllByRole('button', { name: group }))[0] as HTMLElement);
  await user.click(await button(/^Mereka sudah kembali/));
  await waitFor(() => expect(screen.queryByRole('button', { name: group })).toBeNull());
  await user.click(await button(/^Masukkan \d+ baris/));
  await screen.findByText(/baris sudah masuk/);
  const names = await screen.findAllByRole('link', { name: /Rina|Budi|Siti/ });
  expect(names.map(({ textContent }) => textContent).toSorted()).toEqual(['Budi', 'Rina', 'Siti']);
});
