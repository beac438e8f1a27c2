import { beforeEach, describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { openBatch, readRow, updateRow } from '#db/history/journal.ts';
import { findKeptRows } from '#db/queries/imports/kept.ts';
import { findImport, markUndone, type Restored, restoreChanges } from '#db/queries/imports/undo.ts';

import type { OwnTable } from '#db/table-facts.ts';
import { journalledRows, shopOfOne } from '#tests/support/shop/journalled-rows.ts';

const at = '2026-06-15T03:00:00.000Z';
const importId = 7;

type Values = Readonly<Record<string, string | number | null>>;

/** What the import changed of rows that were there before it, each with the id 1. */
const changes: readonly (readonly [OwnTable, Values])[] = [
  ['customers', { note: 'Kopi', occupation: 'Guru' }],
  ['products', { unit: 'kg' }],
  ['sales', { note: 'antar', total_minor: 9 }],
  ['sale_lines', { amount_minor: 9 }],
  ['complaints', { state: 'answered', answer: 'Maaf' }],
  ['compensations', { amount_minor: 12 }],
  ['corrective_actions', { done_on: '2026-06-10' }],
];

let raw: RawHandle;
let batch: number;
let undoBatch: number;

function record(entity: string, before: unknown, after: unknown, id = 1): void {
  raw
    .prepare(
      `INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       VALUES (?, ?, ?, 1, ?, ?)`,
    )
    .run(batch, entity, id, before === null ? null : JSON.stringify(before), JSON.stringify(after));
}

/** Changes a row as an import does: only the columns that change are on record. */
function change(table: OwnTable, after: Values): void {
  const row = readRow(raw, { table, id: 1 }) ?? {};
  const columns = Object.keys(after);
  const before = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
  raw
    .prepare(`UPDATE ${table} SET ${columns.map((one) => `${one} = ?`).join(', ')} WHERE id = 1`)
    .run(...Object.values(after));
  record(table, before, after);
}

function dump(): Record<string, unknown> {
  const tables = [...changes.map(([table]) => table), 'complaint_events'];
  return Object.fromEntries(
    tables.map((table) => [table, raw.prepare(`SELECT * FROM ${table}`).all()]),
  );
}

function edit(table: OwnTable, values: Values): void {
  const batchId = openBatch(raw, { kind: 'edit', label: 'edit', at });
  updateRow(raw, batchId, { table, id: 1 }, values);
}

function restore(): Restored {
  findKeptRows(raw, importId);
  const result: Restored = { restored: 0, customerIds: new Set(), kept: [] };
  for (const _ of restoreChanges(raw, importId, undoBatch, result));
  return result;
}

/** The tables whose rows are not what they were before the import. */
function changed(before: Record<string, unknown>): string[] {
  const now = dump();
  return Object.keys(now).filter(
    (table) => JSON.stringify(now[table]) !== JSON.stringify(before[table]),
  );
}

describe('what an import has changed', () => {
  let before: Record<string, unknown>;

  beforeEach(async () => {
    ({ raw } = await shopOfOne());
    raw.exec('BEGIN');
    for (const table of ['compensations', 'corrective_actions'] as const) {
      const made = journalledRows[table]?.made ?? {};
      const columns = Object.keys(made);
      raw
        .prepare(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        )
        .run(...Object.values(made));
    }
    before = dump();
    raw
      .prepare("INSERT INTO imports (id, status, done_at, summary) VALUES (?, 'done', ?, '{}')")
      .run(importId, at);
    batch = openBatch(raw, { kind: 'import', label: 'a.csv', at, importId });
    for (const [table, values] of changes) change(table, values);
    // Twice changed, and a step added to a complaint that was there.
    change('customers', { note: 'Teh' });
    raw
      .prepare(
        `INSERT INTO complaint_events (complaint_id, move, to_state, at)
         VALUES (1, 'answer', 'answered', ?)`,
      )
      .run(at);
    record('complaint_events', null, { complaint_id: 1 });
    undoBatch = openBatch(raw, { kind: 'undo', label: 'a.csv', at, importId, undoes: batch });
  });

  it('is put back field by field, the newest change first', () => {
    expect(changed(before)).toHaveLength(8);
    expect(restore()).toEqual({ restored: 9, customerIds: new Set([1]), kept: [] });
    expect(changed(before)).toEqual([]);
  });

  it('stays where a field was edited since, is named, and is on record again', () => {
    edit('products', { unit: 'gram' });
    raw.exec("UPDATE customers SET occupation = 'Rektor'");
    const { restored, kept } = restore();
    expect([restored, kept]).toEqual([
      8,
      [
        { entity: 'products', id: 1, name: 'Kopi' },
        { entity: 'customers', id: 1, name: 'Ratna' },
      ],
    ]);
    expect(raw.prepare('SELECT note, occupation FROM customers').get()).toEqual({
      note: null,
      occupation: 'Rektor',
    });
    const again = raw
      .prepare('SELECT entity, before, after FROM journal WHERE batch_id = ? ORDER BY id')
      .all(undoBatch);
    expect(again).toEqual([
      { entity: 'products', before: '{"unit":null}', after: '{"unit":"kg"}' },
      {
        entity: 'customers',
        before: '{"note":null,"occupation":null}',
        after: '{"note":"Kopi","occupation":"Guru"}',
      },
    ]);
  });

  it('is named by the phone where it stays with a customer who has no name', () => {
    raw.exec(
      `UPDATE customers SET name = '', occupation = 'Rektor';
       INSERT INTO contact_points (customer_id, kind, value, match_key)
       VALUES (1, 'phone', '+62822', '62822')`,
    );
    const { kept } = restore();
    expect(kept.filter(({ entity }) => entity === 'customers')).toEqual([
      { entity: 'customers', id: 1, name: '+62822' },
    ]);
  });

  it('stays with a sale that is kept, its lines too', () => {
    edit('sales', { status: 'returned' });
    restore();
    expect(changed(before)).toEqual(['sales', 'sale_lines']);
    expect(raw.prepare('SELECT note, total_minor FROM sales').get()).toEqual({
      note: 'antar',
      total_minor: 9,
    });
  });

  it('stays with a complaint that is kept, its steps, compensation and actions too', () => {
    edit('complaints', { title: 'Asam' });
    restore();
    expect(changed(before)).toEqual([
      ...['complaints', 'compensations', 'corrective_actions', 'complaint_events'],
    ]);
    expect(raw.prepare('SELECT state, answer FROM complaints').get()).toEqual({
      state: 'answered',
      answer: 'Maaf',
    });
  });

  it('is taken back once, and says when', () => {
    const done = { status: 'done', batchId: batch, label: 'a.csv' };
    expect(findImport(raw, importId)).toEqual(done);
    expect(findImport(raw, 99)).toBeNull();
    const later = '2026-06-16T03:00:00.000Z';
    markUndone(raw, importId, batch, later);
    expect(findImport(raw, importId)?.status).toBe('undone');
    markUndone(raw, importId, batch, later.replace('16', '17'));
    expect(raw.prepare('SELECT status, undone_at AS at FROM imports').get()).toEqual({
      status: 'undone',
      at: later,
    });
    const batches = raw.prepare('SELECT id, undone_at IS NULL AS stands FROM batches').all();
    expect(batches).toEqual([
      { id: batch, stands: 0 },
      { id: undoBatch, stands: 1 },
    ]);
  });
});
