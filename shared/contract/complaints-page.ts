import { z } from 'zod';
import { actionVerdicts } from '../domain/vocabulary/complaints.ts';
import { claimId, complaintId, customerId, productId, reviewId, saleId, surveyId } from '../ids.ts';
import {
  compensation,
  complaintKind,
  complaintMove,
  complaintState,
  correctiveAction,
  severity,
  storedComplaintFacts,
} from './complaints-facts.ts';
import { instant } from './interactions/interactions.ts';

/** The clock that runs: what is due next, or null when nobody waits. */
export const complaintClock = z.strictObject({
  what: z.enum(['answer', 'resolution', 'action', 'check']),
  dueAt: instant,
  /** Business minutes left; negative: late by that many. For action and check: whole days × 1440. */
  minutesLeft: z.int(),
  /** Business minutes from receipt to due; for the ring. */
  minutesGiven: z.int().nonnegative(),
});
export type ComplaintClock = z.infer<typeof complaintClock>;

export const complaintRow = z.strictObject({
  id: complaintId,
  number: z.string(),
  title: z.string(),
  kind: complaintKind,
  customerId: customerId.nullable(),
  customerName: z.string().nullable(),
  severity,
  state: complaintState,
  receivedAt: instant,
  hasTime: z.boolean(),
  ageDays: z.int(),
  cause: z.string().nullable(),
  product: z.string().nullable(),
  clock: complaintClock.nullable(),
  cameBack: z.boolean(),
  handledBy: z.string().nullable(),
});
export type ComplaintRow = z.infer<typeof complaintRow>;

export const storedAction = z.strictObject({
  id: z.int().positive(),
  ...correctiveAction.shape,
  doneOn: z.iso.date().nullable(),
  checkedOn: z.iso.date().nullable(),
  verdict: z.enum(actionVerdicts).nullable(),
});

export const storedCompensation = z.strictObject({
  id: z.int().positive(),
  ...compensation.shape,
  isWithinAuthority: z.boolean(),
  givenOn: z.iso.date(),
  usedOn: z.iso.date().nullable(),
});

const brief = z.strictObject({
  id: complaintId,
  number: z.string(),
  customerName: z.string().nullable(),
  receivedOn: z.iso.date(),
  hasAction: z.boolean(),
});

/** One complaint with everything its page shows. */
export const complaintPage = z.strictObject({
  id: complaintId,
  number: z.string(),
  facts: storedComplaintFacts,
  state: complaintState,
  clock: complaintClock.nullable(),
  answerDueAt: instant,
  resolutionDueAt: instant,
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  /** Business minutes from receipt to the first answer; null: none yet, or the day only is known. */
  answerMinutes: z.int().nullable(),
  answerMinutesGiven: z.int(),
  cause: z.string().nullable(),
  causeNote: z.string(),
  diagnosedAt: instant.nullable(),
  solution: z.string().nullable(),
  resolvedAt: instant.nullable(),
  resolutionMinutes: z.int().nullable(),
  resolutionMinutesGiven: z.int(),
  isFirstContact: z.boolean(),
  compensations: z.array(storedCompensation),
  noActionReason: z.string().nullable(),
  actions: z.array(storedAction),
  closedAt: instant.nullable(),
  reopened: z.int().nonnegative(),
  events: z.array(
    z.strictObject({
      move: z.union([complaintMove, z.literal('receive')]),
      from: complaintState.nullable(),
      to: complaintState,
      at: instant,
      note: z.string().nullable(),
    }),
  ),
  /** The next move of the chain, and what else is allowed now. */
  next: complaintMove.nullable(),
  allowed: z.array(complaintMove),
  /** The same cause came so often (with this one) that what we change must be said. */
  isActionRequired: z.boolean(),
  sameCause: z.strictObject({
    days: z.int(),
    /** This one counted, within `days` of it; 0 while the cause is not known. */
    count: z.int().nonnegative(),
    others: z.array(brief).max(10),
  }),
  cameBackFrom: brief.nullable(),
  cameBackAs: z.array(brief),
  customer: z
    .strictObject({
      id: customerId,
      name: z.string(),
      /** Erased for good: the steps count, what is written in them is not kept. */
      isErased: z.boolean(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      layer: z.string(),
      /** Revenue of the active window, minor units. */
      activeRevenueMinor: z.int(),
      revenueMinor: z.int(),
      /** What all compensation to this customer has cost, this one included. */
      compensationCostMinor: z.int(),
      earlierComplaints: z.int().nonnegative(),
      boughtAfterLast: z.boolean().nullable(),
    })
    .nullable(),
  sale: z
    .strictObject({
      id: saleId,
      number: z.string().nullable(),
      soldOn: z.iso.date(),
      totalMinor: z.int(),
    })
    .nullable(),
  product: z
    .strictObject({
      id: productId,
      name: z.string(),
      /** Complaints and claims per 100 units sold: the last 90 days, and the year before them. */
      per100: z.number().nullable(),
      usualPer100: z.number().nullable(),
    })
    .nullable(),
  claim: z.strictObject({ id: claimId, number: z.string() }).nullable(),
  review: z.strictObject({ id: reviewId, platform: z.string() }).nullable(),
  /** In which it was said. */
  survey: z.strictObject({ id: surveyId, name: z.string() }).nullable(),
  importId: z.int().positive().nullable(),
  deletedAt: z.string().nullable(),
});
export type ComplaintPage = z.infer<typeof complaintPage>;
