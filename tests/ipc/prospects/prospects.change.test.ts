import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { BatchId, CustomerId, ProspectId } from '#shared/ids.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const ratna = 1 as CustomerId;
const facts = {
  ...{ title: 'Kopi rapat tiap Senin', worthMinor: 90_000_000, chancePercent: 40 },
  ...{ expectedOn: '2026-07-01', note: 'Lantai 3' },
};
const nextStep = { dueOn: '2026-06-13', reason: 'Kirim contoh' };

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  addCustomer(shop.raw, { name: 'Ratna Kusuma', phones: ['+6281234567890'] });
  addCustomer(shop.raw, { name: 'Bagas Putra' });
  finishShop(shop.raw);
});

const write = (parts: Partial<Input<'prospects.create'>> = {}) =>
  shop.ask('prospects.create', { customerId: ratna, facts, nextStep, ...parts });
const get = async (id: ProspectId) => (await shop.ask('prospects.get', { id })).prospect;
const undo = (batchId: BatchId) => shop.ask('history.undo', { batchId });
const dump = () => logicalDumpHash(shop.raw);
const conflict = (reason: string) => ({ error: { code: 'CONFLICT', reason } });

/** What a change does is all taken back. */
async function seeUndone(change: () => Promise<{ readonly batchId: BatchId }>): Promise<void> {
  const before = dump();
  const { batchId } = await change();
  expect(dump()).not.toBe(before);
  expect(await undo(batchId)).toMatchObject({ kept: [] });
  expect(dump()).toBe(before);
}

