import { z } from 'zod';
import { batchId, productId } from '../../ids.ts';
import { command, query } from '../define.ts';

const apartId = z.int().positive();
const side = z.strictObject({ id: productId, name: z.string() });
const changed = z.strictObject({ id: apartId, batchId });

export const productsApartContract = {
  /** Products that look alike and are not the same, the last told apart first; none with one in the trash. */
  'products.apart': query({
    input: z.strictObject({ limit: z.int().min(1).max(500).default(200) }),
    output: z.strictObject({
      pairs: z.array(z.strictObject({ id: apartId, product: side, other: side })),
      /** How many there are, shown or not. */
      count: z.int().nonnegative(),
    }),
    touches: ['products', 'shop'],
  }),
  /** Two products are not the same: they are not offered to be merged any more. */
  'products.tellApart': command({
    input: z
      .strictObject({ productId, otherId: productId })
      .refine((pair) => pair.productId !== pair.otherId, {
        params: { problem: 'merges-self' },
        path: ['otherId'],
      }),
    output: changed,
    touches: ['products', 'history'],
  }),
  /** They may be the same after all. */
  'products.offerAgain': command({
    input: z.strictObject({ id: apartId }),
    output: changed,
    touches: ['products', 'history'],
  }),
};
