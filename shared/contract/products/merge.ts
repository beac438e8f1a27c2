import { z } from 'zod';
import { batchId, productId } from '../../ids.ts';
import { command, query, report } from '../define.ts';
import { storedProductFacts } from './page.ts';

/** Why two products may be one: the same code, the same name but for how it is written, or nearly the same. */
export const alikeReason = z.enum(['code', 'spelling', 'order', 'typing']);
export type AlikeReason = z.infer<typeof alikeReason>;

const side = z.strictObject({
  id: productId,
  name: z.string(),
  sku: z.string().nullable(),
  /** Lines of sales that name it. */
  lines: z.int().nonnegative(),
});

const compared = z.strictObject({
  id: productId,
  facts: storedProductFacts,
  /** Rows that refer to it, by their table; what merging moves. */
  rows: z.array(z.strictObject({ table: z.string(), count: z.int().nonnegative() })),
});
const pair = z
  .strictObject({ keptId: productId, otherId: productId })
  .refine(({ keptId, otherId }) => keptId !== otherId, {
    params: { problem: 'merges-self' },
    path: ['otherId'],
  });

export const productsMergeContract = {
  /** Products that may be two spellings of one, the surest first; the one with more sales is to be kept. */
  'products.duplicates': report({
    input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({
      pairs: z.array(z.strictObject({ kept: side, other: side, reason: alikeReason })),
      /** How many there are, shown or not. */
      count: z.int().nonnegative(),
    }),
    touches: ['products', 'sales', 'shop'],
  }),
  /** Two products side by side, before they are merged. */
  'products.compare': query({
    input: pair,
    output: z.strictObject({
      kept: compared,
      other: compared,
      /** Guarantees of the other that begin when one of the kept does: they give way. */
      policiesGivingWay: z.int().nonnegative(),
      /** What the kept one does not have and takes over. */
      takesOver: z.array(z.enum(['category', 'unit', 'priceMinor', 'costMinor'])),
    }),
    touches: ['products', 'sales', 'complaints', 'guarantee', 'shop', 'notes'],
  }),
  /** Everything that refers to the other refers to the kept one from now on; the other goes to the trash. */
  'products.merge': command({
    input: pair,
    output: z.strictObject({ id: productId, batchId, moved: z.int().nonnegative() }),
    touches: ['products', 'sales', 'complaints', 'guarantee', 'notes', 'history'],
  }),
};
