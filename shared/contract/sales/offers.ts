import { z } from 'zod';
import { productId } from '../../ids.ts';
import { query } from '../define.ts';

/** A product as it is offered to be sold. */
export const offer = z.strictObject({
  id: productId,
  name: z.string(),
  sku: z.string().nullable(),
  unit: z.string().nullable(),
  /** Its price, else what it was last sold at; null: neither is known. */
  unitPriceE4: z.int().nullable(),
});
export type Offer = z.infer<typeof offer>;

export const offersContract = {
  /** Products still sold by a part of their name or their code, each with its price. */
  'products.find': query({
    input: z.strictObject({
      text: z.string().max(200),
      limit: z.int().min(1).max(20).default(8),
    }),
    output: z.array(offer),
    touches: ['products', 'sales', 'settings', 'shop'],
  }),
};
