import { z } from 'zod';
import { customerId } from '../../ids.ts';
import { report } from '../define.ts';
import { count, money } from './shapes.ts';

/** A mean in minor units, with its middle 80 %. */
const range = z.strictObject({ mean: z.number(), low: z.number(), high: z.number() });

export const loyaltyPaysContract = {
  /** What points have cost in twelve months, and whether those who spend them buy more than others like them. */
  'loyalty.pays': report({
    input: z.strictObject({}),
    output: z.strictObject({
      from: z.iso.date(),
      to: z.iso.date(),
      /** Who spent points in that time, whoever spent most first; at most 500 of `people`. */
      people: count,
      points: count,
      /** What was taken off sales for them, minor units; and rewards that were given, for so many points. */
      offMinor: money,
      rewards: count,
      rewardPoints: count,
      spenders: z.array(
        z.strictObject({
          customerId,
          name: z.string(),
          points: count,
          offMinor: money,
          rewards: count,
        }),
      ),
      compared: z.strictObject({
        /** Days after points were spent for the first time. */
        days: count,
        /** How many for whom those days are over, and whom others are like. */
        alike: count,
        theirs: range,
        others: range,
        /** What each bought more than the others like them. */
        more: range,
        /** The latest first; at most 500 of `alike`. */
        rows: z.array(
          z.strictObject({
            customerId,
            name: z.string(),
            firstOn: z.iso.date(),
            minor: z.int(),
            others: count,
            othersMinor: z.number(),
          }),
        ),
      }),
    }),
    touches: ['loyalty', 'customers', 'sales', 'shop'],
  }),
};
