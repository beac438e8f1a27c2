import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import type { Table } from '../../schema/schema.ts';
import { customersFew, customersMany } from '../../table-facts.ts';
import { type ChangedRow, ownRecord } from './changes.ts';
import type { SearchPage } from './source.ts';

/** An import that brought or changed something of the customer's. */
export interface ImportLine {
  readonly id: number;
  readonly importId: number;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly files: string[];
  readonly rows: ChangedRow[];
}

interface Candidate {
  id: number;
  importId: number;
  at: string;
  undoneAt: string | null;
}

async function importBatches(db: ReadHandle, before: number): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    SELECT id, import_id AS importId, at, undone_at AS undoneAt FROM batches
    WHERE import_id IS NOT NULL AND kind = 'import' AND import_id < ${before}
    ORDER BY import_id DESC`.execute(db);
  return found.rows;
}

/**
 * The imports that made one of a customer's many rows of a table. An import's rows have ids in one
 * stretch, so that the index of the customer's rows tells without reading them.
 */
async function madeMany(
  db: ReadHandle,
  customerId: number,
  { table, index }: { readonly table: Table; readonly index: string },
  importIds: readonly number[],
): Promise<number[]> {
  const rows = sql.table(table);
  const found = await sql<{ id: number }>`
    WITH spans AS MATERIALIZED (
      SELECT value AS id, (SELECT min(id) FROM ${rows} WHERE import_id = value) AS low,
        (SELECT max(id) FROM ${rows} WHERE import_id = value) AS high
      FROM json_each(${JSON.stringify(importIds)}))
    SELECT id FROM spans WHERE EXISTS (
      SELECT 1 FROM ${rows} INDEXED BY ${sql.ref(index)}
      WHERE customer_id = ${customerId} AND id BETWEEN low AND high
        AND +import_id = spans.id)`.execute(db);
  return found.rows.map((row) => row.id);
}

/** Which of the imports made a row of the customer's. */
async function madeBy(
  db: ReadHandle,
  customerId: number,
  importIds: readonly number[],
): Promise<Set<number>> {
  const parts = customersFew.map(
    (table) => sql`SELECT import_id FROM ${sql.table(table)} WHERE customer_id = ${customerId}`,
  );
  const found = await sql<{ importId: number | null }>`
    SELECT import_id AS importId FROM customers WHERE id = ${customerId}
    UNION ${sql.join(parts, sql` UNION `)}`.execute(db);
  const made = new Set(found.rows.flatMap(({ importId }) => importId ?? []));
  for (const many of customersMany)
    for (const id of await madeMany(db, customerId, many, importIds)) made.add(id);
  return made;
}

/** What those batches changed of the customer's; looked up by the stretch each has in the journal. */
async function changedBy(
  db: ReadHandle,
  customerId: number,
  batchIds: readonly number[],
): Promise<Map<number, ChangedRow[]>> {
  const found = await sql<ChangedRow & { batchId: number; isOwn: 0 | 1 }>`
    WITH spans AS MATERIALIZED (
      SELECT value AS id, (SELECT min(id) FROM journal WHERE batch_id = value) AS low,
        (SELECT max(id) FROM journal WHERE batch_id = value) AS high
      FROM json_each(${JSON.stringify(batchIds)}))
    SELECT j.batch_id AS batchId, j.entity, j.before, j.after, j.entity IN ${ownRecord} AS isOwn
    FROM spans CROSS JOIN journal j ON j.owner_id = ${customerId}
      AND j.id BETWEEN spans.low AND spans.high AND j.batch_id = spans.id`.execute(db);
  const changes = new Map<number, ChangedRow[]>();
  for (const { batchId, isOwn, ...row } of found.rows)
    changes.set(batchId, [...(changes.get(batchId) ?? []), ...(isOwn === 1 ? [row] : [])]);
  return changes;
}

async function filesOf(
  db: ReadHandle,
  importIds: readonly number[],
): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('import_sources')
    .select(['import_id', 'file_name'])
    .where('import_id', 'in', [...importIds])
    .orderBy('id')
    .execute();
  const files = new Map<number, string[]>();
  for (const row of rows)
    files.set(row.import_id, [...new Set([...(files.get(row.import_id) ?? []), row.file_name])]);
  return files;
}

export interface ImportLines {
  readonly lines: ImportLine[];
  /** Everything from this import on was looked at; null: down to the first. */
  readonly reached: string | null;
}

/** Imports that made or changed something of one customer's, newest first, down to `since`. */
export async function timelineImports(db: ReadHandle, page: SearchPage): Promise<ImportLines> {
  const { customerId, after, limit, since } = page;
  const before = after === null ? Number.MAX_SAFE_INTEGER : Number(after.key);
  const all = await importBatches(db, before);
  const batches = all.filter((batch) => since === null || batch.at >= since);
  const oldest = batches.at(-1) ?? null;
  if (oldest === null) return { lines: [], reached: all.length === 0 ? null : String(before) };
  const made = await madeBy(
    db,
    customerId,
    batches.map((batch) => batch.importId),
  );
  const changes = await changedBy(
    db,
    customerId,
    batches.map((batch) => batch.id),
  );
  const lines = batches
    .filter((batch) => made.has(batch.importId) || changes.has(batch.id))
    .slice(0, limit);
  const files = await filesOf(
    db,
    lines.map((line) => line.importId),
  );
  return {
    reached: batches.length === all.length ? null : String(oldest.importId),
    lines: lines.map((line) => ({
      ...line,
      files: files.get(line.importId) ?? [],
      rows: changes.get(line.id) ?? [],
    })),
  };
}
