import { sql } from 'kysely';
import type { MemberState } from '#shared/domain/vocabulary/campaigns.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type LeavingOut, leftOutSql } from './whom.ts';

/** Somebody whose turn it can be. */
export interface Waiting {
  readonly memberId: number;
  readonly customerId: number;
}

/** The next whose turn it is; who has gone, or may not be written to any more, is passed over. */
export async function nextWaiting(
  db: ReadHandle,
  campaignId: number,
  rules: LeavingOut,
): Promise<Waiting | null> {
  const found = await sql<Waiting>`SELECT m.id AS memberId, m.customer_id AS customerId
    FROM campaign_members m CROSS JOIN customers c ON c.id = m.customer_id
    WHERE m.campaign_id = ${campaignId} AND m.state = 'waiting' AND c.deleted_at IS NULL
      AND c.erased_at IS NULL AND ${leftOutSql(sql.ref('m.customer_id'), rules, 'one')} IS NULL
    ORDER BY m.position LIMIT 1`.execute(db);
  return found.rows[0] ?? null;
}

/** One of a list; null: there is none. */
export async function readMember(
  db: ReadHandle,
  id: number,
): Promise<{ campaignId: number; customerId: number; state: MemberState } | null> {
  const row = await db
    .selectFrom('campaign_members')
    .select(['campaign_id as campaignId', 'customer_id as customerId', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
