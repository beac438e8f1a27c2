import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import type { Language, ShopSettings } from '#shared/contract/settings.ts';
import type { CustomerId, FollowUpId } from '#shared/ids.ts';
import {
  addAction,
  addComplaint,
  addFollowUp,
  addReview,
  setBirthday,
} from '#tests/support/reminder-rows.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { startShop, type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** Ten in the morning of Monday, 15 June 2026 in Jakarta is where every test begins. */
const today = '2026-06-15';

function settle(raw: RawHandle, settings: Partial<ShopSettings>): void {
  const write = raw.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
  for (const [key, value] of Object.entries(settings)) write.run(key, JSON.stringify(value));
}

async function shopWith(fill: (raw: RawHandle) => void, language: Language = 'en') {
  const shop = await tempShop((raw) => {
    settle(raw, { shopName: 'Sekar Pagi', language });
    fill(raw);
  });
  await shop.app.remind();
  return shop;
}

/** What was shown since the last time, and what is shown now that it is `time` (UTC). */
async function saidAt(shop: TempShop, time: string, day: string = today) {
  shop.machine.notices.length = 0;
  shop.machine.time = time;
  shop.machine.day = day;
  await shop.app.remind();
  return shop.machine.notices.map((notice) => notice.title);
}

async function edit(shop: TempShop, change: (raw: RawHandle) => void): Promise<void> {
  const { raw, close } = openConnection(join(shop.folder, 'langgan.db'));
  change(raw);
  await close();
}

async function reopened(shop: TempShop, day: string, time: string): Promise<TempShop> {
  await shop.app.close();
  Object.assign(shop.machine, { day, time });
  shop.machine.notices.length = 0;
  const again = await startShop(shop.folder, shop.machine);
  await again.app.remind();
  return again;
}

describe('a contact-again date', () => {
  it('is said when its time has come, once, with name and reason and where to go', async () => {
    const shop = await shopWith((raw) => {
      const ratna = addCustomer(raw, { name: 'Ratna' });
      addFollowUp(raw, ratna, today, { due_time: '13:00', reason: 'Tanya soal kado.' });
    });
    expect(shop.machine.notices).toEqual([]);
    expect(await saidAt(shop, '05:59')).toEqual([]);
    expect(await saidAt(shop, '06:00')).toEqual(['Contact again: Ratna']);
    expect(shop.machine.notices).toMatchObject([
      { body: 'Tanya soal kado', address: '/customers/1' },
    ]);
    expect(await saidAt(shop, '06:01')).toEqual([]);
    expect(await saidAt(shop, '06:00', '2026-06-16')).toEqual([]);
  });

  it('that fell due while the app was closed is said at the next start, and never again', async () => {
    const shop = await shopWith((raw) => {
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '13:00' });
    });
    const next = await reopened(shop, '2026-06-17', '01:30');
    expect(next.machine.notices).toEqual([
      {
        title: 'Contact again: Ratna',
        body: 'It is time to get in touch. It was due 15 Jun 2026.',
        address: '/customers/1',
      },
    ]);
    const later = await reopened(next, '2026-06-17', '02:00');
    expect(later.machine.notices).toEqual([]);
  });

  it('is said again at its new time when it is put off, once', async () => {
    const shop = await shopWith((raw) => {
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '09:30' });
    });
    expect(shop.machine.notices).toHaveLength(1);
    const id = 1 as FollowUpId;
    await shop.ask('followUps.snooze', { id, dueOn: today, dueTime: '11:00' });
    expect(await saidAt(shop, '03:30')).toEqual([]);
    expect(await saidAt(shop, '04:00')).toEqual(['Contact again: Ratna']);
    expect(await saidAt(shop, '04:30')).toEqual([]);
  });

  it('that is already due when it is written down is said at once, without being asked', async () => {
    const shop = await shopWith((raw) => void addCustomer(raw, { name: 'Ratna' }));
    const plan = { dueOn: today, dueTime: '09:45', reason: 'Kirim contoh' };
    await shop.ask('followUps.create', { customerId: 1 as CustomerId, plan });
    await vi.waitFor(() => expect(shop.machine.notices).toHaveLength(1), { timeout: 50_000 });
    await shop.ask('followUps.finish', { id: 1 as FollowUpId });
    await shop.app.remind();
    expect(shop.machine.notices).toMatchObject([{ body: 'Kirim contoh' }]);
  });

  it('without a time is said at opening, and at nine on a day the shop is closed', async () => {
    const shop = await shopWith((raw) => {
      const ratna = addCustomer(raw, { phones: ['0812-3456-7890'] });
      addFollowUp(raw, ratna, '2026-06-17', { cause: 'proactive' });
      addFollowUp(raw, ratna, '2026-06-21', { cause: 'service' });
    });
    expect(await saidAt(shop, '00:59', '2026-06-17')).toEqual([]);
    expect(await saidAt(shop, '01:00', '2026-06-17')).toEqual(['Contact again: 0812-3456-7890']);
    expect(await saidAt(shop, '01:59', '2026-06-21')).toEqual([]);
    expect(await saidAt(shop, '02:00', '2026-06-21')).toHaveLength(1);
    expect(shop.machine.notices[0]?.body).toBe('Time for service');
  });

  it('is not said when it is done or deleted, or its customer is', async () => {
    const shop = await shopWith((raw) => {
      const gone = addCustomer(raw, { name: 'Gone', deletedAt: '2026-06-01T00:00:00.000Z' });
      const here = addCustomer(raw, { name: 'Here' });
      addFollowUp(raw, gone, '2026-06-10');
      addFollowUp(raw, here, '2026-06-10', { deleted_at: '2026-06-11T00:00:00.000Z' });
      const done = { done_at: '2026-06-11T00:00:00.000Z', done_on: '2026-06-11' };
      addFollowUp(raw, here, '2026-06-10', done);
    });
    expect(shop.machine.notices).toEqual([]);
  });

  it.each(['Tagih 1.250.000', 'piutang Rp5', 'kurang 500 rb', 'owes $20'])(
    'does not show a reason that speaks of money: %s',
    async (reason) => {
      const shop = await shopWith((raw) => {
        addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '09:00', reason });
      });
      expect(shop.machine.notices.map((notice) => notice.body)).toEqual([
        'It is time to get in touch',
      ]);
    },
  );
});

