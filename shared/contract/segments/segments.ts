import { z } from 'zod';
import { recordFields } from '../../domain/vocabulary/segments.ts';
import { batchId, customerId, segmentId } from '../../ids.ts';
import { command, report } from '../define.ts';
import { segmentDefinition } from './conditions.ts';

const name = z.string().trim().min(1).max(80);

/** What a saved segment has to say: somebody has to be left out. */
const saved = segmentDefinition.refine(({ parts, without }) => parts.length + without.length > 0, {
  params: { problem: 'segment-empty' },
  path: ['parts'],
});

const count = z.int().nonnegative();

/** What records that conditions name are called; null: no longer there. */
export const namedRecord = z.strictObject({
  field: z.enum(recordFields),
  id: z.int().positive(),
  name: z.string().nullable(),
});
export type NamedRecord = z.infer<typeof namedRecord>;

/** A segment as it is saved. */
export const storedSegment = z.strictObject({
  id: segmentId,
  name: z.string(),
  definition: segmentDefinition,
  /** Conditions that this version does not understand: while there are any, nobody is counted. */
  notUnderstood: count,
  records: z.array(namedRecord),
});
export type StoredSegment = z.infer<typeof storedSegment>;

/** How many a segment has now, and what they bring. */
const counted = z.strictObject({
  count,
  activeRevenueMinor: z.int(),
  /** How many of them have a phone. */
  withPhone: count,
});

const choice = z.strictObject({ value: z.string(), count });
const recordChoice = z.strictObject({ id: z.int().positive(), name: z.string(), count });

const reads = [
  'segments',
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
const touches = ['segments', 'history'] as const;
const changed = z.strictObject({ id: segmentId, batchId });

export const segmentsContract = {
  /** Every saved segment by its name, counted now; null: it has a condition that is not understood. */
  'segments.list': report({
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(storedSegment.extend({ counted: counted.nullable() })),
      /** Everybody that a segment can have. */
      customers: count,
      /** The last day that the sales reach, today at most: days of purchases are counted up to it. */
      through: z.iso.date(),
    }),
    touches: reads,
  }),
  'segments.get': report({
    input: z.strictObject({ id: segmentId }),
    output: storedSegment,
    touches: ['segments', 'products', 'imports', 'loyalty', 'settings', 'shop'],
  }),
  /** Counts conditions that are being written: all together, and each by itself. */
  'segments.count': report({
    input: z.strictObject({ definition: segmentDefinition }),
    output: counted.extend({
      customers: count,
      through: z.iso.date(),
      /** Of `parts` and of `without`, in their order: how many each holds for by itself. */
      parts: z.array(
        z.strictObject({
          count,
          /** Of a group: of each of its conditions. */ inside: z.array(count),
        }),
      ),
      without: z.array(count),
      /** In by the conditions, before anybody is left out. */
      before: count,
      /** The first of them by revenue of the window. */
      first: z.array(
        z.strictObject({
          id: customerId,
          name: z.string(),
          lastPurchaseOn: z.iso.date().nullable(),
          activeRevenueMinor: z.int(),
        }),
      ),
    }),
    touches: reads,
  }),
  /** What conditions can be made of: values in use, most used first. */
  'segments.choices': report({
    input: z.strictObject({}),
    output: z.strictObject({
      cities: z.array(choice),
      tags: z.array(choice),
      sources: z.array(choice),
      channels: z.array(choice),
      categories: z.array(choice),
      imports: z.array(recordChoice),
      /** Levels of the points programme, the lowest first. */
      tiers: z.array(recordChoice),
    }),
    touches: ['customers', 'sales', 'products', 'imports', 'loyalty', 'settings', 'shop'],
  }),
  /** CONFLICT `segment-name`: another has this name. */
  'segments.create': command({
    input: z.strictObject({ name, definition: saved }),
    output: changed,
    touches,
  }),
  /** CONFLICT `changed-meanwhile`: it is not any more what `expected` says. */
  'segments.update': command({
    input: z.strictObject({
      id: segmentId,
      name,
      definition: saved,
      expected: z.strictObject({ name: z.string(), definition: segmentDefinition }),
    }),
    output: changed,
    touches,
  }),
  'segments.remove': command({
    input: z.strictObject({ id: segmentId }),
    output: changed,
    touches,
  }),
};
