import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { askDoor } from '#build/page-door.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { expectAccessible, pressButton } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };
const names = ['Ratna', 'Budi', 'Sri'];

test('a damaged file without any backup, the recovery screen, what can be read, and the customers are there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-salvage-'));
  const dataFolder = join(folder, 'data');
  const database = join(dataFolder, 'langgan.db');
  try {
    const first = await launchApp({ dataFolder, language: 'en' });
    await askDoor(first.page, 'settings.update', { shopName: 'Morning Coffee', language: 'en' });
    for (const name of names)
      await askDoor(first.page, 'customers.create', { ...EMPTY_FACTS, name });
    await first.close();
    await rm(join(dataFolder, 'backups'), { recursive: true, force: true });
    const damaged = (await readFile(database)).fill(0, 0, 4096);
    await writeFile(database, damaged);

    const second = await launchApp({ dataFolder, language: 'en' });
    const { page } = second;
    await expect(page.getByText('The data file is damaged')).toBeVisible(slowly);
    await pressButton(page, 'Save what can be read…');
    await expect(page.getByText(/^Morning Coffee: /)).toBeVisible(slowly);
    await expect(page.getByRole('row', { name: /^Customers 3 nothing lost$/ })).toBeVisible();
    await expectAccessible(page, 'recovery, what can be read');
    await pressButton(page, 'Continue with what was read');
    await expect(page.getByRole('navigation').first()).toBeVisible(slowly);
    const { rows } = await askDoor(page, 'customers.list', {});
    expect(rows.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    const [aside = ''] = await readdir(join(dataFolder, 'set-aside'));
    const kept = await readFile(join(dataFolder, 'set-aside', aside, 'langgan.db'));
    expect(kept.equals(damaged)).toBe(true);
    await page.evaluate(() => {
      window.location.hash = '/settings/backups';
    });
    await expect(page.getByText(/^It was damaged; what could be read/)).toBeVisible(slowly);
    await expectAccessible(page, 'backups, set aside');
    await second.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
