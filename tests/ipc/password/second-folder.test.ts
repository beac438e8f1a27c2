import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const canary = 'Kenanga Wulandari';

it('copies in the second folder from before the password are counted, and replaced where that is asked: ours alone', async () => {
  const shop = await tempShop((raw) => {
    addCustomer(raw, { name: canary });
    finishShop(raw);
  });
  const folder = tempFolder();
  shop.machine.picks.push([folder]);
  await shop.ask('backups.chooseSecond', {});
  await shop.ask('backups.make', { cause: 'manual' });
  await shop.ask('backups.fillSecond', {});
  const ours = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const other = 'langgan-2026-01-01-manual.db';
  writeFileSync(join(folder, other), readFileSync(join(folder, ours[0] ?? '')));
  const holding = () =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(canary));
  // Without a password nothing is removed.
  expect(await shop.ask('backups.fillSecond', { dropsOpen: true })).toEqual({ isFilled: true });
  expect(holding()).toEqual([...ours, other].toSorted());
  await shop.ask('password.set', { password: 'kopi tubruk 77' });
  expect(await shop.ask('backups.second', {})).toMatchObject({ open: ours.length });
  expect(holding()).toEqual([...ours, other].toSorted());
  const replaced = { isFilled: true, dropped: ours.length };
  expect(await shop.ask('backups.fillSecond', { dropsOpen: true })).toEqual(replaced);
  expect(holding()).toEqual([other]);
  expect(await shop.ask('backups.second', {})).toMatchObject({ open: 0, count: 1 });
  expect(existsSync(join(folder, `${ours[0]}.json`))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('-protected.db'))).toHaveLength(1);
});
