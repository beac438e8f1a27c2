import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { openImportShop } from '#tests/support/shop/import-fixtures.ts';

const rule: Input<'loyalty.setRule'>['rule'] = {
  ...{ fromOn: '2026-05-01', spendMinor: 10_000, points: 1, worthMinor: 100 },
};

let shop: DirectShop;
const ratna = 1 as CustomerId;

beforeEach(async () => {
  shop = await directShop();
  const { raw } = shop;
  for (const name of ['Ratna', 'Budi']) addCustomer(raw, { name });
  addSale(raw, { customerId: 1, soldOn: '2026-04-20', revenueMinor: 90_000 });
  addSale(raw, { customerId: 1, soldOn: '2026-05-02', revenueMinor: 25_000, number: 'N-2' });
  addSale(raw, { customerId: 2, soldOn: '2026-05-03', revenueMinor: 9_999 });
  addSale(raw, { customerId: null, soldOn: '2026-05-04', revenueMinor: 50_000 });
  addSale(raw, { customerId: 1, soldOn: '2026-05-05', revenueMinor: 70_000, status: 'cancelled' });
  finishShop(raw);
});

const ledger = (customerId: CustomerId = ratna) => shop.ask('loyalty.ledger', { customerId });

describe('the rule', () => {
  it('is tried on 90 days before it holds, and says what is given at once', async () => {
    const tried = await shop.ask('loyalty.preview', { rule });
    expect(tried).toEqual({
      ...{ from: addDays('2026-05-05', -89), to: '2026-05-05', sales: 3, giving: 2, nameless: 1 },
      ...{ people: 1, points: 11, worthMinor: 1100, before: 0, after: 2, afterPeople: 1 },
    });
    expect(await shop.ask('loyalty.programme', {})).toEqual({
      rules: [],
      today: null,
      rewards: [],
    });
    expect(await ledger()).toMatchObject({ isOn: false, balance: 0, lines: [] });
  });

  it('that begins later never changes what was given; one that does has to say so', async () => {
    await shop.ask('loyalty.setRule', { rule });
    expect((await ledger()).balance).toBe(2);
    const doubled = { ...rule, points: 2 };
    await shop.ask('loyalty.setRule', { rule: { ...doubled, fromOn: addDays(today, 1) } });
    expect((await ledger()).balance).toBe(2);
    await expect(shop.ask('loyalty.setRule', { rule: doubled })).rejects.toMatchObject({
      error: { code: 'VALIDATION', issues: [{ problem: 'rule-before-last' }] },
    });
    const { id } = shop.raw.prepare('SELECT max(id) AS id FROM batches').get() as { id: number };
    await shop.ask('history.undo', { batchId: id as never });
    await expect(shop.ask('loyalty.setRule', { rule: doubled })).rejects.toMatchObject({
      error: { reason: 'points-rewritten' },
    });
    expect(await shop.ask('loyalty.preview', { rule: doubled })).toMatchObject({
      ...{ before: 2, after: 4 },
    });
    await shop.ask('loyalty.setRule', { rule: doubled, rewrites: true });
    expect((await ledger()).balance).toBe(4);
  });
});

