import { SqliteError } from 'better-sqlite3';

/** A period that nobody may change: its first day and its last. */
export interface LockedPeriod {
  readonly from: string;
  readonly to: string;
}

/** The locked period that a statement would have changed; null: it failed of something else. */
export function lockedPeriodOf(error: unknown): LockedPeriod | null {
  if (!(error instanceof SqliteError) || error.code !== 'SQLITE_CONSTRAINT_TRIGGER') return null;
  const [, from, to] = /^PERIOD_LOCKED (\S+) (\S+)$/.exec(error.message) ?? [];
  return from === undefined || to === undefined ? null : { from, to };
}
