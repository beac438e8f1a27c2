import Sqlite, { SqliteError } from 'better-sqlite3';
import { AppFailure } from '#shared/errors.ts';

/** Held for as long as the app owns a shop's data. */
export interface AppLock {
  release(): void;
}

/**
 * One app owns the file: an empty side database is held `EXCLUSIVE` for the app's lifetime. The
 * operating system lets go of it when the process ends, however it ends, so a killed app never
 * blocks the next one. Fails with `STORAGE locked` when another app holds it.
 */
export function takeAppLock(path: string): AppLock {
  const raw = new Sqlite(path, { timeout: 0 });
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    raw.close();
    const isHeld = cause instanceof SqliteError && cause.code.startsWith('SQLITE_BUSY');
    throw isHeld ? new AppFailure({ code: 'STORAGE', reason: 'locked' }, { cause }) : cause;
  }
  return {
    release: () => {
      if (raw.inTransaction) raw.exec('ROLLBACK');
      raw.close();
    },
  };
}
