import { sql } from 'kysely';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import type { OwnValue } from '#shared/contract/customers.ts';
import { fieldKey, type OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';
import type { OwnFieldId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, readRow, updateRow } from '../../history/journal.ts';
import { idList } from './id-list.ts';

interface FieldRow {
  readonly id: number;
  readonly name: string;
  readonly type: OwnFieldType;
  readonly choices: string;
}

function fieldOf({ id, name, type, choices }: FieldRow): OwnField {
  return { id: id as OwnFieldId, name, type, choices: JSON.parse(choices) as string[] };
}

const listed = `SELECT id, name, type, choices FROM custom_fields WHERE deleted_at IS NULL
  ORDER BY position, id`;

/** Prepares the finding of the field that a value is of; null: there is no such value. */
export function fieldOfOwnValue(raw: RawHandle): (valueId: number) => number | null {
  const find = raw.prepare('SELECT field_id FROM custom_values WHERE id = ?').pluck();
  return (valueId) => (find.get(valueId) as number | undefined) ?? null;
}

/** The fields that the owner made, in their order. */
export function ownFieldsIn(raw: RawHandle): OwnField[] {
  return (raw.prepare(listed).all() as FieldRow[]).map(fieldOf);
}

/** The same, where only reading is done. */
export async function listOwnFields(db: ReadHandle): Promise<OwnField[]> {
  return (await sql<FieldRow>`${sql.raw(listed)}`.execute(db)).rows.map(fieldOf);
}

/** A field as what was done to it calls it. */
export type FieldNames = ReadonlyMap<
  number,
  { readonly name: string; readonly type: OwnFieldType }
>;

/** Every field there ever was and that was not removed for good. */
export async function ownFieldNames(db: ReadHandle): Promise<FieldNames> {
  const rows = await db.selectFrom('custom_fields').select(['id', 'name', 'type']).execute();
  return new Map(rows.map(({ id, ...field }) => [id, field]));
}

/** What one field is called and holds. */
export function ownFieldOf(
  raw: RawHandle,
  id: number,
): { readonly name: string; readonly type: OwnFieldType } {
  const found = raw.prepare('SELECT name, type FROM custom_fields WHERE id = ?').get(id);
  return found as { name: string; type: OwnFieldType };
}

/** How many customers that are there have a value in each field. */
export async function countOwnValues(db: ReadHandle): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`
    SELECT v.field_id AS id, count(*) AS count FROM custom_values v
    JOIN customers c ON c.id = v.customer_id AND c.deleted_at IS NULL
    GROUP BY v.field_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** What the fields that are there hold of one customer, in their order. */
export async function ownValuesOf(db: ReadHandle, customerId: number): Promise<OwnValue[]> {
  const { rows } = await sql<OwnValue>`
    SELECT v.field_id AS fieldId, v.value FROM custom_values v
    JOIN custom_fields o ON o.id = v.field_id AND o.deleted_at IS NULL
    WHERE v.customer_id = ${customerId} ORDER BY o.position, o.id`.execute(db);
  return rows;
}

/** The same of many, by their ids; who has none is not in it. */
export async function ownValuesOfMany(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, OwnValue[]>> {
  const { rows } = await sql<OwnValue & { customerId: number; position: number }>`
    SELECT v.customer_id AS customerId, v.field_id AS fieldId, v.value, o.position
    FROM custom_values v CROSS JOIN custom_fields o ON o.id = v.field_id AND o.deleted_at IS NULL
    WHERE v.customer_id IN ${idList(ids)}`.execute(db);
  // Sorted here: a page of the list sorts nothing.
  const inOrder = rows.toSorted((a, b) => a.position - b.position || a.fieldId - b.fieldId);
  const found = new Map<number, OwnValue[]>();
  for (const { customerId, fieldId, value } of inOrder) {
    const of = found.get(customerId);
    if (of === undefined) found.set(customerId, [{ fieldId, value }]);
    else of.push({ fieldId, value });
  }
  return found;
}

/** Choices of a field that somebody has, customers in the trash among them: those come back with theirs. */
export function choicesInUse(raw: RawHandle, fieldId: number): ReadonlySet<string> {
  const values = raw.prepare('SELECT DISTINCT value FROM custom_values WHERE field_id = ?').pluck();
  return new Set(values.all(fieldId) as string[]);
}

/** Makes what a customer's fields hold equal the list; what a field in the trash holds stays. */
export function writeOwnValues(
  raw: RawHandle,
  batchId: number,
  customerId: number,
  values: readonly OwnValue[],
): void {
  const stored = raw
    .prepare(
      `SELECT v.id, v.field_id AS fieldId FROM custom_values v
       JOIN custom_fields o ON o.id = v.field_id AND o.deleted_at IS NULL
       WHERE v.customer_id = ? ORDER BY v.id`,
    )
    .all(customerId) as { id: number; fieldId: number }[];
  const left = new Map(stored.map(({ id, fieldId }) => [fieldId, id]));
  for (const { fieldId, value } of values) {
    const id = left.get(fieldId);
    left.delete(fieldId);
    if (id === undefined)
      insertRow(raw, batchId, 'custom_values', {
        ...{ customer_id: customerId, field_id: fieldId, value },
      });
    else updateRow(raw, batchId, { table: 'custom_values', id }, { value });
  }
  for (const id of left.values()) deleteRow(raw, batchId, { table: 'custom_values', id });
}

/** What is written of a new field. */
export interface NewField {
  readonly name: string;
  readonly type: OwnFieldType;
  readonly choices: readonly string[];
  /** ISO instant. */
  readonly at: string;
}

/** Makes a field, the last of them. Returns its id. */
export function insertField(
  raw: RawHandle,
  batchId: number,
  { name, type, choices, at }: NewField,
): number {
  const position = raw
    .prepare('SELECT coalesce(max(position), -1) + 1 FROM custom_fields')
    .pluck()
    .get() as number;
  return insertRow(raw, batchId, 'custom_fields', {
    ...{ name, name_key: fieldKey(name), type, choices: JSON.stringify(choices), position },
    created_at: at,
  });
}

export function updateField(
  raw: RawHandle,
  batchId: number,
  id: number,
  { name, choices }: Pick<NewField, 'name' | 'choices'>,
): void {
  const values = { name, name_key: fieldKey(name), choices: JSON.stringify(choices) };
  updateRow(raw, batchId, { table: 'custom_fields', id }, values);
}

/** Lets two fields change places. */
export function swapFields(
  raw: RawHandle,
  batchId: number,
  [a, b]: readonly [number, number],
): void {
  const placeOf = (id: number) =>
    Number(readRow(raw, { table: 'custom_fields', id })?.['position'] ?? 0);
  const [atA, atB] = [placeOf(a), placeOf(b)];
  updateRow(raw, batchId, { table: 'custom_fields', id: a }, { position: atB });
  updateRow(raw, batchId, { table: 'custom_fields', id: b }, { position: atA });
}

/** Moves a field to the trash; what it holds stays with it. */
export function trashField(raw: RawHandle, batchId: number, id: number, at: string): void {
  updateRow(raw, batchId, { table: 'custom_fields', id }, { deleted_at: at });
}