describe('a complaint', () => {
  it('is said half an hour of business before its answer is due, and its solution apart', async () => {
    const shop = await shopWith((raw) => {
      addComplaint(raw, addCustomer(raw, { name: 'Ratna' }), {
        number: 'K-7',
        answer_due_at: '2026-06-15T04:00:00.000Z',
        resolution_due_at: '2026-06-17T01:10:00.000Z',
      });
    });
    expect(await saidAt(shop, '03:29')).toEqual([]);
    expect(await saidAt(shop, '03:30')).toEqual(['Complaint waiting for an answer: Ratna']);
    expect(shop.machine.notices).toMatchObject([
      { body: 'K-7, by 11:00.', address: '/complaints/1' },
    ]);
    // Half an hour of business from twenty to five: tomorrow is a holiday, so it ends on Wednesday.
    expect(await saidAt(shop, '09:39')).toEqual([]);
    expect(await saidAt(shop, '09:40')).toEqual(['Complaint waiting for a solution: Ratna']);
    expect(await saidAt(shop, '04:00', '2026-06-17')).toEqual([]);
  });

  it('due first thing tomorrow is not said at night, but when the shop opens', async () => {
    const shop = await shopWith(() => undefined);
    expect(await saidAt(shop, '15:00')).toEqual([]);
    await edit(shop, (raw) => {
      const due = '2026-06-17T01:20:00.000Z';
      addComplaint(raw, addCustomer(raw, { name: 'Ratna' }), { answer_due_at: due });
    });
    expect(await saidAt(shop, '15:00')).toEqual([]);
    expect(await saidAt(shop, '00:59', '2026-06-17')).toEqual([]);
    expect(await saidAt(shop, '01:00', '2026-06-17')).toEqual([
      'Complaint waiting for an answer: Ratna',
    ]);
  });

  it('past both its times is said once, and shows no word of it', async () => {
    const shop = await shopWith((raw) => {
      const due = '2026-06-10T02:00:00.000Z';
      addComplaint(raw, null, { kind: 'regulator', answer_due_at: due, resolution_due_at: due });
    });
    expect(shop.machine.notices).toEqual([
      {
        title: 'Complaint waiting for an answer: an authority',
        body: 'K-1, it was due 10 Jun 2026 09:00.',
        address: '/complaints/1',
      },
    ]);
    expect(JSON.stringify(shop.machine.notices)).not.toMatch(/basi|asam/);
    expect(await saidAt(shop, '03:30')).toEqual([]);
  });

  it('that is resolved is not said, and one that was given more time is said again', async () => {
    const due = '2026-06-15T02:00:00.000Z';
    const shop = await shopWith((raw) => {
      const ratna = addCustomer(raw, { name: 'Ratna' });
      const resolved = { state: 'resolved', answered_at: due, resolved_at: due };
      addComplaint(raw, ratna, { ...resolved, resolution_due_at: due, answer_due_at: due });
      addComplaint(raw, ratna, { state: 'answered', answered_at: due, resolution_due_at: due });
    });
    expect(shop.machine.notices).toMatchObject([{ address: '/complaints/2' }]);
    const later = '2026-06-15T05:00:00.000Z';
    await edit(shop, (raw) =>
      raw.prepare('UPDATE complaints SET resolution_due_at = ? WHERE id = 2').run(later),
    );
    expect(await saidAt(shop, '04:00')).toEqual([]);
    expect(await saidAt(shop, '04:30')).toEqual(['Complaint waiting for a solution: Ratna']);
  });
});

