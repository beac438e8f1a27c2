import { z } from 'zod';
import { allHealthChecks } from '../../domain/vocabulary/health.ts';
import { report } from '../define.ts';

const count = z.int().nonnegative();

export const customersHealthContract = {
  /** How complete, how old and how doubtful what is known of the customers is; each check opens its rows. */
  'customers.health': report({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Everybody who is there, and of them those who bought. */
      customers: count,
      bought: count,
      checks: z.array(z.strictObject({ check: z.enum(allHealthChecks), count })),
      /** The middle one of the shop's purchases; null: there are too few to say what is usual. */
      usualSaleMinor: z.int().nullable(),
    }),
    touches: ['customers', 'sales', 'interactions', 'privacy', 'history', 'settings', 'shop'],
  }),
};
