import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { StorageReason } from '#shared/errors.ts';

/** The first that fits counts. */
const sqliteReasons: readonly (readonly [prefix: string, reason: StorageReason])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'missing'],
  ['SQLITE_READONLY', 'readonly'],
  ['SQLITE_PERM', 'readonly'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  // The file ends before a page does.
  ['SQLITE_IOERR_SHORT_READ', 'corrupt'],
  ['SQLITE_IOERR_NOMEM', 'memory'],
  ['SQLITE_NOMEM', 'memory'],
  ['SQLITE_IOERR', 'device'],
  ['SQLITE_NOLFS', 'device'],
  ['SQLITE_CANTOPEN', 'device'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
];

const systemReasons: Readonly<Record<string, StorageReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readonly',
  EACCES: 'readonly',
  EPERM: 'readonly',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
  ENOMEM: 'memory',
  EIO: 'device',
  ENXIO: 'device',
  ENODEV: 'device',
  EFBIG: 'device',
  EISDIR: 'device',
  ENAMETOOLONG: 'device',
  ESTALE: 'device',
  EREMOTEIO: 'device',
  ETIMEDOUT: 'device',
};

/** Less than this and SQLite has no room to work in. */
const leastRoomBytes = 1_048_576;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Why the file system could not take or give what was asked; null when the fault is not its. */
export function systemReasonOf(error: unknown): StorageReason | null {
  return systemReasons[codeOf(error)] ?? null;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= leastRoomBytes;
  } catch {
    return true;
  }
}

/** SQLite keeps to itself what the system said; the folder shows it. */
function seenAt(folder: string, code: string): StorageReason {
  if (!hasRoom(folder)) return 'full';
  const isUnopened = code.startsWith('SQLITE_CANTOPEN');
  return isUnopened && !isWritable(folder) ? 'readonly' : 'device';
}

/**
 * Why the data in `folder` could not be taken or given; null when the fault is not the storage's. A
 * folder that is gone explains whatever went wrong in it.
 */
export function storageReasonOf(error: unknown, folder: string | null): StorageReason | null {
  if (folder !== null && !existsSync(folder)) return 'missing';
  if (!(error instanceof Sqlite.SqliteError)) return systemReasonOf(error);
  const reason = sqliteReasons.find(([prefix]) => error.code.startsWith(prefix))?.[1] ?? null;
  return reason === 'device' && folder !== null ? seenAt(folder, error.code) : reason;
}
