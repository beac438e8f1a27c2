import type { RawHandle } from '../file/client.ts';

/** Tables whose rows belong to the user: every change to one is recorded, so it can be taken back. */
export const journalledTables = [
  'customers',
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
  'products',
  'sales',
  'sale_lines',
  'interactions',
  'follow_ups',
  'complaints',
  'complaint_events',
  'compensations',
  'corrective_actions',
  'saved_filters',
  'reviews',
  'reply_templates',
  'guarantee_policies',
  'claims',
] as const;
export type JournalledTable = (typeof journalledTables)[number];

export type RowValues = Readonly<Record<string, string | number | null>>;

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
export function ownerOf(table: JournalledTable, row: RowValues): number | null {
  if (table === 'customers') return Number(row.id);
  const owner = row.customer_id;
  return typeof owner === 'number' ? owner : null;
}

export function readRow(raw: RawHandle, table: JournalledTable, id: number): RowValues | null {
  const row = raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id);
  return row === undefined ? null : (row as RowValues);
}

function record(
  raw: RawHandle,
  batchId: number,
  table: JournalledTable,
  id: number,
  before: RowValues | null,
  after: RowValues | null,
): void {
  const owner = ownerOf(table, after ?? before ?? {});
  raw
    .prepare(
      `INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      batchId,
      table,
      id,
      owner,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
    );
}

/** Inserts a row and records it. Returns its id. */
export function insertRow(
  raw: RawHandle,
  batchId: number,
  table: JournalledTable,
  values: RowValues,
): number {
  const columns = Object.keys(values);
  const id = Number(
    raw
      .prepare(
        `INSERT INTO ${table} (${columns.join(', ')})
         VALUES (${columns.map(() => '?').join(', ')}) RETURNING id`,
      )
      .pluck()
      .get(...Object.values(values)),
  );
  record(raw, batchId, table, id, null, readRow(raw, table, id));
  return id;
}

/** Changes the given columns of a row and records what they were. Nothing happens when nothing differs. */
export function updateRow(
  raw: RawHandle,
  batchId: number,
  table: JournalledTable,
  id: number,
  values: RowValues,
): boolean {
  const before = readRow(raw, table, id);
  if (before === null) return false;
  const changed = Object.entries(values).filter(([column, value]) => before[column] !== value);
  if (changed.length === 0) return false;
  raw
    .prepare(
      `UPDATE ${table} SET ${changed.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`,
    )
    .run(...changed.map(([, value]) => value), id);
  record(raw, batchId, table, id, before, readRow(raw, table, id));
  return true;
}

/** Removes a row and records it whole. */
export function deleteRow(
  raw: RawHandle,
  batchId: number,
  table: JournalledTable,
  id: number,
): boolean {
  const before = readRow(raw, table, id);
  if (before === null) return false;
  raw.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  record(raw, batchId, table, id, before, null);
  return true;
}
