import type { Staging } from './staging.ts';

/** Tables of planned rows: those of the shop's database, without the import's id and the time. */
export const plannedColumns = {
  customers: 'id, kind, name, name_key, birthday_on, gender, occupation, source, tax_id, note',
  contact_points: 'id, customer_id, kind, value, match_key, position',
  customer_identifiers: 'id, customer_id, scheme, value',
  addresses: 'id, customer_id, street, district, city, province, postal_code, position',
  customer_tags: 'id, customer_id, tag',
  products: 'id, name, name_key, sku, category, unit, cost_minor',
  sales:
    'id, match_key, number, sold_on, sold_at, customer_id, kind, status, discount_minor, ' +
    'shipping_minor, total_minor, revenue_minor, is_purchase, payment_method, note',
  sale_lines:
    'id, sale_id, position, product_id, quantity_e4, unit_price_e4, discount_minor, amount_minor',
  interactions:
    'id, customer_id, channel, direction, topic, happened_at, has_time, text, outcome, handled_by',
  follow_ups: 'id, customer_id, cause, reason, first_due_on, due_on, done_at, done_on',
  complaints:
    'id, number, kind, customer_id, channel, severity, title, words, product_id, sale_id, state, ' +
    'received_at, has_time, answer_due_at, resolution_due_at, answered_at, answer, cause, ' +
    'cause_key, cause_note, diagnosed_at, solution, resolved_at, is_first_contact, improved_at, ' +
    'closed_at, handled_by',
  complaint_events: 'id, complaint_id, move, from_state, to_state, at, note',
  compensations:
    'id, complaint_id, customer_id, kind, amount_minor, cost_minor, is_within_authority, ' +
    'given_on, note',
} as const;

export type PlannedTable = keyof typeof plannedColumns;
/** In an order in which no row comes before one it refers to. */
export const plannedTables = Object.keys(plannedColumns) as readonly PlannedTable[];

export type Value = string | number | null;

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
`;

function plannedTableSql(table: PlannedTable): string {
  const columns = plannedColumns[table].split(', ').slice(1).join(', ');
  return `DROP TABLE IF EXISTS new_${table};
    CREATE TABLE new_${table} (id INTEGER PRIMARY KEY, ${columns});`;
}

/** Empties the plan of a former check. */
export function resetPlan(staging: Staging): void {
  staging.raw.exec(plannedTables.map(plannedTableSql).join('\n') + outcomeTables);
}

/** Writes planned rows of one table; values in the order of `plannedColumns`. */
export function plannedInsert(
  staging: Staging,
  table: PlannedTable,
): (...values: readonly Value[]) => void {
  const columns = plannedColumns[table];
  const marks = columns.split(', ').map(() => '?');
  const insert = staging.raw.prepare(
    `INSERT INTO new_${table} (${columns}) VALUES (${marks.join(', ')})`,
  );
  return (...values) => {
    insert.run(...values);
  };
}

/** One change to a row that is there already: only the columns that change. */
export interface PlannedChange {
  readonly entity: PlannedTable;
  readonly id: number;
  readonly ownerId: number | null;
  readonly before: Readonly<Record<string, Value>>;
  readonly after: Readonly<Record<string, Value>>;
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

/** The rows of one source and what becomes of each, by index: numbers ascending, a code each. */
export interface SourceOutcomes {
  readonly numbers: Int32Array;
  readonly codes: Uint8Array;
}

export function writeOutcomes(
  staging: Staging,
  sourceId: number,
  { numbers, codes }: SourceOutcomes,
): void {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  staging.raw
    .prepare('INSERT INTO outcomes VALUES (?, ?, ?)')
    .run(sourceId, bytes, Buffer.from(codes));
}

export function readOutcomes(staging: Staging, sourceId: number): SourceOutcomes | null {
  const stored = staging.raw
    .prepare('SELECT numbers, outcomes FROM outcomes WHERE source_id = ?')
    .get(sourceId) as { numbers: Buffer; outcomes: Buffer } | undefined;
  if (stored === undefined) return null;
  const copy = new Uint8Array(stored.numbers);
  return { numbers: new Int32Array(copy.buffer), codes: new Uint8Array(stored.outcomes) };
}

export interface StoredProblem {
  readonly id: number;
  readonly source_id: number;
  readonly problem: string;
  readonly position: number | null;
  readonly value: string | null;
  readonly outcome: string;
  readonly rows: number;
}

export function writeProblems(
  staging: Staging,
  groups: readonly StoredProblem[],
  pairs: Iterable<readonly [sourceId: number, row: number, group: number]>,
): void {
  const group = staging.raw.prepare('INSERT INTO problem_groups VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const each of groups) {
    const { id, source_id, problem, position, value, outcome, rows } = each;
    group.run(id, source_id, problem, position, value, outcome, rows);
  }
  const pair = staging.raw.prepare('INSERT OR IGNORE INTO row_problems VALUES (?, ?, ?)');
  for (const each of pairs) pair.run(...each);
}

/** Rows of a source that have a problem (and value, where one is given), ascending. */
export function rowsWithProblem(
  staging: Staging,
  sourceId: number,
  problem: string,
  value: string | null,
): number[] {
  return staging.raw
    .prepare(
      `SELECT DISTINCT p.row_number FROM row_problems p JOIN problem_groups g ON g.id = p.group_id
       WHERE p.source_id = :sourceId AND g.problem = :problem
         AND (:value IS NULL OR g.value = :value)
       ORDER BY p.row_number`,
    )
    .pluck()
    .all({ sourceId, problem, value }) as number[];
}

/** The first problem of each of these rows. */
export function firstProblems(
  staging: Staging,
  sourceId: number,
  rowNumbers: readonly number[],
): Map<number, string> {
  const rows = staging.raw
    .prepare(
      `SELECT p.row_number AS row, g.problem AS problem
       FROM row_problems p JOIN problem_groups g ON g.id = p.group_id
       WHERE p.source_id = ? AND p.row_number IN (SELECT value FROM json_each(?))
       ORDER BY p.row_number, p.group_id DESC`,
    )
    .all(sourceId, JSON.stringify(rowNumbers)) as { row: number; problem: string }[];
  return new Map(rows.map(({ row, problem }) => [row, problem]));
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
  update(id: number, values: Readonly<Record<string, Value>>): void;
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
