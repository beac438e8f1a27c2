import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { smallJpeg } from '#tests/support/files/small-jpeg.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

async function openSettings(language: 'id' | 'en') {
  const shop = await tempShop();
  await shop.ask('settings.update', { shopName: 'Sekar', language });
  const paper = async () => (await shop.ask('settings.get', {})).settings.paper;
  return { shop, paper };
}

test('an address over several lines is kept as it was typed, each line its own', async () => {
  const { shop, paper } = await openSettings('en');
  const { user } = renderApp(shop.app, '/settings');
  await user.type(await screen.findByLabelText('Address'), 'Jl. Braga 1{Enter}Bandung');
  await user.tab();
  await waitFor(async () => expect((await paper()).address).toBe('Jl. Braga 1\nBandung'));
  await user.type(screen.getByLabelText('Tax ID'), '01.2{Enter}');
  await waitFor(async () => expect((await paper()).taxId).toBe('01.2'));
  expect((await paper()).address).toBe('Jl. Braga 1\nBandung');
  await user.click(screen.getByLabelText('Closing words'));
  await user.paste('x'.repeat(301));
  await user.tab();
  await screen.findByText('300 letters at most. Not saved yet.');
  expect((await paper()).closing).toBe('');
});

test('the logo is shown as it is kept, taken out, and put back', async () => {
  const { shop } = await openSettings('id');
  await shop.ask('settings.setLogo', { jpeg: smallJpeg });
  const { user } = renderApp(shop.app, '/settings');
  const shown = await screen.findByAltText<HTMLImageElement>('Logo toko');
  expect(shown.src).toBe(`data:image/jpeg;base64,${smallJpeg}`);
  await user.click(screen.getByRole('button', { name: 'Hapus logo' }));
  await waitFor(() => expect(screen.queryByAltText('Logo toko')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Urungkan' }));
  await screen.findByAltText('Logo toko');
  expect((await shop.ask('settings.logo', {})).jpeg).toBe(smallJpeg);
});

test.each([
  ['logo.png', 'no picture at all', 'Ini bukan gambar PNG atau JPEG. Pilih file lain.'],
  ['logo.txt', '%PDF-1.7', 'Ini bukan gambar PNG atau JPEG. Pilih file lain.'],
])('a file is taken by its bytes, not by its name (%s)', async (name, text, said) => {
  const { shop } = await openSettings('id');
  const { user } = renderApp(shop.app, '/settings');
  await screen.findByRole('button', { name: 'Pilih gambar' });
  const input = document.querySelector<HTMLInputElement>('input[type=file][accept*="image"]');
  if (input === null) throw new Error('no place for a file');
  await user.upload(input, new File([text], name, { type: 'image/png' }));
  await screen.findByText(said);
  expect((await shop.ask('settings.logo', {})).jpeg).toBeNull();
});

test('main takes no picture that a PDF could not hold', async () => {
  const { shop } = await openSettings('en');
  const jpeg = Buffer.from('no picture').toString('base64');
  expect(await shop.fail('settings.setLogo', { jpeg })).toEqual({
    ...{ code: 'VALIDATION', issues: [{ path: 'jpeg', problem: 'picture-unreadable' }] },
  });
  const large = Buffer.alloc(160_000).toString('base64');
  expect(await shop.fail('settings.setLogo', { jpeg: large })).toMatchObject({
    code: 'VALIDATION',
  });
});
