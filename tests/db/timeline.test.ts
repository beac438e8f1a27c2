import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { frequentHandlers } from '#db/queries/interactions/handlers.ts';
import { hasOtherContact, readInteraction } from '#db/queries/interactions/record.ts';
import { countVoices, listVoices } from '#db/queries/interactions/voices.ts';
import { timelineChanges } from '#db/queries/timeline/changes.ts';
import { timelineClaims } from '#db/queries/timeline/claims.ts';
import { timelineComplaints } from '#db/queries/timeline/complaints.ts';
import { timelineCounts } from '#db/queries/timeline/counts.ts';
import { timelineFollowUps } from '#db/queries/timeline/follow-ups.ts';
import { timelineImports } from '#db/queries/timeline/imports.ts';
import { timelineContacts } from '#db/queries/timeline/interactions.ts';
import { timelineReviews } from '#db/queries/timeline/reviews.ts';
import { timelineSales } from '#db/queries/timeline/sales.ts';
import { fillTimeline, momentOf } from '#tests/support/full-timeline.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

async function fullShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  fillTimeline(shop.raw, 60);
  return shop;
}

const first = { customerId: 1, after: null, limit: 10 };
const from = (key: string) => ({ ...first, after: { key, id: 3 } });
const at = momentOf(30);
const june = { from: '2026-06-01', until: '2026-07-01' };

type Ask = (db: ReadHandle) => Promise<unknown>;

describe('the plans of the timeline', () => {
  it.each<[string, string, Ask]>([
    ['contacts', 'interactions_customer', (db) => timelineContacts(db, first)],
    ['more contacts', 'interactions_customer', (db) => timelineContacts(db, from(at))],
    ['complaints', 'complaints_customer', (db) => timelineComplaints(db, first)],
    ['more complaints', 'complaints_customer', (db) => timelineComplaints(db, from(at))],
    ['claims', 'claims_customer', (db) => timelineClaims(db, first)],
    ['more claims', 'claims_customer', (db) => timelineClaims(db, from(at))],
    ['changes', 'journal_record', (db) => timelineChanges(db, { ...first, since: null })],
    [
      'changes down to a moment',
      'journal_owner',
      (db) => timelineChanges(db, { ...first, since: at }),
    ],
    ['suggestions', 'interactions_topic', (db) => listVoices(db, 'suggestion', june, 9)],
  ])('%s come from one index in order, nothing is sorted', async (_, index, ask) => {
    const plan = await plansOf(await fullShop(), ask);
    expect(plan.join('\n')).toContain(index);
    expect(fullScans(plan)).toEqual([]);
    expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
  });

  it.each<[string, Ask]>([
    ['sales', (db) => timelineSales(db, first)],
    ['more sales', (db) => timelineSales(db, from('2026-01-05 12:00'))],
    ['reviews', (db) => timelineReviews(db, from('2026-01-05'))],
    ['kept dates', (db) => timelineFollowUps(db, from(at))],
    ['imports', (db) => timelineImports(db, { ...first, since: null })],
    ['counts', (db) => timelineCounts(db, 1)],
    ['counts of voices', (db) => countVoices(db, 'need', june)],
    ['one contact', (db) => readInteraction(db, 1)],
    ['another contact', (db) => hasOtherContact(db, 1, 1)],
  ])('%s are looked up by their customer, never searched for row by row', async (_, ask) => {
    expect(fullScans(await plansOf(await fullShop(), ask))).toEqual([]);
  });

  it('sales are sorted within a day only', async () => {
    const plan = await plansOf(await fullShop(), (db) => timelineSales(db, first));
    expect(plan.join('\n')).toContain('sales_customer (customer_id=?');
    expect(plan).toContain('USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY');
  });

  it('the walk for changes stops at the moment it is told', async () => {
    const { db } = await fullShop();
    const { lines, reached } = await timelineChanges(db, { ...first, since: momentOf(40) });
    expect(lines.map((line) => line.at)).toEqual([54, 45].map(momentOf));
    const page = { ...first, after: { key: reached ?? '', id: 0 }, since: null };
    const rest = await timelineChanges(db, page);
    expect(rest.lines.map((line) => line.at)).toEqual([36, 27, 18, 0].map(momentOf));
    expect(rest.reached).toBeNull();
  });
});

describe('who handled contacts', () => {
  it('comes most frequent first', async () => {
    const { db, raw } = await fullShop();
    const say = raw.prepare('UPDATE interactions SET handled_by = ? WHERE id % ? = 0');
    say.run('Sari', 2);
    say.run('Agus', 5);
    say.run('', 7);
    expect(await frequentHandlers(db)).toEqual(['Sari', 'Agus']);
  });
});
