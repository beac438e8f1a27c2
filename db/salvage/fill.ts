import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../file/client.ts';
import type { StoredCell } from './cells.ts';
import { type FittedRow, fitRow } from './fit.ts';
import type { ModelTable } from './model.ts';

/** What became of the rows of a table, by their numbers where they have any. */
export interface Filled {
  readonly table: ModelTable;
  saved: number;
  /** Rows with a field left empty, or with letters lost. */
  partial: number;
  /** Rows that were seen, and are none the table can hold. */
  refused: number;
  /** Numbers of rows that were seen and are not saved. */
  readonly refusedIds: Set<number>;
}

/** What the history may hold: the columns of each table that it tells of. */
export type HistoryColumns = ReadonlyMap<string, ReadonlySet<string>>;

function isRule(error: unknown): boolean {
  return (
    error instanceof SqliteError &&
    (error.code.startsWith('SQLITE_CONSTRAINT') || error.code === 'SQLITE_MISMATCH')
  );
}

function isTold(text: unknown, columns: ReadonlySet<string>): boolean {
  if (text === null || text === undefined) return true;
  try {
    const fields: unknown = JSON.parse(String(text));
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return false;
    return Object.entries(fields).every(
      ([name, value]) => columns.has(name) && (typeof value !== 'object' || value === null),
    );
  } catch {
    return false;
  }
}

/** Undo writes what a change held before under the names of its columns: each must be a column, with a plain value. */
function isSoundChange(row: FittedRow, table: ModelTable, history: HistoryColumns): boolean {
  if (table.name !== 'journal') return true;
  const at = (name: string) => row.values[table.columns.findIndex((one) => one.name === name)];
  const columns = history.get(String(at('entity')));
  return columns !== undefined && isTold(at('before'), columns) && isTold(at('after'), columns);
}

/** Writes rows into one table of the fresh file; a row that it does not take is counted, and left out. */
export class TableFill {
  readonly filled: Filled;
  readonly #raw: RawHandle;
  readonly #history: HistoryColumns;
  readonly #inserts = new Map<number, (values: FittedRow['values']) => void>();

  constructor(raw: RawHandle, table: ModelTable, history: HistoryColumns) {
    this.#raw = raw;
    this.#history = history;
    this.filled = { table, saved: 0, partial: 0, refused: 0, refusedIds: new Set() };
  }

  #insertOf(length: number): (values: FittedRow['values']) => void {
    const known = this.#inserts.get(length);
    if (known !== undefined) return known;
    const { name, columns } = this.filled.table;
    const names = columns.slice(0, length).map((column) => `"${column.name}"`);
    const marks = names.map(() => '?');
    const statement = this.#raw.prepare(
      `INSERT INTO ${name} (${names.join(', ')}) VALUES (${marks.join(', ')})`,
    );
    const insert = (values: FittedRow['values']) => {
      statement.run(...values);
    };
    this.#inserts.set(length, insert);
    return insert;
  }

  /** False: it does not fit, or is there already. */
  tryRow(cell: StoredCell): boolean {
    const { table } = this.filled;
    const row = fitRow(table, cell);
    if (row === null || !isSoundChange(row, table, this.#history)) return false;
    try {
      this.#insertOf(row.values.length)(row.values);
    } catch (error) {
      if (isRule(error)) return false;
      throw error;
    }
    this.filled.saved += 1;
    if (row.isPartial) this.filled.partial += 1;
    return true;
  }

  put(cell: StoredCell): void {
    if (this.tryRow(cell)) return;
    this.filled.refused += 1;
    if (cell.rowid !== null) this.filled.refusedIds.add(cell.rowid);
  }

  /** How many of these rows the table would take; none of them is kept. */
  wouldTake(cells: readonly StoredCell[]): number {
    const before = { ...this.filled };
    this.#raw.exec('SAVEPOINT trial');
    const taken = cells.filter((cell) => this.tryRow(cell)).length;
    this.#raw.exec('ROLLBACK TO trial; RELEASE trial');
    Object.assign(this.filled, { saved: before.saved, partial: before.partial });
    return taken;
  }
}

const ownKeys: Readonly<Record<string, RegExp>> = {
  settings: /^[a-z][A-Za-z]*$/,
  notices: /[:-]|^$/,
};

/** Tables of a key and a value look alike: their keys do not. */
function hasOwnKeys({ name }: ModelTable, cells: readonly StoredCell[]): boolean {
  const key = ownKeys[name];
  return key === undefined || cells.every(({ values }) => key.test(String(values[0])));
}

/** Finds the table that rows are of which no way leads to, and puts them there; false: none takes them. */
export function placeStrays(fills: readonly TableFill[], cells: readonly StoredCell[]): boolean {
  let best: TableFill | null = null;
  let most = 0;
  for (const fill of fills) {
    if (!hasOwnKeys(fill.filled.table, cells)) continue;
    const taken = fill.wouldTake(cells);
    if (taken > most) [best, most] = [fill, taken];
  }
  // A page of which the lesser part fits is of something else.
  if (best === null || most * 2 < cells.length) return false;
  for (const cell of cells) best.put(cell);
  return true;
}
