import type { RawHandle } from '../../file/client.ts';
import type { CarriedTable } from '../../table-facts.ts';

/** A column of a table, as SQL names it. */
export interface CarriedColumn {
  readonly name: string;
  /** It holds whole numbers; else text. */
  readonly isNumber: boolean;
}

interface ColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

function factsOf(raw: RawHandle, table: string): ColumnFacts[] {
  return raw.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as ColumnFacts[];
}

/** The columns of a table in their order; none where the file has no such table. */
export function carriedColumns(raw: RawHandle, table: string): readonly CarriedColumn[] {
  return factsOf(raw, table).map(({ name, type }) => ({ name, isNumber: type === 'INTEGER' }));
}

export function countCarried(raw: RawHandle, table: CarriedTable): number {
  return Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

/** The highest id that a table has ever given out; null: its rows have none. */
export function lastIdOf(raw: RawHandle, table: CarriedTable): number | null {
  const id = raw.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table);
  return typeof id === 'number' ? id : null;
}

/** Every row of a table by its key, the trash included, each value as text: whole numbers lose no digit. */
export function* carriedRows(
  raw: RawHandle,
  table: CarriedTable,
): Generator<readonly (string | null)[]> {
  const facts = factsOf(raw, table);
  const key = facts
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => name);
  const columns = facts.map(({ name }) => `"${name}"`);
  const rows = raw
    .prepare(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${key.join(', ')}`)
    .raw()
    .safeIntegers()
    .iterate() as IterableIterator<(string | bigint | null)[]>;
  for (const row of rows) yield row.map((value) => (value === null ? null : String(value)));
}
