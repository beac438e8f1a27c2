import { z } from 'zod';
import { pointKinds, tierMeasures } from '../../domain/vocabulary/loyalty.ts';
import { saleId } from '../../ids.ts';
import { day } from '../days.ts';

export const count = z.int().nonnegative();
export const money = z.int().min(0).max(1e13);

const ruleFacts = z.strictObject({
  fromOn: day,
  /** For every full amount of this… */
  spendMinor: z.int().min(1).max(1e13),
  /** …so many points; 0: none any more. */
  points: z.int().min(0).max(100_000),
  /** Of the price before discounts; else of what is paid. */
  isBeforeDiscount: z.boolean().default(false),
  /** What is brought back takes its points back. */
  takesBack: z.boolean().default(true),
  /** How many months points hold; null: for good. */
  monthsValid: z.int().min(1).max(120).nullable().default(12),
  /** What a point is worth, minor units. */
  worthMinor: money.default(0),
  /** So many days before points run out it is said. */
  remindDays: z.int().min(1).max(365).default(30),
});
export type PointRuleFacts = z.infer<typeof ruleFacts>;

function slip(problem: string, field: keyof PointRuleFacts) {
  return { params: { problem }, path: [field] };
}

/**
 * How points are given, from a day on. More points than there are in the amount, or points that are worth
 * more than what is spent for them, are slips of the hand, and no shop's figures would hold them.
 */
export const pointRule = ruleFacts
  .refine(({ points, spendMinor }) => points <= spendMinor, slip('points-over-spend', 'points'))
  .refine(
    ({ points, spendMinor, worthMinor }) => points * worthMinor <= spendMinor,
    slip('points-worth-over-spend', 'worthMinor'),
  );

export const storedRule = ruleFacts.extend({ id: z.int().positive(), createdAt: z.string() });
export type StoredPointRule = z.infer<typeof storedRule>;

/** What points buy. */
export const reward = z.strictObject({
  id: z.int().positive(),
  name: z.string().trim().min(1).max(80),
  points: z.int().min(1).max(1e9),
});
export type Reward = z.infer<typeof reward>;

/** A level, by what was earned or spent within twelve months. */
export const tier = z.strictObject({
  name: z.string().trim().min(1).max(60),
  reachedBy: z.enum(tierMeasures),
  /** Points, or minor units. */
  atLeast: z.int().min(1).max(1e13),
  /** What it gives, in words. */
  gives: z.string().trim().max(200).default(''),
});
export type TierFacts = z.infer<typeof tier>;

/** What somebody lacks to the level after theirs. */
export const nextTier = z.strictObject({
  name: z.string(),
  reachedBy: z.enum(tierMeasures),
  /** Points to be earned, or minor units to be spent, within twelve months. */
  missing: z.int().positive(),
});

/** What a rule would have given for the sales of some days, and what it changes of what was given. */
export const rulePreview = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Sales to somebody, and those of them that would have given a point. */
  sales: count,
  giving: count,
  /** Sales that name nobody: they give nothing. */
  nameless: count,
  people: count,
  points: count,
  worthMinor: count,
  /** Points for the sales from the rule's day to today: as they are given now, and by this rule. */
  before: count,
  after: count,
  /** Who has some of either. */
  afterPeople: count,
});
export type RulePreview = z.infer<typeof rulePreview>;

export const pointLine = z.strictObject({
  on: z.iso.date(),
  kind: z.enum(pointKinds),
  /** Below zero: taken. */
  points: z.int(),
  /** What there was after it. */
  balance: count,
  sale: z.strictObject({ id: saleId, number: z.string().nullable() }).nullable(),
  /** What was written with it: a reward, why it was put right. */
  what: z.string().nullable(),
  /** What was taken off the sale for it, minor units. */
  worthMinor: money.nullable(),
  /** Of points that were given: the last day they hold; null: for good. */
  lastOn: z.iso.date().nullable(),
});
export type PointLineRow = z.infer<typeof pointLine>;
