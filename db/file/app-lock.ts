import Sqlite, { type Database, SqliteError } from 'better-sqlite3';
import { AppFailure } from '#shared/errors.ts';

/**
 * Held for as long as the app owns a shop's data, or a task works on it. Whoever takes one keeps it:
 * a handle that nobody refers to is closed when memory is tidied, and the lock is gone with it.
 */
export interface AppLock {
  release(): void;
}

function isHeldByAnother(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function holding(raw: Database): AppLock {
  return {
    release: () => {
      if (raw.inTransaction) raw.exec('ROLLBACK');
      raw.close();
    },
  };
}

/** Takes an empty side database for itself alone, or fails with SQLite's own `SQLITE_BUSY` at once. */
function holdAlone(path: string): AppLock {
  const raw = new Sqlite(path, { timeout: 0 });
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    raw.close();
    throw error;
  }
  return holding(raw);
}

/**
 * One app owns the file: an empty side database is held `EXCLUSIVE` for the app's lifetime. The
 * operating system lets go of it when the process ends, however it ends, so a killed app never
 * blocks the next one. Fails with `STORAGE locked` when another app holds it.
 */
export function takeAppLock(path: string): AppLock {
  try {
    return holdAlone(path);
  } catch (cause) {
    throw isHeldByAnother(cause)
      ? new AppFailure({ code: 'STORAGE', reason: 'locked' }, { cause })
      : cause;
  }
}

/**
 * A task holds a side database of its own, `SHARED` with other tasks, from before it asks to write
 * until it has ended: the process of a killed app may live on and still commit, and the next start
 * sees by this that it does.
 */
export function shareTaskLock(path: string): AppLock {
  const raw = new Sqlite(path);
  try {
    raw.exec('BEGIN');
    // SQLite takes the lock at the first read, not at BEGIN.
    raw.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    raw.close();
    throw error;
  }
  return holding(raw);
}

/** True when no task of any app, living or killed, works on the data. Only the owner of the app's lock may ask. */
export function areTasksGone(path: string): boolean {
  try {
    holdAlone(path).release();
    return true;
  } catch (error) {
    if (isHeldByAnother(error)) return false;
    throw error;
  }
}