describe('other things that wait', () => {
  it('are corrective actions on the day they are due, and on the day they are checked', async () => {
    const shop = await shopWith((raw) => {
      const complaint = addComplaint(raw, null, { state: 'improved', resolved_at: '2026-06-01' });
      addAction(raw, complaint, { due_on: '2026-06-17' });
      addAction(raw, complaint, { done_on: '2026-06-02', check_on: '2026-06-18' });
      // Nobody waits for what was closed without waiting.
      const closed = addComplaint(raw, null, { state: 'closed', resolved_at: '2026-06-01' });
      addAction(raw, closed, { done_on: '2026-06-02', check_on: '2026-06-16' });
    });
    expect(await saidAt(shop, '00:30', '2026-06-17')).toEqual([]);
    expect(await saidAt(shop, '01:00', '2026-06-17')).toEqual(['A corrective action is due']);
    expect(await saidAt(shop, '01:00', '2026-06-18')).toEqual(['Check: did it come back?']);
    expect(await saidAt(shop, '01:00', '2026-06-19')).toEqual([]);
  });

  it.each([
    ['2026-02-28', ['Leap', 'Plain']],
    ['2028-02-28', ['Plain']],
    ['2028-02-29', ['Leap']],
  ])('are birthdays, 29 February on the 28th of other years: %s', async (day, names) => {
    const shop = await shopWith((raw) => {
      setBirthday(raw, addCustomer(raw, { name: 'Leap' }), '1996-02-29');
      setBirthday(raw, addCustomer(raw, { name: 'Plain' }), '1990-02-28');
      const greeted = addCustomer(raw, { name: 'Greeted' });
      setBirthday(raw, greeted, `1990-${day.slice(5)}`);
      const done = { done_at: `${day}T00:00:00.000Z`, done_on: day };
      addFollowUp(raw, greeted, day, { cause: 'birthday', ...done });
    });
    expect(await saidAt(shop, '00:59', day)).toEqual([]);
    expect(await saidAt(shop, '02:00', day)).toEqual(
      names.map((name) => `${name} has a birthday today`),
    );
    expect(await saidAt(shop, '03:00', day)).toEqual([]);
  });

  it('are public reviews since the day before, without their words', async () => {
    const shop = await shopWith((raw) => {
      addReview(raw, today);
      addReview(raw, '2026-06-10', { answered_at: '2026-06-11T00:00:00.000Z', answer: 'Maaf' });
    });
    expect(shop.machine.notices).toEqual([]);
    expect(await saidAt(shop, '01:00', '2026-06-17')).toEqual([
      'A review is waiting for an answer',
    ]);
    expect(shop.machine.notices).toMatchObject([
      { body: 'From Dewi, 15 Jun 2026.', address: '/complaints/reviews' },
    ]);
  });
});

