import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { accessProblems } from '../support/app/e2e-page.ts';
import { fitProblems } from '../support/app/fit-problems.ts';
import { launchApp } from '../support/app/launch-app.ts';

/** The sample shop with what it has none of: a debt, a prospect of each open stage. Answers what stands at an address. */
async function fillShop(page: Page, language: 'id' | 'en') {
  await askDoor(page, 'sample.open', { language });
  await page.reload();
  const { today } = await askDoor(page, 'settings.get', {});
  const { rows: customers } = await askDoor(page, 'customers.list', { limit: 3 });
  const { rows: products } = await askDoor(page, 'products.list', { limit: 1 });
  const { rows: sales } = await askDoor(page, 'sales.list', { limit: 50 });
  const customer = customers[0]?.id ?? null;
  const line = { productId: null, name: 'Kopi Gayo untuk acara kantor 1 kg', unitPriceE4: 4e11 };
  const { id } = await askDoor(page, 'sales.create', {
    facts: {
      ...{ soldOn: today, customerId: customer, isOnAccount: true, dueOn: today },
      lines: [{ ...line, quantityE4: 30_000 }],
    },
    isNumbered: true,
  });
  const prospects = [];
  for (const [place, stage] of (['contact', 'need', 'offer'] as const).entries()) {
    const title = `Kopi untuk rapat mingguan kantor cabang ${place + 1}`;
    const facts = { title, worthMinor: 90_000_000, chancePercent: 40, note: 'Lantai 3' };
    const customerId = customers[place]?.id ?? customer;
    prospects.push(await askDoor(page, 'prospects.create', { customerId, facts, stage }));
  }
  const several = sales.find(({ lineCount }) => lineCount > 1);
  return { sale: several?.id, own: id, product: products[0]?.id, prospect: prospects[0]?.id };
}

/** Every screen on which something is sold, owed or handed over. */
function screensOf(ids: Awaited<ReturnType<typeof fillShop>>) {
  return [
    ['the list of sales', '/sales'],
    ['entering a sale', '/sales/new'],
    ['a sale', `/sales/${ids.sale}`],
    ['a sale on account', `/sales/${ids.own}`],
    ['changing a sale', `/sales/${ids.own}/change`],
    ['who owes', '/sales/owed'],
    ['products', '/sales/products'],
    ['a product', `/sales/products/${ids.product}`],
    ['prospects as a board', '/sales/prospects'],
    ['prospects as a list', '/sales/prospects/list'],
    ['a prospect', `/sales/prospects/${ids.prospect}`],
    ['the accountant', '/accountant'],
    ['settings of selling and of receipts', '/settings?part=shop'],
  ] as const;
}

const text = [100, 150] as const;

async function growText(page: Page, percent: number): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);
}

for (const [language, theme] of [
  ['en', 'light'],
  ['id', 'dark'],
] as const)
  test(`every screen of sales fits a small window, also with large text, and is open to all (${language}, ${theme})`, async () => {
    const app = await launchApp({ language });
    const { page } = app;
    try {
      await settle(page);
      await page.setViewportSize({ width: 1024, height: 640 });
      const screens = screensOf(await fillShop(page, language));
      await askDoor(page, 'settings.update', { theme });
      const problems: string[] = [];
      for (const percent of text) {
        await growText(page, percent);
        for (const [name, address] of screens) {
          await goTo(page, address);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          const access = percent === 100 ? await accessProblems(page) : [];
          const found = [...access, ...(await fitProblems(page))];
          problems.push(...found.map((one) => `${name}, text at ${percent} %: ${one}`));
        }
      }
      expect(problems).toEqual([]);
    } finally {
      await app.close();
    }
  });
