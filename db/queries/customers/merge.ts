import type { RawHandle } from '../../file/client.ts';
import { type RowValues, replaceInRows, updateRow } from '../../history/journal.ts';
import type { Table } from '../../schema/schema.ts';
import { isOwnTable, type Reference } from '../../table-facts.ts';
import {
  type MergePair,
  type RecordRow,
  recordTables,
  referrers,
  type StoredRow,
} from './merged.ts';

const others = referrers.filter(
  ({ from, column }) => !recordTables.some((one) => one.from === from && one.column === column),
);

/** More than these no form takes: the rest stays with the record that is merged away, and is found by it. */
const mostOf: Readonly<Partial<Record<Table, number>>> = {
  contact_points: 30,
  addresses: 10,
  customer_tags: 40,
};

function rowsOf(raw: RawHandle, { from, column }: Reference, id: number): StoredRow[] {
  const order = from === 'contact_points' || from === 'addresses' ? 'position, id' : 'id';
  return raw
    .prepare(`SELECT * FROM ${from} WHERE ${column} = ? ORDER BY ${order}`)
    .all(id) as StoredRow[];
}

/** What is known of the other goes after what is known of the kept one; what stays says nothing new. */
function moveRecord(
  raw: RawHandle,
  batchId: number,
  { keptId, otherId }: MergePair,
  staying: ReadonlySet<string>,
): number {
  let moved = 0;
  for (const reference of recordTables) {
    const { from } = reference;
    if (!isOwnTable(from)) continue;
    const kept = rowsOf(raw, reference, keptId);
    const free = (mostOf[from] ?? Number.MAX_SAFE_INTEGER) - kept.length;
    const going = rowsOf(raw, reference, otherId)
      .filter(({ id }) => !staying.has(`${from} ${id}`))
      .slice(0, Math.max(0, free));
    let position = Math.max(-1, ...kept.map((row) => Number(row['position'] ?? -1)));
    for (const row of going) {
      position += 1;
      const place = 'position' in row ? { position } : {};
      updateRow(raw, batchId, { table: from, id: row.id }, { customer_id: keptId, ...place });
      moved += 1;
    }
  }
  return moved;
}

function moveRest(raw: RawHandle, batchId: number, { keptId, otherId }: MergePair): number {
  let moved = 0;
  for (const { from, column } of others) {
    if (!isOwnTable(from)) throw new Error(`no table of the owner's: ${from}`);
    moved += replaceInRows(raw, batchId, { table: from, column, from: otherId, to: keptId });
  }
  return moved;
}

/** Who the other is not, the kept one is not either; what is known of the kept one already, or is of the two, stays. */
function moveApart(raw: RawHandle, batchId: number, { keptId, otherId }: MergePair): void {
  const partners = raw.prepare<[{ id: number }], { id: number; partner: number }>(
    `SELECT id, customer_id + other_id - @id AS partner FROM customers_apart
     WHERE customer_id = @id OR other_id = @id ORDER BY id`,
  );
  const known = new Set([
    keptId,
    otherId,
    ...partners.all({ id: keptId }).map(({ partner }) => partner),
  ]);
  for (const { id, partner } of partners.all({ id: otherId })) {
    if (known.has(partner)) continue;
    const row = { table: 'customers_apart', id } as const;
    updateRow(raw, batchId, row, { customer_id: keptId, other_id: partner });
  }
}

/** Where the other's value of a field is right, the kept one has it, and the other keeps what that had. */
function exchangeOwn(
  raw: RawHandle,
  batchId: number,
  { keptId, otherId }: MergePair,
  fieldIds: readonly number[],
): void {
  const held = raw.prepare<[number, number], { id: number; value: string }>(
    'SELECT id, value FROM custom_values WHERE customer_id = ? AND field_id = ?',
  );
  for (const fieldId of fieldIds) {
    const [kept, other] = [held.get(keptId, fieldId), held.get(otherId, fieldId)];
    if (kept === undefined || other === undefined) continue;
    updateRow(raw, batchId, { table: 'custom_values', id: kept.id }, { value: other.value });
    updateRow(raw, batchId, { table: 'custom_values', id: other.id }, { value: kept.value });
  }
}

/** What is decided before two become one. */
export interface Merging {
  /** What the kept one is from now on, where it differs. */
  readonly facts: RowValues;
  /** Fields that the owner made, of which the two exchange what they hold. */
  readonly ownOfOther: readonly number[];
  /** Rows of what is known of the other that stay with it, such as what is known of the kept one too. */
  readonly staying: readonly RecordRow[];
  /** ISO instant. */
  readonly at: string;
}

/**
 * Merges one record of a person into another, as one batch: the other is deleted and says into which, and
 * what referred to it refers to the kept one. No row goes and none comes. Returns how many rows moved.
 */
export function mergeCustomers(
  raw: RawHandle,
  batchId: number,
  pair: MergePair,
  { facts, ownOfOther, staying, at }: Merging,
): number {
  const { keptId, otherId } = pair;
  // The customer first: what a long batch did is told by its first rows.
  const merged = { merged_into: keptId, deleted_at: at };
  updateRow(raw, batchId, { table: 'customers', id: otherId }, merged);
  updateRow(raw, batchId, { table: 'customers', id: keptId }, facts);
  moveApart(raw, batchId, pair);
  exchangeOwn(raw, batchId, pair, ownOfOther);
  const keys = new Set(staying.map(({ table, id }) => `${table} ${id}`));
  return moveRecord(raw, batchId, pair, keys) + moveRest(raw, batchId, pair);
}
