import { expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import {
  birthdaysOn,
  dueActions,
  dueAnswers,
  dueChecks,
  dueFollowUps,
  dueSolutions,
  recordSaid,
  takeBackSaid,
  waitingReviews,
} from '#db/queries/reminders.ts';
import { plansOf } from '#tests/support/query-plans.ts';
import {
  addAction,
  addComplaint,
  addFollowUp,
  addReview,
  setBirthday,
} from '#tests/support/reminder-rows.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

async function busyShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  shop.raw.transaction(() => {
    for (let index = 0; index < 200; index += 1) {
      const id = addCustomer(shop.raw, { name: `Ratna ${index}` });
      setBirthday(shop.raw, id, '1990-06-15');
      addFollowUp(shop.raw, id, '2026-06-01');
      addAction(shop.raw, addComplaint(shop.raw, id));
      addReview(shop.raw, '2026-06-01');
    }
  })();
  return shop;
}

const day = '2026-06-15';
const by = { today: day, time: '10:00', opening: '08:00' };
const instant = '2026-06-15T03:00:00.000Z';

it.each<[string, (db: ReadHandle) => Promise<unknown>, string]>([
  ['contact-again dates', (db) => dueFollowUps(db, by), 'u USING INDEX follow_ups_due'],
  ['answers', (db) => dueAnswers(db, instant), 'k USING INDEX complaints_answer_due'],
  ['solutions', (db) => dueSolutions(db, instant), 'k USING INDEX complaints_resolution_due'],
  ['actions', (db) => dueActions(db, day), 'a USING INDEX corrective_actions_due'],
  ['checks', (db) => dueChecks(db, day), 'a USING INDEX corrective_actions_check'],
  [
    'birthdays',
    (db) => birthdaysOn(db, { today: day, monthDays: ['06-15', '02-29'] }),
    'c USING INDEX customers_birthday',
  ],
  ['reviews', (db) => waitingReviews(db, day), 'v USING INDEX reviews_waiting'],
])(
  '%s that are due are found by their index, and looked up among what was said',
  async (...row) => {
    const [, ask, index] = row;
    const plan = await plansOf(await busyShop(), ask);
    expect(plan[0]).toContain(`SEARCH ${index}`);
    expect(plan.filter((step) => step.startsWith('SCAN '))).toEqual([]);
    expect(plan).toContain('SEARCH notices USING PRIMARY KEY (key=?)');
  },
);

it('a key is recorded once, whoever asks and however many there are, until it is taken back', async () => {
  const shop = await tempDatabase();
  const keys = Array.from({ length: 1203 }, (_, index) => `follow-up:${index}:${day}`);
  const record = (some: readonly string[]) =>
    shop.db.transaction().execute((db) => recordSaid(db, some, instant));
  expect((await record(keys.slice(0, 700))).size).toBe(700);
  expect([...(await record(keys))].sort()).toEqual(keys.slice(700).sort());
  expect((await record(keys)).size).toBe(0);
  await shop.db.transaction().execute((db) => takeBackSaid(db, keys.slice(100)));
  expect([...(await record(keys))].sort()).toEqual(keys.slice(100).sort());
});
