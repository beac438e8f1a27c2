import type { RawHandle } from '../../file/client.ts';
import { type PlannedTable, plannedColumns, plannedTables } from '../../staging/plan.ts';

/** What every row of an import carries. */
export interface ImportMark {
  readonly importId: number;
  readonly batchId: number;
  /** ISO instant. */
  readonly at: string;
}

/** Rows one statement writes: under a fifth of a second, so that a cancel is seen in time. */
const chunkRows = 5000;
const changeChunk = 500;
const dated: ReadonlySet<PlannedTable> = new Set([
  'customers',
  'products',
  'sales',
  'interactions',
  'follow_ups',
  'complaints',
]);
/** Parts that carry no import of their own: what the whole does, they do. */
const unmarked: ReadonlySet<PlannedTable> = new Set(['complaint_events']);

/** Lets a connection read a draft's plan as `plan`. Not inside a transaction. */
export function attachPlan(raw: RawHandle, stagingPath: string): void {
  raw.prepare('ATTACH ? AS plan').run(stagingPath);
}

export function detachPlan(raw: RawHandle): void {
  raw.exec('DETACH plan');
}

/** Planned new rows and changes, to measure progress by. */
export function countPlanned(raw: RawHandle): number {
  const counts = [...plannedTables.map((table) => `new_${table}`), 'changes'].map(
    (table) => `(SELECT count(*) FROM plan.${table})`,
  );
  return Number(
    raw
      .prepare(`SELECT ${counts.join(' + ')}`)
      .pluck()
      .get(),
  );
}

function insertSql(table: PlannedTable): string {
  const columns = plannedColumns[table];
  const mark = unmarked.has(table) ? ['', ''] : [', import_id', ', :importId'];
  const [extra = '', values = ''] = dated.has(table)
    ? [`${mark[0]}, created_at`, `${mark[1]}, :at`]
    : mark;
  return `INSERT INTO main.${table} (${columns}${extra})
    SELECT ${columns}${values} FROM plan.new_${table} WHERE id > :from AND id <= :to`;
}

/** Copies the planned new rows, some thousand a step; each step yields how many it wrote. */
export function* insertPlanned(raw: RawHandle, mark: ImportMark): Generator<number> {
  for (const table of plannedTables) {
    const { low, high } = raw
      .prepare(
        `SELECT coalesce(min(id), 1) - 1 AS low, coalesce(max(id), 0) AS high FROM plan.new_${table}`,
      )
      .get() as { low: number; high: number };
    const insert = raw.prepare(insertSql(table));
    for (let from = low; from < high; from += chunkRows) {
      const to = Math.min(from + chunkRows, high);
      const { importId, at } = mark;
      const marks = unmarked.has(table) ? {} : { importId };
      yield insert.run({ from, to, ...marks, ...(dated.has(table) ? { at } : {}) }).changes;
    }
  }
}

/**
 * Journals the steps that were added to complaints which were there before: the steps themselves do
 * not say which import brought them.
 */
export function journalAddedSteps(raw: RawHandle, mark: ImportMark): void {
  raw
    .prepare(
      `INSERT INTO main.journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT ?, 'complaint_events', e.id, NULL, NULL, json_object('id', e.id,
         'complaint_id', e.complaint_id, 'move', e.move, 'from_state', e.from_state,
         'to_state', e.to_state, 'at', e.at, 'note', e.note)
       FROM plan.new_complaint_events e JOIN main.complaints c ON c.id = e.complaint_id
       WHERE c.import_id IS NOT ? ORDER BY e.id`,
    )
    .run(mark.batchId, mark.importId);
}

interface StoredChange {
  id: number;
  entity: PlannedTable;
  entity_id: number;
  after: string;
}

/** Carries out the planned changes and journals them with what was there before. */
export function* changePlanned(raw: RawHandle, mark: ImportMark): Generator<number> {
  const page = raw.prepare(
    `SELECT id, entity, entity_id, after FROM plan.changes WHERE id > ? ORDER BY id LIMIT ${changeChunk}`,
  );
  const journal = raw.prepare(
    `INSERT INTO main.journal (batch_id, entity, entity_id, owner_id, before, after)
     SELECT ?, entity, entity_id, owner_id, before, after FROM plan.changes
     WHERE id BETWEEN ? AND ? ORDER BY id`,
  );
  const updates = new Map<string, (values: readonly unknown[]) => void>();
  let rows = page.all(0) as StoredChange[];
  while (rows.length > 0) {
    for (const { entity, entity_id, after } of rows) {
      const values = JSON.parse(after) as Record<string, unknown>;
      const columns = Object.keys(values);
      const key = `${entity}|${columns.join('|')}`;
      let update = updates.get(key);
      if (update === undefined) {
        const sets = columns.map((column) => `${column} = ?`).join(', ');
        const statement = raw.prepare(`UPDATE main.${entity} SET ${sets} WHERE id = ?`);
        update = (bound) => {
          if (statement.run(...bound).changes !== 1) throw new Error(`no ${entity} to change`);
        };
        updates.set(key, update);
      }
      update([...Object.values(values), entity_id]);
    }
    const [first, last] = [rows[0]?.id ?? 0, rows.at(-1)?.id ?? 0];
    journal.run(mark.batchId, first, last);
    yield rows.length;
    rows = page.all(last) as StoredChange[];
  }
}

/** Customers whose search text follows: new ones and those that something was changed or added to. */
export function plannedCustomers(raw: RawHandle): number[] {
  return raw
    .prepare(
      `SELECT id FROM plan.new_customers
       UNION SELECT owner_id FROM plan.changes WHERE owner_id IS NOT NULL
       UNION SELECT customer_id FROM plan.new_contact_points
       UNION SELECT customer_id FROM plan.new_addresses
       UNION SELECT customer_id FROM plan.new_customer_tags`,
    )
    .pluck()
    .all() as number[];
}

/** Starts the record of an import. */
export function insertImport(raw: RawHandle, at: string, summary: string): number {
  return Number(
    raw
      .prepare("INSERT INTO imports (status, done_at, summary) VALUES ('done', ?, ?) RETURNING id")
      .pluck()
      .get(at, summary),
  );
}

/** One sheet of an import, as it was read. */
export interface SourceRecord {
  readonly fileName: string;
  readonly sheetName: string | null;
  readonly sha256: string;
  readonly layoutKey: string;
  readonly headerRow: number | null;
  /** JSON. */
  readonly columns: string;
  /** JSON. */
  readonly counts: string;
}

export function insertImportSource(raw: RawHandle, importId: number, source: SourceRecord): number {
  const { fileName, sheetName, sha256, layoutKey, headerRow, columns, counts } = source;
  return Number(
    raw
      .prepare(
        `INSERT INTO import_sources (import_id, file_name, sheet_name, file_sha256, layout_key,
           header_row, columns, counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      )
      .pluck()
      .get(importId, fileName, sheetName, sha256, layoutKey, headerRow, columns, counts),
  );
}

/** Prepares the record of single rows; a row that is not recorded was added without any remark. */
export function importRowInsert(
  raw: RawHandle,
): (
  sourceId: number,
  row: number,
  outcome: string,
  reason: string | null,
  cells: string | null,
) => void {
  const insert = raw.prepare('INSERT INTO import_rows VALUES (?, ?, ?, ?, ?)');
  return (...values) => {
    insert.run(...values);
  };
}
