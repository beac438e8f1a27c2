import { type RawBuilder, sql } from 'kysely';
import type { RecordKind } from '#shared/domain/history/columns.ts';
import { recordKinds } from '#shared/domain/history/columns.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { StoredBatch } from './read.ts';

/** The place of a batch in the list: when it was, and its id. */
export interface BatchCursor {
  readonly at: string;
  readonly id: number;
}

export interface BatchRequest {
  /** Instants: from the first on, before the second. */
  readonly from: string | null;
  readonly before: string | null;
  readonly kinds: readonly StoredBatch['kind'][];
  readonly records: readonly RecordKind[];
  readonly after: BatchCursor | null;
  readonly limit: number;
}

/** A page looks at so many batches before it is handed over as it is. */
const lookedAtOnce = 2000;

/** What the report of an import counts of a kind; the rows it made are not in the journal. */
const reported: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  customers: ['customers'],
  products: ['products'],
  sales: ['sales', 'lines'],
  complaints: ['complaints'],
  contacts: ['contacts'],
  dates: ['followUps'],
};

function broughtSql(keys: readonly string[]): RawBuilder<unknown> {
  const counts = keys.flatMap((key) =>
    ['added', 'updated'].map(
      (what) => sql`coalesce(json_extract(i.summary, ${`$.${key}.${what}`}), 0)`,
    ),
  );
  return sql`EXISTS (SELECT 1 FROM imports i
    WHERE i.id = b.import_id AND ${sql.join(counts, sql` + `)} > 0)`;
}

function recordsSql(kinds: readonly RecordKind[]): RawBuilder<unknown> {
  const tables = kinds.flatMap((kind): readonly string[] => recordKinds[kind]);
  const keys = kinds.flatMap((kind) => reported[kind] ?? []);
  const touched = sql`EXISTS (SELECT 1 FROM journal
    WHERE batch_id = b.id AND entity IN (${sql.join(tables)}))`;
  return keys.length === 0 ? touched : sql`(${touched} OR ${broughtSql(keys)})`;
}

/** A batch that changed nothing is no deed. */
const didSomething = sql`(b.kind IN ('import', 'undo')
  OR EXISTS (SELECT 1 FROM journal WHERE batch_id = b.id))`;

function spanSql({ from, before, after }: BatchRequest): RawBuilder<unknown> {
  const conditions = [
    ...(from === null ? [] : [sql`at >= ${from}`]),
    ...(before === null ? [] : [sql`at < ${before}`]),
    ...(after === null ? [] : [sql`(at, id) < (${after.at}, ${after.id})`]),
  ];
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

/**
 * Batches, newest first by when they were. At most `lookedAtOnce` are looked at: a page may hold fewer
 * rows than asked for, or none, and still have a next one.
 */
export async function listBatches(
  db: ReadHandle,
  request: BatchRequest,
): Promise<{ readonly rows: StoredBatch[]; readonly next: BatchCursor | null }> {
  const { kinds, records, limit } = request;
  const span = spanSql(request);
  const inOrder = sql`ORDER BY at DESC, id DESC`;
  const conditions = [
    didSomething,
    ...(kinds.length === 0 ? [] : [sql`b.kind IN (${sql.join(kinds)})`]),
    ...(records.length === 0 ? [] : [recordsSql(records)]),
  ];
  const { rows } = await sql<StoredBatch>`
    SELECT b.id, b.kind, b.label, b.at, b.import_id AS importId, b.undone_at AS undoneAt, b.undoes
    FROM (SELECT id FROM batches ${span} ${inOrder} LIMIT ${lookedAtOnce}) looked
    CROSS JOIN batches b ON b.id = looked.id
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY b.at DESC, b.id DESC LIMIT ${limit}`.execute(
    db,
  );
  const last = rows.at(-1);
  if (rows.length === limit && last !== undefined)
    return { rows, next: { at: last.at, id: last.id } };
  const end = await sql<BatchCursor>`SELECT at, id FROM batches ${span} ${inOrder}
    LIMIT 1 OFFSET ${lookedAtOnce - 1}`.execute(db);
  return { rows, next: end.rows[0] ?? null };
}

/** How many records of a table a batch touched. */
export interface TouchedCount {
  readonly batchId: number;
  readonly entity: string;
  readonly count: number;
}

/** Counted row after row as the index has them: for batches of the owner's own, which commands bound. */
export async function touchedBy(
  db: ReadHandle,
  batchIds: readonly number[],
): Promise<TouchedCount[]> {
  if (batchIds.length === 0) return [];
  const { rows } = await sql<TouchedCount>`
    SELECT batch_id AS batchId, entity, count(DISTINCT entity_id) AS count
    FROM journal INDEXED BY journal_touched WHERE batch_id IN (${sql.join(batchIds)})
    GROUP BY batch_id, entity`.execute(db);
  return rows;
}

/** What the report of an import says that it brought. */
export interface BroughtCount {
  readonly importId: number;
  readonly rowsRead: number;
  readonly customers: number;
  readonly products: number;
  readonly sales: number;
  readonly complaints: number;
  readonly contacts: number;
  readonly dates: number;
}

function sumSql(key: string): RawBuilder<number> {
  const of = (what: string) => sql`coalesce(json_extract(summary, ${`$.${key}.${what}`}), 0)`;
  return sql`${of('added')} + ${of('updated')}`;
}

/** Records that were added or changed, by kind, and how many rows the files had. */
export async function broughtBy(
  db: ReadHandle,
  importIds: readonly number[],
): Promise<BroughtCount[]> {
  if (importIds.length === 0) return [];
  const { rows } = await sql<BroughtCount>`
    SELECT id AS importId, coalesce(json_extract(summary, '$.counts.read'), 0) AS rowsRead,
      ${sumSql('customers')} AS customers, ${sumSql('products')} AS products,
      ${sumSql('sales')} AS sales, ${sumSql('complaints')} AS complaints,
      ${sumSql('contacts')} AS contacts, ${sumSql('followUps')} AS dates
    FROM imports WHERE id IN (${sql.join(importIds)})`.execute(db);
  return rows;
}
