import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../../file/client.ts';
import { attach } from '../../file/protection.ts';
import { carriedTables, heldTables, ownTables } from '../../table-facts.ts';
import { carriedColumns } from './carried.ts';

/** What lies in a locked period is refused once the lock is there: locks come after everything else. */
const inOrder = [...carriedTables.filter((table) => table !== 'period_locks'), 'period_locks'];

/** Orders tables so that no row is kept out by one that came before it. */
export function bringOrder<T extends { readonly table: string }>(entries: readonly T[]): T[] {
  const place = ({ table }: T) => (table === 'period_locks' ? 1 : 0);
  return entries.toSorted((one, other) => place(one) - place(other));
}

/** No row of the owner's, and nothing handed to the accountant: what was settled may be there. */
export function holdsNothing(raw: RawHandle): boolean {
  const any = [...heldTables, 'packs'].map((table) => `SELECT 1 FROM ${table}`).join(' UNION ALL ');
  return raw.prepare(`${any} LIMIT 1`).get() === undefined;
}

/** A value that a table does not take, be it of the wrong kind or against a rule of its own. */
export function isRefusedValue(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}

type Bound = readonly (string | bigint | null)[];

/** Prepares the writing of rows of one table. */
export function carriedInsert(
  raw: RawHandle,
  table: string,
  columns: readonly string[],
): (row: Bound) => void {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert = raw.prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`);
  return (row) => {
    insert.run(row);
  };
}

/** No id that was ever given out is given out again. */
export function keepLastId(raw: RawHandle, table: string, lastId: number): void {
  const kept = raw
    .prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?')
    .run(lastId, table);
  if (kept.changes === 0)
    raw.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, lastId);
}

/** The first table with a row that points to one which is not there; null: none has. */
export function brokenTable(raw: RawHandle): string | null {
  const [broken] = raw.pragma('foreign_key_check') as { table: string }[];
  return broken?.table ?? null;
}

/**
 * Whether the history could be taken back: undo writes what a change held before under the names of its
 * columns, so each must be a column of its table, with a plain value.
 */
export function isHistorySound(raw: RawHandle): boolean {
  const held = "json_valid(coalesce(before, '{}')) AND json_valid(coalesce(after, '{}'))";
  const unread = raw.prepare(`SELECT 1 FROM journal WHERE NOT (${held}) LIMIT 1`).get();
  if (unread !== undefined) return false;
  return ownTables.every((table) => {
    const names = carriedColumns(raw, table).map(({ name }) => `'${name}'`);
    return ['before', 'after'].every((side) => {
      const odd = raw.prepare(
        `SELECT 1 FROM journal j, json_each(coalesce(j.${side}, '{}')) f
         WHERE j.entity = ? AND (f.key NOT IN (${names.join(', ')}) OR f.type IN ('array', 'object'))
         LIMIT 1`,
      );
      return odd.get(table) === undefined;
    });
  });
}

/** Lets a connection read what an exported folder was read into. Not inside a transaction. */
export function attachCarrier(raw: RawHandle, path: string): void {
  attach(raw, path, 'carrier');
}

export function detachCarrier(raw: RawHandle): void {
  raw.exec('DETACH carrier');
}

/**
 * Puts everything into a shop that holds nothing, in the caller's transaction, one table a step; each step
 * yields how many rows it wrote. What the shop had settled, and the traces of its own history, make room.
 */
export function* copyCarried(raw: RawHandle): Generator<number> {
  raw.pragma('defer_foreign_keys = ON');
  raw.exec(inOrder.map((table) => `DELETE FROM main.${table};`).join(' '));
  raw.exec('DELETE FROM main.derived_state');
  for (const table of inOrder) {
    const columns = carriedColumns(raw, table).map(({ name }) => `"${name}"`);
    const names = columns.join(', ');
    yield raw
      .prepare(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM carrier.${table}`)
      .run().changes;
  }
  const ids = raw.prepare('SELECT name, seq FROM carrier.sqlite_sequence').raw().all();
  for (const [table, lastId] of ids as [string, number][])
    if (inOrder.includes(table)) keepLastId(raw, table, lastId);
}

/** Everybody whose search text follows. */
export function broughtCustomers(raw: RawHandle): number[] {
  return raw.prepare('SELECT id FROM customers WHERE deleted_at IS NULL').pluck().all() as number[];
}
