import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { deleteRow, insertRow, openBatch, readRow, updateRow } from '#db/history/journal.ts';
import { undoBatch } from '#db/history/undo.ts';

import { type OwnTable, ownTables } from '#db/table-facts.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { journalledRows, shopOfOne } from '#tests/support/shop/journalled-rows.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';

function batch(raw: RawHandle, work: (batchId: number) => void): number {
  const id = openBatch(raw, { kind: 'edit', label: 'test', at });
  work(id);
  return id;
}

function journalOf(raw: RawHandle, batchId: number): unknown[] {
  const rows = raw
    .prepare(
      `SELECT entity, entity_id AS id, owner_id AS owner, before, after FROM journal
       WHERE batch_id = ? ORDER BY id`,
    )
    .all(batchId) as { before: string | null; after: string | null }[];
  const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return rows.map((row) => ({ ...row, before: parse(row.before), after: parse(row.after) }));
}

/** Tables that are derived, kept of imports and changes themselves, or written past the journal on purpose. */
const notJournalled = [
  'batches',
  'customer_figures',
  'derived_state',
  'erased_keys',
  'erasures',
  'import_layouts',
  'import_rows',
  'import_sources',
  'imports',
  'journal',
  'notices',
  'pack_entries',
  'packs',
  'period_locks',
  'privacy_events',
  'product_figures',
  'removals',
  'reply_drafts',
  'settings',
];

function dump(raw: RawHandle): unknown {
  return Object.keys(journalledRows).map((table) => raw.prepare(`SELECT * FROM ${table}`).all());
}

describe('the journal', () => {
  it('knows every table that holds what a user has written', async () => {
    const { raw } = await tempDatabase();
    const tables = raw
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
         AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const expected = tables.filter((table) => !notJournalled.includes(table));
    expect([...ownTables].sort()).toEqual(expected);
    expect(Object.keys(journalledRows).sort()).toEqual(expected);
  });

  it('records every kind of row made, changed and removed, and each is taken back', async () => {
    const { raw } = await shopOfOne();
    raw.exec('BEGIN');
    const before = dump(raw);
    for (const [name, { made, changed }] of Object.entries(journalledRows)) {
      const table = name as OwnTable;
      let id = 0;
      const making = batch(raw, (open) => (id = insertRow(raw, open, table, made)));
      const first = readRow(raw, { table, id });
      expect(first).toMatchObject(made);
      const changing = batch(raw, (open) => updateRow(raw, open, { table, id }, changed));
      const second = readRow(raw, { table, id });
      expect(second).toEqual({ ...first, ...changed });
      const removing = batch(raw, (open) => deleteRow(raw, open, { table, id }));
      expect(dump(raw)).toEqual(before);
      const owner = name === 'customers' ? id : (made['customer_id'] ?? null);
      const common = { entity: table, id, owner };
      expect([making, changing, removing].flatMap((one) => journalOf(raw, one))).toEqual([
        { ...common, before: null, after: first },
        { ...common, before: first, after: second },
        { ...common, before: second, after: null },
      ]);
      const done = { undone: 1, kept: [], customerIds: owner === null ? [] : [owner] };
      for (const [taken, left] of [
        [removing, second],
        [changing, first],
        [making, null],
      ] as const) {
        expect(undoBatch(raw, taken, 'test', at), table).toMatchObject(done);
        expect(readRow(raw, { table, id })).toEqual(left);
      }
      expect(dump(raw)).toEqual(before);
    }
  });

  it('says of a change whether there was one, and records none that was none', async () => {
    const { raw } = await shopOfOne();
    const same = { name: 'Ratna', note: null };
    const ratna = { table: 'customers', id: 1 } as const;
    const nobody = { table: 'customers', id: 99 } as const;
    const missing = expect.objectContaining({ error: { code: 'NOT_FOUND', entity: 'customers' } });
    const none = batch(raw, (open) => {
      expect(updateRow(raw, open, ratna, same)).toBe(false);
      expect(() => updateRow(raw, open, nobody, { name: 'Budi' })).toThrow(missing);
      expect(() => deleteRow(raw, open, nobody)).toThrow(missing);
    });
    expect(journalOf(raw, none)).toEqual([]);
    const one = batch(raw, (open) => {
      expect(updateRow(raw, open, ratna, { ...same, note: 'Kopi' })).toBe(true);
      deleteRow(raw, open, { table: 'sale_lines', id: 1 });
    });
    expect(journalOf(raw, one)).toHaveLength(2);
  });

  it('finds a row under the customer it has come to', async () => {
    const { raw } = await shopOfOne();
    const budi = addCustomer(raw, { name: 'Budi' });
    const moved = batch(raw, (open) => {
      updateRow(raw, open, { table: 'sales', id: 1 }, { customer_id: budi });
    });
    expect(journalOf(raw, moved)).toMatchObject([{ owner: budi, before: { customer_id: 1 } }]);
    expect(undoBatch(raw, moved, 'test', at).customerIds.toSorted()).toEqual([1, budi]);
  });

  it('keeps of a batch whose it is, and when', async () => {
    const { raw } = await shopOfOne();
    const importId = Number(
      raw.prepare("INSERT INTO imports (status, done_at, summary) VALUES ('done', ?, '{}')").run(at)
        .lastInsertRowid,
    );
    const made = openBatch(raw, { kind: 'import', label: 'a.csv', at, importId });
    const taken = openBatch(raw, { kind: 'undo', label: 'a.csv', at, importId, undoes: made });
    expect(raw.prepare('SELECT * FROM batches ORDER BY id').all()).toEqual([
      { id: made, kind: 'import', label: 'a.csv', at, import_id: 1, undoes: null, undone_at: null },
      { id: taken, kind: 'undo', label: 'a.csv', at, import_id: 1, undoes: made, undone_at: null },
    ]);
  });
});
