import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

beforeEach(() => resetImport());

test('whom a chat is with is asked before anything else, and its messages are counted', async () => {
  const shop = await tempShop((raw) => finishShop(raw));
  await shop.ask('settings.update', { shopName: 'Melati', language: 'id', currency: 'IDR' });
  const messages = ['Pagi', 'Kopi ada?', 'Ada'];
  const path = join(shop.folder, '_chat.txt');
  const lines = messages.map(
    (text, at) => `25/03/26 09.1${at} - ${at < 2 ? 'Bu Ratna' : 'Toko Melati'}: ${text}`,
  );
  writeFileSync(path, lines.join('\n'));
  shop.machine.picks.push([path]);
  const { user } = renderApp(shop.app, '/import');
  await user.click(await importButton(/Pilih file/));
  expect(await screen.findByText('Chat WhatsApp')).toBeTruthy();
  await user.click(await importButton(/Lanjut: Kolom/));
  const asked = await screen.findByRole('group', { name: /Obrolan ini dengan siapa\?/ });
  expect(screen.queryByText('Judul kolom di baris')).toBeNull();
  expect(screen.getByText('Pilih dulu obrolan ini dengan siapa.')).toBeTruthy();
  await user.click(within(asked).getByRole('radio', { name: 'Bu Ratna' }));
  await waitFor(() =>
    expect(screen.queryByText('Pilih dulu obrolan ini dengan siapa.')).toBeNull(),
  );
  await user.click(await importButton(/Lanjut: Periksa/));
  expect(await screen.findByText(`${messages.length} kontak, 1 pelanggan`)).toBeTruthy();
  await user.click(await importButton(/Masukkan 3 baris/));
  await screen.findByText('3 baris sudah masuk');
});
