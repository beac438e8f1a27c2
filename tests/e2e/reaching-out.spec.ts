import { expect, type Page, test } from '@playwright/test';
import { type Ask, fillShop } from '#build/help-pictures/fill-shop.ts';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { expectAccessible } from '../support/app/e2e-page.ts';
import { fitProblems } from '../support/app/fit-problems.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };
const pages = [
  ...([
    '/today',
    '/campaigns/standing',
    '/campaigns/standing/1',
    '/campaigns/standing/new',
  ] as const),
  ...(['/notes', '/loyalty', '/feedback/1', '/customers'] as const),
  ...(['/notes/handover', '/customers/segments/1/picture'] as const),
] as const;

async function expectReadable(page: Page, what: string): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, slowly);
  await expectAccessible(page, what);
  expect(await fitProblems(page), what).toEqual([]);
}

for (const [language, colorScheme] of [
  ['id', 'dark'],
  ['en', 'light'],
] as const)
  test(`what reaches out to people is read with and without large letters, ${language}, ${colorScheme}`, async () => {
    test.slow();
    const { page, close } = await launchApp({ language });
    const ask: Ask = (channel, input) => askDoor(page, channel, input);
    try {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page);
      await ask('sample.open', { language });
      await page.reload();
      await settle(page);
      await fillShop(ask, language);
      const { rows } = await ask('customers.list', { limit: 1 });
      const customer = rows[0]?.id;
      await ask('notes.create', {
        facts: { title: 'Antar', text: 'Lewat samping', customers: rows.map(({ id }) => id) },
      });
      await page.setViewportSize({ width: 1024, height: 640 });
      for (const letters of ['100%', '150%']) {
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, letters);
        for (const address of [...pages, `/customers/${customer}`] as const) {
          await goTo(page, address);
          await expectReadable(page, `${address}, ${letters}`);
        }
      }
    } finally {
      await close();
    }
  });
