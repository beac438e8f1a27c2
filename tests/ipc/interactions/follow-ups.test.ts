import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type Plan = Input<'followUps.create'>['plan'];

const ratna = 1 as CustomerId;
const budi = 2 as CustomerId;

function bornOn(raw: RawHandle, id: number, day: string): void {
  raw.prepare('UPDATE customers SET birthday_on = ? WHERE id = ?').run(day, id);
}

async function smallShop(fill: (raw: RawHandle) => void = () => undefined): Promise<TempShop> {
  return tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Budi' });
    addSale(raw, { customerId: 1, soldOn: '2026-05-01', revenueMinor: 100_000 });
    fill(raw);
    finishShop(raw);
  });
}

async function plan(shop: TempShop, given: Plan, customerId = ratna) {
  return (await shop.ask('followUps.create', { customerId, plan: given })).id;
}

async function listed(shop: TempShop, span: 'today' | 'tomorrow' | 'week' = 'today') {
  const { rows } = await shop.ask('followUps.today', { span });
  return rows.map((row) => [row.name, row.dueOn, row.dueTime, row.daysLate]);
}

describe('the Today list', () => {
  it('has overdue first, then by time, and says what there is to know', async () => {
    const shop = await smallShop();
    await plan(shop, { dueOn: '2026-06-15', reason: 'kapan saja' });
    await plan(shop, { dueOn: '2026-06-15', dueTime: '14:00' }, budi);
    await plan(shop, { dueOn: '2026-06-15', dueTime: '09:30' });
    await plan(shop, { dueOn: '2026-06-12', dueTime: '16:00' });
    await plan(shop, { dueOn: '2026-06-16' });
    await plan(shop, { dueOn: '2026-06-22' });
    await plan(shop, { dueOn: '2026-06-23' });
    expect(await listed(shop)).toEqual([
      ['Ratna', '2026-06-12', '16:00', 3],
      ['Ratna', '2026-06-15', '09:30', 0],
      ['Budi', '2026-06-15', '14:00', 0],
      ['Ratna', '2026-06-15', null, 0],
    ]);
    expect(await listed(shop, 'tomorrow')).toEqual([['Ratna', '2026-06-16', null, -1]]);
    expect(await listed(shop, 'week')).toEqual([
      ['Ratna', '2026-06-16', null, -1],
      ['Ratna', '2026-06-22', null, -7],
    ]);
    const { rows } = await shop.ask('followUps.today', {});
    expect(rows[3]).toMatchObject({
      customerId: ratna,
      phone: '+6281255500137',
      layer: 'top',
      reason: 'kapan saja',
      cause: 'own',
      lastPurchaseOn: '2026-05-01',
      hasOpenComplaint: false,
      isRepeating: false,
      turns: null,
    });
    expect(await shop.ask('followUps.counts', {})).toEqual({
      today: 4,
      overdue: 1,
      tomorrow: 1,
      week: 2,
      doneToday: 0,
    });
  });

  it('comes page by page, each line once, in the order of one long page', async () => {
    const shop = await smallShop((raw) => {
      const insert = raw.prepare(
        `INSERT INTO follow_ups (customer_id, cause, first_due_on, due_on, due_time, created_at)
         VALUES (?, 'own', ?, ?, ?, '2026-01-01T00:00:00.000Z')`,
      );
      for (let index = 0; index < 60; index += 1) {
        const day = `2026-06-${String(10 + (index % 6)).padStart(2, '0')}`;
        insert.run(1 + (index % 2), day, day, [null, '09:00', '08:15'][index % 3] ?? null);
      }
      bornOn(raw, 2, '1990-06-15');
    });
    const whole = await shop.ask('followUps.today', { limit: 200 });
    const ids: (number | null)[] = [];
    let after: Input<'followUps.today'>['after'] = null;
    do {
      const page: Output<'followUps.today'> = await shop.ask('followUps.today', {
        after,
        limit: 7,
      });
      ids.push(...page.rows.map((row) => row.followUpId));
      after = page.next;
    } while (after !== null);
    expect(ids.filter((id) => id !== null)).toEqual(
      whole.rows.flatMap((row) => row.followUpId ?? []),
    );
    expect(ids.filter((id) => id === null)).toHaveLength(1);
    expect(new Set(ids).size).toBe(61);
  });

  it('leaves out who is in the trash, and counts without them', async () => {
    const shop = await smallShop((raw) => bornOn(raw, 2, '1990-06-15'));
    await plan(shop, { dueOn: '2026-06-15' }, budi);
    await plan(shop, { dueOn: '2026-06-14' });
    expect(await shop.ask('followUps.counts', {})).toMatchObject({ today: 3, overdue: 1 });
    await shop.ask('customers.delete', { ids: [budi] });
    expect(await listed(shop)).toEqual([['Ratna', '2026-06-14', null, 1]]);
    expect(await shop.ask('followUps.counts', {})).toMatchObject({ today: 1, overdue: 1 });
  });

  it('brings birthdays until somebody has greeted or put them off', async () => {
    const shop = await smallShop((raw) => {
      bornOn(raw, 1, '1985-06-15');
      bornOn(raw, 2, '1990-06-16');
    });
    const { rows } = await shop.ask('followUps.today', {});
    expect(rows).toMatchObject([
      { followUpId: null, cause: 'birthday', name: 'Ratna', turns: 41, daysLate: 0 },
    ]);
    expect(await listed(shop, 'tomorrow')).toEqual([['Budi', '2026-06-16', null, -1]]);
    expect(await shop.ask('followUps.counts', {})).toMatchObject({ today: 1, tomorrow: 1 });
    const greet = { customerId: ratna, on: '2026-06-15', snoozeTo: null };
    const { batchId } = await shop.ask('followUps.birthday', greet);
    expect(await listed(shop)).toEqual([]);
    expect(await shop.ask('followUps.counts', {})).toMatchObject({ today: 0, doneToday: 1 });
    expect(await shop.fail('followUps.birthday', greet)).toEqual({
      code: 'CONFLICT',
      reason: 'birthday-on-list',
    });
    await shop.ask('history.undo', { batchId });
    expect(await listed(shop)).toHaveLength(1);
    await shop.ask('followUps.birthday', { ...greet, snoozeTo: '2026-06-17' });
    expect(await listed(shop)).toEqual([]);
    expect(await listed(shop, 'week')).toContainEqual(['Ratna', '2026-06-17', null, -2]);
    expect(
      await shop.fail('followUps.birthday', { ...greet, on: '2026-06-14', customerId: budi }),
    ).toMatchObject({ code: 'VALIDATION' });
  });

  it('keeps a birthday of 29 February on the 28th where there is none', async () => {
    const shop = await smallShop((raw) => bornOn(raw, 1, '1996-02-29'));
    shop.machine.day = '2026-02-28';
    expect(await listed(shop)).toEqual([['Ratna', '2026-02-28', null, 0]]);
    await shop.ask('followUps.birthday', { customerId: ratna, on: '2026-02-28', snoozeTo: null });
    expect(await listed(shop)).toEqual([]);
  });
});

