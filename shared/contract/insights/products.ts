import { z } from 'zod';
import { productId } from '../../ids.ts';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

/** So many products are shown with their figures. */
export const mostProducts = 200;
/** So many pairs. */
export const mostPairs = 20;

const count = z.int().nonnegative();
const named = z.strictObject({ id: productId, name: z.string() });
const part = z.strictObject({ products: count, minor: z.int() });

export const insightsProductsContract = {
  /** Which products bring most of twelve months, and what sells together; amounts in minor units, without tax. */
  'insights.products': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      through: z.iso.date(),
      from: z.iso.date(),
      /** Purchases of that time; null: there never was any sale. */
      sales: count,
      hasSales: z.boolean(),
      /** Products of which something was sold or came back. */
      all: count,
      classes: z.strictObject({ A: part, B: part, C: part }),
      /** Brought nothing, or more came back than was sold. */
      apart: part,
      /** Of lines that name no product. */
      unnamedMinor: z.int(),
      /** The most revenue first, those apart at the end. */
      rows: z.array(
        named.extend({
          isInTrash: z.boolean(),
          sales: count,
          minor: z.int(),
          /** Of what all that brought something brought; null: apart. */
          share: z.number().nullable(),
          abc: z.enum(['A', 'B', 'C']).nullable(),
        }),
      ),
      /** Revenue less today's cost of what stayed sold, the most first; of products whose cost is known. */
      profits: z.array(
        named.extend({ isInTrash: z.boolean(), minor: z.int(), profitMinor: z.int() }),
      ),
      profitMinor: z.int(),
      withCost: count,
      withoutCost: part,
      pairs: z.strictObject({
        baskets: count,
        several: count,
        looked: count,
        proven: count,
        shown: z.array(
          z.strictObject({
            from: named,
            to: named,
            together: count,
            ofFrom: count,
            ofTo: count,
            support: z.number(),
            confidence: z.number(),
            low: z.number(),
            high: z.number(),
            lift: z.number(),
            q: z.number(),
          }),
        ),
      }),
    }),
    touches: ['products', 'sales', 'shop'],
  }),
};
