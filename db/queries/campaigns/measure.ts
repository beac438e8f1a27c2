import { sql } from 'kysely';
import type { LeftOutReason, MemberState } from '#shared/domain/vocabulary/campaigns.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { countsOf } from '../sales/counted.ts';

/** Somebody of a list, as it is measured. */
export interface Measured {
  readonly customerId: CustomerId;
  readonly state: MemberState;
  readonly why: LeftOutReason | null;
  readonly decidedAt: string | null;
  readonly decidedOn: string | null;
}

/** Everybody of a list, in the order of their turns. */
export async function measuredMembers(db: ReadHandle, id: number): Promise<Measured[]> {
  const found = await sql<Measured>`SELECT customer_id AS customerId, state,
      CASE state WHEN 'out' THEN coalesce(why, 'sameReach') END AS why,
      decided_at AS decidedAt, decided_on AS decidedOn
    FROM campaign_members WHERE campaign_id = ${id} ORDER BY position, id`.execute(db);
  return found.rows;
}

/** What somebody of a list bought or brought back since a day. */
export interface SoldSince {
  readonly customerId: CustomerId;
  readonly soldOn: string;
  readonly revenueMinor: number;
  readonly isPurchase: 0 | 1;
}

const listed = (id: number) =>
  sql`(SELECT DISTINCT customer_id AS id FROM campaign_members WHERE campaign_id = ${id} AND state <> 'out')`;

/** The sales of everybody of a list from a day to another. */
export async function soldSince(
  db: ReadHandle,
  id: number,
  [from, to]: readonly [string, string],
): Promise<SoldSince[]> {
  const found = await sql<SoldSince>`SELECT s.customer_id AS customerId, s.sold_on AS soldOn,
      s.revenue_minor AS revenueMinor, s.is_purchase AS isPurchase
    FROM ${listed(id)} w CROSS JOIN sales s ON s.customer_id = w.id
    WHERE s.deleted_at IS NULL AND s.sold_on BETWEEN ${from} AND ${to} AND ${countsOf('s')}
    ORDER BY s.sold_on, s.id`.execute(db);
  return found.rows;
}

/** When somebody of a list turned to the shop since an instant. */
export interface HeardSince {
  readonly customerId: CustomerId;
  readonly at: string;
  readonly hasTime: 0 | 1;
}

/** Whatever came in from anybody of a list since an instant. */
export async function heardSince(db: ReadHandle, id: number, from: string): Promise<HeardSince[]> {
  const found = await sql<HeardSince>`SELECT i.customer_id AS customerId, i.happened_at AS at,
      i.has_time AS hasTime
    FROM ${listed(id)} w CROSS JOIN interactions i ON i.customer_id = w.id
    WHERE i.deleted_at IS NULL AND i.direction = 'in' AND i.happened_at >= ${from}`.execute(db);
  return found.rows;
}
