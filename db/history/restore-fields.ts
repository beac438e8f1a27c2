import type { RawHandle } from '../file/client.ts';
import type { RowRef, RowValues } from './journal.ts';

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

/** Whether somebody was brought by this one at some remove: who brings them cannot be put back to that. */
function isCircle(
  raw: RawHandle,
  { table, id }: RowRef,
  by: RowValues[string] | undefined,
): boolean {
  if (table !== 'customers' || typeof by !== 'number') return false;
  const found = raw
    .prepare(
      `WITH RECURSIVE line (id) AS (SELECT ? UNION SELECT c.recommended_by
         FROM line JOIN main.customers c ON c.id = line.id WHERE c.recommended_by IS NOT NULL)
       SELECT 1 FROM line WHERE id = ?`,
    )
    .get(by, id);
  return found !== undefined;
}

/** The same of a row as it stands: nobody comes to have been brought by themselves, at however many removes. */
export function restorableIn(
  raw: RawHandle,
  row: RowRef,
  now: RowValues,
  { before, after }: { readonly before: RowValues; readonly after: RowValues },
): Restorable {
  const found = restorableFields(now, before, after);
  const { recommended_by, ...others } = found.values;
  if (!isCircle(raw, row, recommended_by)) return found;
  return { values: others, isAll: false };
}
