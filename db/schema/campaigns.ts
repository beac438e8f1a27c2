import type { Generated } from 'kysely';
import type {
  CampaignChannel,
  CampaignState,
  LeftOutReason,
  MemberState,
  StandingChannel,
  Turn,
} from '#shared/domain/vocabulary/campaigns.ts';
import type { Occasion, Season } from '#shared/domain/vocabulary/standing.ts';
import type { Flag, Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** Writing to many, one by one. */
export interface CampaignsTable {
  id: Id;
  name: string;
  goal: Generated<string>;
  /** What the segment was called whose conditions these are; null: they were set for this one. */
  segment_name: string | null;
  /** The conditions, JSON. */
  definition: string;
  channel: CampaignChannel;
  /** Of an e-mail. */
  subject: Generated<string>;
  text: string;
  /** The share of the list that is kept apart to compare with. */
  held_percent: number;
  /** Whoever was written to within so many days is left out. */
  rest_days: number;
  /** How many a day. */
  daily_limit: number;
  /** Within how many days a purchase counts as an answer. */
  response_days: number;
  only_agreed: Flag;
  state: CampaignState;
  /** From what the draw was made, so that it can be made again. */
  seed: number | null;
  /** How many were drawn, those kept apart among them. */
  drawn: number | null;
  cost_minor: number | null;
  minutes: number | null;
  hour_minor: number | null;
  started_at: string | null;
  started_on: string | null;
  ended_on: string | null;
  created_at: string;
}

/** Somebody on a campaign's list as it began. */
export interface CampaignMembersTable {
  id: Id;
  campaign_id: number;
  customer_id: number;
  state: MemberState;
  /** Of one who was left out; null of such a one: `sameReach`. */
  why: Exclude<LeftOutReason, 'sameReach'> | null;
  /** The turn, drawn at random; those kept apart have theirs among the others. */
  position: number;
  decided_at: string | null;
  decided_on: string | null;
}

/** A message that is proposed whenever somebody has its occasion. */
export interface StandingCampaignsTable {
  id: Id;
  name: string;
  occasion: Occasion;
  season: Season | null;
  /** `MM-DD`, of an own season. */
  month_day: string | null;
  /** So many days before or after the occasion. */
  days: number;
  segment_name: string | null;
  /** The conditions, JSON. */
  definition: string;
  channel: StandingChannel;
  subject: Generated<string>;
  text: string;
  rest_days: number;
  daily_limit: number;
  only_agreed: Flag;
  is_active: Flag;
  created_at: string;
}

/** What a proposal to somebody came to; one that nobody decided has no row. */
export interface StandingTurnsTable {
  id: Id;
  standing_campaign_id: number;
  customer_id: number;
  /** The day of the occasion. */
  occasion_on: string;
  state: Turn;
  decided_at: string;
  decided_on: string;
}

export interface CampaignsSchema {
  campaigns: CampaignsTable;
  campaign_members: CampaignMembersTable;
  standing_campaigns: StandingCampaignsTable;
  standing_turns: StandingTurnsTable;
}

export const campaignsTables = {
  campaigns: { area: 'campaigns', holds: 'own', carries: ['created_at'], label: 'name' },
  campaign_members: {
    area: 'campaigns',
    holds: 'own',
    partOf: { column: 'campaign_id', table: 'campaigns' },
    refersTo: { customer_id: 'customers' },
  },
  standing_campaigns: { area: 'campaigns', holds: 'own', carries: ['created_at'], label: 'name' },
  standing_turns: {
    area: 'campaigns',
    holds: 'own',
    partOf: { column: 'standing_campaign_id', table: 'standing_campaigns' },
    refersTo: { customer_id: 'customers' },
  },
} as const satisfies EntriesOf<CampaignsSchema>;
