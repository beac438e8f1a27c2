import { z } from 'zod';
import { rfmGroups } from '../../domain/vocabulary/segments.ts';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

export const insightsRfmContract = {
  /** How lately, how often and for how much they bought; amounts in minor units, net of returns. */
  'insights.rfm': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      /** The window: bought in it, counted from its first day to its last. */
      from: z.iso.date(),
      to: z.iso.date(),
      /** The first sale there is; who is called new may have bought before it. */
      firstOn: z.iso.date().nullable(),
      buyers: z.int().nonnegative(),
      moneyMinor: z.int(),
      /** Why nobody is scored; null: they are. */
      reason: z.enum(['few', 'alike']).nullable(),
      /** So many buyers are needed. */
      needs: z.int().positive(),
      /** Every group that somebody is in, in the order of the vocabulary. */
      groups: z.array(
        z.strictObject({
          group: z.enum(rfmGroups),
          customers: z.int().positive(),
          moneyMinor: z.int(),
          /** Of the one in the middle: days since the last purchase, and days bought on. */
          silentDays: z.number().nonnegative(),
          purchaseDays: z.number().nonnegative(),
        }),
      ),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
};
