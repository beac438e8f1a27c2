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

/** A function that replaces fixed values; null where a source has no fixes. */
export function fixer(source: SourceState): ((row: readonly Cell[]) => readonly Cell[]) | null {
  const everywhere = source.fixes.filter((fix) => fix.problem === undefined);
  if (everywhere.length === 0) return null;
  const byColumn = Map.groupBy(everywhere, (fix) => fix.column);
  const replacements = [...byColumn].map(([column, fixes]) => ({
    column,
    to: new Map(fixes.map((fix) => [fix.from, fix.to])),
  }));
  return (row) => {
    let fixed: Cell[] | null = null;
    for (const { column, to } of replacements) {
      const text = cellText(row[column]);
      if (!to.has(text)) continue;
      fixed ??= [...row];
      fixed[column] = to.get(text) ?? null;
    }
    return fixed ?? row;
  };
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
