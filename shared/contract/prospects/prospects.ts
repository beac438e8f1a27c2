import { z } from 'zod';
import { lostReasons, stages } from '../../domain/vocabulary/prospects.ts';
import { batchId, customerId, followUpId, prospectId, saleId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query, task } from '../define.ts';
import { printed } from '../sales/paper.ts';

export const stage = z.enum(stages);
const text = (max: number) => z.string().trim().max(max);

/** Everything about a prospect that a person writes down, but for its stage. */
export const prospectFacts = z.strictObject({
  /** What they may buy. */
  title: text(200).min(1),
  worthMinor: z.int().min(0).max(1e13).nullable().default(null),
  chancePercent: z.int().min(0).max(100).nullable().default(null),
  expectedOn: day.nullable().default(null),
  note: text(2000).default(''),
});
export type ProspectFacts = z.infer<typeof prospectFacts>;

/** What is to be done next: a date on the list of whom to contact. */
const nextStep = z.strictObject({ dueOn: day, reason: text(400).default('') });
export type NextStep = z.infer<typeof nextStep>;

const storedStep = z.strictObject({
  id: followUpId,
  dueOn: z.iso.date(),
  reason: z.string(),
  /** Days past due; 0: today, negative: still to come. */
  daysLate: z.int(),
});

const lost = z.strictObject({ reason: z.enum(lostReasons), note: text(400).default('') });

export const prospectRow = z.strictObject({
  id: prospectId,
  customerId,
  /** Empty: without a name or phone. */
  customerName: z.string(),
  ...prospectFacts.shape,
  stage,
  /** The day it entered its stage, and days since. */
  since: z.iso.date(),
  days: z.int(),
  /** Of one that may still be won; null: none is planned. */
  nextStep: storedStep.nullable(),
  lost: lost.nullable(),
  /** What it became, where that is not in the trash. */
  sale: z.strictObject({ id: saleId, number: z.string().nullable() }).nullable(),
});
export type ProspectRow = z.infer<typeof prospectRow>;

export const prospectFilter = z.strictObject({
  /** Part of what it is about, or words of the customer's name or a phone. */
  search: z.string().max(200).default(''),
  stages: z.array(stage).max(5).default([]),
  /** The next step is overdue, or there is none; of those that may still be won. */
  step: z.enum(['overdue', 'none']).nullable().default(null),
  customerId: customerId.nullable().default(null),
});
export type ProspectFilter = z.infer<typeof prospectFilter>;

export const prospectSort = z.enum(['newest', 'worth', 'chance', 'expected', 'step', 'days']);
export type ProspectSort = z.infer<typeof prospectSort>;

export const prospectOrder = z.strictObject({
  sort: prospectSort.default('newest'),
  descending: z.boolean().default(true),
});
export type ProspectOrder = z.infer<typeof prospectOrder>;

const sums = {
  count: z.int().nonnegative(),
  /** Minor units, of those whose worth is known. */
  worthMinor: z.int().nonnegative(),
  /** Worth times chance, of those that may still be won and of which both are known. */
  weightedMinor: z.int().nonnegative(),
  /** Of how many the worth is not known, and of how many others that may still be won the chance. */
  withoutWorth: z.int().nonnegative(),
  withoutChance: z.int().nonnegative(),
};
export const prospectSums = z.strictObject(sums);
export type ProspectSums = z.infer<typeof prospectSums>;

const boardStage = z.strictObject({
  ...sums,
  stage,
  /** Days from entering the stage to leaving it, on average; null: none has left it. */
  averageDays: z.number().nullable(),
  /** Over how many times that one left it. */
  left: z.int().nonnegative(),
  rows: z.array(prospectRow),
});
export type BoardStage = z.infer<typeof boardStage>;

const reads = ['prospects', 'customers', 'followUps', 'sales', 'shop'] as const;
const touches = ['prospects', 'followUps', 'history'] as const;
const changed = z.strictObject({ id: prospectId, batchId });
const listed = { filter: prospectFilter.prefault({}), order: prospectOrder.prefault({}) };

