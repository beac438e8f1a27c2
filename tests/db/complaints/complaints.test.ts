import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import {
  boughtAfter,
  complainerOf,
  defectsOf,
  earlierComplaints,
} from '#db/queries/complaints/around.ts';
import type { Moment } from '#db/queries/complaints/filter.ts';
import {
  countOverdue,
  countStates,
  countWaiting,
  pageOfComplaints,
} from '#db/queries/complaints/list.ts';
import { cameBackAs, linkedTo, othersOfCause } from '#db/queries/complaints/page.ts';
import { complaintWords, readQueueRows } from '#db/queries/complaints/read.ts';
import { findComplaints } from '#db/queries/complaints/search.ts';
import { nextComplaintNumber } from '#db/queries/complaints/write.ts';
import { searchMatches } from '#db/queries/customers/filter.ts';
import { complaintFilter } from '#shared/contract/complaints-facts.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { drawFrom, fillWithComplaints } from '#tests/support/shop/random-complaints.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const moment: Moment = {
  now: '2026-06-15T03:00:00.000Z',
  today: '2026-06-15',
  timeZone: 'Asia/Jakarta',
};

async function shopWithComplaints(complaints: number): Promise<TempDatabase> {
  const shop = await tempDatabase();
  const size = { customers: 50, products: 10, sales: 100, complaints, claims: 20 };
  fillWithComplaints(shop.raw, drawFrom(3), size);
  finishShop(shop.raw);
  return shop;
}

const filterOf = (parts: object) => complaintFilter.parse(parts);
const page = (db: ReadHandle, filter: object, order: 'due' | 'age' | 'newest', key?: string) =>
  pageOfComplaints(
    db,
    {
      filter: filterOf(filter),
      order,
      after: key === undefined ? null : { key, id: 7 },
      limit: 20,
    },
    moment,
  );

describe('query plans of complaints', () => {
  it.each<[string, (db: ReadHandle) => Promise<unknown>]>([
    ['a page by what is due', (db) => page(db, {}, 'due')],
    ['the next page by what is due', (db) => page(db, {}, 'due', '2026-06-01T00:00:00.000Z')],
    ['a page after all clocks', (db) => page(db, {}, 'due', '~2026-06-01T00:00:00.000Z')],
    ['a page by age', (db) => page(db, {}, 'age', '2026-06-01T00:00:00.000Z')],
    ['the newest', (db) => page(db, {}, 'newest')],
    ['a state', (db) => page(db, { states: ['resolved'] }, 'due')],
    ['what waits for us', (db) => page(db, { flags: ['waits-for-us'] }, 'due')],
    ['what is late', (db) => page(db, { flags: ['overdue'] }, 'due')],
    ['a cause', (db) => page(db, { cause: 'Karung basah', productId: 1 }, 'due')],
    ['a text', (db) => page(db, { search: 'keluhan 12' }, 'newest')],
    ['a customer', (db) => page(db, { customerId: 1 }, 'newest')],
    ['a span of days', (db) => page(db, { receivedFrom: '2026-01-01' }, 'age')],
    ['how many wait', (db) => countWaiting(db, filterOf({}), moment)],
    ['how many are late', (db) => countOverdue(db, filterOf({}), moment)],
    ['how many each state has', (db) => countStates(db, filterOf({}), moment)],
    ['rows by id', (db) => readQueueRows(db, [1, 2, 3])],
    [
      'the search box',
      async (db) => findComplaints(db, 'k 12', 8, await searchMatches(db, 'k 12')),
    ],
    [
      'the search box, by a customer',
      async (db) => findComplaints(db, 'pelanggan 12', 8, await searchMatches(db, 'pelanggan 12')),
    ],
    [
      'the search box, by very many',
      (db) => findComplaints(db, 'a', 8, { kind: 'broad', query: 'a*', words: ['a'] }),
    ],
    [
      'the same cause',
      (db) =>
        othersOfCause(db, {
          causeKey: 'karung basah',
          productId: null,
          from: '2026-01-01',
          to: '2026-02-01',
          notId: 1,
        }),
    ],
    ['what it came back as', (db) => cameBackAs(db, 1)],
    ['what belongs to it', (db) => linkedTo(db, 1)],
    ['whom it is from', (db) => complainerOf(db, 1)],
    ['the earlier ones', (db) => earlierComplaints(db, { customerId: 1, before: 'x', notId: 1 })],
    ['bought afterwards', (db) => boughtAfter(db, 1, '2026-01-01', '2026-06-15')],
    [
      'defects of a product',
      (db) => defectsOf(db, 1, { from: 'a', to: 'b', fromAt: 'a', beforeAt: 'b' }),
    ],
  ])('%s is looked up, never searched for row by row', async (_, ask) => {
    expect(fullScans(await plansOf(await shopWithComplaints(200), ask))).toEqual([]);
  });

  it('each clock walks its own index', async () => {
    const shop = await shopWithComplaints(200);
    const plan = (await plansOf(shop, (db) => page(db, {}, 'due'))).join('\n');
    expect(plan).toContain('complaints_answer_due');
    expect(plan).toContain('complaints_resolution_due');
    expect(plan).toContain('corrective_actions_due');
    expect(plan).toContain('corrective_actions_check');
  });
});

describe('numbers of complaints', () => {
  it('go on after those an import brought along, and over a thousand', async () => {
    const shop = await tempDatabase();
    const bring = shop.raw.prepare(
      `INSERT INTO complaints (number, channel, severity, title, state, received_at, answer_due_at,
        resolution_due_at, created_at)
       VALUES (?, 'call', 'light', 'x', 'closed', '2026-01-01', '', '', '')`,
    );
    bring.run('k-2026-001');
    bring.run('K-2026-003');
    const next = () => nextComplaintNumber(shop.raw, 2026);
    expect([next(), next(), next()]).toEqual(['K-2026-002', 'K-2026-004', 'K-2026-005']);
    for (let running = 6; running <= 999; running += 1) next();
    expect([next(), next()]).toEqual(['K-2026-1000', 'K-2026-1001']);
    expect(nextComplaintNumber(shop.raw, 2027)).toBe('K-2027-001');
  });
});

describe('words in use', () => {
  it('are counted by what makes causes the same', async () => {
    const shop = await shopWithComplaints(300);
    const { causes } = await complaintWords(shop.db);
    expect(causes.map((cause) => cause.toLowerCase()).toSorted()).toEqual([
      ...['karung basah', 'kurir telat', 'salah kirim'],
    ]);
  });
});
