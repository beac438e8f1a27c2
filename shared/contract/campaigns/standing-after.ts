import { z } from 'zod';
import { customerId, saleId, standingCampaignId } from '../../ids.ts';
import { asSpan, day } from '../days.ts';
import { report } from '../define.ts';
import { count } from './shapes.ts';

/** Of messages that were sent in a span, whatever was sold within so many days after. */
const asked = {
  id: standingCampaignId,
  from: day,
  to: day,
  days: z.int().min(1).max(180).default(14),
};

/** Whose rows: everybody contacted, who of them bought, their sales, or whose days are not over. */
export const behindAfter = z.enum(['people', 'buyers', 'sales', 'open']);
export type BehindAfter = z.infer<typeof behindAfter>;

const touches = [
  ...(['campaigns', 'customers', 'sales', 'imports', 'settings', 'shop'] as const),
] as const;

export const standingAfterContract = {
  /** What was sold after the messages; nobody is kept apart, so it is not what they brought. */
  'standing.after': report({
    input: asSpan(z.strictObject(asked)),
    output: z.strictObject({
      messages: count,
      people: count,
      buyers: count,
      /** Sales, and what came back. */
      sales: count,
      /** What came back in the same days taken off, of whatever purchase. */
      revenueMinor: z.int(),
      /** Messages whose days are not over as far as sales are known. */
      open: count,
      /** The last day that the sales reach. */
      through: z.iso.date(),
    }),
    touches,
  }),
  /** Who and what is behind those counts. */
  'standing.afterRows': report({
    input: asSpan(
      z.strictObject({
        ...asked,
        of: behindAfter,
        limit: z.int().min(1).max(500).default(100),
      }),
    ),
    output: z.strictObject({
      count,
      rows: z.array(
        z.strictObject({
          customerId,
          name: z.string(),
          /** Their last message of the span before that sale; where there is none, the last. */
          saidOn: z.iso.date(),
          /** The sale, or their first purchase, or else the first that came back; null: there is none. */
          saleId: saleId.nullable(),
          soldOn: z.iso.date().nullable(),
          isReturn: z.boolean(),
          /** Of the sale, or of all of theirs. */
          revenueMinor: z.int(),
        }),
      ),
    }),
    touches,
  }),
};
