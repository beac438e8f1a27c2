import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { type RenderedApp, renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

/** A shop with these files chosen, at the step that checks them. */
async function check(files: Readonly<Record<string, string>>): Promise<RenderedApp> {
  const folder = tempFolder();
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const app = await startTestApplication({ openSpreadsheets: async () => paths });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const window = renderApp(app, '/import');
  await window.user.click(await importButton(/Pilih file/));
  await window.user.click(await importButton(/Lanjut: Kolom/));
  await window.user.click(await importButton(/Lanjut: Periksa/));
  return window;
}

/** The sentences under the heading of what does not come in. */
async function said(): Promise<string[]> {
  const heading = await screen.findByRole('heading', { name: 'Yang tidak masuk' });
  const card = heading.closest('section') ?? heading.parentElement?.parentElement;
  if (card === null || card === undefined) throw new Error('no card');
  return within(card)
    .getAllByRole('listitem')
    .map((item) => item.textContent ?? '');
}

test('rows, columns and reasons that do not come in are said before the import and after it', async () => {
  const good = [
    '2026-03-05,N1,Ayu,1000,Dina,x',
    '2026-03-06,N2,Ayu,2000,Dina,',
    '2026-03-07,N3,B,4000,,',
  ];
  const noDate = [',N4,Ayu,1000,Dina,', ',N5,Ayu,1000,,', ',N6,Ayu,1000,,'];
  const noMoney = ['2026-03-08,N7,Ayu,lihat nota,Dina,', '2026-03-09,N8,Ayu,nanti,,'];
  const blank = [',,,,,', ''];
  const rows = [...good, ...noDate, ...noMoney];
  const cashiers = rows.filter((row) => row.split(',')[4] === 'Dina').length;
  const wrong = noDate.length + noMoney.length;
  const { user } = await check({
    'kasir.csv': ['Tanggal,Nota,Pelanggan,Total,Kasir,Xyz', ...rows, ...blank, ''].join('\n'),
  });
  const expected = [
    `${wrong} baris salah: tanggal kosong (${noDate.length}), bukan angka (${noMoney.length})`,
    `Tidak dipakai: kolom Kasir (${cashiers} isian), kolom Xyz (1 isian)`,
    `${blank.length} baris dilewati: baris kosong (${blank.length})`,
  ];
  expect(await said()).toEqual(expected);
  const leftOut = screen.getByText(`${wrong + blank.length} baris tidak masuk.`);
  expect(leftOut.querySelector('svg')?.getAttribute('data-kind')).toBe('wrong');
  expect(screen.getByText(/Baris salah kembali sebagai Excel/)).toBeTruthy();
  await user.click(await importButton(new RegExp(`Masukkan ${good.length} baris`)));
  await screen.findByText(`${good.length} baris sudah masuk`, {});
  expect(await said()).toEqual(expected);
});

test('a row of totals is left out without an alarm, and no file of wrong rows is promised', async () => {
  await check({
    'kasir.csv': [
      'Tanggal,Nota,Pelanggan,Total',
      '2026-03-05,N1,Ayu,1000',
      '2026-03-06,N2,Budi,2000',
      'TOTAL,,,3000',
    ].join('\n'),
  });
  const leftOut = await screen.findByText('1 baris tidak masuk.');
  expect(leftOut.querySelector('svg')?.getAttribute('data-kind')).toBe('waiting');
  expect(screen.queryByText(/Baris salah kembali sebagai Excel/)).toBeNull();
  expect(screen.getByText(/Bisa diurungkan kapan saja/)).toBeTruthy();
});

test('a file of which nothing comes in never looks like a success', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `bulan lalu,N${at},Ayu,1000`);
  const { user } = await check({
    'kas.csv': `Tanggal,Nota,Pelanggan,Total\n${rows.join('\n')}\n`,
    'orang.csv': 'Nama,No HP\nAyu,081234500001\n',
  });
  const expected = `kas.csv: tidak satu pun dari ${rows.length} baris yang masuk.`;
  expect((await said())[0]).toBe(expected);
  await user.click(await importButton(/Masukkan 1 baris/));
  const title = await screen.findByText('1 baris sudah masuk');
  expect(title.querySelector('svg')?.getAttribute('data-kind')).toBe('due');
  expect((await said())[0]).toBe(expected);
});

test('where all comes in that is said too', async () => {
  await check({ 'a.csv': 'Nama,No HP\nAyu,081234500001\n' });
  expect(await said()).toEqual(['Semua baris dan semua kolom yang berisi ikut masuk.']);
});

test('a second number in a row without a name joins the customer above when a person says so', async () => {
  const { user } = await check({
    'hp.csv': 'Nama,No HP\nAyu,081234500001\n,081234500002\nBima,081234500003\n',
  });
  await user.click(await importButton(/Tanpa nama, di bawah pelanggan lain/));
  await user.click(await importButton(/Ini nomor milik pelanggan di baris atasnya/));
  expect(await screen.findByText('Baris tanpa nama ikut pelanggan di atasnya')).toBeTruthy();
  const group = () => screen.queryByRole('button', { name: /Tanpa nama, di bawah pelanggan lain/ });
  await waitFor(() => expect(group()).toBeNull());
});
