import { z } from 'zod';
import { customerId, productId, prospectId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query } from '../define.ts';

/** As it was typed, readable or not. */
const typed = z.string().max(4000);

const typedLine = z.strictObject({
  productId: productId.nullable(),
  name: typed,
  quantity: typed,
  price: typed,
  discount: typed,
  usualE4: z.int().nullable(),
  taxRateE4: z.int().nullable(),
});

/** A new sale as it stands in its fields, before it is one. */
export const typedSale = z.strictObject({
  customerId: customerId.nullable(),
  customerName: typed.nullable(),
  newCustomer: typed.nullable(),
  soldOn: day,
  lines: z.array(typedLine).max(400),
  discount: typed,
  /** Points that are spent on it, and a reward with it. */
  points: typed.default(''),
  rewardId: z.int().positive().nullable().default(null),
  shipping: typed,
  paid: typed,
  method: typed,
  dueOn: day.nullable(),
  promisedOn: day.nullable(),
  note: typed,
  prospect: z.strictObject({ id: prospectId, title: typed }).nullable(),
});
export type TypedSale = z.infer<typeof typedSale>;

/** One that was left before it was saved. */
export const saleDraft = z.strictObject({ id: z.int().positive(), sale: typedSale });
export type SaleDraft = z.infer<typeof saleDraft>;

/** So many are kept at once. */
export const mostDrafts = 50;

export const salesDraftsContract = {
  /** Sales that were left half-typed, in the order they were begun. */
  'sales.drafts': query({
    input: z.strictObject({}),
    output: z.strictObject({ drafts: z.array(saleDraft) }),
    touches: ['settings', 'shop'],
  }),
  /** Keeps what is typed so far, in the place of what was kept of it. CONFLICT: there are too many already. */
  'sales.keepDraft': command({
    input: z.strictObject({ draft: saleDraft }),
    output: z.strictObject({}),
    touches: ['settings'],
  }),
  /** Lets one go: it was saved, or thrown away. */
  'sales.dropDraft': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({}),
    touches: ['settings'],
  }),
};
