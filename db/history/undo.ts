import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../file/client.ts';
import {
  deleteRow,
  insertRow,
  type JournalledTable,
  journalledTables,
  openBatch,
  ownerOf,
  type RowValues,
  readRow,
  updateRow,
} from './journal.ts';

export interface KeptRow {
  readonly entity: string;
  readonly id: number;
  readonly name: string;
}

export interface Undone {
  readonly undone: number;
  readonly kept: readonly KeptRow[];
  /** Customers whose rows changed: their search text and figures must follow. */
  readonly customerIds: readonly number[];
}

interface Entry {
  readonly entity: JournalledTable;
  readonly entityId: number;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

/** Rows that are part of another: what keeps the whole keeps its parts. */
const wholeOf: Partial<Record<JournalledTable, { table: JournalledTable; column: string }>> = {
  contact_points: { table: 'customers', column: 'customer_id' },
  customer_identifiers: { table: 'customers', column: 'customer_id' },
  addresses: { table: 'customers', column: 'customer_id' },
  customer_tags: { table: 'customers', column: 'customer_id' },
  sale_lines: { table: 'sales', column: 'sale_id' },
  complaint_events: { table: 'complaints', column: 'complaint_id' },
  compensations: { table: 'complaints', column: 'complaint_id' },
  corrective_actions: { table: 'complaints', column: 'complaint_id' },
};

function parseRow(text: unknown): RowValues | null {
  return typeof text === 'string' ? (JSON.parse(text) as RowValues) : null;
}

function isJournalled(name: unknown): name is JournalledTable {
  return journalledTables.some((table) => table === name);
}

/** Newest change first. */
function entriesOf(raw: RawHandle, batchId: number): Entry[] {
  const rows = raw
    .prepare(
      `SELECT entity, entity_id AS entityId, before, after FROM journal
       WHERE batch_id = ? ORDER BY id DESC`,
    )
    .all(batchId) as { entity: string; entityId: number; before: unknown; after: unknown }[];
  return rows.flatMap(({ entity, entityId, before, after }) =>
    isJournalled(entity)
      ? [{ entity, entityId, before: parseRow(before), after: parseRow(after) }]
      : [],
  );
}

function isSame(a: RowValues, b: RowValues): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}

/** A row that the batch made is taken away, unless it was edited since. */
function takeAway(raw: RawHandle, batchId: number, entry: Entry, after: RowValues): boolean {
  const current = readRow(raw, entry.entity, entry.entityId);
  if (current === null) return true;
  if (!isSame(current, after)) return false;
  return deleteRow(raw, batchId, entry.entity, entry.entityId);
}

/** Puts back what the batch changed and nobody has changed since. False: some of it was. */
function putBack(
  raw: RawHandle,
  batchId: number,
  entry: Entry,
  before: RowValues,
  after: RowValues,
): boolean {
  const current = readRow(raw, entry.entity, entry.entityId);
  if (current === null) return false;
  const changed = Object.entries(before).filter(([column, old]) => old !== after[column]);
  const untouched = changed.filter(([column]) => current[column] === after[column]);
  updateRow(raw, batchId, entry.entity, entry.entityId, Object.fromEntries(untouched));
  return untouched.length === changed.length;
}

function takeBackOne(raw: RawHandle, batchId: number, entry: Entry): boolean {
  const { entity, entityId, before, after } = entry;
  if (before === null) return after === null || takeAway(raw, batchId, entry, after);
  if (after !== null) return putBack(raw, batchId, entry, before, after);
  if (readRow(raw, entity, entityId) !== null) return false;
  insertRow(raw, batchId, entity, before);
  return true;
}

/**
 * Takes a change back with the changes that made its parts: all of them, or none when one was edited
 * since or something else has come to refer to it.
 */
function takeBack(raw: RawHandle, batchId: number, entries: readonly Entry[]): boolean {
  const isWhole = entries.length > 1;
  const kept = new Error('kept');
  try {
    return raw.transaction(() => {
      const done = entries.every((entry) => takeBackOne(raw, batchId, entry));
      if (!done && isWhole) throw kept;
      return done;
    })();
  } catch (error) {
    const isInUse = error instanceof SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
    if (error === kept || isInUse) return false;
    throw error;
  }
}

function keyOf(table: string, id: unknown): string {
  return `${table} ${String(id)}`;
}

/** What the batch made comes together with its parts, parts first; everything else stands alone. */
function groupsOf(entries: readonly Entry[]): Entry[][] {
  const made = new Set(
    entries
      .filter((entry) => entry.before === null)
      .map((entry) => keyOf(entry.entity, entry.entityId)),
  );
  const parts = new Map<string, Entry[]>();
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const whole = wholeOf[entry.entity];
    const key = whole === undefined ? '' : keyOf(whole.table, entry.after?.[whole.column]);
    if (entry.before === null && made.has(key)) parts.set(key, [...(parts.get(key) ?? []), entry]);
    else groups.push([...(parts.get(keyOf(entry.entity, entry.entityId)) ?? []), entry]);
  }
  return groups;
}

function nameOf(raw: RawHandle, row: RowValues): string {
  if (typeof row.name === 'string') return row.name;
  const owner = row.customer_id;
  if (typeof owner !== 'number') return '';
  return String(raw.prepare('SELECT name FROM customers WHERE id = ?').pluck().get(owner) ?? '');
}

/** An undo that is undone leaves what it had taken back in force, so that can be undone again. */
function markUndone(raw: RawHandle, batchId: number, at: string): void {
  raw.prepare('UPDATE batches SET undone_at = ? WHERE id = ?').run(at, batchId);
  raw
    .prepare(
      'UPDATE batches SET undone_at = NULL WHERE id = (SELECT undoes FROM batches WHERE id = ?)',
    )
    .run(batchId);
}

/**
 * Takes a batch back, newest change first, and records that as a batch of its own (so an undo can be
 * undone). What was changed since, or is referred to by what came later, is left as it is and named.
 */
export function undoBatch(raw: RawHandle, batchId: number, label: string, at: string): Undone {
  const entries = entriesOf(raw, batchId);
  const undoId = openBatch(raw, { kind: 'undo', label, at, undoes: batchId });
  const kept: KeptRow[] = [];
  const customerIds = new Set<number>();
  for (const { entity, before, after } of entries)
    for (const row of [before, after]) {
      const owner = row === null ? null : ownerOf(entity, row);
      if (owner !== null) customerIds.add(owner);
    }
  let undone = 0;
  for (const group of groupsOf(entries)) {
    const last = group.at(-1);
    if (last === undefined) continue;
    if (takeBack(raw, undoId, group)) undone += group.length;
    else
      kept.push({
        entity: last.entity,
        id: last.entityId,
        name: nameOf(raw, last.after ?? last.before ?? {}),
      });
  }
  markUndone(raw, batchId, at);
  return { undone, kept, customerIds: [...customerIds] };
}
