import { z } from 'zod';
import { pointKinds } from '../../domain/vocabulary/loyalty.ts';
import { batchId, customerId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query, report } from '../define.ts';
import { loyaltyPaysContract } from './pays.ts';
import {
  count,
  nextTier,
  pointLine,
  pointRule,
  reward,
  rulePreview,
  storedRule,
  tier,
} from './shapes.ts';
import { tiersContract } from './tiers.ts';

const touches = ['loyalty', 'history'] as const;
const reckoned = ['loyalty', 'customers', 'sales', 'settings', 'shop'] as const;
const written = z.strictObject({ id: z.int().positive(), batchId });

export const loyaltyContract = {
  ...tiersContract,
  ...loyaltyPaysContract,
  /** By which rules points are given, in the order of their days; none: there is no programme. */
  'loyalty.programme': query({
    input: z.strictObject({}),
    output: z.strictObject({
      rules: z.array(storedRule),
      /** The one that holds today; null: none does yet. */
      today: storedRule.nullable(),
      /** What points buy, the cheapest first. */
      rewards: z.array(reward),
    }),
    touches: ['loyalty', 'settings', 'shop'],
  }),
  /** What a rule would have given over the last 90 days of sales, and what it changes of what was given. */
  'loyalty.preview': report({
    input: z.strictObject({ rule: pointRule }),
    output: rulePreview,
    touches: reckoned,
  }),
  /**
   * From its day on this rule holds; earlier days keep theirs. VALIDATION `rule-before-last`: its day lies
   * before the last rule's. CONFLICT `points-rewritten`: points that were given change with it, and
   * `rewrites` does not say so.
   */
  'loyalty.setRule': command({
    input: z.strictObject({ rule: pointRule, rewrites: z.boolean().default(false) }),
    output: written,
    touches,
  }),
  /** A customer's points: every line that moved them, the newest first. */
  'loyalty.ledger': query({
    input: z.strictObject({
      customerId,
      kinds: z.array(z.enum(pointKinds)).max(pointKinds.length).default([]),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      /** Whether there is a programme; without one there are no points. */
      isOn: z.boolean(),
      balance: count,
      /** Of one point today; 0: no value is set. */
      pointMinor: count,
      worthMinor: count,
      /** How many run out within the days in which it is said, and when the first do. */
      ending: count,
      endOn: z.iso.date().nullable(),
      /** Sums of all lines by why they are there: they add up to the balance. */
      sums: z.array(z.strictObject({ kind: z.enum(pointKinds), points: z.int(), count })),
      /** Lines that the filter leaves. */
      count,
      lines: z.array(pointLine),
      /** The level that is reached; null: none is. */
      tier: tier.pick({ name: true, gives: true }).nullable(),
      /** What is missing to the level after it; null: there is none. */
      nextTier: nextTier.nullable(),
    }),
    touches: reckoned,
  }),
  /** Of how many customers some points run out within the days in which it is said. */
  'loyalty.ending': query({
    input: z.strictObject({}),
    output: z.strictObject({
      people: count,
      points: count,
      /** The last day of those that run out first; null: none do. */
      firstOn: z.iso.date().nullable(),
      days: count,
    }),
    touches: ['loyalty', 'customers', 'settings', 'shop'],
  }),
  /** What somebody can spend with a sale of a day; null: nothing can be. */
  'loyalty.atSale': query({
    input: z.strictObject({ customerId, soldOn: day }),
    output: z
      .strictObject({
        balance: count,
        /** What a point is worth that day, minor units; 0: no value was set, and none takes anything off. */
        pointMinor: count,
        /** Those that the points are enough for, the cheapest first. */
        rewards: z.array(reward),
      })
      .nullable(),
    touches: reckoned,
  }),
  /** What everybody's points come to, at what a point is worth today. */
  'loyalty.held': query({
    input: z.strictObject({}),
    output: z.strictObject({
      people: count,
      points: count,
      /** Minor units; 0: no value was set. */
      pointMinor: count,
      worthMinor: count,
    }),
    touches: ['loyalty', 'customers', 'settings', 'shop'],
  }),
  'loyalty.addReward': command({
    input: reward.omit({ id: true }),
    output: written,
    touches,
  }),
  /** What was spent on it stays as it is, under its name. */
  'loyalty.removeReward': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: written,
    touches,
  }),
  /** Spends a customer's points on a reward. CONFLICT `points-too-few`, `points-off`. */
  'loyalty.redeem': command({
    input: z.strictObject({ customerId, rewardId: z.int().positive() }),
    output: written.extend({ balance: count }),
    touches: [...touches, 'customers'],
  }),
  /**
   * Gives or takes points by hand, with why. CONFLICT `points-too-few`: fewer are there than it takes;
   * `points-off`: there is no programme.
   */
  'loyalty.correct': command({
    input: z.strictObject({
      customerId,
      points: z
        .int()
        .min(-1e9)
        .max(1e9)
        .refine((value) => value !== 0, { params: { problem: 'points-none' } }),
      why: z.string().trim().min(1).max(200),
    }),
    output: written.extend({ balance: count }),
    touches: [...touches, 'customers'],
  }),
};
