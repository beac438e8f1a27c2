import { beforeEach, describe, expect, it } from 'vitest';
import type { WriteHandle } from '#db/file/client.ts';
import { forgetSaidBefore } from '#db/queries/reminders.ts';
import { defaultSettings } from '#db/queries/settings.ts';
import { dueReminders } from '#electron/services/reminders.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addComplaint, addFollowUp, setBirthday } from '#tests/support/reminder-rows.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const ratna = 1 as CustomerId;
const now = '2026-06-15T03:00:00.000Z';

let shop: DirectShop;
beforeEach(async () => {
  shop = await directShop();
  addCustomer(shop.raw, { name: 'Ratna' });
  finishShop(shop.raw);
});

const open = async () =>
  (await shop.ask('followUps.ofCustomer', { customerId: ratna })).map(({ cause, dueOn }) => [
    ...[cause, dueOn],
  ]);

describe('a contact', () => {
  it('of theirs proposes no other date where one is open', async () => {
    addFollowUp(shop.raw, ratna, '2026-07-01');
    const facts = { channel: 'call', direction: 'in', text: '' } as const;
    await shop.ask('interactions.record', { customerId: ratna, facts });
    expect(await open()).toEqual([['own', '2026-07-01']]);
  });

  it('of ours keeps a repeating first date once, and leaves the next to be kept', async () => {
    const weekly = { cause: 'proactive', repeat_every: 1, repeat_unit: 'week' };
    const finishes = addFollowUp(shop.raw, ratna, '2026-06-15', weekly) as never;
    const facts = { channel: 'call', direction: 'out', text: '' } as const;
    await shop.ask('interactions.record', { customerId: ratna, facts, finishes });
    expect(await open()).toEqual([['proactive', '2026-06-22']]);
  });
});

describe('what is said', () => {
  const settings = { ...defaultSettings, language: 'en' } as const;
  const said = async () =>
    (await dueReminders(shop.db, settings, now)).map((reminder) => reminder.write());

  it('calls a complaint late from the minute it is due', async () => {
    addComplaint(shop.raw, ratna, { answer_due_at: now });
    expect(await said()).toMatchObject([{ body: 'K-1, it was due 10:00.' }]);
  });

  it('greets nobody whose birthday was put off, on the birthday itself', async () => {
    setBirthday(shop.raw, ratna, '1990-06-15');
    expect(await said()).toHaveLength(1);
    const putOff = { cause: 'birthday', first_due_on: '2026-06-15' };
    addFollowUp(shop.raw, ratna, '2026-06-17', putOff);
    expect(await said()).toEqual([]);
  });

  it('is forgotten before an instant, not at it', async () => {
    const write = shop.raw.prepare('INSERT INTO notices (key, said_at) VALUES (?, ?)');
    write.run('review:7', '2025-06-15T02:59:59.999Z');
    write.run('review:8', '2025-06-15T03:00:00.000Z');
    await forgetSaidBefore(shop.db as unknown as WriteHandle, '2025-06-15T03:00:00.000Z');
    expect(shop.raw.prepare('SELECT key FROM notices').pluck().all()).toEqual(['review:8']);
  });
});
