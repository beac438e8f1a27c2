import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { brought, buildReferrals, countBrought } from '#tests/support/referrals/referral-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;
const idOf = (name: string) => (brought.findIndex(([one]) => one === name) + 1) as CustomerId;

beforeEach(async () => {
  shop = await directShop();
  shop.raw.transaction(() => buildReferrals(shop.raw))();
});

const of = (name: string) => shop.ask('referrals.ofCustomer', { id: idOf(name) });
const byOf = async (name: string) =>
  (await shop.ask('customers.get', { id: idOf(name) })).facts.recommendedBy;
async function refer(name: string, by: string | null) {
  const { facts: expected } = await shop.ask('customers.get', { id: idOf(name) });
  const facts = { ...expected, recommendedBy: by === null ? null : idOf(by) };
  return shop.ask('customers.update', { id: idOf(name), facts, expected });
}
const problem = (name: string, by: string) =>
  refer(name, by).then(
    () => null,
    (error) => error.error.issues[0].problem as string,
  );

describe('who brought whom', () => {
  it('stands on the page of each: up to the first, and down with what they bought', async () => {
    const ratna = await of('Ratna');
    expect(ratna.by).toEqual([]);
    expect(ratna.direct).toEqual(countBrought(['Budi', 'Cici', 'Dedi']));
    expect(ratna.all).toEqual(countBrought(['Budi', 'Cici', 'Dedi', 'Eni', 'Fani', 'Gita']));
    expect(
      ratna.tree.map(({ name, depth, revenueMinor, brought: n, hidden }) => [
        ...[name, depth, revenueMinor, n, hidden],
      ]),
    ).toEqual([
      ['Dedi', 1, 437_000, 0, 0],
      ['Budi', 1, 155_000, 1, 0],
      ['Eni', 2, 66_000, 1, 0],
      ['Fani', 3, 3_000, 1, 1],
      ['Cici', 1, 0, 0, 0],
    ]);
    const gita = await of('Gita');
    expect(gita.by.map(({ name }) => name)).toEqual(['Fani', 'Eni', 'Budi', 'Ratna']);
    expect([gita.direct.count, gita.tree]).toEqual([0, []]);
  });

  it('names a few of many, says how many more, and the list shows all of them', async () => {
    shop.raw.exec(
      `INSERT INTO customers (name, name_key, recommended_by, created_at)
      SELECT 'Orang ' || value, 'orang ' || value, 8, '2026-01-01' FROM generate_series(1, 9)`.replace(
        'generate_series(1, 9)',
        "json_each('[1,2,3,4,5,6,7,8,9]')",
      ),
    );
    await shop.ask('customers.tag', {
      ids: [9, 10, 11, 12, 13, 14, 15, 16, 17] as never,
      tag: 'a',
    });
    const { direct, tree, hidden } = await of('Hadi');
    expect([direct.count, tree.length, hidden]).toEqual([9, 6, 3]);
    const { rows } = await shop.ask('customers.list', { filter: { referredBy: idOf('Hadi') } });
    expect(rows).toHaveLength(9);
  });

  it('counts nobody of the trash, and comes back with them', async () => {
    const { batchId } = await shop.ask('customers.delete', { ids: [idOf('Dedi')] });
    expect((await of('Ratna')).direct).toEqual(countBrought(['Budi', 'Cici']));
    await shop.ask('history.undo', { batchId });
    expect((await of('Ratna')).direct).toEqual(countBrought(['Budi', 'Cici', 'Dedi']));
  });

  it('is nobody themselves and no circle, however long', async () => {
    expect(await problem('Ratna', 'Ratna')).toBe('recommends-self');
    for (const name of ['Budi', 'Eni', 'Fani', 'Gita'])
      expect(await problem('Ratna', name), name).toBe('recommends-circle');
    expect(await problem('Fani', 'Gita')).toBe('recommends-circle');
    expect(await problem('Ratna', 'Hadi')).toBeNull();
    expect((await of('Gita')).by.at(-1)?.name).toBe('Hadi');
  });

  it('becomes no circle by taking a change back either, and says what was left', async () => {
    const { batchId } = await refer('Budi', null);
    await refer('Ratna', 'Budi');
    const undone = await shop.ask('history.undo', { batchId });
    expect(undone.kept).toMatchObject([{ name: 'Budi', why: 'changed' }]);
    expect([await byOf('Budi'), await byOf('Ratna')]).toEqual([null, idOf('Budi')]);
  });

  it('is found by a filter of the list, as its rows say', async () => {
    const named = async (referral: 'referred' | 'notReferred' | 'refers') => {
      const { rows } = await shop.ask('customers.list', { filter: { referral } });
      return rows.map(({ name }) => name).sort();
    };
    expect(await named('referred')).toEqual(['Budi', 'Cici', 'Dedi', 'Eni', 'Fani', 'Gita']);
    expect(await named('notReferred')).toEqual(['Hadi', 'Ratna']);
    expect(await named('refers')).toEqual(['Budi', 'Eni', 'Fani', 'Ratna']);
    const { rows } = await shop.ask('customers.list', { filter: { referredBy: idOf('Ratna') } });
    expect(rows.map(({ name }) => name).sort()).toEqual(['Budi', 'Cici', 'Dedi']);
  });

  it('goes with the person who is erased: neither brought nor bringing, in no list', async () => {
    await shop.ask('privacy.erase', { customerId: idOf('Budi'), confirm: 'Budi' });
    expect((await of('Ratna')).direct).toEqual(countBrought(['Cici', 'Dedi']));
    const { rows } = await shop.ask('customers.list', { filter: { referral: 'notReferred' } });
    expect(rows.map(({ name }) => name).sort()).toEqual(['Eni', 'Hadi', 'Ratna']);
    expect((await of('Eni')).by).toEqual([]);
  });
});

