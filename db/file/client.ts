import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { Kysely, type Transaction } from 'kysely';
import { AppFailure } from '#shared/errors.ts';
import type { Schema } from '../schema/schema.ts';
import { OpenDialect } from './dialect.ts';
import { applyKey, keysFor } from './protection.ts';

/** `LNGN`: marks a file as ours, so that a foreign database is never taken for one. */
export const applicationId = 0x4c4e474e;

/** What a query may do: read. Writing through it does not compile. */
export type ReadHandle = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>;
/** What a command and a task write through. */
export type WriteHandle = Transaction<Schema>;

/** The bare connection, for the import's hot path and whole-table work inside `db/`. */
export type RawHandle = Database;

/** One open connection: kysely for ordinary queries, the raw handle for the hot path inside `db/`. */
export interface Connection {
  readonly raw: RawHandle;
  readonly db: Kysely<Schema>;
  close(): Promise<void>;
}

const busyTimeoutMs = 5000;

function applyPragmas(raw: Database, isReadOnly: boolean): void {
  if (!isReadOnly) {
    const mode = raw.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal' && mode !== 'memory') throw new Error(`journal_mode is ${String(mode)}`);
  }
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  // A row that a REPLACE takes the place of is deleted like any other: the triggers hear of it.
  raw.pragma('recursive_triggers = ON');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  raw.pragma('secure_delete = ON');
  raw.pragma('temp_store = MEMORY');
  if (process.platform === 'darwin') raw.pragma('fullfsync = ON');
}

function isNotADatabase(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB';
}

/** Opens with a key, or without, and looks at what the first page says: only the right key reads it. */
function openWith(path: string, isReadOnly: boolean, key: string | null): Database {
  const raw = new Sqlite(path, { readonly: isReadOnly, timeout: busyTimeoutMs });
  try {
    if (key !== null) {
      applyKey(raw, key);
      raw.pragma('schema_version');
    }
    applyPragmas(raw, isReadOnly);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** A protected file says of itself which key it is for by being read with it. */
function openKnown(path: string, isReadOnly: boolean, keys: readonly string[]): Database {
  const [first = null, ...others] = keys;
  for (const key of [first, ...others]) {
    const isLast = key === (others.at(-1) ?? first);
    try {
      return openWith(path, isReadOnly, key);
    } catch (error) {
      if (isLast || !isNotADatabase(error)) throw error;
    }
  }
  throw new Error('no key was tried');
}

/**
 * Opens a database file with every promise of durability switched on: WAL, `synchronous=FULL`,
 * foreign keys, no trusted schema, checked cells, overwritten deletes. Makes one only where `isNew`
 * says so: SQLite would take the log of one that is gone for the new one's. Fails with `STORAGE
 * missing` where there is none. A protected file is opened by what this process knows of its folder, a
 * new one made as its folder is protected.
 */
export function openConnection(
  path: string,
  options: { readonly?: boolean; isNew?: boolean } = {},
): Connection {
  const isReadOnly = options.readonly === true;
  if (options.isNew !== true && !existsSync(path))
    throw new AppFailure({ code: 'STORAGE', reason: 'missing' });
  const raw = openKnown(path, isReadOnly, keysFor(path));
  const db = new Kysely<Schema>({ dialect: new OpenDialect(raw) });
  const close = async () => {
    await db.destroy();
    // kysely closes only what it has used: a connection that was read raw would stay open.
    if (raw.open) raw.close();
  };
  return { raw, db, close };
}