export const prospectsContract = {
  /** Every stage in its order; of won and lost what came to it this month. */
  'prospects.board': query({
    input: z.strictObject({ limit: z.int().min(1).max(200).default(30) }),
    output: z.strictObject({
      stages: z.array(boardStage),
      /** Won and lost are shown from this day on. */
      endedFrom: z.iso.date(),
      /** Of those that may still be won. */
      overdue: z.int().nonnegative(),
      withoutStep: z.int().nonnegative(),
      /** The twelve months up to today. */
      year: z.strictObject({
        won: z.int().nonnegative(),
        ended: z.int().nonnegative(),
        /** From the first stage to being won, on average. */
        averageDays: z.number().nullable(),
      }),
    }),
    touches: reads,
  }),
  'prospects.list': query({
    input: z.strictObject({
      ...listed,
      after: z.strictObject({ skip: z.int().nonnegative() }).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      rows: z.array(prospectRow),
      next: z.strictObject({ skip: z.int() }).nullable(),
      /** Of everything that the filter leaves. */
      sums: prospectSums,
    }),
    touches: reads,
  }),
  /** One prospect, with the stages it went through, the first first. */
  'prospects.get': query({
    input: z.strictObject({ id: prospectId }),
    output: z.strictObject({
      prospect: prospectRow,
      isInTrash: z.boolean(),
      createdAt: z.string(),
      path: z.array(
        z.strictObject({
          stage,
          enteredOn: z.iso.date(),
          /** Days in it, up to today in the last. */
          days: z.int(),
        }),
      ),
    }),
    touches: reads,
  }),
  /** Writes a prospect down, with a new customer on the way. */
  'prospects.create': command({
    input: z.strictObject({
      customerId: customerId.nullable(),
      /** Whom to write down with it; `customerId` is null then. */
      newCustomer: z
        .strictObject({ name: text(200), phone: text(60) })
        .nullable()
        .default(null),
      facts: prospectFacts,
      stage: z.enum(['contact', 'need', 'offer']).default('contact'),
      nextStep: nextStep.nullable().default(null),
    }),
    output: changed,
    touches: [...touches, 'customers'],
  }),
  /** CONFLICT `changed-meanwhile`: it is not any more what `expected` says. */
  'prospects.update': command({
    input: z.strictObject({
      id: prospectId,
      expected: prospectFacts,
      facts: prospectFacts,
      /** Null: none any more. */
      nextStep: nextStep.nullable(),
    }),
    output: changed,
    touches,
  }),
  /** To another stage; with why, where it is lost. What has an end needs no next step any more. */
  'prospects.move': command({
    input: z
      .strictObject({ id: prospectId, stage, lost: lost.nullable().default(null) })
      .refine((move) => (move.stage === 'lost') === (move.lost !== null), {
        params: { problem: 'lost-reason' },
        path: ['lost'],
      }),
    output: changed.extend({
      /** Next steps that were taken off the list. */
      droppedSteps: z.int().nonnegative(),
    }),
    touches,
  }),
  /** To the trash, with its open next steps. */
  'prospects.remove': command({
    input: z.strictObject({ id: prospectId }),
    output: changed,
    touches,
  }),
  /** An offer to the customer as a PDF where the owner says. CONFLICT: its worth is not known. Null: the dialog was closed. */
  'prospects.saveOffer': task({
    input: z.strictObject({
      id: prospectId,
      /** What the file is called, without its ending. */
      name: text(120).min(1),
      /** What the offer says beside what is offered: the prospect's own note is for the shop. */
      text: text(2000).default(''),
      validUntil: day.nullable().default(null),
    }),
    output: printed.nullable(),
    touches: [],
  }),
  /** Writes the prospects that the list shows; null: the save dialog was closed. */
  'prospects.export': task({
    input: z.strictObject({
      ...listed,
      format: z.enum(['csv', 'xlsx']),
      profile: z.enum(['spreadsheet', 'exact']).default('spreadsheet'),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
};
