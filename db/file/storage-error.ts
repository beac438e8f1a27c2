import { SqliteError } from 'better-sqlite3';
import type { StorageReason } from '#shared/errors.ts';

const reasons: readonly (readonly [prefix: string, reason: StorageReason])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_IOERR', 'corrupt'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CANTOPEN', 'readonly'],
];

/** Why SQLite could not take or give what was asked; null when the fault is not the storage's. */
export function storageReasonOf(error: unknown): StorageReason | null {
  if (!(error instanceof SqliteError)) return null;
  return reasons.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? null;
}
