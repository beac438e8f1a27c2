import type { NoteFacts } from '#shared/contract/notes/notes.ts';
import { causeKey } from '#shared/domain/complaints/rules.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';

type Pins = Pick<NoteFacts, 'customers' | 'products' | 'causes'>;

function insertPins(raw: RawHandle, batchId: number, noteId: number, pins: Pins): void {
  const add = (pin: { readonly [column: string]: number | string | null }) =>
    insertRow(raw, batchId, 'note_pins', { note_id: noteId, ...pin });
  for (const id of new Set(pins.customers)) add({ customer_id: id });
  for (const id of new Set(pins.products)) add({ product_id: id });
  for (const [key, cause] of new Map(pins.causes.map((one) => [causeKey(one), one])))
    if (key !== null) add({ cause, cause_key: key });
}

/** Writes a note down with what it is pinned to. Returns its id. */
export function insertNote(
  raw: RawHandle,
  batchId: number,
  { title, text, ...pins }: NoteFacts,
  at: string,
): number {
  const id = insertRow(raw, batchId, 'notes', { title, text, created_at: at, changed_at: at });
  insertPins(raw, batchId, id, pins);
  return id;
}

/** What of `some` is not among `others`. */
function without<T>(some: readonly T[], others: readonly T[]): T[] {
  return some.filter((one) => !others.includes(one));
}

function difference(some: Pins, others: Pins): Pins {
  const keys = new Set(others.causes.map(causeKey));
  return {
    customers: without(some.customers, others.customers),
    products: without(some.products, others.products),
    causes: some.causes.filter((cause) => !keys.has(causeKey(cause))),
  };
}

function deletePins(raw: RawHandle, batchId: number, noteId: number, pins: Pins): void {
  const found = raw
    .prepare(
      `SELECT id FROM note_pins WHERE note_id = @noteId AND (
         customer_id IN (SELECT value FROM json_each(@customers))
         OR product_id IN (SELECT value FROM json_each(@products))
         OR cause_key IN (SELECT value FROM json_each(@causes))) ORDER BY id`,
    )
    .pluck()
    .all({
      noteId,
      customers: JSON.stringify(pins.customers),
      products: JSON.stringify(pins.products),
      causes: JSON.stringify(pins.causes.map(causeKey)),
    }) as number[];
  for (const id of found) deleteRow(raw, batchId, { table: 'note_pins', id });
}

/** What it says from now on, and what it is pinned to; a pin that is not seen, to what lies in the trash, stays. */
export function updateNote(
  raw: RawHandle,
  batchId: number,
  { id, before, facts }: { id: number; before: NoteFacts; facts: NoteFacts },
  at: string,
): void {
  const { title, text } = facts;
  updateRow(raw, batchId, { table: 'notes', id }, { title, text, changed_at: at });
  deletePins(raw, batchId, id, difference(before, facts));
  insertPins(raw, batchId, id, difference(facts, before));
}

/** Moves a note to the trash. */
export function trashNote(raw: RawHandle, batchId: number, id: number, at: string): void {
  updateRow(raw, batchId, { table: 'notes', id }, { deleted_at: at });
}
