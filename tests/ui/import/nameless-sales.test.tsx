import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

// An import and reports start processes of their own.

const till = `No. Nota;Tgl;Nama Barang;Total
0001;13/04/2022;Arabika;490.000
0002;25/04/2022;Robusta;115.000
0003;17/06/2022;Robusta;230.000
`;

beforeEach(() => resetImport());

test('a till export without customers is said for what it is: done, in Insights and Today', async () => {
  const path = join(tempFolder(), 'kasir.csv');
  writeFileSync(path, till);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const { user, addresses } = renderApp(app, '/import');
  await user.click(await importButton(/Pilih file/));
  await user.click(await importButton(/Lanjut: Kolom/));
  await user.click(await importButton(/Lanjut: Periksa/));
  await user.click(await importButton(/Masukkan 3 baris/));
  await screen.findByText('3 baris sudah masuk');
  expect(screen.queryByRole('button', { name: 'Berapa nilai mereka?' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Lihat pelanggan/ })).toBeNull();
  await user.click(await importButton(/Lihat penjualannya/));
  expect(addresses.at(-1)).toBe('/sales?importId=1');
  const rows = till.trim().split('\n').slice(1);
  const thousands = rows.map((row) => Number(row.split(';')[3]?.replace('.000', '')));
  const total = thousands.reduce((sum, one) => sum + one, 0);
  const sentence = `Omzet Rp ${total}.000 dari ${rows.length} penjualan.`;
  const without = `Tanpa pelanggan: Rp ${total}.000 dari ${rows.length} penjualan.`;
  expect(await screen.findByText(`${sentence} ${without}`)).toBeTruthy();
  expect(screen.getByText(`${rows.length} baris`)).toBeTruthy();
  const rail = screen.getByRole('navigation', { name: 'Menu utama' });
  await user.click(within(rail).getByRole('link', { name: 'Analisis' }));
  const said = `${rows.length} penjualan, Rp ${total}.000`;
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.getByText(/^Dari 13 April 2022 sampai 17 Juni 2022\./)).toBeTruthy();
  expect(screen.queryByText('Belum ada penjualan')).toBeNull();
  await user.click(within(rail).getByRole('link', { name: /Hari ini/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Hari ini' })).toBeTruthy();
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.queryByText('Belum ada pelanggan')).toBeNull();
  await user.click(within(rail).getByRole('link', { name: 'Pelanggan' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Pelanggan' })).toBeTruthy();
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.queryByText('Belum ada pelanggan')).toBeNull();
});
