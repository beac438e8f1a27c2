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

/** Starts that meet hold each other up for a moment, an app that is open for good: so often it is looked again. */
const MOST_TRIES = 20;

/** Holds everything still for 5 to 25 ms, for another time in each process: two who met do not meet again. */
function stepAside(tries: number): void {
  const ms = 5 + ((process.pid * 7 + tries * process.pid) % 21);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * One app owns the file: an empty side database is held `EXCLUSIVE` for the app's lifetime. The
 * operating system lets go of it when the process ends, however it ends, so a killed app never
 * blocks the next one. Fails with `STORAGE locked` when another app holds it.
 */
export function takeAppLock(path: string): AppLock {
  for (let tries = 1; ; tries += 1)
    try {
      return holdAlone(path);
    } catch (cause) {
      // On the way to the lock each of two can see the other, and neither would have it.
      if (!isHeldByAnother(cause)) throw cause;
      if (tries === MOST_TRIES)
        throw new AppFailure({ code: 'STORAGE', reason: 'locked' }, { cause });
      stepAside(tries);
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
