import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { calendarBirthdays, calendarFollowUps } from '#db/queries/follow-ups/calendar.ts';
import { hasBirthdayDate, openFollowUpsOf, readFollowUp } from '#db/queries/follow-ups/read.ts';
import {
  birthdaysOn,
  countBirthdaysOn,
  countDoneOn,
  countDue,
  dueLines,
  todayCustomers,
} from '#db/queries/follow-ups/today.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const june = { from: null, to: '2026-06-15' };
const leapDay = { on: '2026-02-28', monthDays: ['02-28', '02-29'] };

async function smallShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  const { raw } = shop;
  const insert = raw.prepare(
    `INSERT INTO follow_ups (customer_id, cause, first_due_on, due_on, due_time, done_at, done_on,
       created_at) VALUES (?, 'own', ?, ?, ?, ?, ?, '2026-01-01T00:00:00.000Z')`,
  );
  for (let index = 0; index < 60; index += 1) {
    const deletedAt = index % 12 === 0 ? { deletedAt: '2026-06-01T00:00:00.000Z' } : {};
    const id = addCustomer(raw, { name: `Ratna ${index}`, ...deletedAt });
    raw
      .prepare('UPDATE customers SET birthday_on = ? WHERE id = ?')
      .run(index % 2 === 0 ? '1996-02-29' : '1990-02-28', id);
    const day = addDays('2026-06-01', index % 20);
    const done = index % 7 === 0 ? `${day}T03:00:00.000Z` : null;
    const time = [null, '09:00', '15:30'][index % 3] ?? null;
    insert.run(id, day, day, time, done, done?.slice(0, 10) ?? null);
  }
  finishShop(raw);
  return shop;
}

type Ask = (db: ReadHandle) => Promise<unknown>;
const after = { dueOn: '2026-06-03', dueTime: '09:00', id: 4 };

describe('the plans of the Today list', () => {
  it.each<[string, Ask]>([
    ['the first page', (db) => dueLines(db, { span: june, after: null, limit: 10 })],
    ['the next page', (db) => dueLines(db, { span: june, after, limit: 10 })],
  ])('%s walks the days in order and sorts within a day only', async (_, ask) => {
    const plan = await plansOf(await smallShop(), ask);
    expect(plan[0]).toMatch(/^SEARCH f USING INDEX follow_ups_due \(due_on/);
    expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([
      'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
    ]);
    expect(fullScans(plan)).toEqual([]);
  });

  it.each<[string, string, Ask]>([
    ['what is due', 'INDEX follow_ups_due (due_on', (db) => countDue(db, june)],
    ['what was done', 'INDEX follow_ups_done (done_on=?)', (db) => countDoneOn(db, '2026-06-08')],
    ['birthdays', 'customers_birthday', (db) => countBirthdaysOn(db, leapDay)],
  ])('counting %s goes by its index', async (_, index, ask) => {
    const plan = await plansOf(await smallShop(), ask);
    expect(plan.join('\n')).toContain(index);
    expect(fullScans(plan)).toEqual([]);
  });

  it.each<[string, Ask]>([
    ['who has a birthday', (db) => birthdaysOn(db, leapDay)],
    ['the customers of a page', (db) => todayCustomers(db, [1, 2])],
    ['the dates of a customer', (db) => openFollowUpsOf(db, 2)],
    ['one date', (db) => readFollowUp(db, 2)],
    ['whether a birthday was made a date of', (db) => hasBirthdayDate(db, 2, '2026-02-28')],
    ['a page of the calendar', (db) => calendarFollowUps(db, 3, 10)],
    ['a page of birthdays', (db) => calendarBirthdays(db, 3, 10)],
  ])('%s is looked up, never searched for row by row', async (_, ask) => {
    expect(fullScans(await plansOf(await smallShop(), ask))).toEqual([]);
  });
});

describe('counting what is due', () => {
  it('equals the length of the list, whoever is in the trash', async () => {
    const { db } = await smallShop();
    const day = fc.integer({ min: -2, max: 22 }).map((days) => addDays('2026-06-01', days));
    await fc.assert(
      fc.asyncProperty(fc.option(day), day, async (from, to) => {
        const span = { from, to };
        const lines = await dueLines(db, { span, after: null, limit: 200 });
        expect(await countDue(db, span)).toBe(lines.length);
      }),
    );
  });

  it('birthdays listed are those counted, both days of a short February', async () => {
    const { db } = await smallShop();
    const born = await birthdaysOn(db, leapDay);
    expect(born).toHaveLength(55);
    expect(await countBirthdaysOn(db, leapDay)).toBe(55);
    expect(await countBirthdaysOn(db, { on: '2028-02-29', monthDays: ['02-29'] })).toBe(25);
  });
});
