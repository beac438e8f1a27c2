import { z } from 'zod';
import { customerId } from '../../ids.ts';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

/** For so many days after the first purchase everybody is compared alike. */
export const comparedDays = 90;

const count = z.int().nonnegative();
const span = { from: z.iso.date(), to: z.iso.date() };
/** A mean in minor units, with its middle 80 %. */
const range = { mean: z.number(), low: z.number(), high: z.number() };
const group = z.strictObject({ customers: count, ...range });

export const insightsReferralsContract = {
  /** Who of those who came were brought by others, what those are worth against others, and who brings most. */
  'insights.referrals': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      /** The day that everything is counted up to. */
      through: z.iso.date(),
      months: z.int().positive(),
      /** First bought in the window; a share from 0 to 1 with its middle 80 %. */
      newcomers: z.strictObject({
        ...span,
        referred: count,
        others: count,
        share: z.number(),
        low: z.number(),
        high: z.number(),
      }),
      /** What each spent in the days after the first purchase, of all for whom those are over. */
      worth: z.strictObject({
        ...span,
        referred: group,
        others: group,
        /** What a referred one spent more, minor units, with its middle 80 %. */
        more: z.strictObject(range),
      }),
      /** Who brought most of those who bought, the most first; at most 10. */
      bringers: z.array(
        z.strictObject({ id: customerId, name: z.string(), count, revenueMinor: z.int() }),
      ),
      /** How many brought anybody who bought, and how many they brought. */
      all: z.strictObject({ bringers: count, brought: count }),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
};
