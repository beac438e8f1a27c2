import type { RawHandle } from '../../file/client.ts';
import { attach } from '../../file/protection.ts';
import {
  carries,
  isBroughtUnmarked,
  type PlannedTable,
  partsOf,
  planColumns,
  plannedTables,
  searchedTables,
} from '../../table-facts.ts';

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
/** Lets a connection read a draft's plan as `plan`. Not inside a transaction. */
export function attachPlan(raw: RawHandle, stagingPath: string): void {
  attach(raw, stagingPath, 'plan');
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

/** The import's marks that a table carries, by column; the others are not bound at all. */
function marksOf(table: PlannedTable, { importId, at }: ImportMark): Record<string, unknown> {
  return {
    ...(carries(table, 'import_id') ? { import_id: importId } : {}),
    ...(carries(table, 'created_at') ? { created_at: at } : {}),
  };
}

function insertSql(table: PlannedTable, marks: readonly string[]): string {
  const columns = planColumns(table);
  return `INSERT INTO main.${table} (${[...columns, ...marks].join(', ')})
    SELECT ${[...columns, ...marks.map((name) => `:${name}`)].join(', ')}
    FROM plan.new_${table} WHERE id > :from AND id <= :to`;
}

/**
 * Copies the planned new rows, some thousand a step; each step yields how many it wrote. One may point to
 * another of its own kind that comes in a later step.
 */
export function* insertPlanned(raw: RawHandle, mark: ImportMark): Generator<number> {
  raw.pragma('defer_foreign_keys = ON');
  for (const table of plannedTables) {
    const { low, high } = raw
      .prepare(
        `SELECT coalesce(min(id), 1) - 1 AS low, coalesce(max(id), 0) AS high FROM plan.new_${table}`,
      )
      .get() as { low: number; high: number };
    const marks = marksOf(table, mark);
    const insert = raw.prepare(insertSql(table, Object.keys(marks)));
    for (let from = low; from < high; from += chunkRows) {
      const to = Math.min(from + chunkRows, high);
      yield insert.run({ from, to, ...marks }).changes;
    }
  }
  raw.pragma('defer_foreign_keys = OFF');
}

/**
 * Journals the parts that were added to what was there before and that do not say themselves which
 * import brought them, such as the steps of a complaint.
 */
export function journalAddedParts(raw: RawHandle, mark: ImportMark): void {
  for (const whole of plannedTables)
    for (const { from, column } of partsOf(whole)) {
      if (!isBroughtUnmarked(from)) continue;
      const fields = planColumns(from).map((name) => `'${name}', p.${name}`);
      raw
        .prepare(
          `INSERT INTO main.journal (batch_id, entity, entity_id, owner_id, before, after)
           SELECT ?, '${from}', p.id, NULL, NULL, json_object(${fields.join(', ')})
           FROM plan.new_${from} p JOIN main.${whole} w ON w.id = p.${column}
           WHERE w.import_id IS NOT ? ORDER BY p.id`,
        )
        .run(mark.batchId, mark.importId);
    }
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
  const added = searchedTables.map(
    ({ table, column }) => `SELECT ${column} FROM plan.new_${table}`,
  );
  const changed = 'SELECT owner_id FROM plan.changes WHERE owner_id IS NOT NULL';
  return raw
    .prepare([...added, changed].join(' UNION '))
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
  return Number(
    raw
      .prepare(
        `INSERT INTO import_sources (import_id, file_name, sheet_name, file_sha256, layout_key,
           header_row, columns, counts)
         VALUES (:importId, :fileName, :sheetName, :sha256, :layoutKey, :headerRow, :columns, :counts)
         RETURNING id`,
      )
      .pluck()
      .get({ importId, ...source }),
  );
}

/** What became of one row; one that is not recorded was added without any remark. */
export interface RowRecord {
  readonly sourceId: number;
  readonly row: number;
  readonly outcome: string;
  readonly reason: string | null;
  /** JSON. */
  readonly cells: string | null;
}

/** Prepares the record of single rows. */
export function importRowInsert(raw: RawHandle): (record: RowRecord) => void {
  const insert = raw.prepare(
    `INSERT INTO import_rows (source_id, row_number, outcome, reason, cells)
     VALUES (:sourceId, :row, :outcome, :reason, :cells)`,
  );
  return (record) => {
    insert.run(record);
  };
}
