import { sql } from 'kysely';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { LockedPeriod } from '../../file/locked-period.ts';
import type { Table } from '../../schema/schema.ts';
import {
  customerRecord,
  entryOf,
  isOwnTable,
  type OwnTable,
  partsOf,
  type Reference,
  referrersOf,
} from '../../table-facts.ts';

/**
 * Everything that refers to customers and moves when two become one, whatever tables there will be: what is
 * derived follows by itself, and who is somebody else is looked at one by one.
 */
export const referrers: readonly Reference[] = referrersOf('customers').filter(
  ({ from }) => entryOf(from).holds !== 'derived' && from !== 'customers_apart',
);

/** What a customer has on its record, of which it has each once. */
export const recordTables: readonly Reference[] = partsOf('customers').filter(
  ({ from }) => customerRecord.includes(from) && from !== 'consents',
);

/** Two records that are one person: one is kept, what is the other's goes to it. */
export interface MergePair {
  readonly keptId: number;
  readonly otherId: number;
}

/** A row of what is known of somebody. */
export interface RecordRow {
  readonly table: OwnTable;
  readonly id: number;
}

export interface StoredRow {
  readonly id: number;
  readonly [column: string]: string | number | null;
}

/** By what two rows of a record say the same. */
const sameBy: Readonly<Partial<Record<Table, (row: StoredRow) => string>>> = {
  contact_points: (row) => `${row['kind']} ${row['match_key']}`,
  customer_identifiers: (row) => `${row['scheme']} ${row['value']}`,
  customer_tags: (row) => String(row['tag']),
  // Of one field there is one value: the other's stays with it.
  custom_values: (row) => String(row['field_id']),
  addresses: (row) =>
    nameKey(
      ['street', 'district', 'city', 'province', 'postal_code', 'country']
        .map((column) => row[column] ?? '')
        .join(' '),
    ),
};

async function rowsOf(db: ReadHandle, { from, column }: Reference, id: number) {
  const found = await sql<StoredRow>`SELECT * FROM ${sql.table(from)}
    WHERE ${sql.ref(column)} = ${id} ORDER BY id`.execute(db);
  return found.rows;
}

/** The rows of what is known of the other that say what is known of the kept one already. */
export async function saidTwice(
  db: ReadHandle,
  { keptId, otherId }: MergePair,
): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  for (const reference of recordTables) {
    const { from } = reference;
    const keyOf = sameBy[from];
    if (keyOf === undefined || !isOwnTable(from)) continue;
    const known = new Set((await rowsOf(db, reference, keptId)).map(keyOf));
    for (const row of await rowsOf(db, reference, otherId))
      if (known.has(keyOf(row))) found.push({ table: from, id: row.id });
  }
  return found;
}

/** A row of what is known of somebody, for people. */
export interface ShownRow {
  readonly table: 'contact_points' | 'customer_identifiers' | 'addresses' | 'customer_tags';
  readonly id: number;
  readonly kind: string;
  readonly text: string;
  readonly label: string | null;
}

/** What is known of somebody beside the fields, row by row, in the order of its card. */
export async function recordOf(db: ReadHandle, id: number): Promise<ShownRow[]> {
  const found = await sql<ShownRow>`SELECT "table", id, kind, text, label FROM (
      SELECT 'contact_points' AS "table", id, kind, value AS text, label, position AS place
        FROM contact_points WHERE customer_id = ${id}
      UNION ALL SELECT 'addresses', id, '', concat_ws(', ', nullif(street, ''), nullif(district, ''),
          nullif(city, ''), nullif(province, ''), nullif(postal_code, ''), nullif(country, '')),
          label, position FROM addresses WHERE customer_id = ${id}
      UNION ALL SELECT 'customer_tags', id, '', tag, NULL, 0 FROM customer_tags WHERE customer_id = ${id}
      UNION ALL SELECT 'customer_identifiers', id, scheme, value, NULL, 0
        FROM customer_identifiers WHERE customer_id = ${id})
    ORDER BY "table" = 'customer_identifiers', "table" = 'customer_tags', "table" = 'addresses',
      place, id`.execute(db);
  return found.rows;
}

