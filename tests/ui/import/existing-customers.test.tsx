import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const titles = 'Nama Pelanggan;No HP;Kota;Pekerjaan';
type Line = readonly [name: string, phone: string, city: string, work: string];
const book: readonly Line[] = [
  ['Ratna', '081255500137', 'Sleman', ''],
  ['Budi', '081900011122', 'Bantul', ''],
];
const list: readonly Line[] = [
  ['Ratna', '081255500137', 'Klaten', 'Dokter'],
  ['Budi', '081900011122', 'Bantul', 'Guru'],
];

async function shown() {
  const rows = within(await screen.findByRole('region', { name: /berubah pada pelanggan lama/ }));
  return rows
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    );
}

test('says before and after of each entry of those who are there, and counts again by the rule', async () => {
  const folder = tempFolder();
  const path = (name: string) => join(folder, name);
  for (const [name, rows] of [
    ['buku.csv', book],
    ['daftar.csv', list],
  ] as const)
    writeFileSync(path(name), `${[titles, ...rows.map((row) => row.join(';'))].join('\n')}\n`);
  const chosen = ['buku.csv', 'daftar.csv'].map(path);
  const app = await startTestApplication({ openSpreadsheets: async () => chosen.splice(0, 1) });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const { user } = renderApp(app, '/import');
  const toCheck = async () => {
    await user.click(await importButton(/Pilih file/));
    await user.click(await importButton(/Lanjut: Kolom/));
    await user.click(await importButton(/Lanjut: Periksa/));
  };
  await toCheck();
  expect(screen.queryByText('Pelanggan yang sudah ada')).toBeNull();
  await user.click(await importButton(/Masukkan 2 baris/));
  await user.click(await importButton(/Impor lagi/));
  await toCheck();

  const replaced = list.filter((row, at) => row[2] !== book[at]?.[2]);
  const filled = list.filter((row, at) => book[at]?.[3] !== row[3]);
  expect(await shown()).toEqual([
    ...replaced.map((row) => [row[0], 'kota', 'Sleman', row[2]]),
    ...filled.map((row) => [row[0], 'pekerjaan', 'kosong', row[3]]),
  ]);
  await screen.findByText(`${replaced.length} isian lama diganti.`);
  await screen.findByText(`${filled.length} isian kosong diisi.`);

  await user.click(screen.getByRole('combobox', { name: /daftar\.csv untuk yang sudah ada/ }));
  await user.click(
    await screen.findByRole('option', { name: 'Isi yang kosong saja', hidden: true }),
  );
  await waitFor(() => expect(screen.queryByText(/isian lama diganti/)).toBeNull());
  expect(await shown()).toHaveLength(filled.length);
  await user.click(screen.getByRole('combobox', { name: /daftar\.csv untuk yang sudah ada/ }));
  await user.click(await screen.findByRole('option', { name: 'Jangan diubah', hidden: true }));
  await screen.findByText('Tidak ada data pelanggan lama yang berubah.');
});
