import { z } from 'zod';
import { batchId } from '../../ids.ts';
import { command, query } from '../define.ts';
import { count, tier } from './shapes.ts';

const id = z.int().positive();
const written = z.strictObject({ id, batchId });
const touches = ['loyalty', 'history'] as const;

/** `tier-name`, `tier-same`, `tier-mixed`: VALIDATION where another has its name or its amount, or another measure. */
export const tiersContract = {
  /** The levels, the lowest first, with how many customers are in each and in none above. */
  'loyalty.tiers': query({
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(tier.extend({ id, people: count })),
    }),
    touches: ['loyalty', 'customers', 'settings', 'shop'],
  }),
  'loyalty.addTier': command({ input: z.strictObject({ tier }), output: written, touches }),
  /** CONFLICT `changed-meanwhile`: it is not any more what `expected` says. */
  'loyalty.changeTier': command({
    input: z.strictObject({ id, expected: tier, tier }),
    output: written,
    touches,
  }),
  'loyalty.removeTier': command({ input: z.strictObject({ id }), output: written, touches }),
};
