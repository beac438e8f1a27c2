import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
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

test('a new customer with the phone of somebody who was erased is said to be one', async () => {
  const { user } = renderApp(await shopWithoutSiti('en'));
  await screen.findByRole('navigation', { name: 'Main menu' });
  await user.keyboard('{Control>}n{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'New customer' });
  await user.type(within(dialog).getByLabelText('Phone'), '0812 5550 138');
  expect(within(dialog).queryByText(/asked to be erased/)).toBeNull();
  await user.clear(within(dialog).getByLabelText('Phone'));
  await user.type(within(dialog).getByLabelText('Phone'), '0812 5550 0137');
  expect(await within(dialog).findByText(/asked to be erased/)).toBeTruthy();
});
