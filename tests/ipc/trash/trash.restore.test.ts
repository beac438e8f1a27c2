import { describe, expect, it } from 'vitest';
import type { TrashKey } from '#shared/contract/trash/trash.ts';
import type { TrashKind } from '#shared/domain/vocabulary/trash.ts';
import { addCustomer, addPayment, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { allOf, dump, idsTo, restore, shopOf } from '#tests/support/shop/trash-shop.ts';

const key = (kind: TrashKind, id: number): TrashKey => ({ kind, id });
const nothingKept = { count: 0, named: [] };
const all = { filter: {} as never };

async function complaintOf(shop: DirectShop, customerId: number) {
  const { id } = await shop.ask('complaints.create', {
    ...{ customerId: customerId as never, channel: 'whatsapp', severity: 'light', title: 'Apek' },
    receivedAt: '2026-06-14T03:00:00.000Z',
  });
  await shop.ask('followUps.create', {
    ...{ customerId: customerId as never, complaintId: id },
    plan: { dueOn: '2026-06-20', reason: 'Tanya' },
  });
  return id;
}

async function undo(shop: DirectShop, batchId: number | null): Promise<number> {
  expect(await shop.ask('history.undo', { batchId: batchId as never })).toMatchObject({ kept: [] });
  return Number(shop.raw.prepare('SELECT max(id) FROM batches').pluck().get());
}

describe('putting back', () => {
  it('two hundred customers leaves the shop as it was, and is one change that can be undone', async () => {
    const shop = await shopOf(250);
    const before = dump(shop);
    await shop.ask('customers.delete', { ids: idsTo(200) });
    const after = dump(shop);
    const back = await restore(shop, all);
    expect(back).toMatchObject({
      restored: [{ kind: 'customers', count: 200 }],
      along: [],
      kept: nothingKept,
    });
    expect(dump(shop)).toBe(before);
    const list = await shop.ask('customers.list', { filter: { search: 'ratna 199' } });
    expect(list.rows.map(({ name }) => name)).toEqual(['Ratna 199']);
    expect(await shop.ask('history.last', {})).toMatchObject({
      id: back.batchId,
      label: 'Ratna 200, Ratna 199, Ratna 198 +197',
    });
    const redo = await undo(shop, back.batchId);
    expect(dump(shop)).toBe(after);
    await undo(shop, redo);
    expect(dump(shop)).toBe(before);
  });

  it('says of itself what it did', async () => {
    const shop = await shopOf(2);
    await shop.ask('customers.delete', { ids: idsTo(1) });
    const { batchId } = await restore(shop, [key('customers', 1)]);
    const [newest] = await shop.ask('history.ofCustomer', { customerId: 1 as never });
    expect(newest).toMatchObject({ id: batchId, deed: 'trashRestored', kind: 'edit' });
  });

  it('one of many brings that one alone', async () => {
    const shop = await shopOf(3);
    await shop.ask('customers.delete', { ids: idsTo(3) });
    expect(await restore(shop, [key('customers', 2)])).toMatchObject({
      restored: [{ kind: 'customers', count: 1 }],
    });
    expect((await allOf(shop)).map(({ id }) => id)).toEqual([3, 1]);
  });

  it('those that a filter leaves, and no others', async () => {
    const shop = await shopOf(12);
    await shop.ask('customers.delete', { ids: idsTo(12) });
    const back = await restore(shop, { filter: { search: 'ratna 1' } as never });
    expect(back.restored).toEqual([{ kind: 'customers', count: 4 }]);
    expect((await allOf(shop)).map(({ id }) => id)).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
  });

  it('a complaint brings the dates that went with it, and no date that was deleted before', async () => {
    const shop = await shopOf(1);
    const id = await complaintOf(shop, 1);
    const plan = { dueOn: '2026-06-21', reason: 'Lain' };
    const other = await shop.ask('followUps.create', {
      ...{ customerId: 1 as never, complaintId: id, plan },
    });
    shop.time = '04:00';
    await shop.ask('followUps.delete', { id: other.id });
    const before = dump(shop);
    shop.time = '05:00';
    await shop.ask('complaints.delete', { id });
    expect(await restore(shop, [key('complaints', id)])).toMatchObject({
      restored: [{ kind: 'complaints', count: 1 }],
      along: [{ kind: 'follow_ups', count: 1 }],
      kept: nothingKept,
    });
    expect(dump(shop)).toBe(before);
  });

  it('a date brings the complaint it was for, and that its customer', async () => {
    const shop = await shopOf(1);
    const before = dump(shop);
    const id = await complaintOf(shop, 1);
    const whole = dump(shop);
    await shop.ask('complaints.delete', { id });
    shop.time = '04:00';
    await shop.ask('customers.delete', { ids: idsTo(1) });
    const back = await restore(shop, [key('follow_ups', 1)]);
    expect(back).toMatchObject({
      restored: [{ kind: 'follow_ups', count: 1 }],
      along: [
        { kind: 'customers', count: 1 },
        { kind: 'complaints', count: 1 },
      ],
    });
    expect(dump(shop)).toBe(whole);
    expect(whole).not.toBe(before);
  });

  it('counts what came along once, where it was asked for too', async () => {
    const shop = await shopOf(1);
    const id = await complaintOf(shop, 1);
    await shop.ask('complaints.delete', { id });
    for (const keys of [
      [key('complaints', id), key('follow_ups', 1)],
      [key('follow_ups', 1), key('complaints', id), key('complaints', id)],
    ]) {
      const back = await restore(shop, keys);
      expect(back).toMatchObject({
        restored: [
          { kind: 'complaints', count: 1 },
          { kind: 'follow_ups', count: 1 },
        ],
        along: [],
        kept: nothingKept,
      });
      await undo(shop, back.batchId);
    }
  });
});

describe('what cannot be put back', () => {
  it('of a locked period stays, by name, and the others come', async () => {
    const shop = await shopOf(1);
    const { raw } = shop;
    const sold = { customerId: 1, revenueMinor: 5 };
    addSale(raw, { ...sold, soldOn: '2026-05-10', number: 'N-1' });
    addSale(raw, { ...sold, soldOn: '2026-06-10', number: 'N-2' });
    addPayment(raw, { customerId: 1, paidOn: '2026-05-11', amountMinor: 5 });
    finishShop(raw);
    await shop.ask('sales.remove', { id: 1 as never });
    await shop.ask('sales.remove', { id: 2 as never });
    await shop.ask('payments.remove', { id: 1 as never });
    lockPeriod(raw, { from: '2026-05-01', to: '2026-05-31' });
    const obstacle = { why: 'locked', from: '2026-05-01', to: '2026-05-31' };
    expect(await restore(shop, all)).toMatchObject({
      restored: [{ kind: 'sales', count: 1 }],
      kept: {
        count: 2,
        named: [
          { kind: 'sales', id: 1, name: 'N-1', obstacle },
          { kind: 'payments', id: 1, name: 'Ratna 1', obstacle },
        ],
      },
    });
    expect((await allOf(shop)).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'sales 1',
      'payments 1',
    ]);
  });

  it('brings nothing of what it belongs to either, and leaves no batch', async () => {
    const shop = await shopOf(1);
    addSale(shop.raw, { customerId: 1, soldOn: '2026-05-10', revenueMinor: 5, number: 'N-1' });
    await shop.ask('sales.remove', { id: 1 as never });
    await shop.ask('customers.delete', { ids: idsTo(1) });
    lockPeriod(shop.raw, { from: '2026-05-01', to: '2026-05-31' });
    const before = dump(shop);
    const count = () => shop.raw.prepare('SELECT count(*) FROM batches').pluck().get();
    const batches = count();
    expect(await restore(shop, [key('sales', 1)])).toMatchObject({
      batchId: null,
      restored: [],
      along: [],
      kept: { count: 1 },
    });
    expect(dump(shop)).toBe(before);
    expect(count()).toBe(batches);
  });

  it('is a product that was merged, and one whose name or code is another’s now', async () => {
    const shop = await shopOf(1);
    shop.raw.exec(`INSERT INTO products (name, name_key, sku, created_at)
      VALUES ('Teh', 'teh', NULL, ''), ('Tehh', 'tehh', NULL, ''), ('Kopi', 'kopi', NULL, ''),
        ('Gula', 'gula', 'G1', '')`);
    await shop.ask('products.merge', { keptId: 1 as never, otherId: 2 as never });
    await shop.ask('products.remove', { id: 3 as never });
    await shop.ask('products.remove', { id: 4 as never });
    shop.raw.exec(`INSERT INTO products (name, name_key, sku, created_at)
      VALUES ('KOPI', 'kopi', NULL, ''), ('Garam', 'garam', 'G1', '')`);
    const { restored, kept } = await restore(shop, all);
    expect(restored).toEqual([]);
    expect(kept.named.map(({ name, obstacle }) => [name, obstacle.why])).toEqual([
      ['Gula', 'taken'],
      ['Kopi', 'taken'],
      ['Tehh', 'merged'],
    ]);
  });

  it('is a sale whose number another has on its day, but not one of another day', async () => {
    const shop = await shopOf(1);
    const sold = { customerId: null, revenueMinor: 5 };
    addSale(shop.raw, { ...sold, soldOn: '2026-06-01', number: 'N-1' });
    addSale(shop.raw, { ...sold, soldOn: '2026-06-02', number: 'N-2' });
    for (const id of [1, 2]) await shop.ask('sales.remove', { id: id as never });
    addSale(shop.raw, { ...sold, soldOn: '2026-06-01', number: 'n-1' });
    addSale(shop.raw, { ...sold, soldOn: '2026-06-09', number: 'N-2' });
    const { restored, kept } = await restore(shop, all);
    expect(restored).toEqual([{ kind: 'sales', count: 1 }]);
    expect(kept.named).toEqual([{ kind: 'sales', id: 1, name: 'N-1', obstacle: { why: 'taken' } }]);
  });

  it('is what is not in the trash any more', async () => {
    const shop = await shopOf(2);
    await shop.ask('customers.delete', { ids: idsTo(1) });
    const { restored, kept } = await restore(shop, [
      key('customers', 2),
      key('customers', 1),
      key('customers', 99),
    ]);
    expect(restored).toEqual([{ kind: 'customers', count: 1 }]);
    expect(kept.named.map(({ id, name, obstacle }) => [id, name, obstacle.why])).toEqual([
      [2, 'Ratna 2', 'gone'],
      [99, '', 'gone'],
    ]);
  });
});

