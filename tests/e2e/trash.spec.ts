import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { expectAccessible } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const customers = 200;

/** A till's file: each customer with one sale. */
async function bringIn(page: Page): Promise<void> {
  const titles = 'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Total';
  const lines = Array.from(
    { length: customers },
    (_, at) => `${at + 1};25/03/2026;Pelanggan ${at + 1};0812345${10_000 + at};Kopi;1;10.000`,
  );
  const base64 = Buffer.from([titles, ...lines, ''].join('\n')).toString('base64');
  const file = { file: 0, name: 'kasir.csv', offset: 0, base64, isLast: true };
  const taken = await askDoor(page, 'imports.receive', { draftId: null, ...file });
  for (const channel of ['imports.inspect', 'imports.check', 'imports.commit'] as const)
    await askDoor(page, channel, { draftId: taken?.draftId ?? '' });
}

async function counts(page: Page) {
  const { customers: people } = await askDoor(page, 'settings.get', {});
  const { count, activeRevenueMinor } = await askDoor(page, 'customers.summary', {});
  const sales = await askDoor(page, 'sales.summary', {});
  const trash = await askDoor(page, 'trash.counts', {});
  return { people, count, activeRevenueMinor, sales, inTrash: trash.all };
}

test('two hundred customers go to the trash at once, and all of them come back', async () => {
  const app = await launchApp({ language: 'en' });
  const { page } = app;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  try {
    await settle(page);
    await askDoor(page, 'settings.update', { shopName: 'Morning Coffee', language: 'en' });
    await bringIn(page);
    const before = await counts(page);
    expect(before).toMatchObject({ people: customers, count: customers, inTrash: 0 });
    await page.reload();
    await goTo(page, '/customers');
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    await page.getByRole('grid').focus();
    // All of the list is there before all of it is picked.
    await page.keyboard.press('End');
    await page.keyboard.press('End');
    await expect(page.getByText('Pelanggan 1', { exact: true })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(page.getByText(`${customers} selected`)).toBeVisible();
    await button('Delete').click();
    await expect(page.getByText(`${customers} customers moved to the trash`)).toBeVisible();
    await expect(page.getByText('No customers yet')).toBeVisible();
    expect(await counts(page)).toMatchObject({ count: 0, inTrash: customers });

    await goTo(page, '/settings/trash');
    await expect(page.getByText(`${customers} things in the trash`)).toBeVisible();
    await expectAccessible(page, 'trash');
    await button('Put all of these back').click();
    await expect(page.getByText(`Put back: ${customers} customers.`).first()).toBeVisible();
    await expect(page.getByText('The trash is empty').first()).toBeVisible();
    expect(await counts(page)).toEqual(before);
    await goTo(page, '/customers');
    await expect(page.getByText(`${customers} customers`, { exact: false }).first()).toBeVisible();
  } finally {
    await app.close();
  }
});
