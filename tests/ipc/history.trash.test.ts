import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { BatchId } from '#shared/ids.ts';
import {
  answering,
  complaintShop,
  damar,
  diagnosing,
  dumpOf,
  lembayung,
  received,
  resolving,
  staleBeans,
  walk,
} from '#tests/support/shop/complaint-shop.ts';
import type { TempShop } from '#tests/support/shop/temp-shop.ts';

const day = '2026-06-15';

/** What every list says of what waits, and what the system is asked to say. */
async function waiting(shop: TempShop) {
  const { raw, close } = openConnection(shop.database);
  raw.prepare('DELETE FROM notices').run();
  await close();
  shop.machine.notices.length = 0;
  await shop.app.remind();
  const path = `${shop.folder}/kalender.ics`;
  shop.machine.picks.push([path]);
  const calendar = await shop.ask('followUps.calendar', { birthdays: true });
  const counts = await shop.ask('followUps.counts', {});
  return {
    today: (await shop.ask('followUps.today', {})).rows.length,
    counted: counts.today,
    doneToday: counts.doneToday,
    calendar: calendar?.events,
    complaints: (await shop.ask('complaints.waiting', {})).count,
    notices: shop.machine.notices.map(({ address }) => address).sort(),
  };
}

const nothing = { today: 0, counted: 0, doneToday: 0, calendar: 0, complaints: 0, notices: [] };

async function undo(shop: TempShop, batchId: BatchId): Promise<void> {
  expect(await shop.ask('history.undo', { batchId })).toMatchObject({ kept: [] });
}

describe('a customer in the trash', () => {
  it('takes what waits for them off every list at once, and an undo brings all of it back', async () => {
    const shop = await complaintShop();
    const plan = { dueOn: day, dueTime: '09:00', reason: 'Tanya' };
    await shop.ask('followUps.create', { customerId: damar, plan });
    const kept = await shop.ask('followUps.create', { customerId: damar, plan });
    await shop.ask('followUps.finish', { id: kept.id });
    await received(shop, { receivedAt: '2026-06-01T03:00:00.000Z' });
    const all = {
      today: 1,
      counted: 1,
      doneToday: 1,
      calendar: 1,
      complaints: 1,
      notices: ['/complaints/1', '/customers/1'],
    };
    expect(await waiting(shop)).toEqual(all);
    const { batchId } = await shop.ask('customers.delete', { ids: [damar] });
    expect(await waiting(shop)).toEqual(nothing);
    expect((await shop.ask('search.find', { text: 'apek' })).complaints).toEqual([]);
    await shop.ask('interactions.timeline', { customerId: damar });
    await undo(shop, batchId);
    expect(await waiting(shop)).toEqual(all);
  });
});

describe('a complaint in the trash', () => {
  it('takes the dates still to be kept for it along, and an undo brings them back', async () => {
    const shop = await complaintShop();
    const chain = await received(shop);
    const plan = { dueOn: day, dueTime: '09:00', reason: 'Tanya hasilnya' };
    const made = { customerId: damar, plan, complaintId: chain.id };
    await shop.ask('followUps.create', made);
    const kept = await shop.ask('followUps.create', made);
    await shop.ask('followUps.finish', { id: kept.id });
    const before = await dumpOf(shop);
    const { batchId } = await shop.ask('complaints.delete', { id: chain.id });
    expect(await waiting(shop)).toEqual({ ...nothing, doneToday: 1 });
    expect(await shop.ask('followUps.ofCustomer', { customerId: damar })).toEqual([]);
    await undo(shop, batchId);
    expect(await dumpOf(shop)).toBe(before);
  });
});

describe('a date for what is not there', () => {
  it('is refused by name, also where it is in the trash', async () => {
    const shop = await complaintShop();
    const { id } = await received(shop);
    await shop.ask('complaints.delete', { id });
    const made = { customerId: damar, plan: { dueOn: day } };
    for (const more of [{ complaintId: id }, { complaintId: 99 }, { reviewId: 1 }])
      expect(await shop.fail('followUps.create', { ...made, ...more })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});

describe('a complaint that was another customer’s all along', () => {
  async function answered() {
    const shop = await complaintShop();
    const chain = await received(shop, { saleId: null });
    await walk(chain, { ...answering, via: 'whatsapp' }, diagnosing, {
      ...resolving,
      compensation: { kind: 'voucher', amountMinor: 5_000_000, costMinor: 1_000_000 },
    });
    await shop.ask('followUps.create', {
      customerId: damar,
      plan: { dueOn: '2026-06-20' },
      complaintId: chain.id,
    });
    const expected = staleBeans({ saleId: null });
    const stored = { ...expected, receivedAt: (await chain.get()).facts.receivedAt };
    const move = (customerId: typeof damar | null) =>
      shop.ask('complaints.update', {
        id: chain.id,
        expected: stored,
        facts: { ...stored, customerId },
      });
    const contacts = async (customerId: typeof damar) =>
      (await shop.ask('interactions.counts', { customerId })).contact;
    return { shop, move, contacts };
  }

  it('takes its contacts, dates and compensation along, and an undo takes them back', async () => {
    const { shop, move, contacts } = await answered();
    const before = await dumpOf(shop);
    const { batchId } = await move(lembayung);
    expect([await contacts(damar), await contacts(lembayung)]).toEqual([0, 1]);
    expect(await shop.ask('followUps.ofCustomer', { customerId: damar })).toEqual([]);
    expect(await shop.ask('followUps.ofCustomer', { customerId: lembayung })).toHaveLength(1);
    await undo(shop, batchId);
    expect(await dumpOf(shop)).toBe(before);
  });

  it('leaves them where they are when it is said to be nobody’s', async () => {
    const { shop, move, contacts } = await answered();
    await move(null);
    expect(await contacts(damar)).toBe(1);
    expect(await shop.ask('followUps.ofCustomer', { customerId: damar })).toHaveLength(1);
  });
});

describe('a draft that went out', () => {
  it('is the same draft, words and all, once its sending is taken back', async () => {
    const shop = await complaintShop();
    const { id } = await received(shop);
    const about = { kind: 'complaint', id } as const;
    await shop.ask('replies.saveDraft', { about, text: 'Maaf, Bu.' });
    const before = await dumpOf(shop);
    const { batchId } = await shop.ask('replies.sent', { about, text: 'Maaf, Bu.', via: 'copy' });
    await undo(shop, batchId);
    expect(await dumpOf(shop)).toBe(before);
  });
});
