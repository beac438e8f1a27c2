import { beforeEach, expect, it } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const [ratna, kusuma] = [1, 2] as [CustomerId, CustomerId];
const pair = { customerId: kusuma, otherId: ratna };

let shop: TempShop;
beforeEach(async () => {
  shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna Kusumawardani', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Bu Ratna Kusumawardani', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Wulan', phones: ['+6281900011122'] });
    finishShop(raw);
  });
});

/** The pairs that are asked about, each as its two numbers in order. */
async function asked(): Promise<number[][]> {
  const { pairs, counts } = await shop.ask('customers.same', {});
  const { certain, likely, possible } = counts;
  expect(certain + likely + possible).toBe(pairs.length);
  return pairs.map(({ kept, other }) => [kept.id, other.id].sort());
}

async function decided() {
  const { apart, apartCount, mergedCount } = await shop.ask('customers.decided', {});
  expect(apartCount).toBe(apart.length);
  expect(mergedCount).toBe(0);
  return apart.map(({ one, other }) => [one.name, other.name].sort());
}

it('two who are told apart are not asked about again, till somebody doubts it', async () => {
  expect(await asked()).toEqual([[ratna, kusuma]]);
  expect(await decided()).toEqual([]);
  const { id } = await shop.ask('customers.tellApart', pair);
  expect(await asked()).toEqual([]);
  expect(await decided()).toEqual([['Bu Ratna Kusumawardani', 'Ratna Kusumawardani']]);
  // Whichever of the two is named first, it is said once.
  const turned = { customerId: ratna, otherId: kusuma };
  for (const again of [pair, turned])
    expect(await shop.fail('customers.tellApart', again)).toMatchObject({ code: 'CONFLICT' });
  await shop.ask('customers.offerAgain', { id });
  expect(await asked()).toEqual([[ratna, kusuma]]);
  expect(await decided()).toEqual([]);
  expect(await shop.fail('customers.offerAgain', { id })).toMatchObject({ code: 'NOT_FOUND' });
});

it('telling apart, and asking again, are taken back like anything else', async () => {
  const told = await shop.ask('customers.tellApart', pair);
  await shop.ask('history.undo', { batchId: told.batchId });
  expect(await asked()).toEqual([[ratna, kusuma]]);
  const { id } = await shop.ask('customers.tellApart', pair);
  const { batchId } = await shop.ask('customers.offerAgain', { id });
  await shop.ask('history.undo', { batchId });
  expect(await asked()).toEqual([]);
  expect(await decided()).toHaveLength(1);
});

it('nobody is told apart from themselves', async () => {
  const same = { customerId: ratna, otherId: ratna };
  expect(await shop.fail('customers.tellApart', same)).toMatchObject({
    code: 'VALIDATION',
    issues: [{ path: 'otherId', problem: 'merges-same-person' }],
  });
});