it('is done apart from the window, which is told what has changed', async () => {
  const shop = await tempShop((raw) => {
    for (let one = 0; one < 60; one += 1) addCustomer(raw, { name: `Ratna ${one}` });
    finishShop(raw);
  });
  await shop.ask('customers.delete', { ids: idsTo(60) });
  shop.events.length = 0;
  const { restored } = await shop.ask('trash.restore', { which: all });
  expect(restored).toEqual([{ kind: 'customers', count: 60 }]);
  const touches = expect.arrayContaining(['customers', 'reviews', 'history']);
  expect(shop.events).toContainEqual({ type: 'changed', touches });
  expect(shop.events.filter(({ type }) => type === 'progress')).not.toEqual([]);
  const found = await shop.ask('customers.list', { filter: { search: 'ratna 59' } });
  expect(found.rows).toHaveLength(1);
});

it('is told apart from what an undo has brought back already', async () => {
  const shop = await shopOf(2);
  const { batchId } = await shop.ask('customers.delete', { ids: idsTo(2) });
  await restore(shop, [key('customers', 1)]);
  const before = dump(shop);
  const undone = await shop.ask('history.undo', { batchId });
  expect(undone.kept).toMatchObject([{ entity: 'customers', id: 1, name: 'Ratna 1' }]);
  expect(undone.undone).toBe(1);
  expect(dump(shop)).not.toBe(before);
  expect(await allOf(shop)).toEqual([]);
});
