import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, RewardId } from '#shared/ids.ts';
import { brought, buildReferrals } from '#tests/support/referrals/referral-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
const idOf = (name: string) => (brought.findIndex(([one]) => one === name) + 1) as CustomerId;
const reward = { what: '', amountMinor: null, givenOn: null };

beforeEach(async () => {
  shop = await directShop();
  shop.raw.transaction(() => buildReferrals(shop.raw))();
});

const rows = async (filter: { customerId?: CustomerId; state?: 'owed' | 'given' } = {}) =>
  (await shop.ask('referrals.rewards', { filter })).rows.map(
    ({ name, aboutName, what, amountMinor, notedOn, givenOn }) => [
      ...[name, aboutName, what, amountMinor, notedOn, givenOn],
    ],
  );
const sums = async () => (await shop.ask('referrals.rewards', {})).sums;
const problem = (input: object) =>
  shop
    .ask('referrals.noteReward', {
      ...{ customerIds: [idOf('Ratna')], aboutId: idOf('Budi'), ...reward, what: 'Kopi' },
      ...input,
    })
    .then(
      () => null,
      (error) => error.error,
    );

/** For both, owed; and one for Dedi, given. */
async function noted() {
  const both = await shop.ask('referrals.noteReward', {
    ...{ customerIds: [idOf('Ratna'), idOf('Budi')], aboutId: idOf('Budi') },
    ...{ ...reward, what: 'Kopi', amountMinor: 50_000 },
  });
  shop.day = '2026-06-20';
  const dedi = await shop.ask('referrals.noteReward', {
    ...{ customerIds: [idOf('Dedi')], aboutId: idOf('Dedi') },
    ...{ ...reward, amountMinor: 7_000, givenOn: '2026-06-18' },
  });
  return { both, dedi };
}

describe('a reward for a referral', () => {
  it('is for both in one step, owed first and the longest first, and summed by what it is', async () => {
    const { both } = await noted();
    expect(both.ids).toHaveLength(2);
    expect(await rows()).toEqual([
      ['Ratna', 'Budi', 'Kopi', 50_000, '2026-06-15', null],
      ['Budi', 'Budi', 'Kopi', 50_000, '2026-06-15', null],
      ['Dedi', 'Dedi', '', 7_000, '2026-06-20', '2026-06-18'],
    ]);
    expect(await sums()).toEqual({ owed: 2, owedMinor: 100_000, given: 1, givenMinor: 7_000 });
    expect((await rows({ state: 'owed' })).length).toBe(2);
    expect((await rows({ state: 'given' })).length).toBe(1);
    // Of Budi: his own, and what Ratna gets for him.
    expect((await rows({ customerId: idOf('Budi') })).map(([name]) => name)).toEqual([
      'Ratna',
      'Budi',
    ]);
    await shop.ask('history.undo', { batchId: both.batchId });
    expect((await rows()).map(([name]) => name)).toEqual(['Dedi']);
  });

  it('is given, owed again and deleted, and each is taken back', async () => {
    const { both } = await noted();
    const [id] = both.ids as [RewardId];
    const given = await shop.ask('referrals.giveReward', { id, givenOn: '2026-06-19' });
    expect(await sums()).toMatchObject({ owed: 1, given: 2, givenMinor: 57_000 });
    await shop.ask('history.undo', { batchId: given.batchId });
    expect(await sums()).toMatchObject({ owed: 2, given: 1 });
    const gone = await shop.ask('referrals.dropReward', { id });
    expect(await sums()).toMatchObject({ owed: 1, owedMinor: 50_000 });
    await shop.ask('history.undo', { batchId: gone.batchId });
    expect(await rows()).toHaveLength(3);
  });

  it('is an amount or words, on no day to come, for somebody who is there', async () => {
    expect(await problem({ givenOn: '2026-06-16' })).toMatchObject({
      issues: [{ path: 'givenOn', problem: 'reward-ahead' }],
    });
    await shop.ask('customers.delete', { ids: [idOf('Hadi')] });
    expect(await problem({ customerIds: [idOf('Hadi')] })).toMatchObject({ code: 'NOT_FOUND' });
    await shop.ask('privacy.erase', { customerId: idOf('Eni'), confirm: 'Eni' });
    expect(await problem({ aboutId: idOf('Eni') })).toMatchObject({ reason: 'erased' });
    expect(await rows()).toEqual([]);
  });

  it('follows whom it is for into another record, the trash and back, and goes with one who is erased', async () => {
    await noted();
    await shop.ask('customers.merge', { keptId: idOf('Hadi'), otherId: idOf('Budi') });
    expect((await rows()).slice(0, 2).map(([name, about]) => [name, about])).toEqual([
      ['Ratna', 'Hadi'],
      ['Hadi', 'Hadi'],
    ]);
    await shop.ask('customers.takeApart', { id: idOf('Budi') });
    expect((await rows()).slice(0, 2).map(([name, about]) => [name, about])).toEqual([
      ['Ratna', 'Budi'],
      ['Budi', 'Budi'],
    ]);
    const { batchId } = await shop.ask('customers.delete', { ids: [idOf('Ratna')] });
    expect(await sums()).toMatchObject({ owed: 1, owedMinor: 50_000 });
    await shop.ask('history.undo', { batchId });
    expect(await sums()).toMatchObject({ owed: 2 });
    await shop.ask('privacy.erase', { customerId: idOf('Dedi'), confirm: 'Dedi' });
    expect(await sums()).toMatchObject({ given: 0, givenMinor: 0, owed: 2 });
  });
});
