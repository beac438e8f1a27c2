import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../file/client.ts';
import { lockedPeriodOf } from '../file/locked-period.ts';
import { calledNow } from '../queries/customers/name.ts';
import { entryOf, isOwnTable, type OwnTable } from '../table-facts.ts';
import {
  deleteRow,
  insertRow,
  openBatch,
  ownerOf,
  type RowRef,
  type RowValues,
  readRow,
  updateRow,
} from './journal.ts';
import { restorableIn } from './restore-fields.ts';
import { type UndoEntry, undoMany } from './undo-many.ts';

/**
 * Why a row is left as it is: `changed` since, of which `partly` put back what had not been; `inUse` by what
 * came later; `gone` since.
 */
export type KeptWhy = 'changed' | 'partly' | 'inUse' | 'gone';

export interface KeptRow {
  readonly entity: string;
  readonly id: number;
  readonly name: string;
  readonly why: KeptWhy;
}

export interface Undone {
  /** The batch that records it. */
  readonly undoId: number;
  readonly undone: number;
  readonly kept: readonly KeptRow[];
  /** Customers whose rows changed: their search text and figures must follow. */
  readonly customerIds: readonly number[];
}

function parseRow(text: unknown): RowValues | null {
  return typeof text === 'string' ? (JSON.parse(text) as RowValues) : null;
}

/** Newest change first. */
function entriesOf(raw: RawHandle, batchId: number): UndoEntry[] {
  const rows = raw
    .prepare(
      `SELECT entity, entity_id AS entityId, before, after FROM journal
       WHERE batch_id = ? ORDER BY id DESC`,
    )
    .all(batchId) as { entity: string; entityId: number; before: unknown; after: unknown }[];
  return rows.flatMap(({ entity, entityId, before, after }) =>
    isOwnTable(entity)
      ? [
          {
            row: { table: entity, id: entityId },
            before: parseRow(before),
            after: parseRow(after),
          },
        ]
      : [],
  );
}

function isSame(a: RowValues, b: RowValues): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}

/** A row that the batch made is taken away, unless it was edited since. */
function takeAway(raw: RawHandle, batchId: number, row: RowRef, after: RowValues): KeptWhy | null {
  const now = readRow(raw, row);
  if (now === null) return null;
  if (!isSame(now, after)) return 'changed';
  deleteRow(raw, batchId, row);
  return null;
}

/** Null: it is taken back. */
function takeBackOne(
  raw: RawHandle,
  batchId: number,
  { row, before, after }: UndoEntry,
): KeptWhy | null {
  if (before === null) return after === null ? null : takeAway(raw, batchId, row, after);
  const now = readRow(raw, row);
  if (after !== null) {
    if (now === null) return 'gone';
    const { values, isAll } = restorableIn(raw, row, now, { before, after });
    const isPut = updateRow(raw, batchId, row, values);
    if (isAll) return null;
    return isPut ? 'partly' : 'changed';
  }
  if (now !== null) return 'changed';
  insertRow(raw, batchId, row.table, before);
  return null;
}

/**
 * Takes a change back with the changes that made its parts: all of them, or none when one was edited
 * since or something else has come to refer to it.
 */
function takeBack(raw: RawHandle, batchId: number, entries: readonly UndoEntry[]): KeptWhy | null {
  const kept = new Error('kept');
  let why: KeptWhy | null = null;
  try {
    raw.transaction(() => {
      for (const entry of entries) {
        why = takeBackOne(raw, batchId, entry);
        if (why !== null && entries.length > 1) throw kept;
      }
    })();
    return why;
  } catch (error) {
    // What lies in a locked period refuses the whole undoing; it is not in anybody's use.
    const isInUse =
      error instanceof SqliteError &&
      error.code.startsWith('SQLITE_CONSTRAINT') &&
      lockedPeriodOf(error) === null;
    if (error === kept) return why === 'partly' ? 'changed' : why;
    if (isInUse) return 'inUse';
    throw error;
  }
}

function keyOf(table: string, id: unknown): string {
  return `${table} ${String(id)}`;
}

/** What the batch made comes together with its parts, parts first; everything else stands alone. */
function groupsOf(entries: readonly UndoEntry[]): UndoEntry[][] {
  const made = new Set(
    entries.filter(({ before }) => before === null).map(({ row }) => keyOf(row.table, row.id)),
  );
  const parts = new Map<string, UndoEntry[]>();
  const groups: UndoEntry[][] = [];
  for (const entry of entries) {
    const { row, before, after } = entry;
    const whole = entryOf(row.table).partOf;
    const key = whole === undefined ? '' : keyOf(whole.table, after?.[whole.column]);
    if (before === null && made.has(key)) parts.set(key, [...(parts.get(key) ?? []), entry]);
    else groups.push([...(parts.get(keyOf(row.table, row.id)) ?? []), entry]);
  }
  return groups;
}

/** What a row is called: by the name or the number it has, else as its customer is. */
function nameOf(raw: RawHandle, table: OwnTable, row: RowValues): string {
  if (typeof row.name === 'string' && row.name !== '') return row.name;
  // A complaint, a claim or a sale goes by its number.
  if (typeof row.number === 'string' && row.number !== '') return row.number;
  const owner = ownerOf(table, row);
  return owner === null ? '' : (calledNow(raw, owner) ?? '');
}

function keptRow(raw: RawHandle, { row, before, after }: UndoEntry, why: KeptWhy): KeptRow {
  const name = nameOf(raw, row.table, after ?? before ?? {});
  return { entity: row.table, id: row.id, name, why };
}

/**
 * An undo that is undone leaves what it had taken back in force, so that can be undone again; and what
 * that had taken back is taken back again, all the way down.
 */
function markUndone(raw: RawHandle, batchId: number, at: string): void {
  const mark = raw
    .prepare('UPDATE batches SET undone_at = ? WHERE id = ? RETURNING undoes')
    .pluck();
  let next: unknown = batchId;
  for (let isUndone = true; typeof next === 'number'; isUndone = !isUndone)
    next = mark.get(isUndone ? at : null, next);
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
  for (const { row, before, after } of entries)
    for (const values of [before, after]) {
      const owner = values === null ? null : ownerOf(row.table, values);
      if (owner !== null) customerIds.add(owner);
    }
  const left = undoMany(raw, undoId, entries);
  let undone = entries.length - left.length;
  for (const group of groupsOf(left)) {
    const last = group.at(-1);
    if (last === undefined) continue;
    const why = takeBack(raw, undoId, group);
    if (why === null) undone += group.length;
    else kept.push(keptRow(raw, last, why));
  }
  markUndone(raw, batchId, at);
  return { undoId, undone, kept, customerIds: [...customerIds] };
}