/** One of each kind, and `dates` old contact-again dates. */
function manyThings(raw: RawHandle, dates: number): void {
  const ratna = addCustomer(raw, { name: 'Ratna' });
  for (let index = 0; index < dates; index += 1) addFollowUp(raw, ratna, '2026-01-05');
  const due = '2026-06-10T02:00:00.000Z';
  addAction(raw, addComplaint(raw, ratna, { answer_due_at: due }), { due_on: '2026-06-01' });
  addReview(raw, '2026-06-01');
  setBirthday(raw, ratna, '1990-06-15');
}

describe('many things at once', () => {
  it.each([
    [
      'en',
      1250,
      '1,254 things are waiting for you',
      '1 complaint · 1,250 people to contact again · 1 corrective action · 1 review · 1 birthday',
    ],
    [
      'id',
      2,
      '6 hal menunggu Anda',
      '1 keluhan · 2 orang dihubungi lagi · 1 perbaikan · 1 ulasan · 1 ulang tahun',
    ],
  ] as const)('are one notification in %s, and none of them is said again', async (...row) => {
    const [language, dates, title, body] = row;
    const fill = (raw: RawHandle) => raw.transaction(() => manyThings(raw, dates))();
    const shop = await shopWith(fill, language);
    expect(shop.machine.notices).toEqual([{ title, body, address: '/today' }]);
    const next = await reopened(shop, today, '04:00');
    expect(next.machine.notices).toEqual([]);
  });

  it('of three each is said, in the owner’s language', async () => {
    const shop = await shopWith((raw) => {
      const ratna = addCustomer(raw, { name: 'Bu Ratna' });
      addFollowUp(raw, ratna, '2026-06-12', { reason: 'Kirim contoh' });
      addComplaint(raw, ratna, { answer_due_at: '2026-06-15T03:10:00.000Z' });
      setBirthday(raw, ratna, '1990-06-15');
    }, 'id');
    expect(shop.machine.notices.map(({ title, body }) => `${title} | ${body}`)).toEqual([
      'Keluhan menunggu jawaban: Bu Ratna | K-1, paling lambat 10.10.',
      'Hubungi lagi: Bu Ratna | Kirim contoh. Seharusnya 12 Jun 2026.',
      'Bu Ratna berulang tahun hari ini | Sapa dengan ucapan selamat.',
    ]);
  });
});

