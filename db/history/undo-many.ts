import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../file/client.ts';
import type { OwnTable } from '../table-facts.ts';
import { type RowRef, type RowValues, recordMany } from './journal.ts';

/** What a batch did to one row: null before, it was made; null after, it was taken away. */
export interface UndoEntry {
  readonly row: RowRef;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

/** With fewer rows alike, one by one is as quick. */
const fewest = 50;

interface Alike {
  readonly table: OwnTable;
  readonly column: string;
  readonly entries: UndoEntry[];
}

function onlyChanged({ before, after }: UndoEntry): string | null {
  if (before === null || after === null) return null;
  const changed = Object.keys(after).filter((column) => before[column] !== after[column]);
  return changed.length === 1 ? (changed[0] ?? null) : null;
}

/** Entries that changed the same column of many rows, and that column alone, once each. */
function alikeIn(entries: readonly UndoEntry[]): Alike[] {
  const times = new Map<string, number>();
  const keyOf = ({ row }: UndoEntry) => `${row.table} ${row.id}`;
  for (const entry of entries) times.set(keyOf(entry), (times.get(keyOf(entry)) ?? 0) + 1);
  const groups = new Map<string, Alike>();
  for (const entry of entries) {
    const column = onlyChanged(entry);
    if (column === null || times.get(keyOf(entry)) !== 1) continue;
    // Whether somebody can have been brought by another again is looked at one by one.
    if (column === 'recommended_by') continue;
    const { table } = entry.row;
    const key = `${table} ${column}`;
    const group = groups.get(key) ?? { table, column, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.entries.length >= fewest);
}

/** Puts the column back in every row that still holds what the batch wrote. Returns which rows those are. */
function putBack(raw: RawHandle, undoId: number, { table, column, entries }: Alike): Set<number> {
  const rows = JSON.stringify(
    entries.map(({ row, before, after }) => [
      row.id,
      before?.[column] ?? null,
      after?.[column] ?? null,
    ]),
  );
  raw.exec('CREATE TEMP TABLE put_back (id INTEGER PRIMARY KEY, value)');
  raw
    .prepare(
      `INSERT INTO put_back SELECT t.id, e.value ->> 1 FROM json_each(?) e
       CROSS JOIN ${table} t ON t.id = e.value ->> 0 WHERE t.${column} IS e.value ->> 2`,
    )
    .run(rows);
  recordMany(raw, undoId, {
    ...{ table, column, value: 'v.value' },
    from: `put_back v CROSS JOIN ${table} t ON t.id = v.id ORDER BY v.id`,
  });
  raw.exec(`UPDATE ${table} SET ${column} = (SELECT value FROM put_back v WHERE v.id = ${table}.id)
    WHERE id IN (SELECT id FROM put_back)`);
  const ids = raw.prepare('SELECT id FROM put_back').pluck().all() as number[];
  raw.exec('DROP TABLE temp.put_back');
  return new Set(ids);
}

/**
 * Takes back at once what a batch did alike to many rows, such as moving them to another product; one by
 * one that would hold the window up. Returns what is left to take back one by one: everything of a table
 * where a rule of the schema stands against one row of it.
 */
export function undoMany(
  raw: RawHandle,
  undoId: number,
  entries: readonly UndoEntry[],
): readonly UndoEntry[] {
  const done = new Set<UndoEntry>();
  for (const alike of alikeIn(entries)) {
    try {
      const ids = raw.transaction(() => putBack(raw, undoId, alike))();
      for (const entry of alike.entries) if (ids.has(entry.row.id)) done.add(entry);
    } catch (error) {
      if (error instanceof SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) continue;
      throw error;
    }
  }
  return entries.filter((entry) => !done.has(entry));
}
