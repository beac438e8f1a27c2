import { sql } from 'kysely';
import type { CampaignStanding } from '#shared/contract/campaigns/shapes.ts';
import {
  type CampaignChannel,
  type CampaignState,
  type MemberState,
  memberStates,
} from '#shared/domain/vocabulary/campaigns.ts';
import type { ReadHandle } from '../../file/client.ts';

/** A campaign as it is stored; `definition` is JSON. */
export interface StoredCampaign {
  readonly id: number;
  readonly name: string;
  readonly goal: string;
  readonly segment_name: string | null;
  readonly definition: string;
  readonly channel: CampaignChannel;
  readonly subject: string;
  readonly text: string;
  readonly held_percent: number;
  readonly rest_days: number;
  readonly daily_limit: number;
  readonly response_days: number;
  readonly only_agreed: 0 | 1;
  readonly state: CampaignState;
  readonly seed: number | null;
  readonly drawn: number | null;
  readonly cost_minor: number | null;
  readonly minutes: number | null;
  readonly hour_minor: number | null;
  readonly started_at: string | null;
  readonly started_on: string | null;
  readonly ended_on: string | null;
  readonly created_at: string;
}

/** One campaign; null: there is none. */
export async function readCampaign(db: ReadHandle, id: number): Promise<StoredCampaign | null> {
  const row = await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Those of some states, or all; the newest first. */
export function listCampaigns(
  db: ReadHandle,
  states: readonly CampaignState[],
): Promise<StoredCampaign[]> {
  return db
    .selectFrom('campaigns')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('id', 'desc')
    .execute();
}

/** How many of its list stand how. */
export async function standingOf(db: ReadHandle, id: number): Promise<CampaignStanding> {
  const found = await sql<{ state: MemberState; count: number }>`SELECT state, count(*) AS count
    FROM campaign_members WHERE campaign_id = ${id} GROUP BY state`.execute(db);
  const counts = new Map(found.rows.map(({ state, count }) => [state, count]));
  const entries = memberStates.map((state) => [state, counts.get(state) ?? 0]);
  return Object.fromEntries(entries) as CampaignStanding;
}

/** How many were written to on a day by a way, by any campaign, standing ones too. */
export async function sentOn(
  db: ReadHandle,
  day: string,
  channel: CampaignChannel,
): Promise<number> {
  const found = await sql<{ count: number }>`SELECT (SELECT count(*)
      FROM campaign_members m CROSS JOIN campaigns k ON k.id = m.campaign_id
      WHERE m.decided_on = ${day} AND m.state = 'sent' AND k.channel = ${channel})
    + (SELECT count(*) FROM standing_turns t CROSS JOIN standing_campaigns k
        ON k.id = t.standing_campaign_id
      WHERE t.decided_on = ${day} AND t.state = 'sent' AND k.channel = ${channel})
    AS count`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Whether anybody is on its list. */
export async function hasList(db: ReadHandle, id: number): Promise<boolean> {
  const found = await sql<{ id: number }>`SELECT id FROM campaign_members
    WHERE campaign_id = ${id} LIMIT 1`.execute(db);
  return found.rows.length > 0;
}
