import { z } from 'zod';
import { isIsoDate } from '../../domain/calendar/dates.ts';
import { leftOutReasons, standingChannels, turns } from '../../domain/vocabulary/campaigns.ts';
import { occasions, seasons } from '../../domain/vocabulary/standing.ts';
import { batchId, customerId, standingCampaignId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query, report } from '../define.ts';
import { segmentDefinition } from '../segments/conditions.ts';
import { namedRecord } from '../segments/segments.ts';
import { byReason, count, text } from './shapes.ts';

/** What a person settles about a standing campaign. */
export const standingFacts = z
  .strictObject({
    name: text(80).min(1),
    occasion: z.enum(occasions),
    /** Of the occasion `season` alone. */
    season: z.enum(seasons).nullable().default(null),
    /** `MM-DD`, of an own season alone. */
    monthDay: z
      .string()
      .refine((monthDay) => isIsoDate(`2000-${monthDay}`))
      .nullable()
      .default(null),
    /** So many days before or after the occasion. */
    days: z.int().min(0).max(365),
    /** The segment whose conditions these are; null: they were set for this one, or there are none. */
    segmentName: text(80).nullable().default(null),
    definition: segmentDefinition,
    channel: z.enum(standingChannels),
    subject: text(150).default(''),
    /** With fields in `{…}`; of calls what to say. */
    text: text(1000).min(1),
    /** Whoever was written to within so many days is left out; 0: nobody is. */
    restDays: z.int().min(0).max(365).default(14),
    /** How many a day by this way, campaigns counted. */
    dailyLimit: z.int().min(1).max(1000).default(40),
    onlyAgreed: z.boolean().default(false),
  })
  .refine((one) => (one.occasion === 'season') === (one.season !== null), { path: ['season'] })
  .refine((one) => (one.season === 'own') === (one.monthDay !== null), { path: ['monthDay'] });
export type StandingFacts = z.infer<typeof standingFacts>;

const standingRow = z.strictObject({
  id: standingCampaignId,
  facts: standingFacts,
  /** Conditions that this version does not understand: while there are any, it proposes nobody. */
  notUnderstood: count,
  records: z.array(namedRecord),
  isActive: z.boolean(),
  /** What its turns came to. */
  turns: z.strictObject({ sent: count, skipped: count, unreachable: count, refused: count }),
});
export type StandingRow = z.infer<typeof standingRow>;

/** Somebody with an occasion. */
const occasionRow = z.strictObject({
  customerId,
  name: z.string(),
  /** The day of the occasion. */
  on: z.iso.date(),
  /** From when to when it is proposed. */
  dueOn: z.iso.date(),
  until: z.iso.date(),
});

const proposal = z.strictObject({
  ...occasionRow.shape,
  standingId: standingCampaignId,
  campaignName: z.string(),
  occasion: z.enum(occasions),
  season: z.enum(seasons).nullable(),
  channel: z.enum(standingChannels),
  reach: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Whose guarantee ends, or what was bought last. */
  product: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposal>;

const about = z.strictObject({ id: standingCampaignId });
const changed = z.strictObject({ id: standingCampaignId, batchId });
const touches = ['campaigns', 'history'] as const;
const reads = ['campaigns', 'products', 'imports', 'settings', 'shop'] as const;
const reckoned = [
  ...([...reads, 'customers', 'sales', 'payments', 'interactions', 'complaints'] as const),
  ...(['privacy', 'loyalty', 'guarantee', 'followUps'] as const),
] as const;

export const standingContract = {
  /** Every standing campaign, those that are on first. */
  'standing.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(standingRow) }),
    touches: reads,
  }),
  'standing.get': query({ input: about, output: standingRow, touches: reads }),
  /** Whom facts that are being written lead to, today and in the 30 days after. */
  'standing.check': report({
    input: z.strictObject({
      facts: standingFacts,
      id: standingCampaignId.nullable().default(null),
    }),
    output: z.strictObject({
      /** Have their occasion now, and have had no turn: those left out and those proposed add up to it. */
      open: count,
      leftOut: byReason,
      proposed: count,
      /** Occasions that fall due in the 30 days after today, as far as they are known today. */
      coming: count,
      /** The days of its season that are known; empty: it is no season, or none is known any more. */
      seasonOn: z.array(z.iso.date()),
      previews: z.array(
        z.strictObject({ ...occasionRow.shape, reach: z.string(), text: z.string() }),
      ),
    }),
    touches: reckoned,
  }),
  /** Who is behind one of those counts. */
  'standing.checked': report({
    input: z.strictObject({
      facts: standingFacts,
      id: standingCampaignId.nullable().default(null),
      of: z.enum([...leftOutReasons, 'proposed', 'coming']),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ count, rows: z.array(occasionRow) }),
    touches: reckoned,
  }),
  'standing.create': command({
    input: z.strictObject({ facts: standingFacts }),
    output: changed,
    touches,
  }),
  /** CONFLICT `changed-meanwhile`: it is not any more what `expected` says. */
  'standing.update': command({
    input: z.strictObject({
      id: standingCampaignId,
      expected: standingFacts,
      facts: standingFacts,
    }),
    output: changed,
    touches,
  }),
  /** CONFLICT `standing-used`: somebody had a turn by it, so it can only be switched off. */
  'standing.remove': command({ input: about, output: changed, touches }),
  /** On or off. CONFLICT `campaign-fields`, `campaign-no-shop`, `campaign-no-me`, as of a campaign. */
  'standing.switch': command({
    input: z.strictObject({ id: standingCampaignId, isActive: z.boolean() }),
    output: changed,
    touches,
  }),
  /** Whom all of them propose today: each customer once, those whose time is up soonest first. */
  'standing.due': report({
    input: z.strictObject({ limit: z.int().min(1).max(200).default(20) }),
    output: z.strictObject({
      count,
      /** Proposed too, but it is enough for today by their way. */
      waiting: count,
      rows: z.array(proposal),
      /** Campaigns that are on, with conditions that this version does not understand. */
      notUnderstood: z.array(z.string()),
    }),
    touches: reckoned,
  }),
  /**
   * What a proposal came to, with what was said. CONFLICT `campaign-turn`: it had its turn;
   * `campaign-state`: the campaign is off.
   */
  'standing.decide': command({
    input: z.strictObject({
      id: standingCampaignId,
      customerId,
      on: day,
      to: z.enum(turns),
      text: z.string().trim().max(4000).default(''),
    }),
    output: changed,
    touches: ['campaigns', 'interactions', 'privacy', 'followUps', 'history'],
  }),
  /** Who had a turn by one, the last first. */
  'standing.turns': query({
    input: z.strictObject({
      id: standingCampaignId,
      of: z.enum(turns).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      count,
      rows: z.array(
        z.strictObject({
          customerId,
          name: z.string(),
          on: z.iso.date(),
          state: z.enum(turns),
          decidedOn: z.iso.date(),
        }),
      ),
    }),
    touches: ['campaigns', 'customers'],
  }),
};
