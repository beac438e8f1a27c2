import { z } from 'zod';
import {
  campaignChannels,
  campaignStates,
  leftOutReasons,
  memberStates,
} from '../../domain/vocabulary/campaigns.ts';
import { campaignId, customerId } from '../../ids.ts';
import { segmentDefinition } from '../segments/conditions.ts';
import { namedRecord } from '../segments/segments.ts';

export const text = (max: number) => z.string().trim().max(max);
export const count = z.int().nonnegative();
export const money = z.int().min(0).max(1e13);

/** What a person settles before a campaign starts. */
export const campaignFacts = z.strictObject({
  name: text(80).min(1),
  /** What it is to bring about. */
  goal: text(400).default(''),
  /** The segment whose conditions these are; null: they were set for this one. */
  segmentName: text(80).nullable().default(null),
  definition: segmentDefinition,
  channel: z.enum(campaignChannels),
  /** Of an e-mail. */
  subject: text(150).default(''),
  /** With fields in `{…}`; of calls what to say. */
  text: text(1000).min(1),
  /** The share of the list that is kept apart to compare with. */
  heldPercent: z.int().min(0).max(50).default(10),
  /** Whoever was written to by a campaign within so many days is left out; 0: nobody is. */
  restDays: z.int().min(0).max(365).default(14),
  /** How many a day by this way, over all campaigns. */
  dailyLimit: z.int().min(1).max(1000).default(40),
  /** Within how many days after their turn a purchase counts. */
  responseDays: z.int().min(1).max(180).default(14),
  /** Leaves out those too whom nobody asked whether they may be written to. */
  onlyAgreed: z.boolean().default(false),
});
export type CampaignFacts = z.infer<typeof campaignFacts>;

/** How many stand how; those left out before the start by why. */
const standing = z.strictObject(
  Object.fromEntries(memberStates.map((state) => [state, count])) as Record<
    (typeof memberStates)[number],
    typeof count
  >,
);
export type CampaignStanding = z.infer<typeof standing>;

export const pace = z.strictObject({
  /** Written to today by this way, by any campaign. */
  sent: count,
  limit: z.int(),
});

export const campaignRow = z.strictObject({
  id: campaignId,
  facts: campaignFacts,
  /** Conditions that this version does not understand: while there are any, it cannot start. */
  notUnderstood: count,
  /** What the records are called that its conditions name. */
  records: z.array(namedRecord),
  state: z.enum(campaignStates),
  createdAt: z.string(),
  startedOn: z.iso.date().nullable(),
  endedOn: z.iso.date().nullable(),
  standing,
  today: pace,
  /** Drawn at the start, those kept apart among them; null: not started. */
  drawn: count.nullable(),
  costMinor: money.nullable(),
  minutes: count.nullable(),
  hourMinor: money.nullable(),
});
export type CampaignRow = z.infer<typeof campaignRow>;

/** How many are left out for each reason. */
export const byReason = z.strictObject(
  Object.fromEntries(leftOutReasons.map((reason) => [reason, count])) as Record<
    (typeof leftOutReasons)[number],
    typeof count
  >,
);

/** One of the list, with the text as it would go to them. */
const preview = z.strictObject({
  customerId,
  name: z.string(),
  /** Phone or e-mail it goes to. */
  reach: z.string(),
  text: z.string(),
  words: count,
});

export const campaignCheck = z.strictObject({
  /** Who meets the conditions: those left out and those who can be written to add up to it. */
  matching: count,
  leftOut: byReason,
  /** Who can be written to: those kept apart and those whose turn comes add up to it. */
  reachable: count,
  held: count,
  turns: count,
  /** Not among those who meet the conditions, whatever these are. */
  inTrash: count,
  erased: count,
  previews: z.array(preview),
});

/** Whose turn it is. */
export const member = z.strictObject({
  memberId: z.int().positive(),
  customerId,
  name: z.string(),
  reach: z.string(),
  subject: z.string(),
  text: z.string(),
  lastPurchaseOn: z.iso.date().nullable(),
  lastProduct: z.string().nullable(),
});
export type CampaignMember = z.infer<typeof member>;

/** Which people of a campaign: how they stand, or what came of it. */
export const campaignPeople = z.enum([
  ...memberStates,
  ...(['turned', 'heldTurned', 'bought', 'heldBought', 'answered'] as const),
]);
export type CampaignPeople = z.infer<typeof campaignPeople>;

const group = {
  people: count,
  /** Bought something in their days. */
  buyers: count,
  /** In their days, what was brought back taken off. */
  revenueMinor: z.int(),
};

const gain = z.strictObject({
  buyers: z.number(),
  marginMinor: z.int(),
  /** What came back on top of each unit of cost; null: it cost nothing. */
  roi: z.number().nullable(),
});

export const campaignResult = z.strictObject({
  /** Those whose turn has come, whatever it came to: nobody is picked out afterwards. */
  written: z.strictObject({ ...group, sent: count, answered: count }),
  /** Those kept apart, over the same days. */
  held: z.strictObject(group),
  /** The last day that the sales reach. */
  through: z.iso.date(),
  /** The last day that counts; null: nobody has had a turn. */
  countedUntil: z.iso.date().nullable(),
  /** Days that count are still to come. */
  isOpen: z.boolean(),
  /** Drawn, and no longer there: erased or merged. */
  missing: count,
  /** Null: one of the groups has nobody. */
  uplift: z
    .strictObject({
      written: z.number(),
      held: z.number(),
      difference: z.number(),
      low: z.number(),
      high: z.number(),
      chance: z.number(),
      isProven: z.boolean(),
      wouldNeed: count.nullable(),
    })
    .nullable(),
  marginPercent: z.number().nullable(),
  /** Money, and time where an hour has a price; null: nothing was written down. */
  costMinor: z.int().nullable(),
  unpricedMinutes: count,
  /** Null: without those kept apart, or without a margin, it cannot be told. */
  gain: z.strictObject({ likely: gain, low: gain, high: gain }).nullable(),
});
