import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { expectAccessible, pressButton } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };
const [first, second] = ['kopi tubruk 77', 'teh melati hangat 12'];

async function typeTwice(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('The new password once more').fill(password);
}

/** Reads the code that is shown once, and says that it is kept. */
async function keepCode(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Your recovery code' });
  await expect(dialog).toBeVisible(slowly);
  const code = (await dialog.getByText(/^[0-9A-Z]+(-[0-9A-Z]+)+$/).textContent()) ?? '';
  await expectAccessible(page, 'recovery code');
  await dialog.getByLabel('I have kept the code').check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  return code;
}

async function open(page: Page, secret: string): Promise<void> {
  await page.getByLabel('Password or recovery code').fill(secret);
  await page.keyboard.press('Enter');
}

async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').first()).toBeVisible(slowly);
  expect((await askDoor(page, 'settings.get', {})).customers).toBe(1);
}

test('a password is set, asked for at the next start, locks the screen, and is replaced by its code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-password-'));
  const start = () => launchApp({ dataFolder: join(folder, 'data'), language: 'en' });
  try {
    const setting = await start();
    await settle(setting.page);
    await askDoor(setting.page, 'settings.update', { shopName: 'Morning Coffee', language: 'en' });
    await askDoor(setting.page, 'customers.create', { ...EMPTY_FACTS, name: 'Ratna' });
    await setting.page.reload();
    await goTo(setting.page, '/settings');
    await setting.page.getByRole('button', { name: 'Set a password…' }).click();
    await typeTwice(setting.page, first);
    await pressButton(setting.page, 'Set the password');
    const code = await keepCode(setting.page);
    await setting.close();

    const asked = await start();
    const { page } = asked;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This shop is protected by a password',
      slowly,
    );
    await expectAccessible(page, 'password');
    await open(page, 'kopi tubruk 78');
    await expect(page.getByText('That is neither the password nor the recovery code.')).toBeVisible(
      slowly,
    );
    await open(page, first);
    await expectOpen(page);
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Lock now' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The screen is locked');
    await expect(page.getByText('Ratna')).toHaveCount(0);
    await asked.close();

    const forgotten = await start();
    await open(forgotten.page, code);
    await expectOpen(forgotten.page);
    await goTo(forgotten.page, '/settings');
    await forgotten.page.getByRole('button', { name: 'Change the password…' }).click();
    await forgotten.page.getByLabel('The password, or the recovery code').fill(code);
    await typeTwice(forgotten.page, second);
    await pressButton(forgotten.page, 'Change it');
    expect(await keepCode(forgotten.page)).not.toBe(code);
    await forgotten.close();

    const changed = await start();
    await open(changed.page, first);
    await expect(changed.page.getByText('That is neither the password')).toBeVisible(slowly);
    await open(changed.page, second);
    await expectOpen(changed.page);
    await changed.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