describe('a prospect', () => {
  it('stands with what was written, and its next step is on the list of today', async () => {
    const { id } = await write();
    expect(await get(id)).toMatchObject({
      ...facts,
      ...{ customerId: ratna, customerName: 'Ratna Kusuma', stage: 'contact' },
      ...{ since: '2026-06-15', days: 0, lost: null, sale: null },
      nextStep: { ...nextStep, daysLate: 2 },
    });
    const { rows } = await shop.ask('followUps.today', {});
    expect(rows).toMatchObject([{ customerId: ratna, reason: 'Kirim contoh', daysLate: 2 }]);
    expect(await shop.ask('followUps.ofCustomer', { customerId: ratna })).toMatchObject([
      { prospectId: id },
    ]);
  });

  it('brings its customer along where that one is new, and all of it is taken back at once', async () => {
    const newCustomer = { name: 'Tari', phone: '' };
    await seeUndone(() => write({ customerId: null, newCustomer }));
    const { id } = await write({ customerId: null, newCustomer });
    expect((await get(id)).customerName).toBe('Tari');
    expect((await shop.ask('search.find', { text: 'tari' })).customers).toHaveLength(1);
    await expect(write({ customerId: null })).rejects.toMatchObject({
      error: { issues: [{ path: 'customerId', problem: 'no-such-customer' }] },
    });
  });

  it('is changed with its next step, never over what somebody else wrote', async () => {
    const { id } = await write();
    const update = (step: typeof nextStep | null, to = facts) =>
      shop.ask('prospects.update', { id, expected: facts, facts: to, nextStep: step });
    const later = { dueOn: '2026-06-20', reason: 'Telepon' };
    await seeUndone(() => update(later));
    await seeUndone(() => update(null));
    await update(null);
    expect((await get(id)).nextStep).toBeNull();
    await update(later, { ...facts, title: 'Kopi rapat' });
    expect(await get(id)).toMatchObject({ title: 'Kopi rapat', nextStep: { daysLate: -5 } });
    await expect(update(null)).rejects.toMatchObject(conflict('changed-meanwhile'));
  });

  it('keeps the day it entered each stage', async () => {
    const { id } = await write();
    shop.day = '2026-06-18';
    await seeUndone(() => shop.ask('prospects.move', { id, stage: 'offer' }));
    await shop.ask('prospects.move', { id, stage: 'need' });
    shop.day = '2026-06-25';
    await shop.ask('prospects.move', { id, stage: 'offer' });
    shop.day = '2026-06-26';
    const { path } = await shop.ask('prospects.get', { id });
    expect(path).toEqual([
      { stage: 'contact', enteredOn: '2026-06-15', days: 3 },
      { stage: 'need', enteredOn: '2026-06-18', days: 7 },
      { stage: 'offer', enteredOn: '2026-06-25', days: 1 },
    ]);
    expect((await get(id)).nextStep).toMatchObject(nextStep);
    await expect(shop.ask('prospects.move', { id, stage: 'offer' })).rejects.toMatchObject(
      conflict('prospect-there'),
    );
  });

  it('is lost for a reason, drops its next step, and opens again without it', async () => {
    const { id } = await write();
    const lost = { reason: 'price', note: 'Kalah seribu' } as const;
    await seeUndone(() => shop.ask('prospects.move', { id, stage: 'lost', lost }));
    const moved = await shop.ask('prospects.move', { id, stage: 'lost', lost });
    expect(moved.droppedSteps).toBe(1);
    expect(await get(id)).toMatchObject({ stage: 'lost', lost, nextStep: null });
    expect((await shop.ask('followUps.counts', {})).today).toBe(0);
    const update = { id, expected: facts, facts, nextStep };
    await expect(shop.ask('prospects.update', update)).rejects.toMatchObject(
      conflict('prospect-ended'),
    );
    const again = await shop.ask('prospects.move', { id, stage: 'need' });
    expect(again.droppedSteps).toBe(0);
    expect(await get(id)).toMatchObject({ stage: 'need', lost: null });
    await expect(shop.ask('prospects.move', { id, stage: 'lost' })).rejects.toThrow('lost-reason');
  });

  it('goes to the trash with its next step', async () => {
    const { id } = await write();
    await seeUndone(() => shop.ask('prospects.remove', { id }));
    await shop.ask('prospects.remove', { id });
    expect((await shop.ask('prospects.list', {})).rows).toEqual([]);
    expect((await shop.ask('followUps.counts', {})).today).toBe(0);
    expect((await shop.ask('prospects.get', { id })).isInTrash).toBe(true);
    await expect(shop.ask('prospects.remove', { id })).rejects.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('a prospect that is won', () => {
  const line = { productId: null, name: 'Kopi', quantityE4: 10_000, unitPriceE4: 680_000_000 };
  const sell = (prospectId: ProspectId, customerId: CustomerId = ratna, number = 'N-7') =>
    shop.ask('sales.create', {
      facts: { number, soldOn: '2026-06-15', customerId, lines: [line] },
      prospectId,
    });

  it('becomes the sale that is written down for it, as one change', async () => {
    const { id } = await write();
    await seeUndone(() => sell(id));
    const sale = await sell(id);
    expect(await get(id)).toMatchObject({
      ...{ stage: 'won', sale: { id: sale.id, number: 'N-7' }, nextStep: null },
    });
    await expect(sell(id, ratna, 'N-8')).rejects.toMatchObject(conflict('prospect-sold'));
    await expect(shop.ask('prospects.move', { id, stage: 'offer' })).rejects.toMatchObject(
      conflict('prospect-sold'),
    );
    await shop.ask('sales.remove', { id: sale.id });
    expect((await get(id)).sale).toBeNull();
    await shop.ask('prospects.move', { id, stage: 'offer' });
    expect(await get(id)).toMatchObject({ stage: 'offer', sale: null });
  });

  it('may be so before its sale is written down', async () => {
    const { id } = await write();
    await shop.ask('prospects.move', { id, stage: 'won' });
    const sale = await sell(id);
    const { prospect, path } = await shop.ask('prospects.get', { id });
    expect(prospect.sale?.id).toBe(sale.id);
    expect(path.map(({ stage }) => stage)).toEqual(['contact', 'won']);
  });

  it('is no sale of another customer, and nothing is written then', async () => {
    const { id } = await write();
    const before = dump();
    await expect(sell(id, 2 as CustomerId)).rejects.toMatchObject({
      error: { issues: [{ path: 'facts.customerId', problem: 'sale-of-another' }] },
    });
    expect(dump()).toBe(before);
  });
});

it.each([
  [
    'id',
    [
      'Kopi rapat tiap Senin',
      'Ratna Kusuma',
      'Tidak jadi',
      '900000',
      '40',
      'Harga',
      'Kalah seribu',
    ],
  ],
  [
    'en',
    ['Kopi rapat tiap Senin', 'Ratna Kusuma', 'Lost', '900000', '40', 'Price', 'Kalah seribu'],
  ],
] as const)('the list goes out as it is shown (%s)', async (language, cells) => {
  await shop.ask('settings.update', { language, currency: 'IDR' });
  const { id } = await write();
  await write({ facts: { ...facts, title: 'Arisan' } });
  const lost = { reason: 'price', note: 'Kalah seribu' } as const;
  await shop.ask('prospects.move', { id, stage: 'lost', lost });
  const path = join(tempFolder(), 'prospects.csv');
  shop.prepared = { path };
  const request = { format: 'csv', profile: 'exact', titles: {} } as const;
  const filter = { stages: ['lost' as const] };
  expect(await shop.ask('prospects.export', { ...request, filter })).toEqual({ path, rows: 1 });
  const [, row = '', rest] = readFileSync(path, 'utf8').trim().split('\r\n');
  const found = row.split(',');
  expect(cells.filter((cell) => !found.includes(cell))).toEqual([]);
  expect(rest).toBeUndefined();
});

it('is found from anywhere by what it is about and by whom it is of, but not from the trash', async () => {
  const { id } = await write();
  const other = await write({
    customerId: 2 as CustomerId,
    facts: { ...facts, title: 'Gula aren' },
  });
  const find = async (text: string) =>
    (await shop.ask('search.find', { text })).prospects.map((one) => [one.title, one.customerName]);
  const monday = ['Kopi rapat tiap Senin', 'Ratna Kusuma'];
  expect(await find('RAPAT')).toEqual([monday]);
  expect(await find('0812 3456')).toEqual([monday]);
  expect(await find('bagas')).toEqual([['Gula aren', 'Bagas Putra']]);
  expect(await find('teh')).toEqual([]);
  await shop.ask('prospects.move', { id: other.id, stage: 'need' });
  const [found] = (await shop.ask('search.find', { text: 'aren' })).prospects;
  expect(found).toMatchObject({ id: other.id, stage: 'need' });
  await shop.ask('prospects.remove', { id });
  expect(await find('rapat')).toEqual([]);
});