/** The rows of each table that refer to a customer, in the order of the tables. */
export async function rowsReferringTo(
  db: ReadHandle,
  id: number,
): Promise<{ table: OwnTable; count: number }[]> {
  const counts = new Map<OwnTable, number>();
  for (const { from, column } of referrers) {
    if (!isOwnTable(from)) throw new Error(`no table of the owner's: ${from}`);
    const found = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(from)}
      WHERE ${sql.ref(column)} = ${id}`.execute(db);
    counts.set(from, (counts.get(from) ?? 0) + (found.rows[0]?.count ?? 0));
  }
  return [...counts].map(([table, count]) => ({ table, count }));
}

const days = [
  ['sales', 'sold_on'],
  ['payments', 'paid_on'],
  ['compensations', 'given_on'],
] as const;

/** A period handed over in which something of a customer's lies, that therefore cannot move; null: none. */
export async function lockedFor(db: ReadHandle, customerId: number): Promise<LockedPeriod | null> {
  for (const [table, day] of days) {
    const found = await sql<LockedPeriod>`SELECT l.from_on AS "from", l.to_on AS "to"
      FROM period_locks l WHERE l.unlocked_at IS NULL AND EXISTS (
        SELECT 1 FROM ${sql.table(table)} t WHERE t.customer_id = ${customerId}
          AND t.${sql.ref(day)} BETWEEN l.from_on AND l.to_on) LIMIT 1`.execute(db);
    const [period] = found.rows;
    if (period !== undefined) return period;
  }
  return null;
}

/** Of the history `j`, the step that merged a record and still stands. */
const merging = sql`j.entity = 'customers' AND b.kind <> 'undo' AND b.undone_at IS NULL
  AND j.before ->> '$.merged_into' IS NULL AND j.after ->> '$.merged_into' IS NOT NULL`;

/** The step that merged a record and still stands; null: there is none. */
export async function mergeBatchOf(db: ReadHandle, otherId: number): Promise<number | null> {
  const found = await sql<{ id: number }>`SELECT j.batch_id AS id FROM journal j
    CROSS JOIN batches b ON b.id = j.batch_id
    WHERE j.entity_id = ${otherId} AND ${merging} ORDER BY j.id DESC LIMIT 1`.execute(db);
  return found.rows[0]?.id ?? null;
}

/** A record that was merged into another, and when. */
export interface MergedRecord {
  readonly id: number;
  readonly name: string;
  readonly at: string;
  readonly keptId: number;
  /** What it was merged into at first, where that was merged itself since and has to be taken apart before. */
  readonly throughId: number | null;
}

const first = sql`(SELECT j.after ->> '$.merged_into' FROM journal j
  CROSS JOIN batches b ON b.id = j.batch_id
  WHERE j.entity_id = m.id AND ${merging} ORDER BY j.id DESC LIMIT 1)`;

/** Records merged into a customer, or all there are; the newest first. */
export async function mergedRecords(
  db: ReadHandle,
  keptId: number | null,
): Promise<MergedRecord[]> {
  const which = keptId === null ? sql`m.merged_into IS NOT NULL` : sql`m.merged_into = ${keptId}`;
  const found = await sql<MergedRecord>`SELECT m.id, m.name, m.deleted_at AS at,
      m.merged_into AS keptId, nullif(${first}, m.merged_into) AS throughId
    FROM customers m WHERE ${which} ORDER BY m.deleted_at DESC, m.id DESC`.execute(db);
  return found.rows;
}

/** Whether what a step merged has been merged further since: that has to be taken apart first. */
export async function isMergedFurther(db: ReadHandle, batchId: number): Promise<boolean> {
  const found = await sql`SELECT 1 FROM journal j CROSS JOIN customers c ON c.id = j.entity_id
    WHERE j.batch_id = ${batchId} AND j.entity = 'customers'
      AND j.before ->> '$.merged_into' IS NULL AND j.after ->> '$.merged_into' IS NOT NULL
      AND c.merged_into IS NOT NULL AND c.merged_into <> j.after ->> '$.merged_into' LIMIT 1`.execute(
    db,
  );
  return found.rows.length > 0;
}
