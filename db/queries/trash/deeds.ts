import { sql } from 'kysely';
import type { TrashKey } from '#shared/contract/trash/trash.ts';
import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
import type { ReadHandle } from '../../file/client.ts';
import { deedOfBatch, readBatch } from '../history/read.ts';

/** What moved a thing to the trash. */
interface TrashDeed {
  readonly deed: Deed;
  /** How many things it moved there, up to `mostCounted`. */
  readonly together: number;
}

/** More things than these are not counted of one deed. */
const mostCounted = 10_000;

/** The batch that moved a thing to the trash when it went there last; null: none is known any more. What took back its coming back moved it there anew, and is not meant. */
export async function batchTrashing(
  db: ReadHandle,
  { kind, id, deletedAt }: TrashKey & { readonly deletedAt: string },
): Promise<number | null> {
  const found = await sql<{ batchId: number }>`SELECT j.batch_id AS batchId
    FROM journal j CROSS JOIN batches b ON b.id = j.batch_id
    WHERE j.entity = ${kind} AND j.entity_id = ${id} AND j.after ->> '$.deleted_at' = ${deletedAt}
      AND j.before ->> '$.deleted_at' IS NULL AND b.kind <> 'undo'
    ORDER BY j.id DESC LIMIT 1`.execute(db);
  return found.rows[0]?.batchId ?? null;
}

async function readDeed(db: ReadHandle, batchId: number): Promise<TrashDeed | null> {
  const batch = await readBatch(db, batchId);
  if (batch === null) return null;
  const found = await sql<{ count: number }>`SELECT count(*) AS count FROM (SELECT 1 FROM journal
    WHERE batch_id = ${batchId} AND after ->> '$.deleted_at' IS NOT NULL
      AND before ->> '$.deleted_at' IS NULL LIMIT ${mostCounted})`.execute(db);
  const together = Math.max(1, found.rows[0]?.count ?? 1);
  return { deed: await deedOfBatch(db, batch), together };
}

/** Finds the deeds of many things: most of a page went by a few. */
export class TrashDeeds {
  readonly #db: ReadHandle;
  readonly #known = new Map<number, TrashDeed | null>();

  constructor(db: ReadHandle) {
    this.#db = db;
  }

  /** Null: nobody knows any more. */
  async of(thing: TrashKey & { readonly deletedAt: string }): Promise<TrashDeed | null> {
    const batchId = await batchTrashing(this.#db, thing);
    if (batchId === null) return null;
    const known = this.#known.get(batchId);
    if (known !== undefined) return known;
    const deed = await readDeed(this.#db, batchId);
    this.#known.set(batchId, deed);
    return deed;
  }
}
