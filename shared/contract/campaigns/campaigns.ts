import { z } from 'zod';
import {
  campaignStates,
  leftOutReasons,
  memberStates,
  turns,
} from '../../domain/vocabulary/campaigns.ts';
import { batchId, campaignId, customerId } from '../../ids.ts';
import { command, query, report, task } from '../define.ts';
import {
  campaignCheck,
  campaignFacts,
  campaignPeople,
  campaignResult,
  campaignRow,
  count,
  member,
  money,
  pace,
} from './shapes.ts';

const changed = z.strictObject({ id: campaignId, batchId });
const about = z.strictObject({ id: campaignId });
const touches = ['campaigns', 'history'] as const;
const reads = ['campaigns', 'products', 'imports', 'loyalty', 'settings', 'shop'] as const;
const reckoned = [
  'campaigns',
  'customers',
  'sales',
  'products',
  'payments',
  'interactions',
  'complaints',
  'privacy',
  'imports',
  'loyalty',
  'settings',
  'shop',
] as const;

export const campaignsContract = {
  /** Every campaign, the newest first. */
  'campaigns.list': report({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(campaignRow) }),
    touches: reads,
  }),
  'campaigns.get': query({ input: about, output: campaignRow, touches: reads }),
  /** Those that are running and in which somebody's turn can come, for the first screen. */
  'campaigns.running': query({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(campaignRow) }),
    touches: [...reads, 'customers', 'sales', 'privacy'],
  }),
  /** Whom facts that are being written lead to, and how their text reads. */
  'campaigns.check': report({
    input: z.strictObject({ facts: campaignFacts }),
    output: campaignCheck,
    touches: reckoned,
  }),
  /** Who of those facts is left out for one reason, or can be written to (null). */
  'campaigns.checked': report({
    input: z.strictObject({
      facts: campaignFacts,
      why: z.enum(leftOutReasons).nullable(),
      skip: count.default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      count,
      rows: z.array(z.strictObject({ customerId, name: z.string() })),
    }),
    touches: reckoned,
  }),
  'campaigns.create': command({
    input: z.strictObject({ facts: campaignFacts }),
    output: changed,
    touches,
  }),
  /**
   * CONFLICT `changed-meanwhile`: it is not any more what `expected` says; `campaign-started`: whom, by
   * which way and how many apart is settled with the start.
   */
  'campaigns.update': command({
    input: z.strictObject({ id: campaignId, expected: campaignFacts, facts: campaignFacts }),
    output: changed,
    touches,
  }),
  /** Only one that has not started. CONFLICT `campaign-started`. */
  'campaigns.remove': command({ input: about, output: changed, touches }),
  /**
   * Settles who is on the list and who is kept apart. CONFLICT `campaign-started`; `campaign-begun`: its
   * list is there from a start that was taken back in part; `campaign-nobody`: nobody can be written to;
   * `campaign-fields`: the text has braces that are no field; `campaign-no-shop`, `campaign-no-me`: it has a
   * field that no setting fills yet; `segment-not-understood`.
   */
  'campaigns.start': task({
    input: about,
    output: z.strictObject({ batchId, turns: count, held: count, leftOut: count }),
    touches,
  }),
  /** Paused, on again, or ended. CONFLICT `campaign-state`: that does not follow from how it stands. */
  'campaigns.turn': command({
    input: z.strictObject({ id: campaignId, to: z.enum(['running', 'paused', 'done']) }),
    output: changed,
    touches,
  }),
  /** Whose turn it is; who cannot be written to any more is passed over. */
  'campaigns.next': query({
    input: about,
    output: z.strictObject({
      state: z.enum(campaignStates),
      /** Null: nobody is left (`end`), or it is enough for today (`limit`), or it is not running (`state`). */
      member: member.nullable(),
      why: z.enum(['end', 'limit', 'state']).nullable(),
      today: pace,
    }),
    touches: ['campaigns', 'customers', 'sales', 'products', 'privacy', 'settings', 'shop'],
  }),
  /**
   * What a turn came to, with what was said. `refused`: is not written to with offers any more, by any
   * campaign. CONFLICT `campaign-turn`: it had its turn; `campaign-state`: it is not running.
   */
  'campaigns.decide': command({
    input: z.strictObject({
      memberId: z.int().positive(),
      to: z.enum(turns),
      /** As it was sent. */
      text: z.string().trim().max(4000).default(''),
    }),
    output: z.strictObject({
      batchId,
      /** Nobody was left, so the campaign ended with it. */
      isLast: z.boolean(),
    }),
    touches: ['campaigns', 'interactions', 'privacy', 'history'],
  }),
  /** What it brought, as far as it can be told. */
  'campaigns.result': report({
    input: about,
    output: campaignResult,
    touches: ['campaigns', 'sales', 'interactions', 'settings', 'shop'],
  }),
  /** Who is behind one of its figures. */
  'campaigns.people': report({
    input: z.strictObject({
      id: campaignId,
      of: campaignPeople,
      skip: count.default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      count,
      revenueMinor: z.int(),
      rows: z.array(
        z.strictObject({
          customerId,
          name: z.string(),
          state: z.enum(memberStates),
          why: z.enum(leftOutReasons).nullable(),
          /** The day from which is counted. */
          turnOn: z.iso.date().nullable(),
          boughtOn: z.iso.date().nullable(),
          revenueMinor: z.int(),
        }),
      ),
    }),
    touches: ['campaigns', 'customers', 'sales', 'interactions', 'settings', 'shop'],
  }),
  /** What it cost: money, and minutes of the owner's at so much an hour. */
  'campaigns.cost': command({
    input: z.strictObject({
      id: campaignId,
      costMinor: money.nullable(),
      minutes: z.int().min(0).max(1e6).nullable(),
      hourMinor: money.nullable(),
    }),
    output: changed,
    touches,
  }),
};
