import { z } from 'zod';
import { customerId } from '../../ids.ts';
import { query } from '../define.ts';

const count = z.int().nonnegative();

/** Whom somebody brought, counted, and what those bought. */
const broughtFigures = z.strictObject({
  count,
  /** Those of them who bought at least once. */
  buyers: count,
  purchases: count,
  revenueMinor: z.int(),
});

/** Somebody who was brought, in the tree below the one who is asked about. */
const broughtPerson = z.strictObject({
  id: customerId,
  name: z.string(),
  /** 1: brought by the one who is asked about; 2: by one of those. */
  depth: z.int().min(1).max(3),
  purchases: count,
  revenueMinor: z.int(),
  /** How many they brought, and how many of those are not shown below them. */
  brought: count,
  hidden: count,
});
export type BroughtPerson = z.infer<typeof broughtPerson>;

export const referralsContract = {
  /** Who brought a customer, step by step up to the first, and whom the customer brought. */
  'referrals.ofCustomer': query({
    input: z.strictObject({ id: customerId }),
    output: z.strictObject({
      /** The nearest first; at most 20. */
      by: z.array(z.strictObject({ id: customerId, name: z.string() })),
      direct: broughtFigures,
      /** With those whom they brought, and so on. */
      all: broughtFigures,
      /** Each followed by whom they brought, who bought for most first. */
      tree: z.array(broughtPerson),
      /** Of those whom the customer brought, how many are not in the tree. */
      hidden: count,
    }),
    touches: ['customers', 'sales', 'shop'],
  }),
};