describe('points', () => {
  beforeEach(async () => {
    await shop.ask('loyalty.setRule', { rule });
  });

  it('lead to their sale, hold so many months, and are worth what the rule says', async () => {
    const { lines, sums, ...rest } = await ledger();
    expect(rest).toEqual({
      ...{
        isOn: true,
        balance: 2,
        pointMinor: 100,
        worthMinor: 200,
        ending: 0,
        endOn: null,
        count: 1,
      },
      ...{ tier: null, nextTier: null },
    });
    expect(lines).toEqual([
      {
        ...{ on: '2026-05-02', kind: 'earned', points: 2, balance: 2, what: null },
        ...{ sale: { id: 2, number: 'N-2' }, worthMinor: null, lastOn: '2027-05-02' },
      },
    ]);
    expect(sums).toEqual([{ kind: 'earned', points: 2, count: 1 }]);
  });

  it('that run out soon are counted with whose they are and when the first do', async () => {
    await shop.ask('loyalty.setRule', { rule: { ...rule, monthsValid: 2 }, rewrites: true });
    await shop.ask('insights.refresh', {});
    const own = await ledger();
    expect(own).toMatchObject({ ending: 2, endOn: '2026-07-02' });
    expect(await shop.ask('loyalty.ending', {})).toMatchObject({
      ...{ people: 1, points: own.ending, firstOn: own.endOn },
    });
  });

  it('are put right by hand with why, but never to less than none', async () => {
    const fail = (points: number, customerId: CustomerId = ratna) =>
      shop.ask('loyalty.correct', { customerId, points, why: 'Salah' });
    await expect(fail(-3)).rejects.toMatchObject({ error: { reason: 'points-too-few' } });
    await expect(fail(1, 99 as CustomerId)).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await fail(-2)).toMatchObject({ balance: 0 });
    const back = await shop.ask('loyalty.correct', { customerId: ratna, points: 5, why: 'Kartu' });
    expect(back.balance).toBe(5);
    const { lines } = await ledger();
    expect(lines.map(({ points, what }) => [points, what])).toContainEqual([5, 'Kartu']);
    await shop.ask('history.undo', { batchId: back.batchId });
    expect((await ledger()).balance).toBe(0);
    const asked = { customerId: ratna, kinds: ['earned' as const] };
    expect(await shop.ask('loyalty.ledger', asked)).toMatchObject({ count: 1, balance: 0 });
  });

  it('are spent on a reward, those that run out first, and refused where there are too few', async () => {
    const add = (name: string, points: number) => shop.ask('loyalty.addReward', { name, points });
    const { id: mug } = await add('Gelas', 5);
    const { id: tea } = await add('Teh', 2);
    const { rewards } = await shop.ask('loyalty.programme', {});
    expect(rewards.map(({ name, points }) => [name, points])).toEqual([
      ['Teh', 2],
      ['Gelas', 5],
    ]);
    const redeem = (rewardId: number) =>
      shop.ask('loyalty.redeem', { customerId: ratna, rewardId });
    await expect(redeem(mug)).rejects.toMatchObject({ error: { reason: 'points-too-few' } });
    const spent = await redeem(tea);
    expect(spent.balance).toBe(0);
    await shop.ask('loyalty.removeReward', { id: tea });
    const { lines, balance } = await ledger();
    expect([balance, lines[0]]).toMatchObject([0, { kind: 'spent', points: -2, what: 'Teh' }]);
    await shop.ask('history.undo', { batchId: spent.batchId });
    expect((await ledger()).balance).toBe(2);
  });

  it('are what segments ask by, and what a message tells', async () => {
    finishShop(shop.raw);
    const count = async (from: number) => {
      const definition = { parts: [{ field: 'points' as const, from, to: null }] };
      return (await shop.ask('segments.count', { definition })).count;
    };
    expect([await count(2), await count(3)]).toEqual([1, 0]);
    shop.raw.exec(`INSERT INTO contact_points (customer_id, kind, value, match_key, position)
      VALUES (1, 'phone', '+628115550001', '628115550001', 0)`);
    const facts = {
      ...{ name: 'Poin', channel: 'whatsapp' as const, text: '{nama}: {poin} poin' },
      definition: { parts: [{ field: 'points' as const, from: 1, to: null }] },
    };
    const { previews } = await shop.ask('campaigns.check', { facts });
    expect(previews.map(({ text }) => text)).toEqual(['Ratna: 2 poin']);
  });

  it('of two records are of the one they become, and part again with them', async () => {
    await shop.ask('loyalty.correct', { customerId: 2 as CustomerId, points: 7, why: 'Kartu' });
    const { batchId } = await shop.ask('customers.merge', {
      keptId: ratna,
      otherId: 2 as CustomerId,
    });
    expect((await ledger()).balance).toBe(9);
    await shop.ask('history.undo', { batchId });
    expect([(await ledger()).balance, (await ledger(2 as CustomerId)).balance]).toEqual([2, 7]);
  });
});

it('of an import that is undone are as if it had never been', async () => {
  const brought = await openImportShop();
  const { raw, db } = brought.connection;
  addCustomer(raw, { name: 'Ani', phones: ['+6281234567890'] });
  raw.exec(`INSERT INTO loyalty_rules (from_on, spend_minor, points, is_before_discount, takes_back,
    months_valid, worth_minor, remind_days, created_at) VALUES ('2026-01-01', 1000000, 1, 0, 1, 12, 1, 30, '')`);
  finishShop(raw);
  const { pointsOf } = await import('#electron/services/loyalty/ledger.ts');
  const lines = async () => (await pointsOf({ db, today }, 1)).ledger;
  const before = await lines();
  const path = await brought.file(
    'kasir.csv',
    'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan\n' +
      '1;25/03/2026;Ani;081234567890;Kopi;2;10.000\n',
  );
  const { importId } = await brought.import(path);
  expect((await lines()).balance).toBe(2);
  await brought.undo(importId);
  expect(await lines()).toEqual(before);
  await brought.close();
});