describe('reminders', () => {
  it('are neither shown nor recorded where the owner wants none', async () => {
    const shop = await shopWith((raw) => {
      settle(raw, { notifies: false });
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), '2026-06-10');
    });
    expect(shop.machine.notices).toEqual([]);
    await shop.ask('settings.update', { notifies: true });
    expect(await saidAt(shop, '03:01')).toEqual(['Contact again: Ratna']);
  });

  it('are recorded before they are shown: one over which the app dies is not repeated', async () => {
    const shop = await shopWith(() => undefined);
    const notify = shop.machine.platform.notify;
    let recorded: unknown = null;
    shop.machine.platform.notify = () => {
      const { raw } = openConnection(shop.database, { readonly: true });
      recorded = raw.prepare('SELECT key, said_at FROM notices').all();
      raw.close();
      throw new Error('the app dies here');
    };
    await edit(shop, (raw) =>
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '10:00' }),
    );
    await shop.app.remind();
    expect(recorded).toEqual([
      { key: 'follow-up:1:2026-06-15T10:00', said_at: '2026-06-15T03:00:00.000Z' },
    ]);
    shop.machine.platform.notify = notify;
    expect(await saidAt(shop, '03:01')).toEqual([]);
  });

  it.each([
    ['at once', (onFailed: () => void) => onFailed()],
    ['later', (onFailed: () => void) => void setImmediate(onFailed)],
  ])(
    'that the system could not show, and said so %s, are said at the next look',
    async (...row) => {
      const shop = await shopWith(() => undefined);
      const { platform } = shop.machine;
      const notify = platform.notify;
      platform.notify = (_notice, onFailed) => row[1](onFailed);
      await edit(shop, (raw) => raw.transaction(() => manyThings(raw, 12))());
      await shop.app.remind();
      await nextTurn();
      platform.notify = notify;
      expect(await saidAt(shop, '03:01')).toEqual(['16 things are waiting for you']);
      expect(await saidAt(shop, '03:02')).toEqual([]);
      const next = await reopened(shop, today, '04:00');
      expect(next.machine.notices).toEqual([]);
    },
  );

  it('that the system could not show are said at the next start, if that comes first', async () => {
    const shop = await shopWith(() => undefined);
    const { platform } = shop.machine;
    const notify = platform.notify;
    platform.notify = (_notice, onFailed) => onFailed();
    await edit(shop, (raw) =>
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '10:00' }),
    );
    await shop.app.remind();
    platform.notify = notify;
    const next = await reopened(shop, today, '04:00');
    expect(next.machine.notices).toMatchObject([{ title: 'Contact again: Ratna' }]);
  });

  it('that the system does not show twice are left to the next start', async () => {
    const shop = await shopWith(() => undefined);
    const { platform } = shop.machine;
    const notify = platform.notify;
    const asked: string[] = [];
    platform.notify = ({ title }, onFailed) => {
      asked.push(title);
      onFailed();
    };
    await edit(shop, (raw) =>
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '10:00' }),
    );
    for (const time of ['03:00', '03:01', '03:02', '03:03']) await saidAt(shop, time);
    expect(asked).toEqual(['Contact again: Ratna', 'Contact again: Ratna']);
    platform.notify = notify;
    const next = await reopened(shop, today, '04:00');
    expect(next.machine.notices).toMatchObject([{ title: 'Contact again: Ratna' }]);
    expect(await saidAt(next, '04:01')).toEqual([]);
  });

  it('that the system could not show while the sample shop was opened are said when it is left', async () => {
    const shop = await shopWith(() => undefined);
    const { platform } = shop.machine;
    const notify = platform.notify;
    const late: (() => void)[] = [];
    platform.notify = (_notice, onFailed) => void late.push(onFailed);
    await edit(shop, (raw) =>
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), today, { due_time: '10:00' }),
    );
    await shop.app.remind();
    platform.notify = notify;
    await shop.ask('sample.open', {});
    for (const onFailed of late) onFailed();
    await shop.ask('sample.leave', {});
    expect(await saidAt(shop, '03:01')).toEqual(['Contact again: Ratna']);
  });

  it('that were said more than 400 days ago are forgotten', async () => {
    const shop = await shopWith((raw) => {
      const write = raw.prepare('INSERT INTO notices (key, said_at) VALUES (?, ?)');
      write.run('follow-up:90:2025-05-01', '2025-05-10T00:00:00.000Z');
      write.run('follow-up:91:2025-06-01', '2025-05-12T00:00:00.000Z');
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), '2026-06-10');
    });
    const { raw, close } = openConnection(shop.database, { readonly: true });
    const keys = raw.prepare('SELECT key FROM notices ORDER BY key').pluck().all();
    await close();
    expect(keys).toEqual(['follow-up:1:2026-06-10', 'follow-up:91:2025-06-01']);
  });

  it('of what is still open are remembered longer, and never said twice', async () => {
    const shop = await shopWith((raw) => {
      const ratna = addCustomer(raw, { name: 'Ratna' });
      const due = '2025-05-01T02:00:00.000Z';
      addFollowUp(raw, ratna, '2025-05-01');
      addComplaint(raw, ratna, { answer_due_at: due, resolution_due_at: due });
      const write = raw.prepare('INSERT INTO notices (key, said_at) VALUES (?, ?)');
      for (const key of [
        'follow-up:1:2025-05-01',
        `complaint-answer:1:${due}`,
        `complaint-solution:1:${due}`,
      ])
        write.run(key, '2025-05-01T02:00:00.000Z');
      addReview(raw, '2026-06-01');
    });
    expect(shop.machine.notices.map(({ address }) => address)).toEqual(['/complaints/reviews']);
    await edit(shop, (raw) => addReview(raw, '2026-06-02'));
    expect(await saidAt(shop, '02:00', '2026-06-17')).toEqual([
      'A review is waiting for an answer',
    ]);
  });

  it('of the sample shop are none; the owner’s own are said when it is left', async () => {
    const shop = await shopWith(() => undefined);
    await shop.ask('sample.open', {});
    for (const folder of [join(shop.folder, 'sample'), shop.folder]) {
      const { raw, close } = openConnection(join(folder, 'langgan.db'));
      addFollowUp(raw, addCustomer(raw, { name: 'Ratna' }), '2026-06-10');
      await close();
    }
    expect(await saidAt(shop, '03:01')).toEqual([]);
    await shop.ask('sample.leave', {});
    expect(await saidAt(shop, '03:02')).toEqual(['Contact again: Ratna']);
  });
});
