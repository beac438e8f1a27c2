import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { expectAccessible } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';
import { paperRows } from '../support/read-paper.ts';

const words = {
  en: {
    ...{ sample: 'Open the sample shop', logo: 'The logo of the shop', address: 'Address' },
    ...{ print: 'Print', save: 'Save invoice as PDF', title: 'Invoice', broken: /damaged/ },
  },
  id: {
    ...{ sample: 'Buka toko contoh', logo: 'Logo toko', address: 'Alamat' },
    ...{ print: 'Cetak', save: 'Simpan faktur sebagai PDF', title: 'Faktur', broken: /rusak/ },
  },
} as const;

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of one colour, half of it shining through, larger than what is kept. */
function largePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 4);
  for (let place = 0; place < width; place += 1)
    row.set([160, 60, 20, place < width / 2 ? 255 : 0], 1 + place * 4);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

for (const language of ['en', 'id'] as const)
  test(`a sale goes on paper with the shop's logo and address (${language})`, async () => {
    const app = await launchApp({ language });
    const { page } = app;
    const say = words[language];
    try {
      await settle(page);
      await page.getByRole('button', { name: say.sample, exact: true }).click();
      await expect(page.getByRole('navigation').first()).toBeVisible();
      await page.evaluate(() => {
        location.hash = '#/settings';
      });
      await page.getByLabel(say.address, { exact: true }).fill('Jl. Braga 1\nBandung');
      await page.getByLabel(say.address, { exact: true }).blur();
      const file = page.locator('input[type=file][accept*="image"]');
      const png = largePng(1600, 400);
      await file.setInputFiles({
        ...{ name: 'broken.png', mimeType: 'image/png', buffer: png.subarray(0, 40) },
      });
      await expect(page.getByText(say.broken)).toBeVisible();
      await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
      const shown = page.getByAltText(say.logo);
      await expect(shown).toBeVisible();
      const size = await shown.evaluate((one: HTMLImageElement) => [
        ...[one.naturalWidth, one.naturalHeight],
      ]);
      expect(size).toEqual([720, 180]);
      await expectAccessible(page, 'settings');
      await page.evaluate(() => {
        location.hash = '#/sales/1';
      });
      await expect(page.getByRole('button', { name: say.print, exact: true })).toBeVisible();
      await expectAccessible(page, 'a sale');
      await page.keyboard.press('Control+p');
      await expect(page.getByRole('menuitem').first()).toBeVisible();
      // Nobody is asked where: the host answers by itself, in Electron the test does (`attend-electron.ts`).
      await page.getByRole('menuitem', { name: say.save }).click();
      await expect(page.getByText(/\.pdf\./)).toBeVisible();
      const [name = ''] = readdirSync(app.downloads);
      const pdf = readFileSync(join(app.downloads, name));
      const texts = paperRows(pdf).flat(2);
      expect(texts).toEqual(expect.arrayContaining([say.title, 'Jl. Braga 1', 'Bandung']));
      expect(pdf.toString('latin1')).toContain('/Width 720 /Height 180');
    } finally {
      await app.close();
    }
  });
