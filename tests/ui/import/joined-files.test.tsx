import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const rupiah = (value: number) => `Rp ${value.toLocaleString('id-ID')}`;
const csv = (rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

async function said(): Promise<string[]> {
  const heading = await screen.findByRole('heading', { name: 'File yang saling melengkapi' });
  const card = heading.closest('section') ?? heading.parentElement?.parentElement;
  if (card === null || card === undefined) throw new Error('no card');
  return within(card)
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').replaceAll('\u00a0', ' '));
}

test('four files of one shop say by what they are joined and what found no partner', async () => {
  const people = [
    [7, 'Ratna'],
    [8, 'Budi'],
  ] as const;
  const orders = [
    ['A1', '2026-03-05', 7, 41_000],
    ['A2', '2026-03-06', 8, 9000],
    ['A3', '2026-03-07', 77, 6000],
    ['A4', '2026-03-08', 8, 13_000],
  ] as const;
  const things = [
    [11, 'Kopi'],
    [12, 'Teh'],
  ] as const;
  const lines = [
    ['A1', 11, 2, 16_000],
    ['A1', 12, 1, 9000],
    ['A2', 12, 1, 9000],
    ['A3', 99, 1, 6000],
    ['A9', 11, 3, 16_000],
  ] as const;
  const files: Record<string, string> = {
    'lines.csv': csv([['order_id', 'product_id', 'quantity', 'price'], ...lines]),
    'orders.csv': csv([['order_id', 'order_date', 'customer_id', 'total'], ...orders]),
    'people.csv': csv([['id', 'name'], ...people]),
    'things.csv': csv([['id', 'product name'], ...things]),
  };
  const folder = tempFolder();
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const app = await startTestApplication({ openSpreadsheets: async () => paths });
  const input = { shopName: 'Toko Melati', language: 'id', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const { user } = renderApp(app, '/import');
  await user.click(await importButton(/Pilih file/));
  await user.click(await importButton(/Lanjut: Kolom/));
  await user.click(await importButton(/Lanjut: Periksa/));

  const amountOf = (row: (typeof lines)[number]) => row[2] * row[3];
  const sum = (amounts: readonly number[]) => rupiah(amounts.reduce((all, each) => all + each, 0));
  const numbers = new Set<string>(orders.map(([number]) => number));
  const listed = new Set<number>(things.map(([code]) => code));
  const known = new Set<number>(people.map(([code]) => code));
  const [joined, lost] = [true, false].map((is) =>
    lines.filter((row) => numbers.has(row[0]) === is),
  );
  const [named, bare] = [true, false].map((is) =>
    joined?.filter((row) => listed.has(row[1]) === is),
  );
  const [theirs, nobodys] = [true, false].map((is) =>
    orders.filter((row) => known.has(row[2]) === is),
  );
  const whole = orders.filter(([number]) => lines.every((row) => row[0] !== number));
  const expected = [
    `lines.csv digabung dengan orders.csv lewat order_id: ${joined?.length} baris menemukan notanya, ${sum(joined?.map(amountOf) ?? [])}. Total di nota itu sendiri tidak dihitung lagi.`,
    `${lost?.length} baris lines.csv (misalnya ${lost?.[0]?.[0]}) bernomor yang tidak ada di orders.csv: ${sum(lost?.map(amountOf) ?? [])}. Baris ini tidak masuk karena tanggalnya tidak diketahui.`,
    `lines.csv digabung dengan things.csv lewat product_id: ${named?.length} baris menemukan barangnya, ${sum(named?.map(amountOf) ?? [])}.`,
    `${bare?.length} baris lines.csv memakai kode barang yang tidak ada di things.csv (misalnya ${bare?.[0]?.[1]}): ${sum(bare?.map(amountOf) ?? [])}. Baris tetap masuk, dan barangnya bernama kodenya.`,
    `${whole.length} nota orders.csv (misalnya ${whole[0]?.[0]}) tidak punya baris di lines.csv. Yang masuk totalnya: ${sum(whole.map((row) => row[3]))}.`,
    `orders.csv digabung dengan people.csv lewat customer_id: ${theirs?.length} nota menemukan pelanggannya, ${sum(theirs?.map((row) => row[3]) ?? [])}.`,
    `${nobodys?.length} nota orders.csv memakai kode pelanggan yang tidak ada di people.csv (misalnya ${nobodys?.[0]?.[2]}): ${sum(nobodys?.map((row) => row[3]) ?? [])}. Nota masuk atas kode itu saja, tanpa nama.`,
  ];
  expect(await said()).toEqual(expected);
  // Every kind of what is new is named, so that none is taken for missing.
  const tiles = screen.getByRole('group', { name: 'Saring baris menurut hasilnya' });
  const customers = new Set([...known, ...orders.map((row) => row[2])]).size;
  const products = new Set([...listed, ...lines.map((row) => row[1])]).size;
  expect(within(tiles).getByRole('button', { name: /^Baru/u }).textContent).toContain(
    `${customers} pelanggan, ${products} barang, ${orders.length} nota`,
  );
  await user.click(await importButton(/Masukkan \d+ baris/));
  await screen.findByText(/baris sudah masuk/);
  expect(await said()).toEqual(expected);
});
