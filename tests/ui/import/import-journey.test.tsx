import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { resetImport, useImport } from '#renderer/features/imports/import-session.ts';
import { useUi } from '#renderer/state/ui.ts';
import { importButton } from '#tests/support/import-button.ts';
import { type RenderedApp, renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

const till = `Laporan Kasir;;;;;
No. Nota;Tgl;Nama Pelanggan;Nama Barang;Total;Status
0001;03/04/2026;Bu Wulan;Arabika;490.000;lunas
0002;05/04/2026;Lentera Timur;Robusta;115.000;lunas
0003;11/12/2026;Bagas;Kertas;lihat nota;lunas
0004;02/04/2026;Bagas;Kertas;125.000;entah
0005;01/04/2026;Siti;Robusta;230.000;entah
;;;Jumlah;960.000;
`;

beforeEach(() => resetImport());

async function openShop(files: Readonly<Record<string, string>>): Promise<{
  app: Application;
  window: RenderedApp;
  saved: string;
}> {
  const folder = tempFolder();
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const saved = join(folder, 'salah.xlsx');
  const app = await startTestApplication({
    openSpreadsheets: async () => paths,
    saveTable: async () => saved,
  });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  return { app, window: renderApp(app, '/import'), saved };
}

async function chooseAndGoToColumns({ user }: RenderedApp): Promise<void> {
  await user.click(await importButton(/Pilih file/));
  await user.click(await importButton(/Lanjut: Kolom/));
}

test('a question keeps one from going on until it is answered, and nothing is chosen before', async () => {
  const { window } = await openShop({ 'kasir.csv': till });
  await chooseAndGoToColumns(window);
  expect(await screen.findByText('1 pertanyaan belum dijawab')).toBeTruthy();
  const options = screen.getAllByRole<HTMLInputElement>('radio');
  expect(options.map((option) => option.checked)).toEqual([false, false]);
  await window.user.click(await importButton(/Lanjut: Periksa/));
  expect(useImport.getState().step).toBe('columns');
  await waitFor(() => expect(document.activeElement).toBe(options[0]));
  await window.user.click(screen.getByRole('radio', { name: /3 April|hari dulu/ }));
  await waitFor(() => expect(screen.queryByText('1 pertanyaan belum dijawab')).toBeNull());
  const first = screen.getAllByRole<HTMLInputElement>('radio')[0];
  expect(first?.checked).toBe(true);
  await window.user.click(await importButton(/Lanjut: Periksa/));
  expect(await importButton(/Masukkan \d+ baris/)).toBeTruthy();
});

test('one fix mends all rows of a kind, the import is committed, and undone again', async () => {
  const { window, app } = await openShop({ 'kasir.csv': till.replace('11/12/2026', '13/04/2026') });
  const { user } = window;
  await chooseAndGoToColumns(window);
  await user.click(await importButton(/Lanjut: Periksa/));
  expect(await importButton(/Masukkan 4 baris/)).toBeTruthy();
  await user.click(await importButton(/^Semua/));
  await user.click(await importButton(/Status nota belum dikenal/));
  await user.click(await screen.findByLabelText(/“entah” di kolom Status/));
  await user.click(await screen.findByRole('option', { name: 'dibatalkan', hidden: true }));
  expect(await screen.findAllByText('dibatalkan', { selector: 'ins' })).toHaveLength(2);
  await user.click(await importButton(/Pakai untuk 2 baris/));
  await user.click(await importButton(/Masukkan 4 baris/));
  expect(await screen.findByText('4 baris sudah masuk')).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Siti' })).toBeTruthy();

  const summary = { filter: { importId: 1 } };
  const sold = await app.dispatch({ channel: 'sales.summary', input: summary, callId: 'sold' });
  const { count } = (sold as { value: { count: number } }).value;
  expect(await importButton(new RegExp(`^Lihat ${count} penjualan$`))).toBeTruthy();

  await user.click(await importButton(/Urungkan impor ini/));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Urungkan impor' }));
  expect(await screen.findByText('Impor ini sudah diurungkan')).toBeTruthy();
  const list = await app.dispatch({ channel: 'imports.list', input: {}, callId: 'list' });
  expect(list).toMatchObject({ ok: true, value: [{ status: 'undone', files: ['kasir.csv'] }] });
});

test('a day that lies ahead is asked about, let stand, and asked about again', async () => {
  const text = till.replace('11/12/2026', '13/04/2126').replace('lihat nota', '75.000');
  const { window } = await openShop({ 'kasir.csv': text });
  const { user } = window;
  await chooseAndGoToColumns(window);
  await user.click(await importButton(/Lanjut: Periksa/));
  expect(await importButton(/Masukkan 4 baris/)).toBeTruthy();
  await user.click(await importButton(/Tgl: tanggalnya belum terjadi “13\/04\/2126”/));
  await user.click(await importButton(/Benar, masukkan 1 baris/));
  expect(await importButton(/Masukkan 5 baris/)).toBeTruthy();
  const ahead = await screen.findByText('Nota bertanggal sesudah hari ini, dihitung mulai harinya');
  expect(ahead.nextElementSibling?.textContent).toBe('1');
  await user.click(await importButton(/Kembalikan “13\/04\/2126”/));
  expect(await importButton(/Masukkan 4 baris/)).toBeTruthy();
});

test('days without their month are put right by one answer', async () => {
  const days = till
    .replaceAll(/\/0?4\/2026/g, '')
    .replace('11/12/2026', '6')
    .replace('lihat nota', '75.000');
  const { window } = await openShop({ 'april.csv': days });
  const { user } = window;
  await chooseAndGoToColumns(window);
  await user.click(await importButton(/Lanjut: Periksa/));
  const month = await screen.findByLabelText('Semua tanggal tanpa bulan ini ada di bulan');
  fireEvent.change(month, { target: { value: '2026-04' } });
  await user.click(await importButton(/Pakai untuk 5 baris/));
  expect(await importButton(/Masukkan 5 baris/)).toBeTruthy();
  const said = 'Tgl: tanggal tanpa bulan dibaca sebagai bulan 2026-04';
  expect(await screen.findByText(said)).toBeTruthy();
});

test('wrong rows are saved with their reason, from the list of past imports too', async () => {
  const { window, saved } = await openShop({
    'kasir.csv': till.replace('11/12/2026', '13/04/2026'),
  });
  const { user } = window;
  await chooseAndGoToColumns(window);
  await user.click(await importButton(/Lanjut: Periksa/));
  await user.click(await importButton(/Masukkan 4 baris/));
  await screen.findByText('4 baris sudah masuk');
  await user.click(await importButton(/Impor lagi/));
  await user.click(await importButton(/Simpan baris salah dari kasir.csv/));
  const said = await screen.findByText(/1 baris salah tersimpan di/);
  expect(said.textContent).toContain(basename(saved));
});

test('dropped files are taken in; one that cannot be read says why, and the others go on', async () => {
  const { window } = await openShop({});
  await importButton(/Pilih file/);
  const good = new File([till], 'kasir.csv');
  const bad = new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])], 'rusak.xlsx');
  useUi.getState().dropFiles([good, bad]);
  const refused = await screen.findByText(/rusak\.xlsx/);
  expect(refused.closest('li')?.textContent).toContain('Data Anda tidak berubah');
  await window.user.click(await importButton(/Lanjut: Kolom/));
  expect(await screen.findByRole('heading', { name: /kasir\.csv/ })).toBeTruthy();
});

test('leaving with a draft keeps it; discarding it asks first and leaves nothing', async () => {
  const { window } = await openShop({ 'kasir.csv': till });
  const { user } = window;
  await chooseAndGoToColumns(window);
  await screen.findByText('1 pertanyaan belum dijawab');
  await user.click(screen.getByRole('link', { name: 'Pelanggan' }));
  await user.click(screen.getByRole('link', { name: 'Impor' }));
  expect(await screen.findByText('1 pertanyaan belum dijawab')).toBeTruthy();
  await user.click(await importButton(/Buang impor ini/));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Buang impor ini' }));
  expect(await importButton(/Pilih file/)).toBeTruthy();
  expect(useImport.getState().draftId).toBeNull();
});

test('a column without its day is named before anything is checked', async () => {
  const text = 'No. Nota;Nama Pelanggan;Total\n1;Wulan;490.000\n2;Bagas;115.000\n';
  const { window } = await openShop({ 'tanpa-tanggal.csv': text });
  await chooseAndGoToColumns(window);
  expect((await screen.findAllByText(/belum ada tanggalnya/)).length).toBeGreaterThan(0);
  await window.user.click(await importButton(/Lanjut: Periksa/));
  expect(useImport.getState().step).toBe('columns');
});