describe('a contact-again date', () => {
  it('put off is measured from its first day; another plan from its own', async () => {
    const shop = await smallShop();
    const id = await plan(shop, { dueOn: '2026-06-15' });
    await shop.ask('followUps.snooze', { id, dueOn: '2026-06-18', dueTime: '10:00' });
    const read = async () => (await shop.ask('followUps.ofCustomer', { customerId: ratna }))[0];
    expect(await read()).toMatchObject({
      dueOn: '2026-06-18',
      dueTime: '10:00',
      firstDueOn: '2026-06-15',
    });
    const reworded = { dueOn: '2026-06-18', dueTime: '10:00', reason: 'lain' };
    await shop.ask('followUps.update', { id, plan: reworded });
    expect(await read()).toMatchObject({ firstDueOn: '2026-06-15', reason: 'lain' });
    await shop.ask('followUps.update', { id, plan: { ...reworded, dueOn: '2026-07-01' } });
    expect(await read()).toMatchObject({ firstDueOn: '2026-07-01' });
  });

  it('kept is off the list, and an undo brings it back', async () => {
    const shop = await smallShop();
    const id = await plan(shop, { dueOn: '2026-06-12' });
    const { batchId, nextDueOn } = await shop.ask('followUps.finish', { id });
    expect(nextDueOn).toBeNull();
    expect(await listed(shop)).toEqual([]);
    expect(await shop.ask('followUps.counts', {})).toMatchObject({ overdue: 0, doneToday: 1 });
    expect(await shop.fail('followUps.snooze', { id, dueOn: '2026-06-20' })).toEqual({
      code: 'CONFLICT',
      reason: 'follow-up-done',
    });
    expect(await shop.fail('followUps.finish', { id })).toEqual({
      code: 'CONFLICT',
      reason: 'follow-up-done',
    });
    await shop.ask('history.undo', { batchId });
    expect(await listed(shop)).toHaveLength(1);
  });

  it('of the 31st is on the last day of every month and never drifts to the 28th', async () => {
    const shop = await smallShop();
    await plan(shop, { dueOn: '2026-01-31', repeat: { every: 1, unit: 'month' } });
    const days: (string | null)[] = [];
    for (const day of ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-06-02']) {
      shop.machine.day = day;
      const [open] = await shop.ask('followUps.ofCustomer', { customerId: ratna });
      if (open === undefined) throw new Error('nothing open');
      days.push((await shop.ask('followUps.finish', { id: open.id })).nextDueOn);
    }
    expect(days).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']);
  });

  it('of 29 February comes back to it after three years on the 28th', async () => {
    const shop = await smallShop();
    await plan(shop, { dueOn: '2024-02-29', repeat: { every: 1, unit: 'year' } });
    const days: (string | null)[] = [];
    for (const day of ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28']) {
      shop.machine.day = day;
      const [open] = await shop.ask('followUps.ofCustomer', { customerId: ratna });
      if (open === undefined) throw new Error('nothing open');
      days.push((await shop.ask('followUps.finish', { id: open.id })).nextDueOn);
    }
    expect(days).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
  });

  it('that repeats makes one next date, however late, and the undo takes it away again', async () => {
    const shop = await smallShop();
    const id = await plan(shop, { dueOn: '2026-05-04', repeat: { every: 1, unit: 'week' } });
    const { batchId, nextDueOn } = await shop.ask('followUps.finish', { id });
    expect(nextDueOn).toBe('2026-06-22');
    expect((await shop.ask('followUps.today', { span: 'week' })).rows).toMatchObject([
      { dueOn: '2026-06-22', isRepeating: true },
    ]);
    await shop.ask('history.undo', { batchId });
    expect(await shop.ask('followUps.ofCustomer', { customerId: ratna })).toMatchObject([
      { id, dueOn: '2026-05-04' },
    ]);
  });

  it('deleted is gone from the list and comes back with an undo', async () => {
    const shop = await smallShop();
    const id = await plan(shop, { dueOn: '2026-06-15' });
    const { batchId } = await shop.ask('followUps.delete', { id });
    expect(await listed(shop)).toEqual([]);
    expect(await shop.fail('followUps.delete', { id })).toEqual({
      code: 'NOT_FOUND',
      entity: 'followUp',
    });
    await shop.ask('history.undo', { batchId });
    expect(await listed(shop)).toHaveLength(1);
    expect(
      await shop.fail('followUps.create', { customerId: 99, plan: { dueOn: '2026-06-15' } }),
    ).toEqual({ code: 'NOT_FOUND', entity: 'customer' });
  });
});

