import { expect, type Page, test } from '@playwright/test';
import { type Ask, beginOwnShop, fillShop } from '#build/help-pictures/fill-shop.ts';
import { ownPages, samplePages } from '#build/help-pictures/pages.ts';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { routes } from '#renderer/base/routes.ts';
import { accessProblems } from '../support/app/e2e-page.ts';
import { fitProblems } from '../support/app/fit-problems.ts';
import { launchApp } from '../support/app/launch-app.ts';

const letters = [100, 150] as const;

/** What is long or rare on a screen: a debt, a prospect's long title, a how-to that is pinned to people. */
async function fillMore(ask: Ask) {
  const { today } = await ask('settings.get', {});
  const { rows: customers } = await ask('customers.list', { limit: 3 });
  const customerId = customers[0]?.id ?? null;
  const line = { productId: null, name: 'Kopi Gayo untuk acara kantor 1 kg', unitPriceE4: 4e11 };
  const { id } = await ask('sales.create', {
    facts: {
      ...{ soldOn: today, customerId, isOnAccount: true, dueOn: today },
      lines: [{ ...line, quantityE4: 30_000 }],
    },
    isNumbered: true,
  });
  for (const [place, stage] of (['contact', 'need', 'offer'] as const).entries()) {
    const title = `Kopi untuk rapat mingguan kantor cabang ${place + 1}`;
    const facts = { title, worthMinor: 90_000_000, chancePercent: 40, note: 'Lantai 3' };
    await ask('prospects.create', { customerId, facts, stage });
  }
  const facts = {
    title: 'Antar',
    text: 'Lewat samping',
    customers: customers.map((one) => one.id),
  };
  await ask('notes.create', { facts });
  return { sale: `/sales/${id}`, pinned: `/customers/${customerId}` };
}

/** The addresses of the filled sample shop, by name. */
async function addressesOf(ask: Ask, language: 'id' | 'en'): Promise<Record<string, string>> {
  const pages = await samplePages(ask, language);
  const { sale, pinned } = await fillMore(ask);
  return {
    ...pages,
    ...{ 'sale on account': sale, 'sale that is changed': `${sale}/change` },
    ...{ 'customer with a how-to': pinned, 'new group': '/customers/segments/new' },
    ...{ 'standing campaign': '/campaigns/standing/1', 'survey changed': `${pages.survey}/change` },
  };
}

/** The screens that none of the addresses leads to. */
function notSeen(addresses: readonly string[]): readonly string[] {
  return Object.values(routes).filter((route) => {
    const pattern = new RegExp(`^${route.replace(':id', '\\d+')}$`);
    return !addresses.some((address) => pattern.test(address.split('?')[0] ?? ''));
  });
}

/** What axe finds on each, and what does not fit at either size of letters. */
async function problemsOf(page: Page, addresses: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  for (const percent of letters) {
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}%`;
    }, percent);
    for (const [name, address] of Object.entries(addresses)) {
      await goTo(page, address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const access = percent === 100 ? await accessProblems(page) : [];
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
      const found = [...access, ...(await fitProblems(page))];
      problems.push(...found.map((one) => `${name}, letters at ${percent} %: ${one}`));
    }
  }
  return problems;
}

for (const [language, theme] of [
  ['en', 'light'],
  ['id', 'dark'],
] as const)
  test(`every screen fits a small window, with large letters too, and is open to all (${language}, ${theme})`, async () => {
    const app = await launchApp({ language });
    const { page } = app;
    const ask: Ask = (channel, input) => askDoor(page, channel, input);
    try {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await settle(page);
      await page.setViewportSize({ width: 1024, height: 640 });
      await beginOwnShop(ask, language);
      await ask('settings.update', { theme });
      const own = await problemsOf(page, ownPages);
      await ask('sample.open', { language });
      await page.reload();
      await settle(page);
      await ask('settings.update', { theme });
      await fillShop(ask, language);
      const addresses = await addressesOf(ask, language);
      expect(notSeen([...Object.values(ownPages), ...Object.values(addresses)])).toEqual([]);
      expect([...own, ...(await problemsOf(page, addresses))]).toEqual([]);
    } finally {
      await app.close();
    }
  });
