import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';

/** What the shop has done since it was begun. */
export interface Beginnings {
  /** When anything was first written or brought in; null: nothing has been yet. */
  readonly firstAt: string | null;
  /** Somebody made one of two records, or said that they are two people. */
  readonly hasDecided: boolean;
  /** There is a complaint, or a day to contact somebody that the owner has set. */
  readonly hasWritten: boolean;
}

/** What tells how far a new shop is. */
export async function readBeginnings(db: ReadHandle): Promise<Beginnings> {
  const first = await db
    .selectFrom('batches')
    .select(sql<string | null>`min(at)`.as('at'))
    .executeTakeFirst();
  const found = await Promise.all([
    db.selectFrom('customers').select('id').where('merged_into', 'is not', null).limit(1).execute(),
    db.selectFrom('customers_apart').select('id').limit(1).execute(),
    db.selectFrom('complaints').select('id').where('deleted_at', 'is', null).limit(1).execute(),
    db
      .selectFrom('follow_ups')
      .select('id')
      .where('cause', '=', 'own')
      .where('deleted_at', 'is', null)
      .limit(1)
      .execute(),
  ]);
  const [isMerged, isApart, isComplaint, isDate] = found.map((rows) => rows.length > 0);
  return {
    firstAt: first?.at ?? null,
    hasDecided: isMerged === true || isApart === true,
    hasWritten: isComplaint === true || isDate === true,
  };
}
