import { AppFailure } from '#shared/errors.ts';
import type { RawHandle } from '../file/client.ts';
import type { OwnTable } from '../table-facts.ts';

export type RowValues = Readonly<Record<string, string | number | null>>;

/** One row of the owner's. */
export interface RowRef {
  readonly table: OwnTable;
  readonly id: number;
}

export interface BatchRequest {
  readonly kind: 'create' | 'edit' | 'delete' | 'import' | 'undo';
  /** What it was done to, for the undo message: a name, or a file's name. */
  readonly label: string;
  /** ISO instant. */
  readonly at: string;
  readonly importId?: number;
  readonly undoes?: number;
}

/** Opens a batch: the unit in which changes are taken back. */
export function openBatch(raw: RawHandle, batch: BatchRequest): number {
  const row = raw
    .prepare(
      'INSERT INTO batches (kind, label, at, import_id, undoes) VALUES (?, ?, ?, ?, ?) RETURNING id',
    )
    .pluck()
    .get(batch.kind, batch.label, batch.at, batch.importId ?? null, batch.undoes ?? null);
  return Number(row);
}

/** The customer a row belongs to, so that a customer's history finds it. */
export function ownerOf(table: OwnTable, row: RowValues): number | null {
  if (table === 'customers') return Number(row.id);
  const owner = row.customer_id;
  return typeof owner === 'number' ? owner : null;
}

/** The row as it is now; null: there is none. */
export function readRow(raw: RawHandle, { table, id }: RowRef): RowValues | null {
  const row = raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
  return row === undefined ? null : (row as RowValues);
}

/** What a batch did to one row: null before, it was made; null after, it was taken away. */
interface Change {
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

function record(raw: RawHandle, batchId: number, row: RowRef, { before, after }: Change): void {
  const owner = ownerOf(row.table, after ?? before ?? {});
  const texts = [before, after].map((values) => (values === null ? null : JSON.stringify(values)));
  raw
    .prepare(
      `INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(batchId, row.table, row.id, owner, ...texts);
}

/** The row, which must be there: what is to be changed was read in the same transaction. */
function requireRow(raw: RawHandle, row: RowRef): RowValues {
  const found = readRow(raw, row);
  if (found === null) throw new AppFailure({ code: 'NOT_FOUND', entity: row.table });
  return found;
}

/** Runs a statement on one row, and sees that it was one. */
function runOnce(raw: RawHandle, sql: string, bound: readonly unknown[]): void {
  const { changes } = raw.prepare(sql).run(...bound);
  if (changes !== 1) throw new Error(`${changes} rows instead of one: ${sql}`);
}

/** Inserts a row and records it. Returns its id. */
export function insertRow(
  raw: RawHandle,
  batchId: number,
  table: OwnTable,
  values: RowValues,
): number {
  const columns = Object.keys(values);
  const insert = raw.prepare(
    `INSERT INTO ${table} (${columns.join(', ')})
     VALUES (${columns.map(() => '?').join(', ')}) RETURNING id`,
  );
  const id = Number(insert.pluck().get(...Object.values(values)));
  const row = { table, id };
  record(raw, batchId, row, { before: null, after: requireRow(raw, row) });
  return id;
}

/**
 * Changes the given columns of a row and records what they were. False: they hold that already, and
 * nothing is recorded. Fails with NOT_FOUND where there is no such row.
 */
export function updateRow(
  raw: RawHandle,
  batchId: number,
  row: RowRef,
  values: RowValues,
): boolean {
  const before = requireRow(raw, row);
  const changed = Object.entries(values).filter(([column, value]) => before[column] !== value);
  if (changed.length === 0) return false;
  const sets = changed.map(([column]) => `${column} = ?`).join(', ');
  const bound = [...changed.map(([, value]) => value), row.id];
  runOnce(raw, `UPDATE ${row.table} SET ${sets} WHERE id = ?`, bound);
  record(raw, batchId, row, { before, after: requireRow(raw, row) });
  return true;
}

/** Removes a row and records it whole. Fails with NOT_FOUND where there is no such row. */
export function deleteRow(raw: RawHandle, batchId: number, row: RowRef): void {
  const before = requireRow(raw, row);
  runOnce(raw, `DELETE FROM ${row.table} WHERE id = ?`, [row.id]);
  record(raw, batchId, row, { before, after: null });
}

/** One value of one column of a table, wherever it stands, and what it becomes. */
export interface Replacement {
  readonly table: OwnTable;
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** Records at once rows that were just made. `from`: which, `t`, and in which order, as SQL after FROM. */
export function recordMade(
  raw: RawHandle,
  batchId: number,
  made: {
    readonly table: OwnTable;
    readonly from: string;
    readonly bound: Readonly<Record<string, number>>;
  },
): void {
  const { table, from, bound } = made;
  const { row, owner } = rowSql(raw, table);
  raw
    .prepare(
      `INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT @batchId, @table, t.id, ${owner}, NULL, ${row((name) => `t.${name}`)} FROM ${from}`,
    )
    .run({ batchId, table, ...bound });
}

/** Many rows that get a new value in one column. */
interface Many {
  readonly table: OwnTable;
  readonly column: string;
  /** The new value, as SQL. */
  readonly value: string;
  /** The rows, `t`, and in which order, as SQL after FROM. */
  readonly from: string;
}

/** A row of a table, `t`, as the journal keeps it, each column written by the caller, and whose it is; as SQL. */
function rowSql(raw: RawHandle, table: OwnTable) {
  const columns = raw
    .prepare('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table) as string[];
  const row = (write: (name: string) => string) =>
    `json_object(${columns.map((name) => `'${name}', ${write(name)}`).join(', ')})`;
  return { row, owner: columns.includes('customer_id') ? 't.customer_id' : 'NULL' };
}

/** Records at once what is about to be done to many rows. */
export function recordMany(
  raw: RawHandle,
  batchId: number,
  { table, column, value, from }: Many,
  bound: Readonly<Record<string, number>> = {},
): void {
  const { row: rowAs, owner } = rowSql(raw, table);
  raw
    .prepare(
      `INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT @batchId, @table, t.id, ${owner}, ${rowAs((name) => `t.${name}`)},
         ${rowAs((name) => (name === column ? value : `t.${name}`))}
       FROM ${from}`,
    )
    .run({ batchId, table, ...bound });
}

/** Replaces a value in every row that has it, and records each: many rows at once. Returns how many. */
export function replaceInRows(
  raw: RawHandle,
  batchId: number,
  { table, column, from, to }: Replacement,
): number {
  const rows = `${table} t WHERE t.${column} = @from ORDER BY t.id`;
  recordMany(raw, batchId, { table, column, value: '@to', from: rows }, { from, to });
  return raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(to, from).changes;
}
