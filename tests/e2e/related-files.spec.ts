import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor } from '#build/page-door.ts';
import en from '#shared/locale/en/import.json' with { type: 'json' };
import id from '#shared/locale/id/import.json' with { type: 'json' };
import { expectAccessible } from '../support/app/e2e-page.ts';
import { fitProblems } from '../support/app/fit-problems.ts';
import { launchApp } from '../support/app/launch-app.ts';

const texts = { id, en };

/** Four files of one shop, as its web shop writes them: no one of them tells who bought what on which day. */
const files = {
  'customers.csv': [
    'id,name,phone,city',
    'C01,Ibu Ratna,081255501001,Sleman',
    'C02,Pak Budi,081255501002,Bantul',
    'C03,Toko Melati,0274555013,Yogyakarta',
  ],
  'orders.csv': [
    'order_id,order_date,customer_id,total',
    'O-1,2026-05-02,C01,255000',
    'O-2,2026-05-03,C02,60000',
    'O-3,2026-05-05,C01,90000',
    'O-4,2026-05-06,C03,45000',
  ],
  'order_items.csv': [
    'order_id,product_id,qty,price',
    'O-1,P1,1,180000',
    'O-1,P2,3,25000',
    'O-2,P3,2,30000',
    'O-3,P3,3,30000',
  ],
  'products.csv': [
    'product_id,product_name,category',
    'P1,Kopi Gayo 1 kg,Kopi',
    'P2,Gula Aren,Bahan',
    'P3,Teh Melati,Teh',
  ],
};

async function drop(page: Page): Promise<void> {
  const given = Object.entries(files).map(([name, lines]) => ({ name, text: lines.join('\n') }));
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const { name, text } of all) data.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  }, given);
}

for (const language of ['id', 'en'] as const) {
  test(`four files that belong together become one history, by somebody who reads nothing (${language})`, async () => {
    const app = await launchApp({ language });
    const { page } = app;
    const t = texts[language];
    const next = (step: string) =>
      page.getByRole('button', { name: t.foot.next.replace('{{step}}', step) });
    try {
      await settle(page);
      await drop(page);
      await expect(next(t.step.columns)).toBeVisible();
      await next(t.step.columns).click();
      await expect(next(t.step.check)).toBeVisible();
      await expect(page.locator('[data-question]')).toHaveCount(0);
      await next(t.step.check).click();
      const joined = page.getByRole('region', { name: t.joined.title });
      await expect(joined.getByRole('listitem')).toHaveCount(4);
      await expectAccessible(page, 'import: files that belong together');
      const size = page.viewportSize();
      await page.setViewportSize({ width: 1024, height: 640 });
      for (const letters of ['150%', '100%']) {
        await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize;
        }, letters);
        expect(await fitProblems(page), letters).toEqual([]);
      }
      if (size !== null) await page.setViewportSize(size);
      await page
        .getByRole('button', { name: new RegExp(`^${t.foot.commit_other.split(' ')[0]} `) })
        .click();
      const sold = page.getByRole('button', {
        name: t.done.openSales_other.replace('{{count, number}}', '4'),
      });
      await expect(sold).toBeVisible();
      await sold.click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      const { rows } = await askDoor(page, 'sales.list', { order: 'oldest' });
      expect(
        rows.map(({ number, soldOn, customerName, totalMinor, lineCount }) => [
          ...[number, soldOn, customerName],
          ...[totalMinor / 100, lineCount],
        ]),
      ).toEqual([
        ['O-1', '2026-05-02', 'Ibu Ratna', 255_000, 2],
        ['O-2', '2026-05-03', 'Pak Budi', 60_000, 1],
        ['O-3', '2026-05-05', 'Ibu Ratna', 90_000, 1],
        ['O-4', '2026-05-06', 'Toko Melati', 45_000, 1],
      ]);
      expect(app.requestsRefused).toEqual([]);
    } finally {
      await app.close();
    }
  });
}