describe('two who are merged', () => {
  const compare = (kept: string, other: string) =>
    shop.ask('customers.compare', { keptId: idOf(kept), otherId: idOf(other) });
  const merge = (kept: string, other: string) =>
    shop.ask('customers.merge', { keptId: idOf(kept), otherId: idOf(other) });

  it('have brought whom either brought, and are taken apart again', async () => {
    await merge('Hadi', 'Budi');
    expect((await of('Hadi')).direct).toEqual(countBrought(['Eni']));
    expect(await byOf('Hadi')).toBe(idOf('Ratna'));
    expect((await of('Ratna')).all.count).toBe(6);
    await shop.ask('customers.takeApart', { id: idOf('Budi') });
    expect([await byOf('Hadi'), await byOf('Eni')]).toEqual([null, idOf('Budi')]);
    expect((await of('Ratna')).direct).toEqual(countBrought(['Budi', 'Cici', 'Dedi']));
  });

  it('never come to have brought themselves: what would be so is left out, and said before', async () => {
    // Budi was brought by Ratna, and brought Eni.
    expect(await compare('Ratna', 'Budi')).toMatchObject({
      referredBy: null,
      notReferredBy: [{ name: 'Ratna', why: 'pair' }],
    });
    // Fani was brought by Eni, who was brought by Budi, who was brought by Ratna.
    const circle = await compare('Ratna', 'Fani');
    expect([circle.referredBy, circle.notReferredBy]).toEqual([
      null,
      [{ id: idOf('Eni'), name: 'Eni', why: 'circle' }],
    ]);
    await merge('Ratna', 'Fani');
    expect(await byOf('Ratna')).toBeNull();
    expect((await of('Ratna')).direct).toMatchObject({ count: 4 });
    expect((await of('Eni')).by.map(({ name }) => name)).toEqual(['Budi', 'Ratna']);
  });

  it('keep the one who brought the kept one, and say who else is left out', async () => {
    const { referredBy, notReferredBy } = await compare('Dedi', 'Fani');
    expect([referredBy?.name, notReferredBy.map(({ name, why }) => [name, why])]).toEqual([
      'Ratna',
      [['Eni', 'second']],
    ]);
    await merge('Dedi', 'Fani');
    expect(await byOf('Dedi')).toBe(idOf('Ratna'));
  });
});
