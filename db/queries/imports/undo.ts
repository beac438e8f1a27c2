import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../../file/client.ts';
import { ownerOf, type RowRef, type RowValues, readRow } from '../../history/journal.ts';
import { restorableIn } from '../../history/restore-fields.ts';
import { carries, isOwnTable, partsOf } from '../../table-facts.ts';
import { calledNow } from '../customers/name.ts';
import { deletionOrder, goesSql, isHeldTogether, type KeptImportRow } from './kept.ts';

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

/** False: it would refer again to what was removed for good since. */
function putBack(raw: RawHandle, row: RowRef, values: RowValues): boolean {
  const columns = Object.keys(values);
  const sets = columns.map((column) => `${column} = ?`).join(', ');
  const bound = [...Object.values(values), row.id];
  try {
    const { changes } = raw.prepare(`UPDATE main.${row.table} SET ${sets} WHERE id = ?`).run(bound);
    if (changes !== 1) throw new Error(`no ${row.table} to put back`);
    return true;
  } catch (error) {
    if (error instanceof SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false;
    throw error;
  }
}

function restoreEntry(raw: RawHandle, entry: Entry, undoBatch: number, result: Restored): void {
  if (!isOwnTable(entry.entity)) throw new Error(`no table of the owner's: ${entry.entity}`);
  const row: RowRef = { table: entry.entity, id: entry.entity_id };
  if (entry.before === null) {
    const remove = raw.prepare(`DELETE FROM main.${row.table} WHERE id = ?`);
    result.restored += remove.run(row.id).changes;
    return;
  }
  const now = readRow(raw, row);
  const before = JSON.parse(entry.before) as RowValues;
  const after = JSON.parse(entry.after) as RowValues;
  const { values, isAll } = restorableIn(raw, row, now ?? {}, { before, after });
  const isBack = Object.keys(values).length === 0 || putBack(raw, row, values);
  if (isBack && Object.keys(values).length > 0) result.restored += 1;
  if (isAll && isBack) return;
  // The part that stays is on record again, so that undoing what came before sees it.
  raw
    .prepare(
      `INSERT INTO main.journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT ?, entity, entity_id, owner_id, before, after FROM main.journal WHERE id = ?`,
    )
    .run(undoBatch, entry.id);
  const owner = now === null ? null : ownerOf(row.table, now);
  const called = owner === null ? null : calledNow(raw, owner);
  result.kept.push({ entity: row.table, id: row.id, name: called ?? String(now?.name ?? '') });
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
       AND NOT (${isHeldTogether()})
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

/** That two are two people, said while the import was checked, goes with the one that it made. */
export function takeBackApart(raw: RawHandle, importId: number): void {
  raw
    .prepare(
      `DELETE FROM main.customers_apart WHERE id IN (SELECT j.entity_id FROM main.journal j
         JOIN main.batches b ON b.id = j.batch_id WHERE b.import_id = ? AND b.kind = 'import'
           AND j.entity = 'customers_apart' AND j.before IS NULL)`,
    )
    .run(importId);
}

/** Customers that the import made and that are still there. */
export function countMadeCustomers(raw: RawHandle, importId: number): number {
  return Number(
    raw.prepare('SELECT count(*) FROM main.customers WHERE import_id = ?').pluck().get(importId),
  );
}

/** Lines of sales that the import made and that are still there. */
export function countMadeLines(raw: RawHandle, importId: number): number {
  return Number(
    raw.prepare('SELECT count(*) FROM main.sale_lines WHERE import_id = ?').pluck().get(importId),
  );
}

/** Customers that lose a child though they were there before the import. */
export function customersLosingRows(raw: RawHandle, importId: number): number[] {
  // What no import brings, a consent, none takes away.
  const brought = partsOf('customers').filter(({ from }) => carries(from, 'import_id'));
  const parts = brought.map(
    ({
      from,
      column,
    }) => `SELECT t.${column} FROM main.${from} t JOIN main.customers c ON c.id = t.${column}
      WHERE t.import_id = :importId AND c.import_id IS NOT :importId`,
  );
  return raw.prepare(parts.join(' UNION ')).pluck().all({ importId }) as number[];
}

/**
 * Deletes what the import made and nothing keeps; yields table and count of each step. One may point to
 * another of its own kind that goes in a later step.
 */
export function* deleteMade(
  raw: RawHandle,
  importId: number,
): Generator<{ readonly table: string; readonly rows: number }> {
  raw.pragma('defer_foreign_keys = ON');
  for (const table of deletionOrder()) {
    const goes = goesSql(table);
    const { low, high } = raw
      .prepare(
        `SELECT coalesce(min(id), 1) - 1 AS low, coalesce(max(id), 0) AS high FROM main.${table}
         WHERE ${goes}`,
      )
      .get({ import: importId }) as { low: number; high: number };
    const remove = raw.prepare(
      `DELETE FROM main.${table} WHERE ${goes} AND id > :from AND id <= :to`,
    );
    for (let from = low; from < high; from += chunkRows) {
      const span = { import: importId, from, to: from + chunkRows };
      yield { table, rows: remove.run(span).changes };
    }
  }
  raw.pragma('defer_foreign_keys = OFF');
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
