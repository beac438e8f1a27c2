import { expect, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { launchApp } from '../support/app/launch-app.ts';

test('an Esc closes what is open first, and only then lets go of whom the mouse has picked', async () => {
  const app = await launchApp({ language: 'en' });
  const { page } = app;
  const picked = page.getByText('2 selected');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  try {
    await settle(page);
    await button('Open the sample shop').click();
    await page.getByRole('link', { name: 'Customers' }).click();
    const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
    await expect(rows.first()).toBeVisible();
    for (const index of [0, 1]) await rows.nth(index).getByRole('gridcell').first().click();
    await expect(picked).toBeVisible();
    for (const [name, open] of [
      ['Columns', 'dialog'],
      ['Add a tag', 'dialog'],
      ['Export 2', 'menu'],
      ['City', 'menu'],
    ] as const) {
      await button(name).click();
      await expect(page.getByRole(open)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole(open)).toHaveCount(0);
      await expect(picked).toBeVisible();
      await expect(button(name)).toBeFocused();
    }
    await page.keyboard.press('Escape');
    await expect(picked).toHaveCount(0);
  } finally {
    await app.close();
  }
});
