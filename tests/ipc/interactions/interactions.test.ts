import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId, FollowUpId, InteractionId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type Facts = Input<'interactions.record'>['facts'];

const ratna = 1 as CustomerId;
const budi = 2 as CustomerId;

async function smallShop(): Promise<TempShop> {
  return tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna', phones: ['+6281255500137'] });
    addCustomer(raw, { phones: ['+6281255500138'] });
    finishShop(raw);
  });
}

function facts(parts: Partial<Facts> = {}): Facts {
  return {
    channel: 'whatsapp',
    direction: 'in',
    happenedAt: '2026-06-15T02:00:00.000Z',
    text: 'Tanya harga sepatu',
    ...parts,
  };
}

async function openDates(shop: TempShop, customerId = ratna) {
  const dates = await shop.ask('followUps.ofCustomer', { customerId });
  return dates.map(({ cause, dueOn }) => [cause, dueOn]);
}

async function contacts(shop: TempShop, customerId = ratna): Promise<string[]> {
  const { rows } = await shop.ask('interactions.timeline', { customerId, kinds: ['contact'] });
  return rows.map((row) => (row.kind === 'contact' ? row.text : ''));
}

describe('writing a contact down', () => {
  it('is on the timeline, and can be read for editing', async () => {
    const shop = await smallShop();
    const { id } = await shop.ask('interactions.record', {
      customerId: ratna,
      facts: facts({ topic: 'need', outcome: 'waiting', handledBy: 'Sari' }),
    });
    expect(await shop.ask('interactions.get', { id })).toEqual({
      id,
      customerId: ratna,
      facts: {
        channel: 'whatsapp',
        direction: 'in',
        topic: 'need',
        happenedAt: '2026-06-15T02:00:00.000Z',
        hasTime: true,
        text: 'Tanya harga sepatu',
        outcome: 'waiting',
        handledBy: 'Sari',
      },
    });
    expect(await contacts(shop)).toEqual(['Tanya harga sepatu']);
    expect(await shop.ask('interactions.handlers', {})).toEqual(['Sari']);
    expect(shop.events).toContainEqual({
      type: 'changed',
      touches: ['interactions', 'followUps', 'history'],
    });
  });

  it('without a moment it happened now; without a time, at noon of today', async () => {
    const shop = await smallShop();
    const { happenedAt: _, ...now } = facts();
    const first = await shop.ask('interactions.record', { customerId: ratna, facts: now });
    const second = await shop.ask('interactions.record', {
      customerId: ratna,
      facts: { ...now, hasTime: false },
    });
    const at = async (id: InteractionId) =>
      (await shop.ask('interactions.get', { id })).facts.happenedAt;
    expect(await at(first.id)).toBe('2026-06-15T03:00:00.000Z');
    expect(await at(second.id)).toBe('2026-06-15T05:00:00.000Z');
  });

  it('refuses what is more than a day ahead, and whom it does not know', async () => {
    const shop = await smallShop();
    const ahead = facts({ happenedAt: '2026-06-16T03:01:00.000Z' });
    expect(await shop.fail('interactions.record', { customerId: 1, facts: ahead })).toEqual({
      code: 'VALIDATION',
      issues: [{ path: 'facts.happenedAt', problem: 'in-the-future' }],
    });
    expect(await shop.fail('interactions.record', { customerId: 99, facts: facts() })).toEqual({
      code: 'NOT_FOUND',
      entity: 'customer',
    });
    await shop.ask('customers.delete', { ids: [ratna] });
    expect(await shop.fail('interactions.record', { customerId: 1, facts: facts() })).toEqual({
      code: 'NOT_FOUND',
      entity: 'customer',
    });
  });

  it('an edit and a delete are taken back with one undo each', async () => {
    const shop = await smallShop();
    const { id } = await shop.ask('interactions.record', { customerId: ratna, facts: facts() });
    const changed = { ...facts({ text: 'Jadi beli' }), happenedAt: '2026-06-15T02:00:00.000Z' };
    const edit = await shop.ask('interactions.update', { id, facts: changed });
    expect(await contacts(shop)).toEqual(['Jadi beli']);
    const gone = await shop.ask('interactions.delete', { id });
    expect(await contacts(shop)).toEqual([]);
    expect(await shop.fail('interactions.get', { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await shop.fail('interactions.delete', { id })).toMatchObject({ code: 'NOT_FOUND' });
    await shop.ask('history.undo', { batchId: gone.batchId });
    expect(await contacts(shop)).toEqual(['Jadi beli']);
    await shop.ask('history.undo', { batchId: edit.batchId });
    expect(await contacts(shop)).toEqual(['Tanya harga sepatu']);
  });

  it('names the change after the customer, or the phone of one without a name', async () => {
    const shop = await smallShop();
    await shop.ask('interactions.record', { customerId: budi, facts: facts() });
    expect((await shop.ask('history.last', {}))?.label).toBe('+6281255500138');
  });
});

describe('the next contact', () => {
  it('is proposed after a first one of theirs, on a day the shop is open', async () => {
    const shop = await smallShop();
    const { settings } = await shop.ask('settings.get', {});
    await shop.ask('settings.update', {
      proactiveDays: 3,
      // 15 June 2026 is a Monday: closed on Thursday the 18th, Friday the 19th is a holiday.
      businessHours: settings.businessHours.map((_, day) =>
        day === 3 ? [] : [{ opens: '09:00', closes: '17:00' }],
      ),
      holidays: [{ on: '2026-06-19', name: 'Cuti' }],
    });
    const { id, followUp, batchId } = await shop.ask('interactions.record', {
      customerId: ratna,
      facts: facts(),
    });
    expect(followUp?.dueOn).toBe('2026-06-20');
    expect(await openDates(shop)).toEqual([['proactive', '2026-06-20']]);
    await shop.ask('history.undo', { batchId });
    expect(await shop.fail('interactions.get', { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await openDates(shop)).toEqual([]);
  });

  it('is not proposed a second time, nor outwards, nor when it is switched off', async () => {
    const shop = await smallShop();
    await shop.ask('settings.update', { proactiveDays: 3 });
    const record = async (customerId: CustomerId, parts: Partial<Facts> = {}) =>
      (await shop.ask('interactions.record', { customerId, facts: facts(parts) })).followUp;
    expect(await record(ratna)).not.toBeNull();
    expect(await record(ratna)).toBeNull();
    expect(await record(budi, { direction: 'out' })).toBeNull();
    expect(await record(budi)).toBeNull();
    await shop.ask('settings.update', { proactiveDays: 0 });
    const wulan = await shop.ask('customers.create', {
      name: 'Wulan',
      contactPoints: [],
      addresses: [],
      tags: [],
      kind: 'person',
      relation: 'customer',
      mark: null,
      birthdayOn: null,
      gender: null,
      occupation: null,
      source: null,
      uses: null,
      tastes: null,
      matters: null,
      taxId: null,
      note: null,
      recommendedBy: null,
    });
    expect(await record(wulan.id)).toBeNull();
  });

  it('a contact written down late is not proposed into the past', async () => {
    const shop = await smallShop();
    await shop.ask('settings.update', {
      proactiveDays: 3,
      businessHours: Array.from({ length: 7 }, () => []),
    });
    const { followUp } = await shop.ask('interactions.record', {
      customerId: ratna,
      facts: facts({ happenedAt: '2026-05-01T02:00:00.000Z' }),
    });
    expect(followUp?.dueOn).toBe('2026-06-15');
  });

  it('when we reach out the proposed one is kept; when nobody picks up it stays', async () => {
    const shop = await smallShop();
    await shop.ask('settings.update', { proactiveDays: 3 });
    await shop.ask('interactions.record', { customerId: ratna, facts: facts() });
    const out = (outcome: 'reached' | 'no-answer') =>
      shop.ask('interactions.record', {
        customerId: ratna,
        facts: facts({ direction: 'out', outcome }),
      });
    await out('no-answer');
    expect(await openDates(shop)).toHaveLength(1);
    const { batchId } = await out('reached');
    expect(await openDates(shop)).toEqual([]);
    await shop.ask('history.undo', { batchId });
    expect(await openDates(shop)).toHaveLength(1);
  });

  it('is the one asked for, and the date it was made for is kept with it', async () => {
    const shop = await smallShop();
    const { id } = await shop.ask('followUps.create', {
      customerId: ratna,
      plan: { dueOn: '2026-06-15', repeat: { every: 1, unit: 'week' } },
    });
    const { followUp, batchId } = await shop.ask('interactions.record', {
      customerId: ratna,
      facts: facts(),
      finishes: id,
      contactAgain: null,
    });
    expect(followUp?.dueOn).toBe('2026-06-22');
    await shop.ask('history.undo', { batchId });
    expect(await openDates(shop)).toEqual([['own', '2026-06-15']]);
    const planned = await shop.ask('interactions.record', {
      customerId: ratna,
      facts: facts(),
      contactAgain: { dueOn: '2026-07-01', reason: 'Barang datang' },
    });
    expect(planned.followUp?.dueOn).toBe('2026-07-01');
    expect(await openDates(shop)).toHaveLength(2);
  });

  it('cannot be kept twice, nor for somebody else', async () => {
    const shop = await smallShop();
    const plan = { dueOn: '2026-06-15' };
    const { id } = await shop.ask('followUps.create', { customerId: ratna, plan });
    const record = (customerId: CustomerId, finishes: FollowUpId) => ({
      customerId,
      facts: facts(),
      finishes,
    });
    expect(await shop.fail('interactions.record', record(budi, id))).toEqual({
      code: 'NOT_FOUND',
      entity: 'followUp',
    });
    expect(await contacts(shop, budi)).toEqual([]);
    await shop.ask('interactions.record', record(ratna, id));
    expect(await shop.fail('interactions.record', record(ratna, id))).toEqual({
      code: 'CONFLICT',
      reason: 'follow-up-done',
    });
  });
});

describe('moments', () => {
  it('times written to the second sort with those to the millisecond', async () => {
    const shop = await smallShop();
    for (const happenedAt of ['2026-06-15T02:00:00.500Z', '2026-06-15T02:00:00Z'])
      await shop.ask('interactions.record', {
        customerId: ratna,
        facts: facts({ happenedAt, text: happenedAt }),
      });
    expect(await contacts(shop)).toEqual(['2026-06-15T02:00:00.500Z', '2026-06-15T02:00:00Z']);
    const { raw, close } = openConnection(shop.database, { readonly: true });
    const stored = raw.prepare('SELECT happened_at FROM interactions ORDER BY id').pluck().all();
    await close();
    expect(stored).toEqual(['2026-06-15T02:00:00.500Z', '2026-06-15T02:00:00.000Z']);
  });
});
