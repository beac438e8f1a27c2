import { z } from 'zod';
import { standings } from '../../domain/handover/standing.ts';
import { complaintStates, severities } from '../../domain/vocabulary/complaints.ts';
import { openStages } from '../../domain/vocabulary/prospects.ts';
import {
  claimId,
  complaintId,
  customerId,
  followUpId,
  noteId,
  productId,
  prospectId,
  saleId,
} from '../../ids.ts';
import { asSpan, day } from '../days.ts';
import { report, task } from '../define.ts';
import { followUpCause } from '../follow-ups.ts';
import { claimRemedy, claimVerdict } from '../guarantee.ts';
import { reportFormats } from '../insights/report.ts';
import { printed } from '../sales/paper.ts';

const count = z.int().nonnegative();
const iso = z.iso.date();

/** The day that something is due, and where that lies; null: it has none. */
const due = { on: iso.nullable(), standing: z.enum(standings) };

/** Of one kind of thing: all there are, where their days lie, and the first of them by their day. */
function section<S extends z.ZodType>(row: S) {
  return z.strictObject({
    count,
    standings: z.record(z.enum(standings), count),
    rows: z.array(row),
  });
}

/** What somebody was told, or is to get. */
const promise = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('answer'), text: z.string() }),
  z.strictObject({ what: z.literal('solution'), text: z.string() }),
  z.strictObject({ what: z.literal('action'), text: z.string(), by: z.string(), on: iso }),
  /** A voucher that was given and not used. */
  z.strictObject({
    what: z.literal('voucher'),
    amountMinor: z.int(),
    on: iso.nullable(),
  }),
]);
export type HandedPromise = z.infer<typeof promise>;

const handedComplaint = z.strictObject({
  id: complaintId,
  number: z.string(),
  title: z.string(),
  customerId: customerId.nullable(),
  customerName: z.string().nullable(),
  severity: z.enum(severities),
  state: z.enum(complaintStates),
  cause: z.string().nullable(),
  productId: productId.nullable(),
  product: z.string().nullable(),
  /** Null: nobody is noted. */
  handledBy: z.string().nullable(),
  /** What is waited for; null: nothing that has a day. */
  next: z.enum(['answer', 'resolution', 'action', 'check']).nullable(),
  ...due,
  promises: z.array(promise),
});
export type HandedComplaint = z.infer<typeof handedComplaint>;

const person = { customerId, customerName: z.string(), phone: z.string().nullable() };

const handedClaim = z.strictObject({
  id: claimId,
  number: z.string(),
  ...person,
  productId: productId.nullable(),
  product: z.string().nullable(),
  problem: z.string(),
  verdict: claimVerdict,
  remedy: claimRemedy,
  ...due,
  complaintId: complaintId.nullable(),
});
export type HandedClaim = z.infer<typeof handedClaim>;

const handedDate = z.strictObject({
  id: followUpId,
  ...person,
  cause: followUpCause,
  reason: z.string(),
  ...due,
  time: z.string().nullable(),
  isRepeating: z.boolean(),
});
export type HandedDate = z.infer<typeof handedDate>;

const handedBirthday = z.strictObject({
  ...person,
  ...due,
  /** Whole years; null: the year of birth is not known. */
  turns: z.int().nullable(),
});
export type HandedBirthday = z.infer<typeof handedBirthday>;

const handedDelivery = z.strictObject({
  id: saleId,
  number: z.string().nullable(),
  customerId: customerId.nullable(),
  customerName: z.string().nullable(),
  phone: z.string().nullable(),
  isInTrash: z.boolean(),
  soldOn: iso,
  ...due,
});
export type HandedDelivery = z.infer<typeof handedDelivery>;

const handedProspect = z.strictObject({
  id: prospectId,
  title: z.string(),
  customerId,
  customerName: z.string(),
  stage: z.enum(openStages),
  worthMinor: z.int().nullable(),
  note: z.string(),
  /** What is to be done next; null: nothing is planned. */
  step: z.string().nullable(),
  ...due,
});
export type HandedProspect = z.infer<typeof handedProspect>;

const handedDebt = z.strictObject({
  /** Null: the sales that name nobody. */
  customerId: customerId.nullable(),
  customerName: z.string(),
  phone: z.string().nullable(),
  isInTrash: z.boolean(),
  sales: count,
  owedMinor: z.int(),
  overdueMinor: z.int(),
  ...due,
  remindedOn: iso.nullable(),
});
export type HandedDebt = z.infer<typeof handedDebt>;

const handedNote = z.strictObject({
  id: noteId,
  title: z.string(),
  text: z.string(),
  /** What of the sheet it is pinned to, by name. */
  about: z.array(z.string()),
});
export type HandedNote = z.infer<typeof handedNote>;

const asked = {
  from: day,
  to: day,
  who: z.string().trim().min(1).max(80).nullable().default(null),
};

/** More rows of one kind than this are only on paper and in the file; how many there are is said. */
export const mostOnScreen = 500;

export const handoverSheet = z.strictObject({
  shopName: z.string(),
  today: iso,
  from: iso,
  to: iso,
  /** Whose complaints they are; null: everybody's. */
  who: z.string().nullable(),
  /** Who is noted on open complaints or on what is to be changed for them, and on how many. */
  handlers: z.array(z.strictObject({ name: z.string(), complaints: count })),
  complaints: section(handedComplaint),
  /** Open complaints that are left out because of `who`: noted for others, and for nobody. */
  ofOthers: count,
  ofNobody: count,
  /** Vouchers given for complaints that are closed, not used and still good. */
  closedVouchers: z.strictObject({ count, amountMinor: z.int() }),
  claims: section(handedClaim),
  dates: section(handedDate),
  /** Dates that are the next step of a prospect on the sheet, and stand there. */
  stepsOfProspects: count,
  birthdays: section(handedBirthday),
  /** Birthdays on the days ahead of which a date was made: to be kept, kept or thrown away. */
  birthdaysMade: count,
  deliveries: section(handedDelivery),
  prospects: section(handedProspect),
  /** What the open prospects whose worth is known come to, and of how many it is not known. */
  prospectsMinor: z.int(),
  prospectsUnknown: count,
  debts: section(handedDebt),
  owedMinor: z.int(),
  overdueMinor: z.int(),
  notes: z.array(handedNote),
  /** How-tos that hold for all, and so stand on no sheet. */
  generalNotes: count,
});
export type HandoverSheet = z.infer<typeof handoverSheet>;

export const handoverContract = {
  /** What somebody who takes over has to know: everything that is open now, by the days of a span. */
  'handover.sheet': report({
    input: asSpan(z.strictObject(asked)),
    output: handoverSheet,
    touches: [
      ...(['complaints', 'guarantee', 'followUps', 'prospects', 'payments', 'sales'] as const),
      ...(['notes', 'customers', 'products', 'interactions', 'settings', 'shop'] as const),
    ],
  }),
  /** The same whole, as a file where the owner says. Null: the dialog was closed. */
  'handover.save': task({
    input: asSpan(z.strictObject({ ...asked, format: z.enum(reportFormats) })),
    output: printed.nullable(),
    touches: [],
  }),
  /** The same as a passing file, shown by the system's program for PDFs, which prints it. CONFLICT: there is none. */
  'handover.print': task({
    input: asSpan(z.strictObject({ ...asked, name: z.string().trim().min(1).max(120) })),
    output: printed.nullable(),
    touches: [],
  }),
};
