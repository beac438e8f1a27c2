import type { RawHandle } from '../../file/client.ts';
import type { KeptImportRow } from './kept.ts';

const chunkRows = 5000;

interface Entry {
  readonly id: number;
  readonly entity: string;
  readonly entity_id: number;
  /** Null: the import added the row to something that was there before. */
  readonly before: string | null;
  readonly after: string;
}

/** What one undo has put back. */
export interface Restored {
  restored: number;
  readonly customerIds: Set<number>;
  readonly kept: KeptImportRow[];
}

type Row = Record<string, unknown>;

function restoreEntry(raw: RawHandle, entry: Entry, undoBatch: number, result: Restored): void {
  const { entity, entity_id } = entry;
  if (entry.before === null) {
    result.restored += raw
      .prepare(`DELETE FROM main.${entity} WHERE id = ?`)
      .run(entity_id).changes;
    return;
  }
  const current = raw.prepare(`SELECT * FROM main.${entity} WHERE id = ?`).get(entity_id) as Row;
  const before = JSON.parse(entry.before) as Row;
  const after = JSON.parse(entry.after) as Row;
  const changed = Object.keys(after);
  const back = changed.filter((column) => current?.[column] === after[column]);
  if (back.length > 0) {
    raw
      .prepare(`UPDATE main.${entity} SET ${back.map((c) => `${c} = ?`).join(', ')} WHERE id = ?`)
      .run(...back.map((column) => before[column]), entity_id);
    result.restored += 1;
  }
  if (back.length === changed.length) return;
  // The part that stays is on record again, so that undoing what came before sees it.
  raw
    .prepare(
      `INSERT INTO main.journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT ?, entity, entity_id, owner_id, before, after FROM main.journal WHERE id = ?`,
    )
    .run(undoBatch, entry.id);
  const owner = entity === 'customers' ? entity_id : (current?.customer_id ?? null);
  const name = raw.prepare('SELECT name FROM main.customers WHERE id = ?').pluck().get(owner);
  result.kept.push({ entity, id: entity_id, name: String(name ?? current?.name ?? '') });
}

/**
 * Puts back what the import changed, newest first, field by field, wherever the field still holds
 * what the import wrote. Lines and heads of kept sales stay together.
 */
export function* restoreChanges(
  raw: RawHandle,
  importId: number,
  undoBatch: number,
  result: Restored,
): Generator<void> {
  const page = raw.prepare(
    `SELECT j.id, j.entity, j.entity_id, j.owner_id, j.before, j.after FROM main.journal j
     JOIN main.batches b ON b.id = j.batch_id
     WHERE b.import_id = ? AND b.kind = 'import' AND j.id < ?
       AND NOT (j.entity = 'sales' AND j.entity_id IN (SELECT id FROM kept_sales))
       AND NOT (j.entity = 'sale_lines' AND
         (SELECT sale_id FROM main.sale_lines WHERE id = j.entity_id) IN (SELECT id FROM kept_sales))
       AND NOT (j.entity = 'complaints' AND j.entity_id IN (SELECT id FROM kept_complaints))
       AND NOT (j.entity = 'complaint_events' AND
         (SELECT complaint_id FROM main.complaint_events WHERE id = j.entity_id) IN
           (SELECT id FROM kept_complaints))
       AND NOT (j.entity = 'compensations' AND
         (SELECT complaint_id FROM main.compensations WHERE id = j.entity_id) IN
           (SELECT id FROM kept_complaints))
       AND NOT (j.entity = 'corrective_actions' AND
         (SELECT complaint_id FROM main.corrective_actions WHERE id = j.entity_id) IN
           (SELECT id FROM kept_complaints))
     ORDER BY j.id DESC LIMIT 500`,
  );
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const entries = page.all(importId, below) as (Entry & { owner_id: number | null })[];
    if (entries.length === 0) return;
    for (const entry of entries) {
      restoreEntry(raw, entry, undoBatch, result);
      if (entry.owner_id !== null) result.customerIds.add(entry.owner_id);
      below = entry.id;
    }
    yield;
  }
}

const ofCustomers = [
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
] as const;

