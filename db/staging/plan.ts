import {
  type PlannedRow,
  type PlannedTable,
  type PlannedValue,
  planColumns,
  plannedTables,
} from '../table-facts.ts';
import type { Staging } from './staging.ts';

const outcomeTables = `
DROP TABLE IF EXISTS plan;
CREATE TABLE plan (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
DROP TABLE IF EXISTS changes;
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  owner_id INTEGER,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
DROP TABLE IF EXISTS outcomes;
CREATE TABLE outcomes (
  source_id INTEGER PRIMARY KEY,
  numbers BLOB NOT NULL,
  outcomes BLOB NOT NULL
) STRICT;
DROP TABLE IF EXISTS problem_groups;
CREATE TABLE problem_groups (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  problem TEXT NOT NULL,
  position INTEGER,
  value TEXT,
  outcome TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT;
DROP TABLE IF EXISTS row_problems;
CREATE TABLE row_problems (
  source_id INTEGER NOT NULL,
  row_number INTEGER NOT NULL,
  group_id INTEGER NOT NULL,
  PRIMARY KEY (source_id, row_number, group_id)
) STRICT, WITHOUT ROWID;
DROP TABLE IF EXISTS mended;
CREATE TABLE mended (
  source_id INTEGER NOT NULL,
  row_number INTEGER NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (source_id, row_number)
) STRICT, WITHOUT ROWID;
`;

function plannedTableSql(table: PlannedTable): string {
  const columns = planColumns(table).filter((column) => column !== 'id');
  return `DROP TABLE IF EXISTS new_${table};
    CREATE TABLE new_${table} (id INTEGER PRIMARY KEY, ${columns.join(', ')});`;
}

/** Empties the plan of a former check. */
export function resetPlan(staging: Staging): void {
  staging.raw.exec(plannedTables.map(plannedTableSql).join('\n') + outcomeTables);
}

/** Prepares the writing of planned rows of one table. */
export function plannedInsert<T extends PlannedTable>(
  staging: Staging,
  table: T,
): (row: PlannedRow<T>) => void {
  const columns = planColumns(table);
  const marks = columns.map(() => '?').join(', ');
  const insert = staging.raw.prepare(
    `INSERT INTO new_${table} (${columns.join(', ')}) VALUES (${marks})`,
  );
  return (row) => {
    const named: Readonly<Record<string, PlannedValue>> = row;
    insert.run(columns.map((column) => named[column]));
  };
}

/** One change to a row that is there already: only the columns that change. */
export interface PlannedChange {
  readonly entity: PlannedTable;
  readonly id: number;
  readonly ownerId: number | null;
  readonly before: Readonly<Record<string, PlannedValue>>;
  readonly after: Readonly<Record<string, PlannedValue>>;
}

export function changeInsert(staging: Staging): (change: PlannedChange) => void {
  const insert = staging.raw.prepare(
    'INSERT INTO changes (entity, entity_id, owner_id, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  return ({ entity, id, ownerId, before, after }) => {
    insert.run(entity, id, ownerId, JSON.stringify(before), JSON.stringify(after));
  };
}

/** A plan's own facts: what it was made from, and its report. */
export function writePlanFact(staging: Staging, key: string, value: unknown): void {
  staging.raw
    .prepare('INSERT OR REPLACE INTO plan (key, value) VALUES (?, ?)')
    .run(key, JSON.stringify(value));
}

export function readPlanFact(staging: Staging, key: string): unknown {
  const isThere = staging.raw
    .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'plan'")
    .pluck()
    .get();
  if (isThere === 0) return undefined;
  const text = staging.raw.prepare('SELECT value FROM plan WHERE key = ?').pluck().get(key);
  return text === undefined ? undefined : (JSON.parse(String(text)) as unknown);
}

/** A line as it was planned. */
export interface PlannedLine {
  readonly id: number;
  readonly position: number;
  readonly product_id: number | null;
  readonly quantity_e4: number;
  readonly unit_price_e4: number | null;
  readonly discount_minor: number;
  readonly amount_minor: number;
}

/** Looks at lines planned by an earlier source; the index is made only when somebody asks. */
export function plannedLines(staging: Staging): {
  ofSale(saleId: number): PlannedLine[];
  update(id: number, values: Readonly<Record<string, PlannedValue>>): void;
} {
  let isIndexed = false;
  const index = (): void => {
    if (isIndexed) return;
    isIndexed = true;
    staging.raw.exec('CREATE INDEX IF NOT EXISTS new_sale_lines_sale ON new_sale_lines (sale_id)');
  };
  return {
    ofSale: (saleId) => {
      index();
      return staging.raw
        .prepare('SELECT * FROM new_sale_lines WHERE sale_id = ? ORDER BY position')
        .all(saleId) as PlannedLine[];
    },
    update: (id, values) => {
      const columns = Object.keys(values);
      staging.raw
        .prepare(
          `UPDATE new_sale_lines SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
        )
        .run(...Object.values(values), id);
    },
  };
}
