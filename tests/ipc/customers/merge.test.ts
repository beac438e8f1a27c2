import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { ownersRows } from '#tests/support/shop/owners-rows.ts';

let shop: DirectShop;
const [ratna, kusuma, wulan] = [1, 2, 3] as [CustomerId, CustomerId, CustomerId];

beforeEach(async () => {
  shop = await directShop();
  const { raw } = shop;
  raw.transaction(() => {
    addCustomer(raw, {
      ...{ name: 'Ratna Kusumawardani', phones: ['+6281255500137', '+62274555142'] },
      ...{ tags: ['kantor', 'kirim Kamis'], city: 'Sleman', note: 'Suka gayo' },
    });
    addCustomer(raw, {
      ...{ name: 'Ratna Kusuma W.', phones: ['+6281255500137', '+6285755500176'] },
      ...{ emails: ['ratna@contoh.id'], tags: ['Lebaran', 'kantor'], note: 'Antar sore' },
    });
    addCustomer(raw, { name: 'Wulan', phones: ['+6281900011122'] });
    raw.exec(`UPDATE customers SET birthday_on = '1984-06-21', recommended_by = 2 WHERE id = 1;
      UPDATE customers SET recommended_by = 2, gender = 'female' WHERE id = 3;
      INSERT INTO customer_identifiers (customer_id, scheme, value) VALUES (2, 'till', 'K-077')`);
    for (const [customerId, count] of [
      [ratna, 3],
      [kusuma, 2],
    ] as const)
      for (let sale = 0; sale < count; sale += 1)
        addSale(raw, {
          customerId,
          soldOn: `2026-0${sale + 1 + customerId}-10`,
          revenueMinor: 100,
        });
    finishShop(raw);
  })();
});

const pair = { keptId: ratna, otherId: kusuma };
const found = async (text: string) =>
  (await shop.ask('search.find', { text })).customers.map(({ id }) => id);
const listed = async () => (await shop.ask('customers.list', {})).rows.map(({ id }) => id);

