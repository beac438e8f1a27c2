import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import type { CustomerId } from '#shared/ids.ts';
import { expectAccessible } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };
const ratna = 1 as CustomerId;

/** A sale of so much to Ratna, as it is entered. */
async function sell(page: Page, soldOn: string, units: number) {
  return askDoor(page, 'sales.create', {
    facts: {
      ...{ number: null, soldOn, customerId: ratna, paymentMethod: null, note: null },
      lines: [{ productId: null, name: 'Kopi', quantityE4: 10_000, unitPriceE4: units * 10_000 }],
    },
  });
}

async function balanceOf(page: Page): Promise<number> {
  return (await askDoor(page, 'loyalty.ledger', { customerId: ratna })).balance;
}

test('points are switched on, a sale gives some, a reward takes some, and undoing gives them back', async () => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'langgan-loyalty-'));
  try {
    const { page, close } = await launchApp({ dataFolder: join(folder, 'data'), language: 'en' });
    await settle(page);
    await askDoor(page, 'settings.update', { shopName: 'Sekar', country: 'ID' });
    const { today } = await askDoor(page, 'settings.get', {});
    const nobody = { kind: 'person', relation: 'customer', mark: null, birthdayOn: null } as const;
    await askDoor(page, 'customers.create', {
      ...{ ...nobody, name: 'Ratna', gender: null, occupation: null, source: null, uses: null },
      ...{ tastes: null, matters: null, taxId: null, note: null, recommendedBy: null },
      ...{ contactPoints: [], addresses: [], tags: [] },
    });
    await page.reload();
    await settle(page);

    await goTo(page, '/loyalty');
    await page.getByRole('button', { name: 'Set up points' }).click();
    await page.getByLabel('For every full').fill('10000');
    await page.getByLabel('A point is worth').fill('100');
    await page.getByRole('dialog').getByLabel('Points', { exact: true }).focus();
    const begin = page.getByRole('button', { name: 'Switch points on' });
    await expect(begin).toBeEnabled(slowly);
    await expectAccessible(page, 'points: the rule');
    await begin.click();
    await expect(page.getByRole('region', { name: 'How points are given' })).toBeVisible(slowly);
    await page.getByLabel('Reward', { exact: true }).fill('Mug');
    await page.getByLabel('Costs so many points').fill('7');
    await page.getByRole('button', { name: 'Add a reward' }).click();
    await expect(page.getByText('7 points')).toBeVisible(slowly);
    await expectAccessible(page, 'points');

    await sell(page, today, 129_999);
    await goTo(page, '/customers/1');
    const card = page.getByRole('region', { name: 'Points' });
    await expect(card.getByText('12 points, worth Rp 1,200')).toBeVisible(slowly);
    await card.getByRole('button', { name: 'Spend points' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'For which reward' }).click();
    await page.getByRole('option', { name: 'Mug: 7 points' }).click();
    await expect(dialog.getByText('5 points are left afterwards.')).toBeVisible(slowly);
    await expectAccessible(page, 'points: spend');
    await dialog.getByRole('button', { name: 'Spend points' }).click();
    await expect(card.getByText('5 points, worth Rp 500')).toBeVisible(slowly);

    const next = await sell(page, today, 30_000);
    expect(await balanceOf(page)).toBe(8);
    await askDoor(page, 'history.undo', { batchId: next.batchId });
    expect(await balanceOf(page)).toBe(5);
    await page.keyboard.press('Control+z');
    await expect(card.getByText('12 points, worth Rp 1,200')).toBeVisible(slowly);
    await card.getByRole('button', { name: /^See its line/ }).click();
    await expect(page.getByRole('dialog').getByText('Together 12.')).toBeVisible(slowly);
    await expectAccessible(page, 'points: every line');
    await close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
