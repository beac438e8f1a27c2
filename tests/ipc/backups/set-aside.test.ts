import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const notThere = { code: 'NOT_FOUND', entity: 'backup' };

/** A shop that went back to a backup, and then back to before that. */
async function twiceSwapped(): Promise<{ shop: TempShop; fileName: string }> {
  const shop = await tempShop();
  await shop.ask('customers.create', { ...EMPTY_FACTS, name: 'Ratna' });
  const { fileName } = await shop.ask('backups.make', { cause: 'manual' });
  await shop.ask('customers.create', { ...EMPTY_FACTS, name: 'Budi' });
  await shop.ask('restore.run', { copy: { kind: 'listed', fileName } });
  shop.machine.time = '04:00';
  await shop.ask('restore.undo', {});
  return { shop, fileName };
}

function bytesIn(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0);
}

it('what was set aside is listed with when, why and how large, and stays until it is removed by hand', async () => {
  const { shop, fileName } = await twiceSwapped();
  const aside = join(shop.folder, 'set-aside');
  mkdirSync(join(aside, 'by-hand'));
  writeFileSync(join(aside, 'by-hand', 'a.db'), 'x'.repeat(700));
  const [other, second, first] = await shop.ask('backups.setAside', {});
  const nothing = { at: null, why: null, source: null, isWayBack: false };
  expect(other).toEqual({ ...nothing, name: 'by-hand', bytes: 700 });
  expect(second).toEqual({
    ...{ name: '2026-06-15T04-00-00-000Z', at: '2026-06-15T04:00:00.000Z' },
    ...{ why: 'undo', source: fileName, isWayBack: true },
    bytes: bytesIn(join(aside, '2026-06-15T04-00-00-000Z')),
  });
  expect(first).toMatchObject({
    ...{ name: '2026-06-15T03-00-00-000Z', at: '2026-06-15T03:00:00.000Z' },
    ...{ why: 'restore', source: fileName, isWayBack: false },
  });
  await shop.ask('backups.openSetAside', { name: 'by-hand' });
  expect(shop.machine.opened.at(-1)).toBe(join(aside, 'by-hand'));
});

it('only what is named is removed, and nothing outside can be named', async () => {
  const { shop } = await twiceSwapped();
  const aside = join(shop.folder, 'set-aside');
  const before = readdirSync(shop.folder).sort();
  for (const name of ['gone', '2026'])
    for (const channel of ['backups.openSetAside', 'backups.removeSetAside'])
      expect(await shop.fail(channel, { name })).toEqual(notThere);
  for (const name of ['..', '../backups', 'a/b', '', '.'])
    expect(await shop.fail('backups.removeSetAside', { name })).toMatchObject({
      code: 'VALIDATION',
    });
  expect((await shop.ask('restore.state', {})).undo).not.toBeNull();
  await shop.ask('backups.removeSetAside', { name: '2026-06-15T04-00-00-000Z' });
  expect(readdirSync(aside)).toEqual(['2026-06-15T03-00-00-000Z']);
  expect(readdirSync(shop.folder).sort()).toEqual(before);
  expect(existsSync(shop.database)).toBe(true);
  // What the last restore could be undone with is gone, and so is the way back.
  expect((await shop.ask('restore.state', {})).undo).toBeNull();
  expect(await shop.fail('backups.removeSetAside', { name: '2026-06-15T04-00-00-000Z' })).toEqual(
    notThere,
  );
});
