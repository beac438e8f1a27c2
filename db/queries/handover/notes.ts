import { sql } from 'kysely';
import { causeKey } from '#shared/domain/complaints/rules.ts';
import type { ReadHandle } from '../../file/client.ts';

/** What stands on a sheet that how-tos can be pinned to. */
export interface OnSheet {
  readonly customers: readonly number[];
  readonly products: readonly number[];
  readonly causes: readonly string[];
}

export interface PinnedPlace {
  readonly noteId: number;
  readonly customerId: number | null;
  readonly productId: number | null;
  readonly cause: string | null;
}

function wanted(values: readonly (number | string | null)[]) {
  return sql`json_each(${JSON.stringify(values)}) wanted`;
}

/** Where how-tos are pinned to what stands on a sheet; those in the trash are left out. */
export async function pinsOnSheet(db: ReadHandle, on: OnSheet): Promise<PinnedPlace[]> {
  const keys = on.causes.map((cause) => causeKey(cause));
  const found = await sql<PinnedPlace>`
    SELECT pins.note_id AS noteId, pins.customer_id AS customerId,
      pins.product_id AS productId, pins.cause
    FROM (
      SELECT p.* FROM ${wanted(on.customers)} CROSS JOIN note_pins p ON p.customer_id = wanted.value
      UNION ALL
      SELECT p.* FROM ${wanted(on.products)} CROSS JOIN note_pins p ON p.product_id = wanted.value
      UNION ALL
      SELECT p.* FROM ${wanted(keys)} CROSS JOIN note_pins p ON p.cause_key = wanted.value
    ) pins JOIN notes n ON n.id = pins.note_id AND n.deleted_at IS NULL
    ORDER BY pins.note_id, pins.id`.execute(db);
  return found.rows;
}

/** What these notes say, by title. */
export async function notesOfIds(
  db: ReadHandle,
  ids: readonly number[],
): Promise<{ id: number; title: string; text: string }[]> {
  const found = await sql<{ id: number; title: string; text: string }>`
    SELECT n.id, n.title, n.text FROM ${wanted(ids)} CROSS JOIN notes n ON n.id = wanted.value
    ORDER BY n.title COLLATE NOCASE, n.id`.execute(db);
  return found.rows;
}