/** Customers that the import made and that are still there. */
export function countMadeCustomers(raw: RawHandle, importId: number): number {
  return Number(
    raw.prepare('SELECT count(*) FROM main.customers WHERE import_id = ?').pluck().get(importId),
  );
}

/** What may go, children first. */
const deletions: readonly { readonly table: string; readonly where: string }[] = [
  { table: 'follow_ups', where: 'id NOT IN (SELECT id FROM kept_follow_ups)' },
  { table: 'interactions', where: 'id NOT IN (SELECT id FROM kept_interactions)' },
  {
    table: 'compensations',
    where: `complaint_id NOT IN (SELECT id FROM kept_complaints)
      AND id NOT IN (SELECT entity_id FROM undo_touched WHERE entity = 'compensations')`,
  },
  { table: 'complaints', where: 'id NOT IN (SELECT id FROM kept_complaints)' },
  { table: 'sale_lines', where: 'sale_id NOT IN (SELECT id FROM kept_sales)' },
  { table: 'sales', where: 'id NOT IN (SELECT id FROM kept_sales)' },
  ...ofCustomers.map((table) => ({
    table,
    where: `customer_id NOT IN (SELECT id FROM kept_customers)
      AND id NOT IN (SELECT entity_id FROM undo_touched WHERE entity = '${table}')`,
  })),
  { table: 'customers', where: 'id NOT IN (SELECT id FROM kept_customers)' },
  { table: 'products', where: 'id NOT IN (SELECT id FROM kept_products)' },
];

/** Customers that lose a child though they were there before the import. */
export function customersLosingRows(raw: RawHandle, importId: number): number[] {
  const parts = ofCustomers.map(
    (
      table,
    ) => `SELECT t.customer_id FROM main.${table} t JOIN main.customers c ON c.id = t.customer_id
      WHERE t.import_id = :importId AND c.import_id IS NOT :importId`,
  );
  return raw.prepare(parts.join(' UNION ')).pluck().all({ importId }) as number[];
}

/** Deletes what the import made and nothing keeps; yields table and count of each step. */
export function* deleteMade(
  raw: RawHandle,
  importId: number,
): Generator<{ readonly table: string; readonly rows: number }> {
  // Steps say nothing of an import: they go with the complaint they belong to.
  const steps = raw
    .prepare(
      `DELETE FROM main.complaint_events WHERE complaint_id IN (SELECT id FROM main.complaints
         WHERE import_id = ? AND id NOT IN (SELECT id FROM kept_complaints))`,
    )
    .run(importId).changes;
  if (steps > 0) yield { table: 'complaint_events', rows: steps };
  for (const { table, where } of deletions) {
    const { low, high } = raw
      .prepare(
        `SELECT coalesce(min(id), 1) - 1 AS low, coalesce(max(id), 0) AS high FROM main.${table}
         WHERE import_id = ?`,
      )
      .get(importId) as { low: number; high: number };
    const remove = raw.prepare(
      `DELETE FROM main.${table} WHERE import_id = ? AND id > ? AND id <= ? AND ${where}`,
    );
    for (let from = low; from < high; from += chunkRows) {
      yield { table, rows: remove.run(importId, from, from + chunkRows).changes };
    }
  }
}

/** The import's batch and state; null: there is no such import. */
export function findImport(
  raw: RawHandle,
  importId: number,
): { readonly status: string; readonly batchId: number; readonly label: string } | null {
  const found = raw
    .prepare(
      `SELECT i.status, b.id AS batchId, b.label FROM imports i
       JOIN batches b ON b.import_id = i.id AND b.kind = 'import' WHERE i.id = ?`,
    )
    .get(importId) as { status: string; batchId: number; label: string } | undefined;
  return found ?? null;
}

export function markUndone(raw: RawHandle, importId: number, batchId: number, at: string): void {
  raw
    .prepare("UPDATE imports SET status = 'undone', undone_at = ? WHERE id = ? AND status = 'done'")
    .run(at, importId);
  raw.prepare('UPDATE batches SET undone_at = ? WHERE id = ?').run(at, batchId);
}
