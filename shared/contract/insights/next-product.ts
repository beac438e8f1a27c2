import { z } from 'zod';
import { customerId, productId } from '../../ids.ts';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

/** So many products are shown that somebody might want. */
export const mostWanted = 50;
/** So many are suggested to one customer. */
export const mostSuggested = 3;

const count = z.int().nonnegative();
const named = z.strictObject({ id: productId, name: z.string() });

/** Why a product is suggested: what was bought, and how often the other one comes along; counts of sales. */
const reason = z.strictObject({
  kind: z.enum(['cross', 'up', 'switch']),
  from: named,
  together: count,
  ofFrom: count,
  others: count,
  ofOthers: count,
  low: z.number(),
  high: z.number(),
});

/** What the suggestions rest on. */
const basis = {
  through: z.iso.date(),
  from: z.iso.date(),
  /** Sales between these days, and those with several products. */
  sales: count,
  several: count,
  /** Pairs that are no chance. */
  proven: count,
  /**
   * Whether such suggestions came true on the shop's own past, oftener than simply the most popular product
   * would have; `worse`: they did not, and nothing is suggested. Null: too little to try on.
   */
  trial: z
    .strictObject({
      on: z.iso.date(),
      asked: count,
      hits: count,
      popular: count,
      isBetter: z.boolean(),
    })
    .nullable(),
};

export const insightsNextProductContract = {
  /** Which product who might want that never bought it, the most customers first. */
  'insights.nextProducts': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      ...basis,
      all: count,
      rows: z.array(
        z.strictObject({
          to: named,
          customers: count,
          /** Of what speaks for it, the surest. */
          reason,
          /** Everything that speaks for it: who has one of these, and not the product, is counted. */
          sources: z.array(productId),
        }),
      ),
    }),
    touches: ['customers', 'products', 'sales', 'privacy', 'shop'],
  }),
  /** What one customer might want next, the surest first. */
  'insights.nextProduct': report({
    input: z.strictObject({ customerId }),
    output: z.strictObject({
      ...basis,
      /** Products the customer has bought. */
      bought: count,
      all: count,
      rows: z.array(z.strictObject({ to: named, reason })),
    }),
    touches: ['customers', 'products', 'sales', 'privacy', 'shop'],
  }),
};
