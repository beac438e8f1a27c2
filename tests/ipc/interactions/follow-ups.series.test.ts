import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { calendarFollowUps } from '#db/queries/follow-ups/calendar.ts';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addComplaint, addFollowUp, setBirthday } from '#tests/support/reminder-rows.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;
const deletedAt = '2026-06-01T00:00:00.000Z';

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
  addCustomer(shop.raw, { name: 'Ratna' });
  addCustomer(shop.raw, { name: 'Budi' });
  finishShop(shop.raw);
});

type Plan = Input<'followUps.create'>['plan'];
const plan = async (given: Plan) =>
  (await shop.ask('followUps.create', { customerId: ratna, plan: given })).id;
const open = () => shop.ask('followUps.ofCustomer', { customerId: ratna });

describe('a series of dates', () => {
  it('of the 31st kept before the 28 February goes on in March', async () => {
    await plan({ dueOn: '2026-01-31', repeat: { every: 1, unit: 'month' } });
    const days: (string | null)[] = [];
    for (const day of ['2026-01-31', '2026-02-20']) {
      shop.day = day;
      for (const { id } of await open())
        days.push((await shop.ask('followUps.finish', { id })).nextDueOn);
    }
    expect(days).toEqual(['2026-02-28', '2026-03-31']);
  });

  it('goes by its own first day, whatever else was kept at the same moment', async () => {
    const monthly = { every: 1, unit: 'month' } as const;
    await plan({ dueOn: '2026-01-31', repeat: monthly });
    await plan({ dueOn: '2026-01-30', cause: 'service', repeat: monthly });
    for (const day of ['2026-01-31', '2026-02-28']) {
      shop.day = day;
      for (const { id } of await open()) await shop.ask('followUps.finish', { id });
    }
    expect((await open()).map(({ cause, dueOn }) => [cause, dueOn])).toEqual([
      ['service', '2026-03-30'],
      ['own', '2026-03-31'],
    ]);
  });
});

describe('dates of one customer', () => {
  it('come by day, then by time, those without one last', async () => {
    addFollowUp(shop.raw, ratna, '2026-06-20');
    addFollowUp(shop.raw, ratna, '2026-06-20', { due_time: '15:00' });
    addFollowUp(shop.raw, ratna, '2026-06-20', { due_time: '09:00' });
    addFollowUp(shop.raw, ratna, '2026-06-19', { due_time: '18:00' });
    expect((await open()).map(({ dueTime }) => dueTime)).toEqual(['18:00', '09:00', '15:00', null]);
  });

  it('say that a complaint of theirs is open, not one that is closed or in the trash', async () => {
    addFollowUp(shop.raw, ratna, '2026-06-15');
    const hasOpen = async () => (await shop.ask('followUps.today', {})).rows[0]?.hasOpenComplaint;
    addComplaint(shop.raw, ratna, { state: 'closed' });
    addComplaint(shop.raw, ratna, { deleted_at: deletedAt });
    addComplaint(shop.raw, 2);
    expect(await hasOpen()).toBe(false);
    addComplaint(shop.raw, ratna, { state: 'improved' });
    expect(await hasOpen()).toBe(true);
  });

  it('are not counted for the rate once the customer is in the trash', async () => {
    const done = { done_at: '2026-06-10T03:00:00.000Z', done_on: '2026-06-10' };
    for (const customer of [1, 2]) addFollowUp(shop.raw, customer, '2026-06-10', done);
    const rate = async () =>
      (await shop.ask('followUps.rate', { from: '2026-06-01', to: '2026-06-30' })).all;
    expect(await rate()).toEqual({ due: 2, onTime: 2, late: 0, open: 0 });
    await shop.ask('customers.delete', { ids: [2 as CustomerId] });
    expect(await rate()).toEqual({ due: 1, onTime: 1, late: 0, open: 0 });
  });
});

describe('a birthday', () => {
  it('that was put off cannot be made a date of again', async () => {
    setBirthday(shop.raw, ratna, '1990-06-15');
    const greet = { customerId: ratna, on: '2026-06-15', snoozeTo: '2026-06-17' };
    await shop.ask('followUps.birthday', greet);
    await expect(shop.ask('followUps.birthday', greet)).rejects.toMatchObject({
      error: { code: 'CONFLICT', reason: 'birthday-on-list' },
    });
  });

  it('greeted the day before was done on that day', async () => {
    setBirthday(shop.raw, ratna, '1990-06-16');
    await shop.ask('followUps.birthday', { customerId: ratna, on: '2026-06-16', snoozeTo: null });
    expect(await shop.ask('followUps.counts', {})).toMatchObject({ tomorrow: 0, doneToday: 1 });
  });
});

describe('the calendar', () => {
  it('names who has no name by the first phone', async () => {
    const id = addCustomer(shop.raw, { phones: ['+62811', '+62812'] });
    shop.raw.exec('UPDATE contact_points SET position = 1 - position');
    addFollowUp(shop.raw, id, '2026-06-20');
    expect(await calendarFollowUps(shop.db, 0, 9)).toMatchObject([
      { who: '+62812', phone: '+62812' },
    ]);
  });

  it('has a repeating time by the clock on the wall, and one put off by its new day', async () => {
    const monthly = { repeat_every: 1, repeat_unit: 'month' };
    addFollowUp(shop.raw, ratna, '2026-06-20', { due_time: '09:30', ...monthly });
    addFollowUp(shop.raw, ratna, '2026-06-30', { ...monthly, first_due_on: '2026-05-31' });
    shop.prepared = { path: join(shop.folder, 'langgan.ics') };
    await shop.ask('followUps.calendar', { birthdays: false });
    const lines = readFileSync(join(shop.folder, 'langgan.ics'), 'utf8').split('\r\n');
    expect(lines.filter((line) => /^(DTSTART|RRULE)/.test(line))).toEqual([
      'DTSTART:20260620T093000',
      'RRULE:FREQ=MONTHLY;INTERVAL=1',
      'DTSTART;VALUE=DATE:20260630',
      'RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    ]);
  });
});
