import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { type RenderedApp, renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

async function openColumns(text: string): Promise<RenderedApp> {
  const path = join(tempFolder(), 'kasir.csv');
  writeFileSync(path, text);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const window = renderApp(app, '/import');
  await window.user.click(await importButton(/Pilih file/));
  await window.user.click(await importButton(/Lanjut: Kolom/));
  return window;
}

const rupiah = (value: number) => `Rp ${value.toLocaleString('id-ID')}`;

async function said(): Promise<string[]> {
  const heading = await screen.findByRole('heading', { name: 'Uangnya cocok?' });
  const card = heading.closest('section') ?? heading.parentElement?.parentElement;
  if (card === null || card === undefined) throw new Error('no card');
  return within(card)
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').replaceAll('\u00a0', ' '));
}

test('a total that is not what comes in is said in money before the import and after it', async () => {
  const taken = [30_000, 8_000];
  const wrong = 9_000;
  const total = taken.reduce((sum, each) => sum + each, wrong);
  const rows = taken.map((each, at) => `05/03/2026;N${at};Ayu;${each}`);
  const text = [
    'Tanggal;Nota;Pelanggan;Total',
    ...rows,
    `besok;N9;Citra;${wrong}`,
    `TOTAL;;;${total}`,
  ];
  const { user } = await openColumns(`${text.join('\n')}\n`);
  await user.click(await importButton(/Lanjut: Periksa/));
  const expected = [
    `Total di 1 baris file berjumlah ${rupiah(total)}, yang masuk ${rupiah(total - wrong)}: selisih ${rupiah(wrong)}.`,
  ];
  expect(await said()).toEqual(expected);
  await user.click(await importButton(/Masukkan 2 baris/));
  await screen.findByText('2 baris sudah masuk');
  expect(await said()).toEqual(expected);
});

test('a total on each line of an order is said to count once, and what it would be otherwise', async () => {
  const orders = [
    { total: 38_000, things: ['Kopi', 'Teh'] },
    { total: 50_000, things: ['Gula', 'Kopi', 'Teh'] },
  ];
  const rows = orders.flatMap(({ total, things }, at) =>
    things.map((thing) => `N${at};05/03/2026;Ayu;${thing};1;${total}`),
  );
  const { user } = await openColumns(
    `No Nota;Tanggal;Pelanggan;Barang;Qty;Total\n${rows.join('\n')}\n`,
  );
  await user.click(await importButton(/Lanjut: Periksa/));
  const once = orders.reduce((sum, { total }) => sum + total, 0);
  const each = orders.reduce((sum, { total, things }) => sum + total * things.length, 0);
  const further = rows.length - orders.length;
  expect(await said()).toEqual([
    `Total yang sama tertulis lagi di ${further} baris lain bernomor sama. Dihitung sekali: ${rupiah(once)}, bukan ${rupiah(each)}. Kalau itu nominal tiap baris, pilih Jumlah harga untuknya di langkah Kolom.`,
  ]);
});

test('quantity × price that is not the amount, and lines that are not the total, are said in money', async () => {
  const text = [
    'No Nota;Tanggal;Pelanggan;Barang;Qty;Harga;Jumlah;Grand Total',
    'N1;05/03/2026;Ayu;Kopi;2;15000;30000;30000',
    'N2;06/03/2026;Bima;Teh;2;8000;17000;17000',
    'N3;07/03/2026;Citra;Gula;3;12000;36000;40000',
  ];
  const { user } = await openColumns(`${text.join('\n')}\n`);
  await user.click(await importButton(/Lanjut: Periksa/));
  expect(await said()).toEqual([
    `Di 1 baris jumlah × harga ${rupiah(2 * 8000)}, sedangkan nominalnya ${rupiah(17_000)}: selisih ${rupiah(1000)}. Yang dihitung nominalnya.`,
    `Total 1 nota (misalnya N3) di file ${rupiah(40_000)}, isinya ${rupiah(36_000)}: selisih ${rupiah(4000)}. Yang dihitung isinya.`,
  ]);
});

test('pounds in a shop of rupiah are asked for, and left out where they are not meant', async () => {
  const text = 'Tanggal,Nota,Pelanggan,Total\n2026-03-05,N1,Ann,£12.50\n2026-03-06,N2,Bob,£8.25\n';
  const { user } = await openColumns(text);
  expect(await screen.findByText('Angka di kolom ini bertanda £')).toBeTruthy();
  expect(
    screen.getByText(/Toko Anda memakai IDR, dan di sini tidak ada yang dikonversi/),
  ).toBeTruthy();
  const options = screen.getAllByRole('radio').map((each) => each.closest('label')?.textContent);
  expect(options).toEqual(['Tidak dipakai', 'Tetap IDR']);
  await user.click(screen.getByRole('radio', { name: 'Tidak dipakai' }));
  expect(
    (await screen.findAllByText(/Ada tanggal, tetapi belum ada uangnya/)).length,
  ).toBeGreaterThan(0);
});
