import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { type RenderedApp, renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

beforeEach(() => resetImport());

const there = ['Ratna Kusumawardani', 'Budi Hartono Wijaya', 'Siti Aminah Rahayu', 'Wulan Dewi'];
/** In the file: three who may be there, one who is nobody's double. */
const fresh = ['Bu Ratna Kusumawardani', 'Budi Hartono Wijaya', 'Siti Aminah Rahayu', 'Tri Utami'];

async function openCheck(): Promise<RenderedApp & { shop: TempShop }> {
  const shop = await tempShop((raw) => {
    for (const [at, name] of there.entries())
      addCustomer(raw, { name, phones: [`+62812555001${at}0`], city: 'Sleman' });
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Melati', language: 'id', currency: 'IDR' });
  const path = join(shop.folder, 'buku.csv');
  const rows = fresh.map((name, at) => `${name};08990001${at}77;Sleman`);
  writeFileSync(path, `Nama Pelanggan;No HP;Kota\n${rows.join('\n')}\n`);
  shop.machine.picks.push([path]);
  const window = renderApp(shop.app, '/import');
  await window.user.click(await importButton(/Pilih file/));
  await window.user.click(await importButton(/Lanjut: Kolom/));
  await window.user.click(await importButton(/Lanjut: Periksa/));
  return { ...window, shop };
}

async function card(): Promise<HTMLElement> {
  return screen.findByRole('region', { name: /^Sudah ada di buku/ });
}

const sentences = async () =>
  within(within(await card()).getByRole('status'))
    .getAllByText(/./)
    .map((one) => one.textContent);

/** Says of one in the file who it is, and waits until it is checked again. */
async function say({ user }: RenderedApp, name: string, what: string): Promise<void> {
  const group = await within(await card()).findByRole('radiogroup', {
    name: new RegExp(`^${name} di file`),
  });
  await user.click(within(group).getByRole('radio', { name: what }));
  await waitFor(() =>
    expect(within(group).getByRole<HTMLInputElement>('radio', { name: what }).checked).toBe(true),
  );
}

const open = (count: number) =>
  `${count} pasangan belum diputuskan: yang di file masuk sebagai pelanggan baru, dan pasangannya menunggu di “Orang yang sama?”.`;

test('who may be there already is asked about, counted as decided, and waits where it is not', async () => {
  const window = await openCheck();
  expect(await sentences()).toEqual([open(3)]);
  await say(window, fresh[0] ?? '', 'Orang yang sama');
  const joined = '1 orang di file masuk ke pelanggan yang sudah ada.';
  await waitFor(async () => expect(await sentences()).toEqual([open(2), joined]));
  expect(screen.getByText(`${fresh.length - 1} pelanggan`)).toBeTruthy();
  await say(window, fresh[1] ?? '', 'Dua orang berbeda');
  const apart = '1 pasangan adalah dua orang berbeda dan tidak akan ditanyakan lagi.';
  await waitFor(async () => expect(await sentences()).toEqual([open(1), joined, apart]));
  await window.user.click(await importButton(/Masukkan 4 baris/));
  await screen.findByText('4 baris sudah masuk');
  const waiting =
    '1 pasangan pelanggan dari impor ini mungkin orang yang sama dan menunggu keputusan Anda.';
  expect(await screen.findByText(waiting, { exact: false })).toBeTruthy();
  const { customers } = await window.shop.ask('settings.get', {});
  expect(customers).toBe(there.length + fresh.length - 1);
  await window.user.click(screen.getByRole('link', { name: 'Lihat pasangannya' }));
  expect(await screen.findByText('Hanya pasangan dari satu impor.', { exact: false })).toBeTruthy();
  expect(await screen.findByRole('radio', { name: 'Belum diputuskan 1' })).toBeTruthy();
  expect(screen.getAllByText('Siti Aminah Rahayu dan Siti Aminah Rahayu').length).toBeGreaterThan(
    0,
  );
});
