import type { ChangedSince, Comparison } from '#shared/contract/restore/restore.ts';
import type { RawHandle } from '../../file/client.ts';
import { attach } from '../../file/protection.ts';
import {
  customerRecord,
  entryOf,
  isOwnTable,
  markedTables,
  type OwnTable,
  ownTables,
} from '../../table-facts.ts';
import { holdsNothing } from '../exports/bring.ts';

/** The record that a row belongs to, and the column with its id; null: the row is one itself. */
function wholeOf(table: OwnTable): { readonly table: string; readonly column: string | null } {
  const { partOf } = entryOf(table);
  if (partOf === undefined || !isOwnTable(partOf.table)) return { table, column: null };
  return { table: partOf.table, column: partOf.column };
}

/** Every record that the batches after `@after` changed, once, as (what, id). */
function changedRecords(): string {
  const journalled = ownTables.map((table) => {
    const whole = wholeOf(table);
    const id =
      whole.column === null
        ? 'entity_id'
        : `json_extract(coalesce(after, before), '$.${whole.column}')`;
    return `SELECT '${whole.table}' AS what, ${id} AS id FROM journal
      WHERE batch_id > @after AND entity = '${table}'`;
  });
  // What an import adds it marks, and journals only what it changes.
  const marked = markedTables.map((table) => {
    const whole = wholeOf(table as OwnTable);
    return `SELECT '${whole.table}' AS what, ${whole.column ?? 'id'} AS id FROM ${table}
      WHERE import_id IN (SELECT import_id FROM batches WHERE id > @after)`;
  });
  return [...journalled, ...marked].join(' UNION ');
}

const named = ['customers', 'sales', 'payments', 'interactions', 'complaints'] as const;

function changesAfter(raw: RawHandle, after: number): Omit<ChangedSince, 'settings'> {
  const rows = raw
    .prepare(`SELECT what, count(*) AS many FROM (${changedRecords()}) GROUP BY what`)
    .all({ after }) as { what: string; many: number }[];
  const counts = { customers: 0, sales: 0, payments: 0, interactions: 0, complaints: 0, others: 0 };
  for (const { what, many } of rows) {
    const isPart = customerRecord.some((table) => table === what);
    const key = isPart ? 'customers' : (named.find((one) => one === what) ?? 'others');
    counts[key] += many;
  }
  return counts;
}

function number(raw: RawHandle, sql: string, bound: object = {}): number {
  return Number(raw.prepare(sql).pluck().get(bound) ?? 0);
}

function textOf(raw: RawHandle, sql: string): string | null {
  return raw.prepare(sql).pluck().get() as string | null;
}

/** What each has settled as one text. */
const settled = (schema: string) =>
  `(SELECT json_group_array(json_array(key, value) ORDER BY key) FROM ${schema}.settings)`;

/**
 * Compares an open shop with the copy attached to it as `looked`. Two of one shop have the beginning of
 * their history in common; after its last common batch each has gone its own way. What was done to somebody
 * who was erased since, or to what was removed for good, has no name any more.
 */
function compareAttached(raw: RawHandle): Comparison {
  if (holdsNothing(raw)) return { kind: 'empty' };
  const hasHistory = ['main', 'looked'].every(
    (schema) => number(raw, `SELECT count(*) FROM ${schema}.batches`) > 0,
  );
  if (!hasHistory) return { kind: 'unknown' };
  const common = number(
    raw,
    `SELECT max(b.id) FROM main.batches b JOIN looked.batches c
     ON c.id = b.id AND c.at = b.at AND c.kind = b.kind AND (c.label = b.label OR b.label IN ('', '—'))`,
  );
  if (common === 0) return { kind: 'other' };
  const gained = number(raw, 'SELECT count(*) FROM looked.batches WHERE id > @common', { common });
  const settings = number(raw, `SELECT ${settled('main')} <> ${settled('looked')}`) === 1;
  return { kind: 'same', gained, lost: { ...changesAfter(raw, common), settings } };
}

/** How an open shop stands to a copy of any version up to this one. */
export function compareWithCopy(raw: RawHandle, copyPath: string): Comparison {
  attach(raw, copyPath, 'looked');
  try {
    return compareAttached(raw);
  } finally {
    raw.exec('DETACH looked');
  }
}

/** Whether nothing would be lost with this shop. */
export function isUnused(raw: RawHandle): boolean {
  return holdsNothing(raw);
}

/** A record merged into another is not in the trash; a copy of an earlier version knows of no such thing. */
function inTrash(raw: RawHandle): string {
  const known = "SELECT 1 FROM pragma_table_info('customers') WHERE name = 'merged_into'";
  const isKnown = raw.prepare(known).get() !== undefined;
  return `deleted_at IS NOT NULL${isKnown ? ' AND merged_into IS NULL' : ''}`;
}

/** What a copy holds, for who is to decide. */
export function copyFacts(raw: RawHandle) {
  return {
    customers: number(raw, 'SELECT count(*) FROM customers WHERE deleted_at IS NULL'),
    sales: number(raw, 'SELECT count(*) FROM sales WHERE deleted_at IS NULL'),
    trashed: number(
      raw,
      `SELECT (SELECT count(*) FROM customers WHERE ${inTrash(raw)})
         + (SELECT count(*) FROM sales WHERE deleted_at IS NOT NULL)`,
    ),
    lastChangeAt: textOf(raw, 'SELECT max(at) FROM batches'),
  };
}
