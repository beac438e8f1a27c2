import { z } from 'zod';
import {
  complaintKinds,
  complaintMoves,
  complaintStates,
  severities,
} from '../domain/vocabulary/complaints.ts';
import { customerId, productId, saleId } from '../ids.ts';
import { compensationKind } from './complaints-report.ts';
import { day, givenInstant } from './days.ts';
import { channel, instant } from './interactions/interactions.ts';

export const complaintKind = z.enum(complaintKinds);
export const severity = z.enum(severities);
export type Severity = z.infer<typeof severity>;
export const complaintState = z.enum(complaintStates);
export type ComplaintState = z.infer<typeof complaintState>;
export const complaintMove = z.enum(complaintMoves);
const text = (max: number) => z.string().trim().max(max);

/** What is written down when a complaint comes in. Regulators' and employees' may have no customer. */
export const complaintFacts = z.strictObject({
  kind: complaintKind.default('customer'),
  customerId: customerId.nullable().default(null),
  channel,
  severity: severity.default('medium'),
  title: text(200).min(1),
  words: text(8000).default(''),
  receivedAt: givenInstant,
  hasTime: z.boolean().default(true),
  productId: productId.nullable().default(null),
  saleId: saleId.nullable().default(null),
  handledBy: text(80).nullable().default(null),
});
/** As they are stored: an earlier version took any year. */
export const storedComplaintFacts = complaintFacts.extend({ receivedAt: instant });
export type ComplaintFacts = z.infer<typeof complaintFacts>;

/** What the customer gets. `costMinor`: what it costs the shop; minor units. */
export const compensation = z.strictObject({
  kind: compensationKind,
  amountMinor: z.int().min(0).max(1e13),
  costMinor: z.int().min(0).max(1e13),
  approvedBy: text(80).nullable().default(null),
  /** A voucher's last day. */
  validUntil: day.nullable().default(null),
  note: text(400).nullable().default(null),
});
export type Compensation = z.infer<typeof compensation>;

export const correctiveAction = z.strictObject({
  what: text(1000).min(1),
  owner: text(80).default(''),
  dueOn: day,
  checkOn: day,
});
export type CorrectiveAction = z.infer<typeof correctiveAction>;

const cause = { cause: text(120).min(1), causeNote: text(2000).default('') };

/** A step of the chain. Each is refused, with the reason, where the state machine does not allow it. */
export const complaintStep = z.discriminatedUnion('move', [
  z.strictObject({
    move: z.literal('answer'),
    answer: text(4000).min(1),
    /** Written into the history as a contact of ours by this channel; null: only on the complaint. */
    via: channel.nullable().default(null),
    at: givenInstant.nullable().default(null),
  }),
  z.strictObject({ move: z.literal('diagnose'), ...cause }),
  z.strictObject({
    move: z.literal('resolve'),
    solution: text(4000).min(1),
    compensation: compensation.nullable().default(null),
    /** Given with the step where it was solved at the first contact. */
    cause: text(120).nullable().default(null),
    causeNote: text(2000).default(''),
  }),
  z.strictObject({
    move: z.literal('improve'),
    /** Null: nothing is changed, for the reason given. */
    action: correctiveAction.nullable(),
    noActionReason: text(1000).nullable().default(null),
  }),
  z.strictObject({
    move: z.literal('close'),
    /** Closes although the day to look whether it came back is still to come: nobody has waited. */
    withoutWaiting: z.boolean().default(false),
  }),
  z.strictObject({ move: z.literal('reopen'), note: text(1000).min(1) }),
]);
export type ComplaintStep = z.infer<typeof complaintStep>;

/** Filter of the queue and of what a chart opens. Days are local, both ends included. */
export const complaintFilter = z.strictObject({
  search: z.string().max(200).default(''),
  states: z.array(complaintState).max(6).default([]),
  kinds: z.array(complaintKind).max(3).default([]),
  severities: z.array(severity).max(3).default([]),
  cause: z.string().max(120).nullable().default(null),
  productId: productId.nullable().default(null),
  customerId: customerId.nullable().default(null),
  importId: z.int().positive().nullable().default(null),
  receivedFrom: day.nullable().default(null),
  receivedTo: day.nullable().default(null),
  flags: z
    .array(
      z.enum([
        'waits-for-us',
        'overdue',
        'late-answer',
        'late-solution',
        'unresolved',
        'first-contact',
        'came-back',
        'reopened',
        'without-waiting',
        'compensated',
        'above-authority',
        'open-action',
      ]),
    )
    .max(12)
    .default([]),
});
export type ComplaintFilter = z.infer<typeof complaintFilter>;
