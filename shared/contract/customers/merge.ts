import { z } from 'zod';
import { mostOwnFields } from '../../domain/own-fields/own-fields.ts';
import { batchId, customerId, ownFieldId } from '../../ids.ts';
import { storedCustomerFacts } from '../customers.ts';
import { command, query } from '../define.ts';
import { historyContract } from '../history.ts';

/** What a customer is, field by field, of which one record of two is right; long texts may be kept both. */
export const mergeFields = [
  'name',
  'kind',
  'relation',
  'mark',
  'birthdayOn',
  'gender',
  'occupation',
  'source',
  'taxId',
  'uses',
  'tastes',
  'matters',
  'note',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** The column of `customers` that each field is kept in. */
export const mergeColumns = {
  name: 'name',
  kind: 'kind',
  relation: 'relation',
  mark: 'mark',
  birthdayOn: 'birthday_on',
  gender: 'gender',
  occupation: 'occupation',
  source: 'source',
  taxId: 'tax_id',
  uses: 'uses',
  tastes: 'tastes',
  matters: 'matters',
  note: 'note',
} as const satisfies Record<MergeField, string>;

/** Texts that may be kept one below the other. */
export const longFields = ['uses', 'tastes', 'matters', 'note'] as const satisfies MergeField[];

const choice = z.enum(['kept', 'other', 'both']);
export type MergeChoice = z.infer<typeof choice>;

/** Tables whose rows are what is known of somebody. */
export const recordTables = [
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
] as const;

const recordRow = z.strictObject({
  table: z.enum(recordTables),
  id: z.int().positive(),
});

const side = z.strictObject({
  id: customerId,
  facts: storedCustomerFacts,
  /** What is known of it beside, row by row. */
  record: z.array(
    recordRow.extend({
      /** Of a contact its kind, of a code its scheme. */
      kind: z.string(),
      text: z.string(),
      label: z.string().nullable(),
      /** The kept one has the same: it does not move, and nothing is lost. */
      isTwice: z.boolean(),
    }),
  ),
  /** Rows that refer to it, by their table; what merging moves. */
  rows: z.array(z.strictObject({ table: z.string(), count: z.int().nonnegative() })),
  purchases: z.int().nonnegative(),
  revenueMinor: z.int(),
  lastPurchaseOn: z.iso.date().nullable(),
  createdAt: z.string(),
  importId: z.int().positive().nullable(),
  /** A period handed over to the accountant in which something of it lies, and cannot move. */
  locked: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
});

const differ = { params: { problem: 'merges-same-person' }, path: ['otherId'] };
const pair = z.strictObject({ keptId: customerId, otherId: customerId });

export const customersMergeContract = {
  /** Two customers side by side, before they are merged. */
  'customers.compare': query({
    input: pair.refine(({ keptId, otherId }) => keptId !== otherId, differ),
    output: z.strictObject({
      kept: side,
      other: side,
      /** Who brought the one that they become. */
      referredBy: z.strictObject({ id: customerId, name: z.string() }).nullable(),
      /**
       * Who stands with one of them and is left out: `pair`, one of the two; `circle`, brought by one of them
       * at some remove; `second`, where the kept one has another.
       */
      notReferredBy: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          why: z.enum(['pair', 'circle', 'second']),
        }),
      ),
      /** What is taken where nobody chooses. */
      usual: z.partialRecord(z.enum(mergeFields), choice),
      /** So much is done with the other that the window cannot wait for it to move. */
      isTooLarge: z.boolean(),
    }),
    touches: [
      'customers',
      'sales',
      'products',
      'interactions',
      'followUps',
      'complaints',
      'reviews',
      'guarantee',
      'payments',
      'prospects',
      'campaigns',
      'feedback',
      'notes',
      'loyalty',
      'privacy',
      'accountant',
      'shop',
    ],
  }),
  /** Everything of the other is the kept one's from now on; the other can be taken apart again at any time. */
  'customers.merge': command({
    input: pair
      .extend({
        choices: z.partialRecord(z.enum(mergeFields), choice).default({}),
        /** Fields that the owner made, of which what the other has is right. */
        ownOfOther: z.array(ownFieldId).max(mostOwnFields).default([]),
        /** What of the other is not taken over. */
        leaves: z.array(recordRow).max(200).default([]),
      })
      .refine(({ keptId, otherId }) => keptId !== otherId, differ),
    output: z.strictObject({ id: customerId, batchId, moved: z.int().nonnegative() }),
    touches: historyContract['history.undo'].touches,
  }),
  /** Several records of one person, each a step of its own; the steps in their order. */
  'customers.mergeMany': command({
    input: z
      .strictObject({ keptId: customerId, otherIds: z.array(customerId).min(1).max(20) })
      .refine(({ keptId, otherIds }) => !otherIds.includes(keptId), differ),
    output: z.strictObject({
      id: customerId,
      batchIds: z.array(batchId),
      moved: z.int().nonnegative(),
    }),
    touches: historyContract['history.undo'].touches,
  }),
  /** Takes a record out of the one that it was merged into: what moved goes back, but for what changed since. */
  'customers.takeApart': command({
    input: z.strictObject({ id: customerId }),
    output: historyContract['history.undo'].output.extend({ id: customerId }),
    touches: historyContract['history.undo'].touches,
  }),
  /** What a customer was merged into, and what was merged into it. */
  'customers.joined': query({
    input: z.strictObject({ id: customerId }),
    output: z.strictObject({
      into: z.strictObject({ id: customerId, name: z.string() }).nullable(),
      records: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          at: z.string(),
          /** Another of the records, which it came with: that is taken apart first. */
          through: z.strictObject({ id: customerId, name: z.string() }).nullable(),
        }),
      ),
    }),
    touches: ['customers', 'history', 'shop'],
  }),
};
