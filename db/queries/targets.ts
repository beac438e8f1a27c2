import type { RawHandle, ReadHandle } from '../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../history/journal.ts';

interface Target {
  readonly id: number;
  readonly amountMinor: number;
}

/** What the shop means to sell in a month (`YYYY-MM`); null: nothing is set. */
export async function readTarget(db: ReadHandle, month: string): Promise<Target | null> {
  const row = await db
    .selectFrom('targets')
    .select(['id', 'amount_minor as amountMinor'])
    .where('month', '=', month)
    .executeTakeFirst();
  return row ?? null;
}

/** Sets the target of a month, changes it, or takes it away (null). */
export function writeTarget(
  raw: RawHandle,
  batchId: number,
  known: Target | null,
  given: { month: string; amountMinor: number | null; at: string },
): void {
  const { month, amountMinor, at } = given;
  if (known === null) {
    if (amountMinor === null) return;
    insertRow(raw, batchId, 'targets', { month, amount_minor: amountMinor, created_at: at });
    return;
  }
  const row = { table: 'targets', id: known.id } as const;
  if (amountMinor === null) deleteRow(raw, batchId, row);
  else updateRow(raw, batchId, row, { amount_minor: amountMinor });
}
