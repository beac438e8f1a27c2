import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import enCustomer from '#shared/locale/en/customer.json' with { type: 'json' };
import enCustomers from '#shared/locale/en/customers.json' with { type: 'json' };
import enFirst from '#shared/locale/en/firstStart.json' with { type: 'json' };
import enImport from '#shared/locale/en/import.json' with { type: 'json' };
import enNav from '#shared/locale/en/nav.json' with { type: 'json' };
import idCustomer from '#shared/locale/id/customer.json' with { type: 'json' };
import idCustomers from '#shared/locale/id/customers.json' with { type: 'json' };
import idFirst from '#shared/locale/id/firstStart.json' with { type: 'json' };
import idImport from '#shared/locale/id/import.json' with { type: 'json' };
import idNav from '#shared/locale/id/nav.json' with { type: 'json' };
import { expectAccessible } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const texts = {
  id: {
    customer: idCustomer,
    customers: idCustomers,
    first: idFirst,
    import: idImport,
    nav: idNav,
  },
  en: {
    customer: enCustomer,
    customers: enCustomers,
    first: enFirst,
    import: enImport,
    nav: enNav,
  },
};

const fixtures = ['pelanggan-kedai.csv', 'kasir-kedai.csv'].map((name) => ({
  name,
  text: readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)), 'utf8'),
}));

/** Lets go of files over the window, as a person does from a file manager. */
async function dropFiles(page: Page): Promise<void> {
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  }, fixtures);
}

function nextTo(step: string, text: string): string {
  return text.replace('{{step}}', step);
}

for (const language of ['id', 'en'] as const) {
  test(`the first five minutes, from an empty laptop to what a customer is worth (${language})`, async () => {
    const app = await launchApp({ language });
    const { page } = app;
    const t = texts[language];
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    try {
      await settle(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.first.title);
      await expectAccessible(page, 'first start');
      await page.getByLabel(t.first.shopName).fill('Kedai Uji');

      await dropFiles(page);
      await expect(page.getByText('pelanggan-kedai.csv').first()).toBeVisible();
      const toColumns = button(nextTo(t.import.step.columns, t.import.foot.next));
      await expect(toColumns).toBeVisible();
      await expectAccessible(page, 'import: files');
      await toColumns.click();

      await page.getByRole('tab', { name: /kasir-kedai/ }).click();
      const toCheck = button(nextTo(t.import.step.check, t.import.foot.next));
      await expect(toCheck).toHaveAttribute('aria-disabled', 'true');
      await expectAccessible(page, 'import: columns');
      await page.locator('input[type=radio][value=dmy]').click();
      await expect(page.locator('[data-question]')).toHaveCount(1);
      await page.locator('input[type=radio][value=en]').click();
      await expect(page.locator('[data-question]')).toHaveCount(0);
      await toCheck.click();

      const bringIn = button(new RegExp(t.import.foot.commit_other.split(' ')[0] ?? ''));
      await expect(bringIn).toBeVisible();
      await expectAccessible(page, 'import: check');
      await bringIn.click();
      await expect(page.getByRole('link', { name: t.nav.customers }).first()).toBeVisible();
      await expect(
        button(t.import.undo.do).or(page.getByText(t.import.step.done)).first(),
      ).toBeVisible();

      await page.getByRole('link', { name: t.nav.customers }).first().click();
      const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') });
      await expect(rows).toHaveCount(6);
      await expectAccessible(page, 'customers');
      await page.keyboard.press('/');
      await page.keyboard.type('5550 0106');
      await expect(rows).toHaveCount(1);
      await rows.first().getByText('Elok Maharani').click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Elok Maharani');
      await expectAccessible(page, 'customer');
      await button(new RegExp(`^${t.customer.worth.formula}`)).click();
      await expect(page.getByRole('dialog')).toContainText('×');
      await page.keyboard.press('Escape');

      await page.getByRole('link', { name: t.nav.insights }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.nav.insights);
      await expectAccessible(page, 'insights');
      await page.getByRole('link', { name: t.nav.settings }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.nav.settings);
      await expectAccessible(page, 'settings');
      expect(app.requestsRefused).toEqual([]);
    } finally {
      await app.close();
    }
  });
}
