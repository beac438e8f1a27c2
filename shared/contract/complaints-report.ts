import { z } from 'zod';
import { compensationKinds } from '../domain/vocabulary/complaints.ts';
import { complaintId, customerId, productId } from '../ids.ts';

export const compensationKind = z.enum(compensationKinds);

const share = z.number().min(0).max(1).nullable();
const times = z.strictObject({
  /** Complaints with an exact hour that have it behind them. */
  done: z.int().nonnegative(),
  /** Still waiting now: in the figures with their age so far, never as done. */
  open: z.int().nonnegative(),
  onTime: z.int().nonnegative(),
  /** Done after they were due, or waiting and past due; those waiting with time left are in neither. */
  late: z.int().nonnegative(),
  /** Not in these figures: received on a day without an hour, or closed without the date of the step. */
  leftOut: z.int().nonnegative(),
  /** Business minutes, Kaplan–Meier with open ones censored at their age; null: not reached. */
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
});

const pareto = z.array(
  z.strictObject({
    key: z.string(),
    label: z.string(),
    productId: productId.nullable(),
    count: z.int(),
    share: z.number(),
    cumulativeShare: z.number(),
    costMinor: z.int(),
  }),
);

export const complaintReport = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  received: z.int().nonnegative(),
  open: z.int().nonnegative(),
  byMonth: z.array(
    z.strictObject({ month: z.string(), received: z.int(), resolved: z.int(), costMinor: z.int() }),
  ),
  byCause: pareto,
  byProduct: pareto,
  /** Complaints without a cause, or without a product, left out of the two lists. */
  withoutCause: z.int().nonnegative(),
  withoutProduct: z.int().nonnegative(),
  answer: times,
  resolution: times,
  /** Of those resolved: solved at the first contact. */
  firstContact: z.strictObject({ resolved: z.int(), firstContact: z.int(), share }),
  /** Of those whose corrective action is done, what is known afterwards: the four add up. */
  cameBack: z.strictObject({
    withClosedAction: z.int(),
    cameBack: z.int(),
    /** Looked at on its day or later. */
    held: z.int(),
    /** The day to look is still to come, or nobody has looked. */
    waiting: z.int(),
    /** Closed before that day: nobody knows. */
    unwaited: z.int(),
    /** Came back, of those of which it is known. */
    share,
  }),
  reopened: z.int().nonnegative(),
  compensation: z.strictObject({
    costMinor: z.int(),
    amountMinor: z.int(),
    count: z.int(),
    aboveAuthority: z.int(),
    byKind: z.array(z.strictObject({ kind: compensationKind, count: z.int(), costMinor: z.int() })),
    /** What was given, the dearest first; the first 500. */
    given: z.array(
      z.strictObject({
        complaintId,
        number: z.string(),
        title: z.string(),
        kind: compensationKind,
        costMinor: z.int(),
        givenOn: z.iso.date(),
      }),
    ),
  }),
  /** Complaints and unlinked claims per 100 units sold, by month, with a u-chart's limits. */
  defects: z.array(
    z.strictObject({
      productId,
      product: z.string(),
      sold: z.number(),
      defects: z.int(),
      /** How many of the defects are claims; the others are complaints. */
      claims: z.int(),
      /** Over all months shown, the chart's centre; null: none was sold. */
      per100: z.number().nullable(),
      months: z.array(
        z.strictObject({
          month: z.string(),
          sold: z.number(),
          defects: z.int(),
          claims: z.int(),
          per100: z.number().nullable(),
          upper: z.number().nullable(),
          lower: z.number().nullable(),
          isOut: z.boolean(),
        }),
      ),
    }),
  ),
  /** Bought within `days` of the solution, against customers of the same habits who never complained. */
  boughtAgain: z.strictObject({
    days: z.int(),
    complainers: z.int(),
    bought: z.int(),
    share,
    matched: z.int(),
    matchedShare: share,
    isTooFew: z.boolean(),
    needed: z.int(),
    /** The complainers, by the day of the solution; the first 500. `boughtOn` null: not within `days`. */
    who: z.array(
      z.strictObject({
        customerId,
        name: z.string(),
        resolvedOn: z.iso.date(),
        boughtOn: z.iso.date().nullable(),
      }),
    ),
  }),
  /** Customers with two failures or more in the span: an alarm. */
  twice: z.array(z.strictObject({ customerId, name: z.string(), count: z.int() })),
});
export type ComplaintReport = z.infer<typeof complaintReport>;
