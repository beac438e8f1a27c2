import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import { openBatch } from '#db/history/journal.ts';
import { namesOf, readBatches, rowsOfBatch, rowsOfRecord } from '#db/queries/history/changes.ts';
import { type BatchRequest, broughtBy, listBatches, touchedBy } from '#db/queries/history/list.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = (index: number) => `2026-06-15T03:00:00.${String(index).padStart(3, '0')}Z`;

async function smallShop(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  const insert = shop.raw.prepare(
    "INSERT INTO journal (batch_id, entity, entity_id, owner_id) VALUES (?, 'customers', ?, ?)",
  );
  for (let index = 1; index < 60; index += 1) {
    const batchId = openBatch(shop.raw, { kind: 'edit', label: 'a', at: at(index) });
    insert.run(batchId, index, index);
  }
  return shop;
}

const all: BatchRequest = {
  ...{ from: null, before: null, kinds: [], records: [], after: null, limit: 9 },
};

describe('query plans of the history', () => {
  it.each<[string, Partial<BatchRequest>]>([
    ['the newest', {}],
    ['the next', { after: { at: at(30), id: 30 } }],
    ['those of some days', { from: at(10), before: at(20) }],
    ['those of a kind', { kinds: ['import'], records: ['sales'] }],
  ])('%s are met on a walk through the days, a bounded number at once', async (_, part) => {
    const plan = await plansOf(await smallShop(), (db) => listBatches(db, { ...all, ...part }));
    expect(
      plan.some((step) => /^(SCAN|SEARCH) batches USING COVERING INDEX batches_at/.test(step)),
    ).toBe(true);
    expect(fullScans(plan)).toEqual([]);
    expect(plan.filter((step) => /^SCAN journal/.test(step))).toEqual([]);
  });

  it('counts what batches touched along an index, without sorting', async () => {
    const plan = await plansOf(await smallShop(), (db) => touchedBy(db, [3, 4]));
    expect(plan).toContainEqual(
      expect.stringMatching(/^SEARCH journal USING COVERING INDEX journal_touched/),
    );
    expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
  });

  it.each<[string, (db: ReadHandle) => Promise<unknown>]>([
    ['what a batch did', (db) => rowsOfBatch(db, { batchId: 3, after: 0, limit: 9 })],
    ...(['customers', 'products', 'sales', 'complaints', 'prospects'] as const).map(
      (table): [string, (db: ReadHandle) => Promise<unknown>] => [
        `what was done to one of ${table}`,
        (db) => rowsOfRecord(db, { table, id: 3 }, { before: 99, limit: 9 }),
      ],
    ),
    ['the batches of a page', (db) => readBatches(db, [3, 4])],
    ['the reports of a page', (db) => broughtBy(db, [3, 4])],
    ['the names of a page', (db) => namesOf(db, 'customers', [3, 4])],
  ])('%s is looked up, never searched for row by row', async (_, ask) => {
    const plan = await plansOf(await smallShop(), ask);
    expect(fullScans(plan)).toEqual([]);
    expect(plan.filter((step) => /^SCAN (j|p|w|t|imports)\b/.test(step))).toEqual([]);
  });
});
