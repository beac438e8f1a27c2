import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { beyond, type SourcePage } from './source.ts';

export interface KeptLine {
  id: number;
  at: string;
  reason: string;
  cause: string;
  isOnTime: 0 | 1;
}

/** Contact-again dates that were kept with one customer, the last kept first. */
export async function timelineFollowUps(db: ReadHandle, page: SourcePage): Promise<KeptLine[]> {
  const later = beyond(page.after, sql`done_at`, sql`id`);
  const found = await sql<KeptLine>`
    SELECT id, done_at AS at, reason, cause, done_on <= first_due_on AS isOnTime
    FROM follow_ups
    WHERE customer_id = ${page.customerId} AND done_at IS NOT NULL AND deleted_at IS NULL ${later}
    ORDER BY done_at DESC, id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
