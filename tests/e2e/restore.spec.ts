import { cp, mkdir, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { askDoor } from '#build/page-door.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { expectAccessible, pressButton } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };

test('a damaged file, the recovery screen, and everything from another backup; then all of it on an empty laptop', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-restore-'));
  const dataFolder = join(folder, 'data');
  try {
    const first = await launchApp({ dataFolder, language: 'en' });
    await askDoor(first.page, 'settings.update', { shopName: 'Morning Coffee', language: 'en' });
    for (const name of ['Ratna', 'Budi', 'Sri'])
      await askDoor(first.page, 'customers.create', { ...EMPTY_FACTS, name });
    await first.close();

    await truncate(join(dataFolder, 'langgan.db'), 3000);
    const second = await launchApp({ dataFolder, language: 'en' });
    const { page } = second;
    await expect(page.getByText('The data file is damaged')).toBeVisible(slowly);
    await expectAccessible(page, 'recovery');
    await pressButton(page, 'Another backup…');
    await pressButton(page, 'See what is in it');
    await expect(page.getByText(/Morning Coffee: 3 customers and 0 sales/)).toBeVisible(slowly);
    await expectAccessible(page, 'recovery, a backup');
    await pressButton(page, 'Restore this backup');
    await expect(page.getByRole('navigation').first()).toBeVisible(slowly);
    expect((await askDoor(page, 'settings.get', {})).customers).toBe(3);
    expect(await readdir(join(dataFolder, 'set-aside'))).toHaveLength(1);
    await second.close();

    const stick = join(folder, 'stick');
    await mkdir(stick);
    const copies = await readdir(join(dataFolder, 'backups'));
    const copy = copies.filter((name) => name.endsWith('.db')).sort()[0] ?? '';
    await cp(join(dataFolder, 'backups', copy), join(stick, 'shop.db'));
    const files = [join(stick, 'shop.db')];
    const third = await launchApp({ dataFolder: join(folder, 'new'), language: 'en', files });
    await pressButton(third.page, 'Choose a backup file…');
    await expect(third.page.getByText(/Morning Coffee: 3 customers/)).toBeVisible(slowly);
    await pressButton(third.page, 'Restore this backup');
    await expect(third.page.getByRole('navigation').first()).toBeVisible(slowly);
    expect((await askDoor(third.page, 'settings.get', {})).customers).toBe(3);
    await third.page.evaluate(() => {
      window.location.hash = '/settings/restore';
    });
    await expect(third.page.getByRole('heading', { level: 1 })).toHaveText('Restore from a backup');
    await expectAccessible(third.page, 'restore');
    await third.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
