import type { RawHandle } from '../file/client.ts';
import type { Filled } from './fill.ts';
import type { ModelTable } from './model.ts';
import type { SalvageSource } from './source.ts';

/** How many rows of a table are known to have been there and could not be read. */
export interface Lost {
  readonly lost: number;
  /** Of others no trace is left. */
  readonly isAtLeast: boolean;
}

/** The columns of a table that point to another. */
interface Pointer {
  readonly from: string;
  readonly column: string;
}

function hasNumber({ columns }: ModelTable): boolean {
  return columns.some(({ isRowid }) => isRowid);
}

/** An index of all rows, or one of those in the trash and one of the others, leave no row out. */
function coversAll(table: ModelTable, whole: ReadonlySet<string>): boolean {
  const wheres = table.indexes.filter(({ name }) => whole.has(name)).map(({ where }) => where);
  const both = ['deleted_at IS NULL', 'deleted_at IS NOT NULL'];
  return wheres.includes(null) || both.every((where) => wheres.includes(where));
}

/**
 * Finds out what is missing: every row is named by its number in the indexes of its table, and by the rows
 * that point to it.
 */
export class LostRows {
  readonly #raw: RawHandle;
  readonly #source: SalvageSource;
  readonly #tables: readonly ModelTable[];
  readonly #known = new Map<
    string,
    { readonly ids: ReadonlySet<number>; readonly isAll: boolean }
  >();

  constructor(raw: RawHandle, source: SalvageSource, tables: readonly ModelTable[]) {
    this.#raw = raw;
    this.#source = source;
    this.#tables = tables;
  }

  /** The numbers that the indexes of a table have, where not all of its rows were read. */
  #idsOf(table: ModelTable) {
    const known = this.#known.get(table.name);
    if (known !== undefined) return known;
    const ids = new Set<number>();
    const whole = new Set<string>();
    const isAsked = hasNumber(table) && !this.#source.isWhole(table);
    for (const index of isAsked ? table.indexes : []) {
      const { entries, isAll } = this.#source.entriesOf(table, index);
      if (isAll) whole.add(index.name);
      for (const entry of entries) {
        const id = entry.at(-1);
        if (typeof id === 'number' && id > 0) ids.add(id);
      }
    }
    const found = { ids, isAll: coversAll(table, whole) };
    this.#known.set(table.name, found);
    return found;
  }

  /** The highest number that an index has of a table; 0: none was asked. */
  highestOf(table: ModelTable): number {
    let highest = 0;
    for (const id of this.#idsOf(table).ids) highest = Math.max(highest, id);
    return highest;
  }

  #pointersTo({ name }: ModelTable): Pointer[] {
    return this.#tables.flatMap((table) =>
      table.references
        .filter(({ to }) => to === name)
        .map(({ column }) => ({ from: table.name, column })),
    );
  }

  /** Numbers that rows which were read point to, and that the fresh file has not. */
  #pointedAt(table: ModelTable): number[] {
    const limit = this.#source.lastIdOf(table) ?? Number.MAX_SAFE_INTEGER;
    return this.#pointersTo(table).flatMap(
      ({ from, column }) =>
        this.#raw
          .prepare(
            `SELECT DISTINCT "${column}" FROM ${from} WHERE "${column}" BETWEEN 1 AND ?
             AND "${column}" NOT IN (SELECT id FROM ${table.name})`,
          )
          .pluck()
          .all(limit) as number[],
    );
  }

  /** Those of some numbers that the fresh file has not. */
  #absent({ name }: ModelTable, ids: ReadonlySet<number>): number[] {
    return this.#raw
      .prepare(`SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM ${name})`)
      .pluck()
      .all(JSON.stringify([...ids])) as number[];
  }

  #missing(table: ModelTable): ReadonlySet<number> {
    return new Set([...this.#absent(table, this.#idsOf(table).ids), ...this.#pointedAt(table)]);
  }

  /** What is missing of a table; asked before anything of the fresh file is left out again. */
  lostOf(table: ModelTable, filled: Filled | undefined): Lost {
    const isWhole = this.#source.isWhole(table);
    const refused = filled?.refused ?? 0;
    if (!hasNumber(table)) return { lost: refused, isAtLeast: !isWhole };
    const refusedIds = filled?.refusedIds ?? new Set<number>();
    if (isWhole) return { lost: refused, isAtLeast: false };
    const missing = new Set([...this.#missing(table), ...this.#absent(table, refusedIds)]);
    return { lost: missing.size, isAtLeast: !this.#idsOf(table).isAll };
  }

  /** Changes of which the history has lost a part, as far as its index tells. */
  tornBatches(filled: Filled | undefined): ReadonlySet<number> {
    const torn = new Set<number>();
    const journal = this.#tables.find(({ name }) => name === 'journal');
    const index = journal?.indexes.find(({ name }) => name === 'journal_batch');
    if (journal === undefined || index === undefined) return torn;
    const missing = new Set(filled?.refusedIds);
    if (!this.#source.isWhole(journal)) for (const id of this.#missing(journal)) missing.add(id);
    if (missing.size === 0) return torn;
    for (const [batch, id] of this.#source.entriesOf(journal, index).entries)
      if (typeof id === 'number' && missing.has(id) && typeof batch === 'number') torn.add(batch);
    return torn;
  }
}
