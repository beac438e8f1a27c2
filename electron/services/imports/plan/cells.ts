import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceState } from '../draft-store.ts';

/** `'` before a sign that would make a formula: a spreadsheet-safe export put it there. */
const GUARDED = /^'[=+\-@\t\r]/;

/** A cell as trimmed text; empty for no value. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') {
    const text = cell.trim();
    return text.charCodeAt(0) === 39 && GUARDED.test(text) ? text.slice(1) : text;
  }
  if (cell === null || cell === undefined) return '';
  return String(cell);
}

export function isBlankRow(row: readonly Cell[]): boolean {
  for (const cell of row) {
    if (cell === null || cell === '') continue;
    if (typeof cell !== 'string' || cell.trim() !== '') return false;
  }
  return true;
}

/** Columns by the field they become. */
export type ColumnsByField = ReadonlyMap<ImportField, readonly number[]>;

export function columnsByField(source: SourceState): ColumnsByField {
  return Map.groupBy(
    source.columns.filter((column) => column.field !== 'ignore'),
    (column) => column.field,
  )
    .entries()
    .reduce(
      (all, [field, columns]) =>
        all.set(
          field,
          columns.map((column) => column.index),
        ),
      new Map<ImportField, readonly number[]>(),
    );
}

/** The text of several cells as one: equal only where all of them are. */
export function textOf(cells: readonly Cell[], columns: readonly number[]): string {
  if (columns.length === 1) return cellText(cells[columns[0] ?? -1]);
  let text = '';
  for (const column of columns) text += `${cellText(cells[column])}\u0001`;
  return text;
}

const MEMO_LIMIT = 20_000;

/** Remembers what texts were read as: dates, prices and names repeat in real files. */
export function remember<T>(read: (cell: Cell) => T): (cell: Cell | undefined) => T {
  const memo = new Map<Cell, T>();
  return (cell) => {
    const key = cell ?? null;
    const known = memo.get(key);
    if (known !== undefined) return known;
    if (memo.size >= MEMO_LIMIT) memo.clear();
    const value = read(key);
    memo.set(key, value);
    return value;
  };
}
