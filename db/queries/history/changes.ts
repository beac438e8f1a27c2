import { type RawBuilder, sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { customerRecord, isOwnTable, type OwnTable, partsOf } from '../../table-facts.ts';
import { calledSql } from '../customers/name.ts';
import type { StoredBatch } from './read.ts';

/** One row as a batch found and left it. */
export interface RecordedRow {
  readonly id: number;
  readonly batchId: number;
  readonly entity: string;
  readonly entityId: number;
  readonly before: string | null;
  readonly after: string | null;
}

const columns = sql`j.id, j.batch_id AS batchId, j.entity, j.entity_id AS entityId, j.before, j.after`;

/** What one batch did, in the order in which it did it. */
export async function rowsOfBatch(
  db: ReadHandle,
  page: { readonly batchId: number; readonly after: number; readonly limit: number },
): Promise<RecordedRow[]> {
  const { rows } = await sql<RecordedRow>`SELECT ${columns} FROM journal j
    WHERE j.batch_id = ${page.batchId} AND j.id > ${page.after}
    ORDER BY j.id LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** Journal rows of the parts that a record has or, where no import took them away, had. */
function partRows(table: OwnTable, id: number): RawBuilder<unknown>[] {
  return partsOf(table)
    .filter(({ from }) => isOwnTable(from))
    .flatMap(({ from, column }) => [
      sql`SELECT p.id FROM ${sql.table(from)} t CROSS JOIN journal p
        ON p.entity = ${from} AND p.entity_id = t.id WHERE t.${sql.ref(column)} = ${id}`,
      sql`SELECT p.id FROM journal w CROSS JOIN batches b ON b.id = w.batch_id
        CROSS JOIN journal p ON p.batch_id = w.batch_id AND p.entity = ${from}
        WHERE w.entity = ${table} AND w.entity_id = ${id} AND b.import_id IS NULL
          AND coalesce(p.after, p.before) ->> ${column} = ${id}`,
    ]);
}

function idsOfRecord(table: OwnTable, id: number): RawBuilder<unknown> {
  // A customer's own rows have an index of their own.
  if (table === 'customers')
    return sql`SELECT id FROM journal WHERE owner_id = ${id} AND entity IN
      (${sql.join(customerRecord.map((one) => sql.lit(one)))})`;
  const own = sql`SELECT id FROM journal WHERE entity = ${table} AND entity_id = ${id}`;
  return sql.join([own, ...partRows(table, id)], sql` UNION `);
}

/** What was done to one record and its parts, newest first. */
export async function rowsOfRecord(
  db: ReadHandle,
  record: { readonly table: OwnTable; readonly id: number },
  page: { readonly before: number; readonly limit: number },
): Promise<RecordedRow[]> {
  const { rows } = await sql<RecordedRow>`
    SELECT ${columns} FROM (${idsOfRecord(record.table, record.id)}) found
    CROSS JOIN journal j ON j.id = found.id
    WHERE j.id < ${page.before} ORDER BY j.id DESC LIMIT ${page.limit}`.execute(db);
  return rows;
}

export async function readBatches(db: ReadHandle, ids: readonly number[]): Promise<StoredBatch[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('batches as b')
    .select(['b.id', 'b.kind', 'b.label', 'b.at', 'b.import_id as importId'])
    .select(['b.undone_at as undoneAt', 'b.undoes'])
    .where('b.id', 'in', ids)
    .execute();
}

/** What records are called that others name, and where each is found. */
const labels = {
  customers: calledSql('t'),
  products: 't.name',
  sales: 'coalesce(t.number, t.sold_on)',
  complaints: 't.number',
  payments: 'coalesce(t.number, t.paid_on)',
  prospects: 't.title',
  custom_fields: 't.name',
} as const;

export type NamedTable = keyof typeof labels;

export function isNamedTable(table: string): table is NamedTable {
  return table in labels;
}

/** A record that is there, or in the trash. */
export interface NamedRecord {
  readonly id: number;
  readonly name: string;
  readonly isInTrash: 0 | 1;
}

export async function namesOf(
  db: ReadHandle,
  table: NamedTable,
  ids: readonly number[],
): Promise<NamedRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NamedRecord>`
    SELECT t.id, ${sql.raw(labels[table])} AS name, t.deleted_at IS NOT NULL AS isInTrash
    FROM ${sql.table(table)} t WHERE t.id IN (${sql.join(ids)})`.execute(db);
  return rows;
}
