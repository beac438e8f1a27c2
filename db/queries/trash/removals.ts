import { sql } from 'kysely';
import type { TrashKind } from '#shared/domain/vocabulary/trash.ts';
import type { ReadHandle } from '../../file/client.ts';
import { trashedSql } from './kinds.ts';

/** Whether nothing is left of what a batch did, because it was all removed for good since. */
export async function isRemovedForGood(
  db: ReadHandle,
  batch: { readonly id: number; readonly at: string },
): Promise<boolean> {
  const found = await sql<{ isGone: number }>`SELECT
    NOT EXISTS (SELECT 1 FROM journal WHERE batch_id = ${batch.id})
    AND (EXISTS (SELECT 1 FROM removals WHERE removed_at >= ${batch.at})
      OR EXISTS (SELECT 1 FROM erasures WHERE erased_at >= ${batch.at})) AS isGone`.execute(db);
  return found.rows[0]?.isGone === 1;
}

/** Whether anything was deleted before an instant. */
export async function isAnyDue(db: ReadHandle, kinds: readonly TrashKind[], before: string) {
  for (const kind of kinds) {
    const found = await sql`SELECT 1 FROM ${sql.table(kind)} t
      WHERE ${sql.raw(trashedSql(kind))} AND t.deleted_at < ${before} LIMIT 1`.execute(db);
    if (found.rows.length > 0) return true;
  }
  return false;
}
