import Sqlite from 'better-sqlite3';
import { beforeEach, expect, it } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const [ratna, bu, kedai] = [1, 2, 3] as [CustomerId, CustomerId, CustomerId];

let shop: TempShop;
beforeEach(async () => {
  shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusumawardani', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Bu Ratna Kusumawardani', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Kedai Senja Utama', city: 'Sleman' });
    addCustomer(raw, { name: 'Hotel Senja Utama', city: 'Sleman' });
    addCustomer(raw, { name: 'Wulan Sari', phones: ['+6281900011122'] });
    finishShop(raw);
  });
});

const pairs = async (of: CustomerId | null = null) => {
  const found = await shop.ask('customers.same', { of });
  return found.pairs.map(({ kept, other, surety }) => [
    surety,
    ...[kept.id, other.id].sort((a, b) => a - b),
  ]);
};

function inFile<T>(work: (raw: Sqlite.Database) => T): T {
  const raw = new Sqlite(shop.database);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

/** What is kept of the pairs that were found; undefined: nothing is. */
const kept = () =>
  inFile((raw) =>
    raw
      .prepare("SELECT value ->> '$.pairs' FROM derived_state WHERE key = 'samePeople'")
      .pluck()
      .get(),
  );

/** As though nothing had been found: what is answered then was not looked for again. */
function emptyKept(): void {
  const empty =
    "UPDATE derived_state SET value = json_set(value, '$.pairs', json('[]')) WHERE key = 'samePeople'";
  expect(inFile((raw) => raw.prepare(empty).run()).changes).toBe(1);
}

const update = async (id: CustomerId, change: { name?: string; note?: string }) => {
  const { facts } = await shop.ask('customers.get', { id });
  return shop.ask('customers.update', { id, facts: { ...facts, ...change }, expected: facts });
};

it('what was found holds until something that tells who somebody is changes', async () => {
  expect(await pairs()).toEqual([['certain', ratna, bu]]);
  emptyKept();
  await shop.ask('customers.tellApart', { customerId: kedai, otherId: ratna });
  await update(ratna, { note: 'Suka kopi' });
  expect(await pairs()).toEqual([]);
  const { batchId } = await update(ratna, { name: 'Ratna Kusumawati' });
  expect(await pairs()).toEqual([['possible', ratna, bu]]);
  emptyKept();
  await shop.ask('history.undo', { batchId });
  expect(await pairs()).toEqual([['certain', ratna, bu]]);
  await shop.ask('customers.delete', { ids: [bu] });
  expect(await pairs()).toEqual([]);
  expect(kept()).toBe('[]');
});

it('one customer is looked at alone, and is answered the same', async () => {
  expect(await pairs(ratna)).toEqual([['certain', ratna, bu]]);
  expect(await pairs(kedai)).toEqual([]);
  // Nothing was kept: not everybody was looked through.
  expect(kept()).toBeUndefined();
  expect(await pairs()).toEqual([['certain', ratna, bu]]);
  expect(await pairs(bu)).toEqual([['certain', ratna, bu]]);
});

it('two kinds of shop that bear one name in one town are two', async () => {
  expect(await shop.ask('customers.same', { of: kedai })).toMatchObject({ pairs: [] });
  const { counts } = await shop.ask('customers.same', {});
  expect(counts).toEqual({ certain: 1, likely: 0, possible: 0 });
});
