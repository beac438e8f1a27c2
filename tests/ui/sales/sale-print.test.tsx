import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '#shared/contract/settings.ts';
import type { SaleId } from '#shared/ids.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// Passing files of other tests are none of this one's.
beforeEach(() => {
  const folder = tempFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
});
afterEach(() => void vi.unstubAllEnvs());

async function shopIn(language: Language, name = 'Ratna'): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    const customerId = addCustomer(raw, { name });
    const sale = { customerId, soldOn: '2026-06-10', revenueMinor: 500_000, number: 'N/7' };
    addLine(raw, addSale(raw, sale), 'Teh Melati', 500_000);
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language });
  return shop;
}

const sale = 1 as SaleId;

test.each([
  [
    'en',
    'Print invoice (A4)',
    'Handed to the program for PDF files: print it there. If nothing opens, save it as PDF.',
  ],
  [
    'id',
    'Cetak faktur (A4)',
    'Dikirim ke program untuk file PDF: cetak dari sana. Kalau tidak ada yang terbuka, simpan sebagai PDF.',
  ],
] as const)('Ctrl+P prints from the keyboard alone (%s)', async (language, choice, said) => {
  const shop = await shopIn(language);
  const { user } = renderApp(shop.app, `/sales/${sale}`);
  await screen.findByRole('button', { name: language === 'en' ? 'Print' : 'Cetak' });
  await user.keyboard('{Control>}p{/Control}');
  (await screen.findByText(choice)).closest('button')?.focus();
  await user.keyboard('{Enter}');
  await screen.findByText(said);
  const [path = ''] = shop.machine.opened;
  const title = language === 'en' ? 'Invoice' : 'Faktur';
  expect(path.endsWith(`${title} N-7.pdf`)).toBe(true);
  expect(paperRows(readFileSync(path)).flat()[0]).toEqual([title]);
});

test('is saved, says where, and says which letters are not on it', async () => {
  const shop = await shopIn('en', '東京');
  const path = join(tempFolder(), 'mine.pdf');
  shop.machine.picks.push([path], null);
  const { user } = renderApp(shop.app, `/sales/${sale}`);
  const save = async () => {
    await user.click(await screen.findByRole('button', { name: 'Print' }));
    await user.click(await screen.findByText('Save receipt as PDF'));
  };
  await save();
  await screen.findByText('Saved in mine.pdf. Some letters cannot be printed and read as “?”.');
  expect(paperRows(readFileSync(path)).flat()).toContainEqual(['Receipt']);
});

test('says that there is no program for it', async () => {
  const shop = await shopIn('en');
  shop.machine.platform.openFolder = async () => false;
  const { user } = renderApp(shop.app, `/sales/${sale}`);
  await user.click(await screen.findByRole('button', { name: 'Print' }));
  await user.click(await screen.findByText('Print receipt'));
  await screen.findByText(/^No program on this computer shows PDF files\./);
  await waitFor(() => expect(shop.machine.opened).toEqual([]));
});
