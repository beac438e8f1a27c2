import { SqliteError } from 'better-sqlite3';
import type { RawHandle } from '../file/client.ts';
import { storageReasonOf } from '../file/storage-error.ts';
import type { StoredCell, StoredValue } from './cells.ts';
import type { ModelIndex, ModelTable } from './model.ts';
import type { SalvageSource } from './source.ts';

/** A range of numbers that rows may have, both ends among them. */
type Range = readonly [from: number, to: number];

/** About as many rows share a page, at least: by so many it is looked further on behind one that fails. */
const likelyRows = 16;
/** After so many failed looks it is looked twice as far on; after so many in all no further. */
const patience = 2000;
const mostFailed = 20_000;
/** Where nothing says how many numbers a table gave out. */
const likelyLast = 1_000_000;

type RawRow = (string | bigint | null)[];

/** Whether it is a page that failed, and not this laptop. */
function isPage(error: unknown): boolean {
  if (!(error instanceof SqliteError)) return false;
  return storageReasonOf(error, null) === 'corrupt' || error.code.startsWith('SQLITE_IOERR');
}

function plain(value: string | bigint | null): StoredValue {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/**
 * Reads a protected file through SQLite, which alone can open its pages: where one fails, what
 * lies behind it is looked for by the numbers that rows may have. A page that leads to others takes those with it.
 */
class SealedSource implements SalvageSource {
  readonly log = 'whole' as const;
  readonly pages = null;
  readonly steps = 0;
  readonly #open: () => RawHandle;
  #raw: RawHandle;
  readonly #damaged = new Set<string>();

  constructor(open: () => RawHandle) {
    this.#open = open;
    this.#raw = open();
  }

  /** Takes rows until a page fails; false: one did. */
  *#take(sql: string, bound: readonly number[]): Generator<RawRow, boolean> {
    try {
      const rows = this.#raw
        .prepare(sql)
        .raw()
        .safeIntegers()
        .iterate(...bound);
      for (const row of rows as IterableIterator<RawRow>) yield row;
      return true;
    } catch (error) {
      if (!isPage(error)) throw error;
      // A connection that met a page it could not open opens none from then on.
      this.#raw.close();
      this.#raw = this.#open();
      return false;
    }
  }

  /** All rows of a question that has few; null: a page failed. */
  #ask(sql: string, bound: readonly number[] = []): RawRow[] | null {
    const found: RawRow[] = [];
    const rows = this.#take(sql, bound);
    let step = rows.next();
    for (; step.done !== true; step = rows.next()) found.push(step.value);
    return step.value ? found : null;
  }

  /** Whether what lies from a number on can be reached, be it that nothing does. */
  #isReached({ name }: ModelTable, id: number): boolean {
    const next = `SELECT rowid FROM ${name} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1`;
    return this.#ask(next, [id]) !== null;
  }

  /** The first number from `from` on that can be reached; null: none was found. */
  #nextReached(table: ModelTable, [from, to]: Range): number | null {
    let lost = from;
    for (let tries = 0; lost <= to && tries < mostFailed; tries += 1) {
      const stride = likelyRows * 2 ** Math.floor(tries / patience);
      const next = Math.min(lost + stride, to + 1);
      if (!this.#isReached(table, next)) {
        lost = next;
        if (next > to) return null;
        continue;
      }
      let reached = next;
      while (reached - lost > 1) {
        const middle = lost + Math.floor((reached - lost) / 2);
        if (this.#isReached(table, middle)) reached = middle;
        else lost = middle;
      }
      return reached;
    }
    return null;
  }

  /** All rows of a range that can be reached, by their numbers. */
  *#rowsIn(table: ModelTable, [first, last]: Range): Generator<StoredCell> {
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    const sql = `SELECT rowid, ${columns} FROM ${table.name} NOT INDEXED
      WHERE rowid BETWEEN ? AND ? ORDER BY rowid`;
    let from: number | null = first;
    while (from !== null && from <= last) {
      let next = from;
      const rows = this.#take(sql, [from, last]);
      let step = rows.next();
      for (; step.done !== true; step = rows.next()) {
        const [rowid, ...values] = step.value;
        next = Number(rowid) + 1;
        yield {
          rowid: Number(rowid),
          values: values.map((value, at) =>
            table.columns[at]?.isRowid === true ? null : plain(value),
          ),
          isGarbled: false,
          overflow: [],
        };
      }
      if (step.value) return;
      this.#damaged.add(table.name);
      from = this.#nextReached(table, [next, last]);
    }
  }

  /** A table without numbers is read from its one end and, where a page fails, from its other. */
  *#keyedRows(table: ModelTable): Generator<StoredCell> {
    const quoted = table.columns.map(({ name }) => `"${name}"`);
    const key = quoted.slice(0, table.columns.filter(({ isKey }) => isKey).length);
    for (const order of ['', ' DESC']) {
      const sql = `SELECT ${quoted.join(', ')} FROM ${table.name}
        ORDER BY ${key.map((one) => `${one}${order}`).join(', ')}`;
      const rows = this.#take(sql, []);
      let step = rows.next();
      for (; step.done !== true; step = rows.next())
        yield { rowid: null, values: step.value.map(plain), isGarbled: false, overflow: [] };
      if (step.value) return;
      this.#damaged.add(table.name);
    }
  }

  #lastRow({ name }: ModelTable): number | null {
    const [row] = this.#ask(`SELECT max(rowid) FROM ${name} NOT INDEXED`) ?? [];
    return row === undefined ? null : Number(row[0] ?? 0);
  }

  rowsOf(table: ModelTable): Iterable<StoredCell> {
    if (table.isKeyed) return this.#keyedRows(table);
    const last = this.#lastRow(table) ?? this.lastIdOf(table) ?? likelyLast;
    return this.#rowsIn(table, [1, Math.max(last, 1)]);
  }

  isWhole({ name }: ModelTable): boolean {
    return !this.#damaged.has(name);
  }

  strays(): Iterable<readonly StoredCell[]> {
    return [];
  }

  entriesOf({ name }: ModelTable, index: ModelIndex) {
    const where = index.where === null ? '' : `WHERE ${index.where}`;
    const columns = index.columns.map((column) => `"${column}"`).join(', ');
    const entries = new Map<number, readonly StoredValue[]>();
    if (columns === '') return { entries: [], isAll: false };
    for (const order of ['', ' DESC']) {
      const rows = this.#take(
        `SELECT ${columns}, rowid FROM ${name} INDEXED BY ${index.name} ${where}
         ORDER BY ${columns.replaceAll(',', `${order},`)}${order}`,
        [],
      );
      let step = rows.next();
      for (; step.done !== true; step = rows.next())
        entries.set(Number(step.value.at(-1)), step.value.map(plain));
      if (step.value) return { entries: [...entries.values()], isAll: true };
    }
    return { entries: [...entries.values()], isAll: false };
  }

  lastIdOf({ name }: ModelTable): number | null {
    const [row] = this.#ask(`SELECT seq FROM sqlite_sequence WHERE name = '${name}'`) ?? [];
    return row === undefined ? null : Number(row[0]);
  }

  close(): void {
    this.#raw.close();
  }
}

/** What can be read of a protected file that this process can open. */
export function readSealed(open: () => RawHandle): SalvageSource {
  return new SealedSource(open);
}
