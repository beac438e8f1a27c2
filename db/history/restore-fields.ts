import type { RowValues } from './journal.ts';

/** What of a change can be put back. */
export interface Restorable {
  /** The columns that still hold what the change wrote, with what they held before it. */
  readonly values: RowValues;
  /** False: somebody has changed some of them since, and those stay. */
  readonly isAll: boolean;
}

/** Puts back what still holds: the one rule by which an edit and an import are taken back. */
export function restorableFields(now: RowValues, before: RowValues, after: RowValues): Restorable {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column]);
  const held = changed.filter((column) => now[column] === after[column]);
  return {
    values: Object.fromEntries(held.map((column) => [column, before[column] ?? null])),
    isAll: held.length === changed.length,
  };
}
