import { expect, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { launchApp } from '../support/app/launch-app.ts';

const sizes = [
  { width: 1024, height: 640 },
  { width: 1280, height: 800 },
  // As with text grown to 150 %.
  { width: 800, height: 600 },
];

test('a toast stands beside the step: nothing that can be pressed on the page is under it', async () => {
  const app = await launchApp({ language: 'en' });
  const { page } = app;
  try {
    await settle(page);
    await page.getByRole('button', { name: 'Open the sample shop', exact: true }).click();
    await page.getByRole('link', { name: 'Customers' }).click();
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const index of [0, 1]) await rows.nth(index).getByRole('gridcell').first().click();
      await page.getByRole('button', { name: 'Add a tag', exact: true }).click();
      await page.getByRole('combobox', { name: 'Name of the tag' }).fill(`Tag ${size.width}`);
      await page.keyboard.press('Enter');
      const toast = page.getByRole('alert').filter({ hasText: `Tag ${size.width}` });
      await expect(toast).toBeVisible();
      await toast.hover();
      for (const index of [0, 1]) await rows.nth(index).getByRole('gridcell').first().click();
      await expect(page.getByRole('button', { name: 'Export 2' })).toBeVisible();
      const under = await toast.evaluate((one) => {
        const box = one.getBoundingClientRect();
        const pressed = 'main button, main a, main input, nav a, [role="contentinfo"] button';
        return [...document.querySelectorAll(pressed)]
          .filter((other) => {
            const { left, right, top, bottom, width } = other.getBoundingClientRect();
            const isBeside = right <= box.left || left >= box.right;
            return width > 0 && !isBeside && bottom > box.top && top < box.bottom;
          })
          .map((other) => other.textContent);
      });
      expect(under, `${size.width} × ${size.height}`).toEqual([]);
      await page.getByRole('button', { name: /^Unselect/ }).click();
    }
  } finally {
    await app.close();
  }
});
