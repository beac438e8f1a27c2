import type { SaleDraft } from '#shared/contract/sales/drafts.ts';
import type { RawHandle } from '../../file/client.ts';
import type { Table } from '../../schema/schema.ts';
import { entryOf } from '../../table-facts.ts';
import { draftsOf } from '../sales/drafts.ts';
import { type Identity, identityOf, importRowsAbout } from './mentions.ts';
import { findPerson, forgetPerson, personTables } from './person.ts';

export type PersonRow = Readonly<Record<string, string | number | null>>;

/** Rows of one table that are the person's, whole. */
export interface PersonTable {
  readonly table: Table;
  readonly rows: readonly PersonRow[];
}

/** All that is known of somebody. */
export interface PersonRecord {
  readonly tables: readonly PersonTable[];
  /** Every change to them that the history tells of. */
  readonly changes: readonly PersonRow[];
  /** Rows of files that an import refused or skipped, and that name the person. */
  readonly importRows: readonly {
    readonly file: string;
    readonly row: number;
    readonly cells: unknown;
  }[];
  /** Sales to them that were begun and not saved. */
  readonly drafts: readonly SaleDraft[];
  /** What was done for them. */
  readonly events: readonly PersonRow[];
}

function rowsOf(raw: RawHandle, table: Table): PersonRow[] {
  return raw
    .prepare(
      `SELECT t.* FROM person p CROSS JOIN ${table} t ON t.id = p.id
       WHERE p.entity = '${table}' ORDER BY t.id`,
    )
    .all() as PersonRow[];
}

const changes = `SELECT b.at, j.entity, j.entity_id, j.before, j.after FROM journal j
  CROSS JOIN batches b ON b.id = j.batch_id
  WHERE j.owner_id IN (SELECT id FROM person WHERE entity = 'customers') OR EXISTS (SELECT 1 FROM person p
    WHERE p.entity = j.entity AND p.id = j.entity_id)
  ORDER BY j.id`;

function namedInImports(raw: RawHandle, identity: Identity): PersonRecord['importRows'] {
  const file = raw
    .prepare("SELECT concat_ws(' · ', file_name, sheet_name) FROM import_sources WHERE id = ?")
    .pluck();
  return [...importRowsAbout(raw, identity)].map(({ sourceId, row, cells }) => ({
    ...{ file: String(file.get(sourceId)), row, cells: JSON.parse(cells) },
  }));
}

/** Reads everything that is kept of somebody, in the caller's snapshot. */
export function readPerson(raw: RawHandle, customerId: number): PersonRecord {
  findPerson(raw, customerId);
  try {
    const identity = identityOf(raw, customerId);
    return {
      tables: personTables
        .map((table) => ({ table, rows: rowsOf(raw, table) }))
        .filter(({ rows }) => rows.length > 0),
      changes: raw.prepare(changes).all() as PersonRow[],
      importRows: namedInImports(raw, identity),
      drafts: draftsOf(raw, customerId, identity),
      events: raw
        .prepare(
          `SELECT at, kind, count FROM privacy_events
           WHERE customer_id IN (SELECT id FROM person WHERE entity = 'customers') ORDER BY id`,
        )
        .all() as PersonRow[],
    };
  } finally {
    forgetPerson(raw);
  }
}

/** What a record is called that a row refers to; of another customer nothing is said. Null: by nothing. */
export function nameOfRecord(raw: RawHandle, table: Table, id: number): string | null {
  const { label } = entryOf(table);
  if (label === undefined) return null;
  const found = raw.prepare(`SELECT ${label} FROM ${table} WHERE id = ?`).pluck().get(id);
  return found === undefined || found === null ? null : String(found);
}
