import { openConnection, type RawHandle } from '../file/client.ts';
import { createAt } from '../file/migrate.ts';
import { carriedTables } from '../table-facts.ts';

/** A column as a version of the app made it. */
export interface ModelColumn {
  readonly name: string;
  readonly isNumber: boolean;
  readonly mayBeNull: boolean;
  readonly hasDefault: boolean;
  /** It is the row's own number, which the row does not repeat. */
  readonly isRowid: boolean;
  /** It is a part of the key. */
  readonly isKey: boolean;
}

export interface ModelIndex {
  readonly name: string;
  /** Its columns; empty: it is of something computed. */
  readonly columns: readonly string[];
  /** What rows it has, as SQL; null: all of them. */
  readonly where: string | null;
}

/** A reference to a row of another table. */
export interface ModelReference {
  readonly column: string;
  readonly to: string;
  readonly mayBeNull: boolean;
}

/** A table whose rows are wanted. */
export interface ModelTable {
  readonly name: string;
  /** In the order in which a row holds them. */
  readonly columns: readonly ModelColumn[];
  /** Rows go by their key, and have no number. */
  readonly isKeyed: boolean;
  readonly indexes: readonly ModelIndex[];
  readonly references: readonly ModelReference[];
}

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly dflt_value: string | null;
  readonly pk: number;
}

function columnsOf(raw: RawHandle, table: string, isKeyed: boolean): ModelColumn[] {
  const facts = raw.prepare('SELECT * FROM pragma_table_info(?)').all(table) as ColumnFacts[];
  const key = facts.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
  const ordered = isKeyed ? [...key, ...facts.filter(({ pk }) => pk === 0)] : facts;
  const isNumbered = !isKeyed && key.length === 1 && key[0]?.type === 'INTEGER';
  return ordered.map(({ name, type, notnull, dflt_value, pk }) => ({
    name,
    isNumber: type === 'INTEGER',
    mayBeNull: notnull === 0 && pk === 0,
    hasDefault: dflt_value !== null,
    isRowid: isNumbered && pk > 0,
    isKey: pk > 0,
  }));
}

function indexesOf(raw: RawHandle, table: string): ModelIndex[] {
  const rows = raw
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?")
    .raw()
    .all(table) as [string, string | null][];
  const columns = raw.prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck();
  return rows.map(([name, sql]) => {
    const names = columns.all(name) as (string | null)[];
    const isPlain = names.every((one) => one !== null);
    return {
      name,
      columns: isPlain ? names : [],
      where: sql?.split(/\sWHERE\s/)[1]?.trim() ?? null,
    };
  });
}

function referencesOf(
  raw: RawHandle,
  table: string,
  columns: readonly ModelColumn[],
): ModelReference[] {
  const rows = raw.prepare('SELECT "from", "table" FROM pragma_foreign_key_list(?)').raw();
  return (rows.all(table) as [string, string][]).map(([column, to]) => ({
    column,
    to,
    mayBeNull: columns.find(({ name }) => name === column)?.mayBeNull === true,
  }));
}

/** The tables that hold what cannot be computed again, as a version of the app had them. */
export async function tablesAt(version: number): Promise<readonly ModelTable[]> {
  const { raw, close } = openConnection(':memory:', { isNew: true });
  try {
    createAt(raw, version);
    const list = raw.prepare("SELECT name, wr FROM pragma_table_list WHERE schema = 'main'").raw();
    const keyed = new Map(list.all() as [string, 0 | 1][]);
    const there = carriedTables.filter((name) => keyed.has(name));
    return there.map((name) => {
      const isKeyed = keyed.get(name) === 1;
      const columns = columnsOf(raw, name, isKeyed);
      const references = referencesOf(raw, name, columns);
      return { name, columns, isKeyed, indexes: indexesOf(raw, name), references };
    });
  } finally {
    await close();
  }
}
