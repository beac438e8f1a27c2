import { z } from 'zod';
import { sameReasons, sureties } from '../../domain/people/score.ts';
import { batchId, customerId, importId } from '../../ids.ts';
import { command, query, report } from '../define.ts';

const surety = z.enum(sureties);
const count = z.int().nonnegative();
const reasons = z.array(z.enum(sameReasons));

const side = z.strictObject({
  id: customerId,
  name: z.string(),
  /** E.164, the first one. */
  phone: z.string().nullable(),
  city: z.string().nullable(),
  purchases: count,
  lastPurchaseOn: z.iso.date().nullable(),
});

const named = z.strictObject({ id: customerId, name: z.string() });
const apartId = z.int().positive();
const changed = z.strictObject({ id: apartId, batchId });

export const customersSameContract = {
  /** Records that may be one person, the surest first; the one with more purchases is to be kept. */
  'customers.same': report({
    input: z.strictObject({
      surety: surety.nullable().default(null),
      /** Only pairs with this customer. */
      of: customerId.nullable().default(null),
      /** Only pairs with somebody whom this import brought. */
      importId: importId.nullable().default(null),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({
      pairs: z.array(z.strictObject({ kept: side, other: side, surety, score: z.int(), reasons })),
      /** How many there are of each, shown or not. */
      counts: z.strictObject({ certain: count, likely: count, possible: count }),
    }),
    touches: ['customers', 'sales', 'imports', 'history', 'accountant', 'settings', 'shop'],
  }),
  /** Who is there already, before somebody new is written down. */
  'customers.alike': query({
    input: z.strictObject({
      name: z.string().max(200).default(''),
      /** As it was typed. */
      phone: z.string().max(254).default(''),
      email: z.string().max(254).default(''),
      city: z.string().max(120).default(''),
    }),
    output: z.array(side.extend({ surety, reasons })),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
  /** What was decided: records merged, and pairs that are two people; the last first. */
  'customers.decided': query({
    input: z.strictObject({ limit: z.int().min(1).max(500).default(200) }),
    output: z.strictObject({
      merged: z.array(
        z.strictObject({
          record: named,
          into: named,
          at: z.string(),
          /** It came with another, which is taken apart first. */
          isThrough: z.boolean(),
        }),
      ),
      mergedCount: count,
      apart: z.array(z.strictObject({ id: apartId, one: named, other: named, at: z.string() })),
      apartCount: count,
    }),
    touches: ['customers', 'history', 'shop'],
  }),
  /** Two who look alike are two people: they are not asked about any more. */
  'customers.tellApart': command({
    input: z
      .strictObject({ customerId, otherId: customerId })
      .refine((pair) => pair.customerId !== pair.otherId, {
        params: { problem: 'merges-same-person' },
        path: ['otherId'],
      }),
    output: changed,
    touches: ['customers', 'history'],
  }),
  /** They may be one person after all. */
  'customers.offerAgain': command({
    input: z.strictObject({ id: apartId }),
    output: changed,
    touches: ['customers', 'history'],
  }),
};
