import type { CustomerFacts } from '#shared/contract/customers.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { phoneDigits } from '#shared/domain/text/phone.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, type RowValues, readRow, updateRow } from '../../history/journal.ts';
import type { OwnTable } from '../../table-facts.ts';
import { writeOwnValues } from './own-fields.ts';

/** How a contact point is recognised: phones by their digits, the others folded. */
export function matchKey(kind: string, value: string): string {
  return kind === 'phone' ? phoneDigits(value) : value.trim().toLowerCase();
}

function customerValues(facts: CustomerFacts): RowValues {
  return {
    kind: facts.kind,
    relation: facts.relation,
    mark: facts.mark,
    name: facts.name,
    name_key: nameKey(facts.name),
    birthday_on: facts.birthdayOn,
    gender: facts.gender,
    occupation: facts.occupation,
    source: facts.source,
    uses: facts.uses,
    tastes: facts.tastes,
    matters: facts.matters,
    tax_id: facts.taxId,
    recommended_by: facts.recommendedBy,
    note: facts.note,
  };
}

interface ChildList {
  readonly table: OwnTable;
  /** The columns that say which child it is. */
  readonly key: readonly string[];
  readonly rows: readonly RowValues[];
}

function childLists(facts: CustomerFacts): ChildList[] {
  return [
    {
      table: 'contact_points',
      key: ['kind', 'match_key'],
      rows: facts.contactPoints.map((point, position) => ({
        kind: point.kind,
        label: point.label,
        value: point.value,
        match_key: matchKey(point.kind, point.value),
        position,
      })),
    },
    {
      table: 'addresses',
      key: ['position'],
      rows: facts.addresses.map((place, position) => ({
        label: place.label,
        street: place.street,
        district: place.district,
        city: place.city,
        province: place.province,
        postal_code: place.postalCode,
        country: place.country,
        position,
      })),
    },
    {
      table: 'customer_tags',
      key: ['tag'],
      rows: [...new Set(facts.tags)].map((tag) => ({ tag })),
    },
  ];
}

function keyOf(row: RowValues, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]));
}

/** Makes the stored children equal the list: changes those that are there, adds and removes the rest. */
function writeChildren(raw: RawHandle, batchId: number, customerId: number, list: ChildList): void {
  const stored = raw
    .prepare(`SELECT * FROM ${list.table} WHERE customer_id = ? ORDER BY id`)
    .all(customerId) as RowValues[];
  // Two of the same key are two children (an Instagram and a TikTok name): matched in turn.
  const left = Map.groupBy(stored, (row) => keyOf(row, list.key));
  const added: RowValues[] = [];
  for (const row of list.rows) {
    const match = left.get(keyOf(row, list.key))?.shift();
    if (match === undefined) added.push(row);
    else updateRow(raw, batchId, { table: list.table, id: Number(match.id) }, row);
  }
  for (const row of [...left.values()].flat())
    deleteRow(raw, batchId, { table: list.table, id: Number(row.id) });
  for (const row of added) insertRow(raw, batchId, list.table, { ...row, customer_id: customerId });
}

/** Writes a new customer with everything that hangs on it. Returns its id. */
export function createCustomer(
  raw: RawHandle,
  batchId: number,
  facts: CustomerFacts,
  at: string,
): number {
  const id = insertRow(raw, batchId, 'customers', { ...customerValues(facts), created_at: at });
  for (const list of childLists(facts)) writeChildren(raw, batchId, id, list);
  writeOwnValues(raw, batchId, id, facts.own);
  return id;
}

/** Makes a customer's stored facts equal the given ones; records only what differs. */
export function updateCustomer(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: CustomerFacts,
): void {
  updateRow(raw, batchId, { table: 'customers', id }, customerValues(facts));
  for (const list of childLists(facts)) writeChildren(raw, batchId, id, list);
  writeOwnValues(raw, batchId, id, facts.own);
}

/** Moves a customer to the trash; false when it is there already. */
export function trashCustomer(raw: RawHandle, batchId: number, id: number, at: string): boolean {
  const deletedAt = readRow(raw, { table: 'customers', id })?.deleted_at;
  return (
    deletedAt === null && updateRow(raw, batchId, { table: 'customers', id }, { deleted_at: at })
  );
}

/** Adds a tag; false when the customer has it, or is not there. */
export function tagCustomer(raw: RawHandle, batchId: number, id: number, tag: string): boolean {
  const has = raw
    .prepare('SELECT 1 FROM customer_tags WHERE customer_id = ? AND tag = ?')
    .get(id, tag);
  if (has !== undefined || readRow(raw, { table: 'customers', id }) === null) return false;
  insertRow(raw, batchId, 'customer_tags', { customer_id: id, tag });
  return true;
}
