import { expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { addCustomer, addLine, addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { packNow } from '#tests/support/shop/locked-shop.ts';

const april = { from: '2026-04-01', to: '2026-04-30' };
const may = { from: '2026-05-01', to: '2026-05-31' };
const at = '2026-06-15T03:00:00.000Z';

/** Two customers; in April a sale that is paid, one on account, a part paid of it, and a voucher. */
async function shopOfApril(): Promise<DirectShop> {
  const shop = await directShop();
  const { raw } = shop;
  for (const name of ['Ratna', 'Budi']) addCustomer(raw, { name });
  const rows = [
    { soldOn: '2026-04-01', revenueMinor: 1000, number: 'A-1' },
    { soldOn: '2026-04-30', revenueMinor: 400, number: 'A-2' },
    { soldOn: '2026-05-01', revenueMinor: 70, number: 'M-1' },
  ];
  for (const row of rows)
    addLine(raw, addSale(raw, { customerId: 1, ...row }), 'Kopi', row.revenueMinor);
  raw.exec(`
    UPDATE sales SET is_on_account = 1 WHERE id = 2;
    INSERT INTO payments (customer_id, number, paid_on, amount_minor, created_at)
      VALUES (1, 'B-1', '2026-04-30', 150, '${at}');
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, 2, 150);
    INSERT INTO complaints (number, channel, severity, title, state, received_at, answer_due_at,
      resolution_due_at, created_at) VALUES ('K-1', 'visit', 'light', 'Apek', 'received', '${at}', '${at}',
      '${at}', '${at}');
    INSERT INTO compensations (complaint_id, customer_id, kind, amount_minor, cost_minor,
      is_within_authority, given_on) VALUES (1, 1, 'voucher', 30, 30, 1, '2026-04-12');`);
  return shop;
}

type Pack = Output<'accountant.packs'>['rows'][number];

async function onlyPack(shop: DirectShop): Promise<Pack> {
  const { rows } = await shop.ask('accountant.packs', {});
  if (rows.length !== 1 || rows[0] === undefined) throw new Error(`${rows.length} packs`);
  return rows[0];
}

it('a pack says what its period came to, and that nothing changed', async () => {
  const shop = await shopOfApril();
  await packNow(shop, april);
  expect(await onlyPack(shop)).toEqual({
    id: 1,
    ...april,
    ...{ madeAt: at, hash: 'h', folder: '/x/april', files: ['a.xlsx'], appVersion: '1.2.3' },
    ...{ made: 1, entries: 4, lock: null, unlocked: [] },
    sums: { revenueMinor: 1400, owedMinor: 250 },
    since: { changes: 0, revenueMinor: 0, owedMinor: 0 },
  });
});

it('what changed since is named row by row: what it was, what it is, what was added, what is gone', async () => {
  const shop = await shopOfApril();
  const { raw } = shop;
  await packNow(shop, april);
  raw.exec(`
    UPDATE sales SET total_minor = 950, revenue_minor = 950 WHERE id = 1;
    UPDATE sales SET sold_on = '2026-05-02' WHERE id = 2;
    UPDATE payments SET amount_minor = 160 WHERE id = 1;
    UPDATE compensations SET cost_minor = 31 WHERE id = 1;`);
  addSale(raw, { customerId: 2, soldOn: '2026-04-15', revenueMinor: 20 });
  const { since, rows } = await shop.ask('accountant.changes', { packId: 1 });
  expect(since).toEqual({ changes: 5, revenueMinor: -50 - 400 + 20, owedMinor: -400 - 10 });
  const both = (day: string) => ({ wasOn: day, isOn: day });
  expect(rows).toEqual([
    {
      ...{ kind: 'changed', entity: 'sales', id: 1, label: 'A-1', ...both('2026-04-01') },
      ...{ wasMinor: 1000, isMinor: 950, differenceMinor: -50, owedDifferenceMinor: 0 },
    },
    {
      ...{ kind: 'gone', entity: 'sales', id: 2, label: 'A-2', wasOn: '2026-04-30', isOn: null },
      ...{ wasMinor: 400, isMinor: null, differenceMinor: -400, owedDifferenceMinor: -400 },
    },
    {
      ...{ kind: 'new', entity: 'sales', id: 4, label: '', wasOn: null, isOn: '2026-04-15' },
      ...{ wasMinor: null, isMinor: 20, differenceMinor: 20, owedDifferenceMinor: 0 },
    },
    {
      ...{ kind: 'changed', entity: 'payments', id: 1, label: 'B-1', ...both('2026-04-30') },
      ...{ wasMinor: 150, isMinor: 160, differenceMinor: 10, owedDifferenceMinor: -10 },
    },
    {
      ...{ kind: 'changed', entity: 'compensations', id: 1, label: 'K-1', ...both('2026-04-12') },
      ...{ wasMinor: 30, isMinor: 30, differenceMinor: 0, owedDifferenceMinor: 0 },
    },
  ]);
  expect((await onlyPack(shop)).since).toEqual(since);
  const first = await shop.ask('accountant.changes', { packId: 1, limit: 2 });
  expect(first).toEqual({ since, rows: rows.slice(0, 2) });
});

it('what is done later with money of the period, or with its voucher, is no change of it', async () => {
  const shop = await shopOfApril();
  await packNow(shop, april);
  shop.raw.exec(`
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, 3, 20);
    INSERT INTO payments (customer_id, paid_on, amount_minor, created_at) VALUES (1, '2026-05-02', 250, '${at}');
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (2, 2, 250);
    UPDATE compensations SET used_on = '2026-05-03'`);
  expect((await onlyPack(shop)).since).toEqual({ changes: 0, revenueMinor: 0, owedMinor: 0 });
  await packNow(shop, may);
  const { rows } = await shop.ask('accountant.packs', {});
  expect(rows[0]).toMatchObject({ entries: 3, sums: { revenueMinor: 70, owedMinor: -250 } });
});

it('whatever a pack shows of a row counts as a change of it, and what it does not show does not', async () => {
  const shop = await shopOfApril();
  const { raw } = shop;
  raw.exec("UPDATE compensations SET used_on = '2026-04-20'");
  await packNow(shop, april);
  const changes = async () => (await onlyPack(shop)).since.changes;
  for (const table of ['sales', 'sale_lines', 'payments', 'payment_parts', 'compensations']) {
    const update = raw
      .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(`${table}_locked_update`);
    const [, guarded = ''] = /UPDATE OF ([\s\S]+?) ON/.exec(String(update)) ?? [];
    const locked = [...guarded.split(',').map((name) => name.trim())];
    if (table === 'compensations') locked.push('used_on');
    const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string }[];
    for (const { name, type } of columns.filter((column) => column.name !== 'id')) {
      raw.exec('PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; SAVEPOINT one');
      const isDay = name.endsWith('_on') && name !== 'is_on_account';
      const value = type === 'INTEGER' ? 7 : isDay ? "'2026-04-25'" : "'x'";
      raw.exec(`UPDATE ${table} SET ${name} = ${value} WHERE id = 1`);
      expect((await changes()) > 0, `${table}.${name}`).toBe(locked.includes(name));
      raw.exec('ROLLBACK TO one; RELEASE one');
    }
  }
});

it('the newest pack of a period stands for it, the latest period first, page by page', async () => {
  const shop = await shopOfApril();
  await packNow(shop, april);
  shop.raw.exec('UPDATE sales SET total_minor = 60, revenue_minor = 60 WHERE id = 3');
  await packNow(shop, may);
  shop.raw.exec('UPDATE sales SET total_minor = 900, revenue_minor = 900 WHERE id = 1');
  await packNow(shop, april);
  const year = { from: '2026-01-01', to: '2026-05-31' };
  await packNow(shop, year);
  const { rows, next } = await shop.ask('accountant.packs', {});
  expect(next).toBe(null);
  expect(rows.map(({ id, from, made, sums }) => [id, from, made, sums.revenueMinor])).toEqual([
    [2, '2026-05-01', 1, 60],
    [4, '2026-01-01', 1, 1360],
    [3, '2026-04-01', 2, 1300],
  ]);
  const first = await shop.ask('accountant.packs', { limit: 2 });
  const second = await shop.ask('accountant.packs', { limit: 2, after: first.next });
  expect([...first.rows, ...second.rows]).toEqual(rows);
  expect(second.next).toBe(null);
});

it('a period is handed over once, after it has ended, and unlocked with a reason that stays', async () => {
  const shop = await shopOfApril();
  const packId = await packNow(shop, april);
  const running = await packNow(shop, { from: '2026-06-01', to: '2026-06-15' });
  const fail = (work: Promise<unknown>) => expect(work).rejects;
  await fail(shop.ask('accountant.handOver', { packId: running })).toMatchObject({
    error: { code: 'CONFLICT', reason: 'period-not-over' },
  });
  await fail(shop.ask('accountant.handOver', { packId: 99 })).toMatchObject({
    error: { code: 'NOT_FOUND', entity: 'pack' },
  });
  expect(await shop.ask('accountant.lockOn', { day: '2026-04-30' })).toBe(null);
  const lock = await shop.ask('accountant.handOver', { packId });
  expect(lock).toEqual({ id: 1, ...april, lockedAt: at });
  await fail(shop.ask('accountant.handOver', { packId })).toMatchObject({
    error: { code: 'CONFLICT', reason: 'period-locked-already' },
  });
  for (const [day, found] of [
    ['2026-03-31', null],
    ['2026-04-01', lock],
    ['2026-04-30', lock],
    ['2026-05-01', null],
  ] as const)
    expect(await shop.ask('accountant.lockOn', { day }), day).toEqual(found);
  const [, locked] = (await shop.ask('accountant.packs', {})).rows;
  expect(locked).toMatchObject({ lock, unlocked: [] });
  await fail(shop.ask('accountant.unlock', { lockId: 1, reason: '  ' })).toThrow('too_small');
  shop.day = '2026-06-20';
  expect(await shop.ask('accountant.unlock', { lockId: 1, reason: ' Salah harga ' })).toEqual({
    lockId: 1,
  });
  await fail(shop.ask('accountant.unlock', { lockId: 1, reason: 'Lagi' })).toMatchObject({
    error: { code: 'CONFLICT', reason: 'period-unlocked-already' },
  });
  const unlocked = [{ lockedAt: at, at: '2026-06-20T03:00:00.000Z', reason: 'Salah harga' }];
  expect((await shop.ask('accountant.packs', {})).rows[1]).toMatchObject({ lock: null, unlocked });
  const again = await shop.ask('accountant.handOver', { packId });
  expect((await shop.ask('accountant.packs', {})).rows[1]).toMatchObject({ lock: again, unlocked });
});

it('a longer period that is locked locks what lies in it', async () => {
  const shop = await shopOfApril();
  const aprilId = await packNow(shop, april);
  const quarter = { from: '2026-03-01', to: '2026-05-31' };
  await shop.ask('accountant.handOver', { packId: await packNow(shop, quarter) });
  const { rows } = await shop.ask('accountant.packs', {});
  expect(rows.find(({ id }) => id === aprilId)?.lock).toMatchObject({ id: 1, ...quarter });
  expect(await shop.ask('accountant.lockOn', { day: '2026-04-15' })).toMatchObject(quarter);
});
