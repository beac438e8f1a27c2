import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import idHelp from '#shared/locale/id/helpPages.json' with { type: 'json' };
import { expectAccessible } from '../support/app/e2e-page.ts';
import { fitProblems } from '../support/app/fit-problems.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };
const words = {
  id: { week: 'Minggu pertama Anda', today: 'Hari ini', search: 'Cari di bantuan' },
  en: { week: 'Your first week', today: 'Today', search: 'Search in help' },
} as const;

/** The picture that stands in what is read has arrived, as the app is built and guarded. */
async function expectPicture(page: Page): Promise<void> {
  const picture = page.locator('figure img');
  await expect(picture).toBeVisible(slowly);
  await expect
    .poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth), slowly)
    .toBeGreaterThan(500);
}

for (const [language, colorScheme] of [
  ['id', 'light'],
  ['en', 'dark'],
] as const)
  test(`help is read with and without large letters, ${language}, ${colorScheme}`, async () => {
    test.slow();
    const said = words[language];
    const { page, close } = await launchApp({ language });
    try {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page);
      await askDoor(page, 'settings.update', { shopName: 'Sekar', language });
      await page.reload();
      await settle(page);
      for (const letters of ['100%', '150%']) {
        await page.setViewportSize({ width: 1024, height: 640 });
        await goTo(page, '/today');
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, letters);
        await expect(page.getByRole('region', { name: said.week })).toBeVisible(slowly);
        await expectAccessible(page, `today with the first week, ${letters}`);
        expect(await fitProblems(page), `today with the first week, ${letters}`).toEqual([]);
        await page.keyboard.press('F1');
        const drawer = page.getByRole('dialog', { name: said.today });
        await expect(drawer).toBeVisible(slowly);
        await expectPicture(page);
        await expectAccessible(page, `help of today, ${letters}`);
        await page.keyboard.press('Escape');
        await expect(drawer).toBeHidden();
        await goTo(page, '/help?page=import');
        await expectPicture(page);
        await expectAccessible(page, `the place of help, ${letters}`);
        expect(await fitProblems(page), `the place of help, ${letters}`).toEqual([]);
      }
      await page.getByRole('searchbox', { name: said.search }).fill('zebra');
      await expectAccessible(page, 'nothing found');
    } finally {
      await close();
    }
  });

test('the picture of every page is in the app', async () => {
  test.slow();
  const { page, close } = await launchApp({ language: 'id' });
  try {
    await settle(page);
    await askDoor(page, 'settings.update', { shopName: 'Sekar', language: 'id' });
    await page.reload();
    for (const name of Object.keys(idHelp.page)) {
      await goTo(page, `/help?page=${name}`);
      await expectPicture(page);
    }
  } finally {
    await close();
  }
});
