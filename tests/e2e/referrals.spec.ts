import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import en from '#shared/locale/en/import.json' with { type: 'json' };
import { expectAccessible, pressButton, tabTo } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };

/** Each was brought by the one before, but for the first; the last names somebody who is not there. */
const list = [
  'Kode Pelanggan;Nama Pelanggan;No HP;Diajak Oleh',
  'P1;Ani Lestari;081234567890;',
  'P2;Budi Santoso;081234567891;Ani Lestari',
  'P3;Citra Dewi;081234567892;P2',
  'P4;Dimas Putra;081234567893;081234567890',
  'P5;Eka Wati;081234567894;Zainal',
];
const sales = [
  'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan',
  'N1;01/02/2026;Budi Santoso;081234567891;Kopi;2;25.000',
  'N2;01/03/2026;Citra Dewi;081234567892;Kopi;3;25.000',
];

/** Drops files into the window and takes all of them. */
async function bringIn(page: Page, files: Readonly<Record<string, readonly string[]>>) {
  const given = Object.entries(files).map(([name, lines]) => ({
    name,
    text: `${lines.join('\n')}\n`,
  }));
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const { name, text } of all) data.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  }, given);
  for (const step of [en.step.columns, en.step.check]) {
    const next = page.getByRole('button', { name: en.foot.next.replace('{{step}}', step) });
    await expect(next).toBeEnabled(slowly);
    await next.click();
  }
  await expect(page.getByText(/Nobody by this name, code or phone/).first()).toBeVisible(slowly);
  const commit = new RegExp(`^${en.foot.commit_other.split(' ')[0]} `);
  await page.getByRole('button', { name: commit }).click(slowly);
  await expect(page.getByText(en.done.undo).first()).toBeVisible(slowly);
}

test('who referred whom comes from a file, stands on the page, and no circle is made by hand', async () => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'langgan-referrals-'));
  try {
    const app = await launchApp({ dataFolder: join(folder, 'data'), language: 'en' });
    const { page } = app;
    await settle(page);
    await askDoor(page, 'settings.update', { shopName: 'Sekar', country: 'ID' });
    await page.reload();
    await settle(page);
    await bringIn(page, { 'pelanggan.csv': list, 'kasir.csv': sales });
    const { rows } = await askDoor(page, 'customers.list', { limit: 50 });
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? 0;

    await goTo(page, `/customers/${idOf('Ani Lestari')}`);
    const card = page.getByRole('region', { name: /^Referrals/ });
    await expect(card).toContainText('Referred 2 people.', slowly);
    await expect(card).toContainText(/1 of them has bought, 1× in all, for Rp\s50,000/);
    await expect(card).toContainText(/With whom those referred in turn: 3 people, Rp\s125,000/);
    await expectAccessible(page, 'customer: referrals');
    await goTo(page, `/customers/${idOf('Citra Dewi')}`);
    await expect(card).toContainText('Referred by Budi Santoso.', slowly);
    await expectAccessible(page, 'customer: referred');
    await goTo(page, `/customers/${idOf('Ani Lestari')}`);

    await pressButton(page, 'Edit the details');
    const dialog = page.getByRole('dialog', { name: 'Edit the details' });
    await tabTo(page, dialog.getByRole('combobox', { name: 'Referred by' }));
    await page.keyboard.type('Citra');
    await page.getByRole('option', { name: 'Citra Dewi' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/it would be a circle/)).toBeVisible(slowly);
    await page.keyboard.press('Escape');

    await goTo(page, `/customers/${idOf('Ani Lestari')}`);
    await pressButton(page, 'Note a reward');
    const reward = page.getByRole('dialog', { name: 'Reward for a referral' });
    await tabTo(page, reward.getByLabel('Or in words'));
    await page.keyboard.type('Bag of coffee');
    await page.keyboard.press('Enter');
    await expect(reward).toHaveCount(0, slowly);
    await goTo(page, '/today');
    await page.getByRole('link', { name: 'See all 2' }).click(slowly);
    await expect(page.getByText('2 are still owed')).toBeVisible(slowly);
    await expectAccessible(page, 'referral rewards');
    await pressButton(page, 'Ani Lestari: Bag of coffee was given today');
    await expect(page.getByText('1 is still owed')).toBeVisible(slowly);

    await goTo(page, `/customers?referredBy=${idOf('Ani Lestari')}`);
    await expect(page.getByText('Referred by Ani Lestari')).toBeVisible(slowly);
    await expect(page.getByText('2 customers')).toBeVisible(slowly);
    await goTo(page, '/insights/coming-back');
    const question = page.locator('section', { hasText: 'Do customers bring customers?' }).last();
    await expect(question).toContainText('Too few new customers to say', slowly);
    await app.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