describe('the on-time rate', () => {
  it('counts every date of the span exactly once', async () => {
    const shop = await smallShop();
    const onTime = await plan(shop, { dueOn: '2026-06-15', cause: 'proactive' });
    const late = await plan(shop, { dueOn: '2026-06-12' });
    const putOff = await plan(shop, { dueOn: '2026-06-14' });
    await plan(shop, { dueOn: '2026-06-10' });
    await plan(shop, { dueOn: '2026-06-30', cause: 'proactive' });
    await plan(shop, { dueOn: '2026-07-01' });
    const thrown = await plan(shop, { dueOn: '2026-06-11' });
    await shop.ask('followUps.delete', { id: thrown });
    await shop.ask('followUps.snooze', { id: putOff, dueOn: '2026-06-15' });
    for (const id of [onTime, late, putOff]) await shop.ask('followUps.finish', { id });
    expect(await shop.ask('followUps.rate', { from: '2026-06-01', to: '2026-06-30' })).toEqual({
      all: { due: 5, onTime: 1, late: 2, open: 2 },
      proactive: { due: 2, onTime: 1, late: 0, open: 1 },
    });
  });
});

describe('the calendar file', () => {
  it('holds open dates and birthdays, the same ids every time', async () => {
    const shop = await smallShop((raw) => bornOn(raw, 1, '1985-03-09'));
    await plan(shop, { dueOn: '2026-06-20', reason: 'Tanya; sepatu, ukuran 38' });
    await plan(shop, { dueOn: '2026-06-21', dueTime: '09:30', reason: 'Servis' }, budi);
    await plan(shop, { dueOn: '2026-01-31', repeat: { every: 1, unit: 'month' } }, budi);
    const [monthly] = await shop.ask('followUps.ofCustomer', { customerId: budi });
    if (monthly === undefined) throw new Error('nothing open');
    shop.machine.day = '2026-02-01';
    await shop.ask('followUps.finish', { id: monthly.id });
    shop.machine.day = '2026-06-15';
    const path = join(shop.folder, 'langgan.ics');
    const write = async (birthdays: boolean) => {
      shop.machine.picks.push([path]);
      const done = await shop.ask('followUps.calendar', { birthdays });
      return { done, text: readFileSync(path, 'utf8') };
    };
    const first = await write(true);
    expect(first.done).toEqual({ path, events: 4 });
    const lines = first.text.split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    for (const line of [
      'DTSTART;VALUE=DATE:20260620',
      'SUMMARY:Ratna: Tanya\\; sepatu\\, ukuran 38',
      'DTSTART:20260621T023000Z',
      'RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
      'DTSTART;VALUE=DATE:20270309',
      'RRULE:FREQ=YEARLY;INTERVAL=1',
    ])
      expect(lines).toContain(line);
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    expect(new Set(uids(first.text)).size).toBe(4);
    expect(uids((await write(true)).text)).toEqual(uids(first.text));
    expect((await write(false)).done?.events).toBe(3);
    shop.machine.picks.push(null);
    expect(await shop.ask('followUps.calendar', {})).toBeNull();
  });
});
