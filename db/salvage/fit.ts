import type { StoredCell, StoredValue } from './cells.ts';
import type { ModelColumn, ModelTable } from './model.ts';

type Bound = string | number | bigint | null;

/** A row that a table may take. */
export interface FittedRow {
  /** As many columns as the row had, in the table's order: it may be older than the last of them. */
  readonly values: readonly Bound[];
  /** A field that could not be read was left empty, or some letters are lost. */
  readonly isPartial: boolean;
}

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^$|^\d{4}-\d\d-\d\d(T|$)/;

/** Days and instants that screens count with: one that is none would stand in the way of all others. */
function isReadable(column: ModelColumn, text: string): boolean {
  if (column.name.endsWith('_on')) return day.test(text);
  return /^(created|deleted)_at$/.test(column.name) ? instant.test(text) : true;
}

function isKind(column: ModelColumn, value: StoredValue): value is Bound {
  if (value === null) return column.mayBeNull || column.isRowid;
  if (column.isRowid) return false;
  if (column.isNumber)
    return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
  return typeof value === 'string';
}

/** Columns that were added later have a value of their own, or may have none. */
function isLongEnough({ columns }: ModelTable, length: number): boolean {
  if (length < 2 || length > columns.length) return false;
  return columns.slice(length).every((column) => column.mayBeNull || column.hasDefault);
}

/** Whether a row is such a row as the table has: by its columns, and what each of them may hold. */
export function looksLike(table: ModelTable, { rowid, values }: StoredCell): boolean {
  if (table.isKeyed !== (rowid === null) || !isLongEnough(table, values.length)) return false;
  return values.every((value, at) => {
    const column = table.columns[at];
    return column !== undefined && isKind(column, value);
  });
}

/** Makes a row fit its table; null: something of it that must be there is not. */
export function fitRow(table: ModelTable, cell: StoredCell): FittedRow | null {
  const { rowid, values, isGarbled } = cell;
  if (table.isKeyed !== (rowid === null) || !isLongEnough(table, values.length)) return null;
  let isPartial = isGarbled;
  const fitted: Bound[] = [];
  for (const [at, value] of values.entries()) {
    const column = table.columns[at];
    if (column === undefined) return null;
    if (column.isRowid) {
      if (value !== null || rowid === null || rowid < 1) return null;
      fitted.push(rowid);
    } else if (isKind(column, value) && (typeof value !== 'string' || isReadable(column, value))) {
      fitted.push(value);
    } else if (column.mayBeNull) {
      isPartial = true;
      fitted.push(null);
    } else {
      return null;
    }
  }
  return { values: fitted, isPartial };
}
