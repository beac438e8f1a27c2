import type { RawHandle } from '#db/file/client.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** A row of the journal as a test counts it: read whole, and gone through in plain code. */
export interface CountedRow {
  readonly id: number;
  readonly batchId: number;
  readonly entity: string;
  readonly entityId: number;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** Every row of the journal, in its order. */
export function journalRows(raw: RawHandle): CountedRow[] {
  const rows = raw.prepare('SELECT * FROM journal ORDER BY id').all() as {
    [column: string]: unknown;
  }[];
  const parsed = (text: unknown) => (text === null ? null : (JSON.parse(String(text)) as Values));
  return rows.map((row) => ({
    id: Number(row['id']),
    batchId: Number(row['batch_id']),
    entity: String(row['entity']),
    entityId: Number(row['entity_id']),
    before: parsed(row['before']),
    after: parsed(row['after']),
  }));
}

/** How many records of each table the rows are about. */
export function recordCounts(rows: readonly CountedRow[]): Record<string, number> {
  const tables = [...new Set(rows.map(({ entity }) => entity))];
  const idsOf = (table: string) =>
    new Set(rows.filter(({ entity }) => entity === table).map(({ entityId }) => entityId));
  return Object.fromEntries(tables.map((table) => [table, idsOf(table).size]));
}

/** The columns that the row holds otherwise than before, as text. */
export function differences({ before, after }: CountedRow): Record<string, [string, string]> {
  const text = (values: Values | null, column: string) => String(values?.[column] ?? '');
  const found: Record<string, [string, string]> = {};
  for (const column of Object.keys({ ...before, ...after }))
    if (text(before, column) !== text(after, column))
      found[column] = [text(before, column), text(after, column)];
  return found;
}
