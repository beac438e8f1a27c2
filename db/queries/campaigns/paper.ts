import { sql } from 'kysely';
import type { LeftOutReason, MemberState } from '#shared/domain/vocabulary/campaigns.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { type LeavingOut, leftOutSql, posted } from './whom.ts';

/** Somebody of a list, and how they stand now. */
export interface Listed {
  readonly memberId: number;
  readonly customerId: number;
  readonly state: MemberState;
  /** Why they were left out at the start, or are now that they wait. */
  readonly why: LeftOutReason | null;
  /** In the trash. */
  readonly isGone: 0 | 1;
}

/** Everybody of a campaign's list, in the order of their turns. */
export async function everyListed(
  db: ReadHandle,
  campaignId: number,
  rules: LeavingOut,
): Promise<Listed[]> {
  const found = await sql<Listed>`SELECT m.id AS memberId, m.customer_id AS customerId, m.state,
      CASE m.state WHEN 'out' THEN coalesce(m.why, 'sameReach')
        WHEN 'waiting' THEN ${leftOutSql(sql.ref('m.customer_id'), rules, 'all')} END AS why,
      c.deleted_at IS NOT NULL OR c.erased_at IS NOT NULL AS isGone
    FROM campaign_members m CROSS JOIN customers c ON c.id = m.customer_id
    WHERE m.campaign_id = ${campaignId} ORDER BY m.position, m.id`.execute(db);
  return found.rows;
}

/** Where somebody's letters go. */
export interface PostalAddress {
  readonly customerId: number;
  readonly street: string;
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** The first address of each of these customers that a letter finds. */
export async function postalAddresses(
  db: ReadHandle,
  ids: readonly number[],
): Promise<PostalAddress[]> {
  const found = await sql<PostalAddress>`SELECT a.customer_id AS customerId, a.street, a.district,
      a.city, a.province, a.postal_code AS postalCode, a.country
    FROM customers c CROSS JOIN addresses a ON a.id = (SELECT w.id FROM addresses w
      WHERE w.customer_id = c.id AND ${posted} ORDER BY w.position, w.id LIMIT 1)
    WHERE c.id IN ${idList(ids)}`.execute(db);
  return found.rows;
}
