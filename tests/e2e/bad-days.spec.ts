import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { engineUnderTest, launchApp } from '../support/app/launch-app.ts';

const words = {
  en: {
    ...{ sample: 'Open the sample shop', print: 'Print', save: 'Save invoice as PDF' },
    none: /No program on this computer opens it/,
  },
  id: {
    ...{ sample: 'Buka toko contoh', print: 'Cetak', save: 'Simpan faktur sebagai PDF' },
    none: /Di komputer ini tidak ada program/,
  },
} as const;

for (const language of ['en', 'id'] as const)
  test(`a window that the system never calls painted is shown, nothing is saved where the dialog was closed, and that no program takes an address is said (${language})`, async () => {
    const engine = await engineUnderTest();
    test.skip(engine.name !== 'host', 'Electron has no switch that gives its system a bad day');
    const app = await launchApp({
      language,
      hostSwitches: ['never-ready-to-show', 'save-cancelled', 'nothing-opens'],
    });
    const { page } = app;
    const say = words[language];
    try {
      // That it was shown: the start fails where the window never is.
      await settle(page);
      await page.getByRole('button', { name: say.sample, exact: true }).click();
      await expect(page.getByRole('navigation').first()).toBeVisible();
      await page
        .getByRole('button', { name: /^WhatsApp/ })
        .first()
        .click();
      await expect(page.getByText(say.none)).toBeVisible();
      await page.evaluate(() => {
        location.hash = '#/sales/1';
      });
      await page.getByRole('button', { name: say.print, exact: true }).click();
      await page.getByRole('menuitem', { name: say.save }).click();
      await expect(page.getByRole('menuitem')).toHaveCount(0);
      await settle(page);
      await expect(page.getByText(/\.pdf\./)).toHaveCount(0);
      expect(app.opened).toEqual([]);
      expect(readdirSync(app.downloads)).toEqual([]);
    } finally {
      await app.close();
    }
  });
