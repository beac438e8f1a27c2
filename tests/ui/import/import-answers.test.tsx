import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { resetImport, useImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { type RenderedApp, renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

interface Opened {
  readonly app: Application;
  readonly window: RenderedApp;
}

/** A shop whose picker gives one file, with the import opened at its columns. */
async function openColumns(name: string, text: string): Promise<Opened> {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const window = renderApp(app, '/import');
  await window.user.click(await importButton(/Pilih file/));
  await window.user.click(await importButton(/Lanjut: Kolom/));
  return { app, window };
}

async function bringIn({ app, window: { user } }: Opened, rows: number): Promise<unknown> {
  await user.click(await importButton(/Lanjut: Periksa/));
  await user.click(await importButton(new RegExp(`Masukkan ${rows} baris`)));
  await screen.findByText(`${rows} baris sudah masuk`);
  const list = await app.dispatch({ channel: 'imports.list', input: { limit: 1 }, callId: 'list' });
  return list.ok ? list.value : list.error;
}

test('ten off is asked for what it is, shown both ways, and taken as answered', async () => {
  const text = 'No. Nota;Tgl;Nama Barang;Qty;Harga Satuan;Diskon\n1;13/04/2026;Kopi;2;15.000;10\n';
  const opened = await openColumns('diskon.csv', text);
  expect(await screen.findByText('Berapa potongan 10 ini?')).toBeTruthy();
  const shown = screen.getAllByRole('radio').map((option) => option.closest('label')?.textContent);
  expect(shown.map((each) => each?.replaceAll('\u00a0', ' '))).toEqual([
    expect.stringContaining('10 %'),
    expect.stringContaining('Rp 10'),
  ]);
  await opened.window.user.click(screen.getByRole('radio', { name: /10.%/ }));
  expect(await bringIn(opened, 1)).toMatchObject([{ report: { money: { exact: '27000' } } }]);
});

test('money under an unknown title is asked for, and comes in as it is answered', async () => {
  const text = 'Tanggal;Pelanggan;Uang Masuk\n13/04/2026;Ayu;30000\n14/04/2026;Bima;8000\n';
  const opened = await openColumns('masuk.csv', text);
  const { user } = opened.window;
  expect(await screen.findByText('30000 di kolom ini apa?')).toBeTruthy();
  expect(screen.getAllByText(/Ada tanggal, tetapi belum ada uangnya/).length).toBeGreaterThan(0);
  await user.click(await importButton(/Lanjut: Periksa/));
  expect(useImport.getState().step).toBe('columns');
  await user.click(screen.getByRole('radio', { name: /Total nota/ }));
  expect(await bringIn(opened, 2)).toMatchObject([
    { report: { money: { exact: '38000' }, sales: { added: 2 } } },
  ]);
});

test('money that is left out by choice is not asked for again, and the day is left out by name', async () => {
  const text = 'Tanggal;Pelanggan;Uang Masuk\n13/04/2026;Ayu;30000\n14/04/2026;Bima;8000\n';
  const opened = await openColumns('masuk.csv', text);
  const { user } = opened.window;
  await user.click(await screen.findByRole('radio', { name: 'Tidak dipakai' }));
  await screen.findAllByText(/pilih Jangan dipakai untuk tanggalnya/);
  await user.click(await screen.findByRole('combobox', { name: 'Tanggal menjadi' }));
  const fields = screen.getByRole('listbox', { name: 'Tanggal menjadi', hidden: true });
  await user.click(within(fields).getByRole('option', { name: 'Jangan dipakai', hidden: true }));
  expect(await bringIn(opened, 2)).toMatchObject([
    { report: { customers: { added: 2 }, sales: { added: 0 } } },
  ]);
});

test('rows in quotes are offered to be split, and stay as they are when that is taken back', async () => {
  const text = 'Tanggal,Nota,Pelanggan,Total\n2026-04-13,N1,Ayu,1000\n"2026-04-14,N2,Bima,8000"\n';
  const opened = await openColumns('kutip.csv', text);
  const { user } = opened.window;
  await user.click(await importButton(/Lanjut: Periksa/));
  await user.click(await importButton(/Seluruh baris ada di dalam satu pasang tanda kutip/));
  await user.click(await importButton(/Pecah 1 baris/));
  expect(await importButton(/Masukkan 2 baris/)).toBeTruthy();
  expect(await screen.findByText('Baris dalam tanda kutip dipecah ke kolomnya')).toBeTruthy();
  await user.click(await importButton(/Urungkan “|Kembalikan “|Urungkan “/));
  expect(await importButton(/Masukkan 1 baris/)).toBeTruthy();
});
