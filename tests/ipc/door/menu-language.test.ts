import { expect, it } from 'vitest';
import { installMenu } from '#electron/menu.ts';
import { ShopLanguage } from '#electron/shop-language.ts';
import { standInMenu } from '#tests/support/app/stand-in-menu.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

/** Many tests run at once: what is awaited comes, if late. */
const slowly = { timeout: 50_000 };

it('the menu speaks the shop’s language, not the system’s, and another as soon as it is chosen', async () => {
  const shop = await tempShop();
  await shop.ask('settings.update', { shopName: 'Sekar Pagi', language: 'id' });
  const { menu, application } = standInMenu();
  const language = new ShopLanguage('en');
  installMenu(menu, language, { platform: 'linux', choose: () => undefined });
  // Called "File" in both languages is the first menu; the second is not.
  const second = () => application()?.[1]?.label;
  expect(second()).toBe('Edit');
  await language.follow(shop.app);
  expect(second()).toBe('Ubah');
  await shop.ask('settings.update', { language: 'en' });
  await expect.poll(second, slowly).toBe('Edit');
  await shop.ask('settings.update', { language: 'id' });
  await expect.poll(second, slowly).toBe('Ubah');
});