describe('two records of one person', () => {
  it('stand side by side, with what each has and what would move', async () => {
    const { kept, other, usual, isTooLarge } = await shop.ask('customers.compare', pair);
    expect([kept.purchases, other.purchases, kept.lastPurchaseOn, other.lastPurchaseOn]).toEqual([
      ...[3, 2],
      ...['2026-04-10', '2026-04-10'],
    ]);
    expect(other.rows.find(({ table }) => table === 'sales')?.count).toBe(2);
    expect(other.record.map(({ text, isTwice }) => [text, isTwice])).toEqual([
      ['+6281255500137', true],
      ['+6285755500176', false],
      ['ratna@contoh.id', false],
      ['Lebaran', false],
      ['kantor', true],
      ['K-077', false],
    ]);
    expect([usual.name, usual.note, usual.gender, isTooLarge]).toEqual([
      ...['kept', 'both', 'kept'],
      false,
    ]);
  });

  it('become one: in the lists once, found by either name, phone and code', async () => {
    const { moved } = await shop.ask('customers.merge', pair);
    expect(moved).toBe(2 + 4 + 1);
    expect((await listed()).sort()).toEqual([ratna, wulan]);
    const profile = await shop.ask('customers.get', { id: ratna });
    expect(profile.facts).toMatchObject({
      ...{ name: 'Ratna Kusumawardani', note: 'Suka gayo\nAntar sore' },
      ...{ birthdayOn: '1984-06-21', recommendedBy: null },
      tags: ['Lebaran', 'kantor', 'kirim Kamis'],
    });
    expect(profile.facts.contactPoints.map(({ value }) => value)).toEqual([
      ...['+6281255500137', '+62274555142', '+6285755500176', 'ratna@contoh.id'],
    ]);
    expect([profile.purchases, profile.revenueMinor, profile.lastPurchaseOn]).toEqual([
      ...[5, 500, '2026-04-10'],
    ]);
    for (const text of ['kusuma w', '0857 5550 0176', '0812 5550 0137', 'K-077', 'kusumawardani'])
      expect(await found(text), text).toEqual([ratna]);
    expect((await shop.ask('customers.get', { id: wulan })).facts.recommendedBy).toBe(ratna);
    const trash = await shop.ask('trash.list', {});
    expect(trash.rows).toEqual([]);
    const gone = await shop.ask('customers.joined', { id: kusuma });
    expect(gone.into).toEqual({ id: ratna, name: 'Ratna Kusumawardani' });
    const { records } = await shop.ask('customers.joined', { id: ratna });
    expect(records).toEqual([
      { id: kusuma, name: 'Ratna Kusuma W.', at: '2026-06-15T03:00:00.000Z', through: null },
    ]);
  });

  it('are what was chosen, and what was left out stays with the other and is found all the same', async () => {
    const leaves = [{ table: 'contact_points', id: 4 }] as const;
    const choices = { name: 'other', note: 'kept' } as const;
    await shop.ask('customers.merge', { ...pair, choices, leaves: [...leaves] });
    const { facts } = await shop.ask('customers.get', { id: ratna });
    expect([facts.name, facts.note]).toEqual(['Ratna Kusuma W.', 'Suka gayo']);
    expect(facts.contactPoints.map(({ value }) => value)).not.toContain('+6285755500176');
    expect(await found('0857 5550 0176')).toEqual([ratna]);
    expect(await found('kusumawardani')).toEqual([]);
  });

  it('are two again a week later, with what changed since left and named', async () => {
    const before = ownersRows(shop.raw);
    await shop.ask('customers.merge', pair);
    shop.day = '2026-06-22';
    const { facts } = await shop.ask('customers.get', { id: ratna });
    const changed = { ...facts, note: 'Pindah rumah' };
    await shop.ask('customers.update', { id: ratna, expected: facts, facts: changed });
    const undone = await shop.ask('customers.takeApart', { id: kusuma });
    expect(undone.kept).toMatchObject([{ entity: 'customers', id: ratna, why: 'partly' }]);
    const after = ownersRows(shop.raw);
    expect({ ...after, customers: [] }).toEqual({ ...before, customers: [] });
    expect(after.customers?.[1]).toBe(before.customers?.[1]);
    expect(await found('0857 5550 0176')).toEqual([kusuma]);
    expect((await shop.ask('customers.get', { id: ratna })).purchases).toBe(3);
    expect((await shop.ask('customers.get', { id: kusuma })).purchases).toBe(2);
  });

  it('that came with another are taken apart after it, never before', async () => {
    const before = ownersRows(shop.raw);
    const { batchId } = await shop.ask('customers.merge', pair);
    await shop.ask('customers.merge', { keptId: wulan, otherId: ratna });
    const { records } = await shop.ask('customers.joined', { id: wulan });
    expect(records.map(({ id, through }) => [id, through?.id ?? null])).toEqual([
      [kusuma, ratna],
      [ratna, null],
    ]);
    expect(await found('K-077')).toEqual([wulan]);
    const refused = { error: { code: 'CONFLICT', reason: 'merged-further' } };
    await expect(shop.ask('customers.takeApart', { id: kusuma })).rejects.toMatchObject(refused);
    await expect(shop.ask('history.undo', { batchId })).rejects.toMatchObject(refused);
    await shop.ask('customers.takeApart', { id: ratna });
    await shop.ask('customers.takeApart', { id: kusuma });
    expect(ownersRows(shop.raw)).toEqual(before);
  });

  it('and a third become one in steps that are each a person', async () => {
    const { batchIds } = await shop.ask('customers.mergeMany', {
      keptId: ratna,
      otherIds: [kusuma, wulan],
    });
    expect(batchIds).toHaveLength(2);
    expect(await listed()).toEqual([ratna]);
    await shop.ask('customers.takeApart', { id: kusuma });
    expect((await listed()).sort()).toEqual([ratna, kusuma]);
    expect(await found('0819 0001 1122')).toEqual([ratna]);
  });

  it('are refused where one is not there, is the other, or lies in a period handed over', async () => {
    const fails = (input: { keptId: number; otherId: number }) =>
      expect(shop.ask('customers.merge', input as typeof pair)).rejects;
    await fails({ keptId: 1, otherId: 1 }).toThrow();
    await fails({ keptId: 1, otherId: 99 }).toMatchObject({ error: { code: 'NOT_FOUND' } });
    shop.raw.exec(`INSERT INTO packs (from_on, to_on, made_at, hash, files, totals, app_version)
        VALUES ('2026-01-01', '2026-12-31', '', 'h', '[]', '{}', '1');
      INSERT INTO period_locks (from_on, to_on, pack_id, locked_at) VALUES ('2026-01-01', '2026-12-31', 1, '')`);
    const { kept, other } = await shop.ask('customers.compare', pair);
    const period = { from: '2026-01-01', to: '2026-12-31' };
    expect([kept.locked, other.locked]).toEqual([period, period]);
    await fails(pair).toThrow('PERIOD_LOCKED 2026-01-01 2026-12-31');
    await shop.ask('customers.merge', { keptId: ratna, otherId: wulan });
    await shop.ask('customers.delete', { ids: [ratna] });
    await fails({ keptId: 2, otherId: 1 }).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('go for good together, and are erased together', async () => {
    await shop.ask('customers.merge', pair);
    await shop.ask('privacy.erase', {
      ...{ customerId: ratna, confirm: 'Ratna Kusumawardani', removesBackups: false },
    });
    const text = JSON.stringify([
      ownersRows(shop.raw),
      shop.raw.prepare('SELECT * FROM journal').all(),
    ]);
    for (const word of ['Kusuma', '85755500176', 'K-077', 'Antar sore', 'contoh.id'])
      expect(text, word).not.toContain(word);
    expect(shop.raw.prepare('SELECT customer_id FROM erasures ORDER BY 1').pluck().all()).toEqual([
      ratna,
      kusuma,
    ]);
    expect((await listed()).sort()).toEqual([ratna, wulan]);
  });
});
