import { z } from 'zod';
import { complaintStates, severities } from '../../domain/vocabulary/complaints.ts';
import { channels, directions, outcomes, topics } from '../../domain/vocabulary/interactions.ts';
import { saleStatuses } from '../../domain/vocabulary/sales.ts';
import {
  batchId,
  claimId,
  complaintId,
  customerId,
  followUpId,
  importId,
  interactionId,
  paymentId,
  reviewId,
  saleId,
} from '../../ids.ts';
import { givenInstant } from '../days.ts';
import { command, query, task } from '../define.ts';
import { surveyHappening } from '../feedback/happening.ts';
import { followUpPlan } from '../follow-ups.ts';
import { batchKind, fieldChange } from '../history.ts';
import { voicesContract } from './voices.ts';

export const channel = z.enum(channels);
export type ContactChannel = z.infer<typeof channel>;

export const direction = z.enum(directions);
export const topic = z.enum(topics);
export type Topic = z.infer<typeof topic>;
export const outcome = z.enum(outcomes);

/** An instant (UTC) as it is stored, to the minute or finer. */
export const instant = z.iso.datetime();

/** What a person writes down about one contact. */
export const interactionFacts = z.strictObject({
  channel,
  direction,
  topic: topic.default('contact'),
  happenedAt: givenInstant,
  /** False: only the day is known; `happenedAt` is noon of it where the shop is. */
  hasTime: z.boolean().default(true),
  text: z.string().trim().max(8000),
  outcome: outcome.nullable().default(null),
  handledBy: z.string().trim().max(80).nullable().default(null),
});
export type InteractionFacts = z.infer<typeof interactionFacts>;

export const timelineKind = z.enum([
  'contact',
  'sale',
  'payment',
  'complaint',
  'claim',
  'review',
  'survey',
  'followUp',
  'import',
  'change',
]);
export type TimelineKind = z.infer<typeof timelineKind>;

const at = { at: instant, hasTime: z.boolean() };

/** One thing that happened. `at` sorts; where only the day is known `hasTime` is false. */
export const timelineItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('contact'),
    ...at,
    id: interactionId,
    channel,
    direction,
    topic,
    text: z.string(),
    outcome: outcome.nullable(),
    handledBy: z.string().nullable(),
    complaintId: complaintId.nullable(),
  }),
  z.strictObject({
    kind: z.literal('sale'),
    ...at,
    id: saleId,
    number: z.string().nullable(),
    isReturn: z.boolean(),
    status: z.enum(saleStatuses),
    totalMinor: z.int(),
    paymentMethod: z.string().nullable(),
    lineCount: z.int().nonnegative(),
    products: z.array(z.string()).max(3),
  }),
  z.strictObject({
    kind: z.literal('payment'),
    ...at,
    id: paymentId,
    /** Below zero: paid back. */
    amountMinor: z.int(),
    method: z.string().nullable(),
    note: z.string().nullable(),
    /** Numbers of the sales it settles. */
    sales: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('complaint'),
    ...at,
    id: complaintId,
    number: z.string(),
    title: z.string(),
    state: z.enum(complaintStates),
    severity: z.enum(severities),
    solution: z.string().nullable(),
    compensationMinor: z.int(),
  }),
  z.strictObject({
    kind: z.literal('claim'),
    ...at,
    id: claimId,
    number: z.string(),
    product: z.string().nullable(),
    problem: z.string(),
    remedy: z.enum(['repair', 'replace', 'refund', 'none']),
    isDone: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('review'),
    ...at,
    id: reviewId,
    platform: z.string(),
    rating: z.int().nullable(),
    text: z.string(),
    isAnswered: z.boolean(),
  }),
  z.strictObject({ ...surveyHappening, ...at }),
  /** A contact-again date that was kept. */
  z.strictObject({
    kind: z.literal('followUp'),
    ...at,
    id: followUpId,
    reason: z.string(),
    cause: z.string(),
    isOnTime: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('import'),
    ...at,
    id: batchId,
    importId,
    files: z.array(z.string()),
    changes: z.array(fieldChange),
    undoneAt: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('change'),
    ...at,
    id: batchId,
    change: batchKind,
    changes: z.array(fieldChange),
    undoneAt: z.string().nullable(),
  }),
]);
export type TimelineItem = z.infer<typeof timelineItem>;

/** Where each source of the timeline goes on: the key and id of its last item shown. */
export const timelineCursor = z.record(
  timelineKind,
  z.strictObject({ key: z.string(), id: z.int() }).nullable(),
);
export type TimelineCursor = z.infer<typeof timelineCursor>;

const touches = ['interactions', 'followUps', 'history'] as const;
const recorded = z.strictObject({ id: interactionId, batchId });

export const interactionsContract = {
  /** Everything that happened with one customer, newest first; `kinds` empty: all kinds. */
  'interactions.timeline': query({
    input: z.strictObject({
      customerId,
      kinds: z.array(timelineKind).max(10).default([]),
      after: timelineCursor.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ rows: z.array(timelineItem), next: timelineCursor.nullable() }),
    touches: [
      'interactions',
      'followUps',
      'complaints',
      'reviews',
      'feedback',
      'guarantee',
      'payments',
      'sales',
      'history',
      'imports',
      'settings',
      'shop',
    ],
  }),
  /** How many of each kind there are, for the timeline's filter. */
  'interactions.counts': query({
    input: z.strictObject({ customerId }),
    output: z.record(timelineKind, z.int().nonnegative()),
    touches: [
      'interactions',
      'followUps',
      'complaints',
      'reviews',
      'feedback',
      'guarantee',
      'payments',
      'sales',
      'history',
      'shop',
    ],
  }),
  'interactions.get': query({
    input: z.strictObject({ id: interactionId }),
    output: z.strictObject({
      id: interactionId,
      customerId,
      facts: interactionFacts.extend({ happenedAt: instant }),
    }),
    touches: ['interactions', 'shop'],
  }),
  /** People who handled contacts before, most frequent first, for the field's suggestions. */
  'interactions.handlers': query({
    input: z.strictObject({}),
    output: z.array(z.string()),
    touches: ['interactions', 'complaints', 'shop'],
  }),
  /**
   * Writes a contact down. `finishes`: the contact-again date it keeps. `contactAgain`: the next one;
   * `propose`: after a first contact of theirs the next is ours (settings `proactiveDays`).
   */
  'interactions.record': command({
    input: z.strictObject({
      customerId,
      /** `happenedAt` null: now. */
      facts: interactionFacts.extend({ happenedAt: givenInstant.nullable().default(null) }),
      finishes: followUpId.nullable().default(null),
      contactAgain: z
        .union([followUpPlan, z.literal('propose')])
        .nullable()
        .default('propose'),
    }),
    output: z.strictObject({
      id: interactionId,
      batchId,
      /** The contact-again date it made, or null. */
      followUp: z.strictObject({ id: followUpId, dueOn: z.iso.date() }).nullable(),
    }),
    touches,
  }),
  'interactions.update': command({
    input: z.strictObject({ id: interactionId, facts: interactionFacts }),
    output: recorded,
    touches,
  }),
  'interactions.delete': command({
    input: z.strictObject({ id: interactionId }),
    output: recorded,
    touches,
  }),
  ...voicesContract,
  /** Every contact as a table; null: the save dialog was closed. */
  'interactions.export': task({
    input: z.strictObject({
      customerId: customerId.nullable().default(null),
      format: z.enum(['csv', 'xlsx']),
      profile: z.enum(['spreadsheet', 'exact']).default('spreadsheet'),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
};
