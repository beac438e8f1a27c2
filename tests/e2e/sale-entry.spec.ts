import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { launchApp } from '../support/app/launch-app.ts';

const words = {
  en: {
    ...{ sample: 'Open the sample shop', product: 'Product of line', paid: 'Paid', due: 'Due on' },
    ...{
      buyer: 'Customer',
      customers: 'Customers',
      goods: 'guji',
      name: 'ar',
      new: 'New customer: ar',
      saved: /^Saved: /,
    },
  },
  id: {
    ...{ sample: 'Buka toko contoh', product: 'Barang baris', paid: 'Dibayar', due: 'Jatuh tempo' },
    ...{
      buyer: 'Pelanggan',
      customers: 'Pelanggan',
      goods: 'kopi',
      name: 'ar',
      new: 'Pelanggan baru: ar',
      saved: /^Tersimpan: /,
    },
  },
} as const;

/** The keyboard alone, and how often a key goes down. */
function keysOf(page: Page) {
  let pressed = 0;
  const from = performance.now();
  return {
    /** Said, and never held to: a busy machine is no slower hand. A person adds the time their keys take. */
    seconds: (what: string, bar: number) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      console.log(`${what}: ${pressed} keys, ${seconds} s (to be done in ${bar} s)`);
    },
    type: async (text: string) => {
      pressed += text.length;
      await page.keyboard.type(text);
    },
    press: async (key: string) => {
      pressed += 1;
      await page.keyboard.press(key);
    },
    count: () => pressed,
  };
}

for (const language of ['en', 'id'] as const)
  test(`sales are entered by keyboard alone, with and without a customer (${language})`, async () => {
    const app = await launchApp({ language });
    const { page } = app;
    const say = words[language];
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const product = (line: number) => field(`${say.product} ${line}`);
    try {
      await settle(page);
      await page.getByRole('button', { name: say.sample, exact: true }).click();
      await expect(page.getByRole('link', { name: say.customers, exact: true })).toBeVisible();
      const walkIn = keysOf(page);
      await walkIn.press('F2');
      await expect(product(1)).toBeFocused();
      await walkIn.type(say.goods);
      await expect(page.getByRole('option').first()).toBeVisible();
      await walkIn.press('Enter');
      await expect(product(2)).toBeFocused();
      await walkIn.press('Enter');
      await expect(field(say.paid)).toBeFocused();
      await walkIn.press('Enter');
      await expect(page.getByText(say.saved)).toHaveCount(1);
      await expect(product(1)).toBeFocused();
      await expect(product(1)).toHaveValue('');
      walkIn.seconds(`A walk-in sale (${language})`, 5);
      expect(walkIn.count()).toBe(8);
      const named = keysOf(page);
      await named.press('Shift+Tab');
      await named.press('Shift+Tab');
      await expect(
        page.locator('form').getByLabel(say.buyer, { exact: true }).first(),
      ).toBeFocused();
      await named.type(say.name);
      await expect(page.getByRole('option').filter({ hasText: say.new })).toHaveCount(1);
      await expect(page.getByRole('option').filter({ hasNotText: say.new })).not.toHaveCount(0);
      await named.press('ArrowDown');
      await named.press('Enter');
      await expect(product(1)).toBeFocused();
      await named.type(`2 ${say.goods}`);
      await expect(page.getByRole('option').first()).toBeVisible();
      await named.press('Enter');
      await expect(product(2)).toBeFocused();
      await named.press('Enter');
      await named.type('0');
      await named.press('Enter');
      await expect(field(say.due)).toBeFocused();
      await named.press('Enter');
      await expect(page.getByText(say.saved)).toHaveCount(2);
      named.seconds(`A sale with a customer (${language})`, 10);
      expect(named.count()).toBe(17);
    } finally {
      await app.close();
    }
  });
