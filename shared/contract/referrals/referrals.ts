import { z } from 'zod';
import { batchId, customerId, rewardId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query } from '../define.ts';

const count = z.int().nonnegative();

/** Whom somebody brought, counted, and what those bought. */
const broughtFigures = z.strictObject({
  count,
  /** Those of them who bought at least once. */
  buyers: count,
  purchases: count,
  revenueMinor: z.int(),
});

/** Somebody who was brought, in the tree below the one who is asked about. */
const broughtPerson = z.strictObject({
  id: customerId,
  name: z.string(),
  /** 1: brought by the one who is asked about; 2: by one of those. */
  depth: z.int().min(1).max(3),
  purchases: count,
  revenueMinor: z.int(),
  /** How many they brought, and how many of those are not shown below them. */
  brought: count,
  hidden: count,
});
export type BroughtPerson = z.infer<typeof broughtPerson>;

/** Which rewards a list shows: whose, those they are about among them, and whether they are owed or given. */
export const rewardFilter = z.strictObject({
  customerId: customerId.nullable().default(null),
  state: z.enum(['owed', 'given']).nullable().default(null),
});
export type RewardFilter = z.infer<typeof rewardFilter>;

const reward = z.strictObject({
  id: rewardId,
  /** Who gets it. */
  customerId,
  name: z.string(),
  /** Who was brought; the same as who gets it: it is for having come. */
  aboutId: customerId,
  aboutName: z.string(),
  what: z.string(),
  amountMinor: z.int().positive().nullable(),
  notedOn: z.iso.date(),
  /** Null: it is still owed. */
  givenOn: z.iso.date().nullable(),
});
export type Reward = z.infer<typeof reward>;

const noted = z.strictObject({ id: rewardId, batchId });
const changes = ['customers', 'history'] as const;

export const referralsContract = {
  /** Rewards for bringing somebody and for having come: those owed first, the longest first. */
  'referrals.rewards': query({
    input: z.strictObject({
      filter: rewardFilter.prefault({}),
      limit: z.int().min(1).max(500).default(500),
    }),
    output: z.strictObject({
      rows: z.array(reward),
      /** Of all states; amounts of those that are money. */
      sums: z.strictObject({
        owed: count,
        owedMinor: z.int(),
        given: count,
        givenMinor: z.int(),
      }),
    }),
    touches: ['customers', 'shop'],
  }),
  /** One that is given, or is owed from now on (`givenOn` null). */
  'referrals.noteReward': command({
    input: z
      .strictObject({
        /** Who gets it: each gets one of their own. */
        customerIds: z.array(customerId).min(1).max(2),
        aboutId: customerId,
        what: z.string().trim().max(200).default(''),
        amountMinor: z.int().positive().max(1e13).nullable().default(null),
        givenOn: day.nullable().default(null),
      })
      .refine(({ what, amountMinor }) => what !== '' || amountMinor !== null, {
        params: { problem: 'reward-empty' },
        path: ['what'],
      }),
    output: z.strictObject({ ids: z.array(rewardId), batchId }),
    touches: changes,
  }),
  /** Null: it is owed again. */
  'referrals.giveReward': command({
    input: z.strictObject({ id: rewardId, givenOn: day.nullable() }),
    output: noted,
    touches: changes,
  }),
  'referrals.dropReward': command({
    input: z.strictObject({ id: rewardId }),
    output: noted,
    touches: changes,
  }),
  /** Who brought a customer, step by step up to the first, and whom the customer brought. */
  'referrals.ofCustomer': query({
    input: z.strictObject({ id: customerId }),
    output: z.strictObject({
      /** The nearest first; at most 20. */
      by: z.array(z.strictObject({ id: customerId, name: z.string() })),
      direct: broughtFigures,
      /** With those whom they brought, and so on. */
      all: broughtFigures,
      /** Each followed by whom they brought, who bought for most first. */
      tree: z.array(broughtPerson),
      /** Of those whom the customer brought, how many are not in the tree. */
      hidden: count,
    }),
    touches: ['customers', 'sales', 'shop'],
  }),
};
