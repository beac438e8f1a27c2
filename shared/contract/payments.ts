import { z } from 'zod';
import { ages } from '../domain/books/account.ts';
import { batchId, customerId, interactionId, paymentId, saleId } from '../ids.ts';
import { day } from './days.ts';
import { command, query, report, task } from './define.ts';
import { followUpPlan } from './follow-ups.ts';

/** Whether a sale is paid; `counter`: settled on its day, nothing of it stands on account. */
export const paidStates = ['counter', 'paid', 'partly', 'owed', 'overdue'] as const;
export const paidState = z.enum(paidStates);
export type PaidState = z.infer<typeof paidState>;

/** The same as a list of sales can be asked for: whatever is settled is paid. */
export const paidChoices = ['paid', 'partly', 'owed', 'overdue'] as const;

/** What is known of one payment; minor units, below zero it was paid back. */
export const paymentFacts = z.strictObject({
  paidOn: day,
  amountMinor: z
    .int()
    .min(-1e13)
    .max(1e13)
    .refine((amount) => amount !== 0, { params: { problem: 'amount-none' } }),
  method: z.string().trim().max(80).nullable().default(null),
  note: z.string().trim().max(400).nullable().default(null),
});
export type PaymentFacts = z.infer<typeof paymentFacts>;

/** What it is for: the open sales of the account, the oldest first, or those chosen of them. */
export const settles = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account') }),
  z.strictObject({ kind: z.literal('sales'), saleIds: z.array(saleId).min(1).max(200) }),
]);
export type Settles = z.infer<typeof settles>;

/** Null: the sales and payments that name nobody. */
const whose = customerId.nullable();

const part = z.strictObject({
  saleId,
  number: z.string().nullable(),
  soldOn: z.iso.date(),
  amountMinor: z.int(),
});

export const paymentRow = z.strictObject({
  id: paymentId,
  customerId: whose,
  paidOn: z.iso.date(),
  amountMinor: z.int(),
  method: z.string().nullable(),
  note: z.string().nullable(),
  parts: z.array(part),
});
export type PaymentRow = z.infer<typeof paymentRow>;

/** A sale of which something is still to be paid; minor units. */
export const openSale = z.strictObject({
  /** Null: paid back beyond what was on the account, owed since that day. */
  saleId: saleId.nullable(),
  number: z.string().nullable(),
  soldOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  totalMinor: z.int(),
  returnedMinor: z.int(),
  paidMinor: z.int(),
  /** Total less returns and payments. */
  leftMinor: z.int(),
  /** What of that waits on the account already: it counts against the oldest. */
  coveredMinor: z.int().nonnegative(),
});
export type OpenSale = z.infer<typeof openSale>;

const ageTotal = z.strictObject({ amountMinor: z.int(), items: z.int().nonnegative() });
/** By days since the sale. */
const byAge = z.strictObject({
  to30: ageTotal,
  to60: ageTotal,
  to90: ageTotal,
  over90: ageTotal,
});

/** One who owes. */
export const debtor = z.strictObject({
  /** Null: the sales that name nobody. */
  customerId: whose,
  name: z.string(),
  phone: z.string().nullable(),
  isInTrash: z.boolean(),
  /** Nobody is left to be reminded. */
  isErased: z.boolean(),
  owedMinor: z.int().positive(),
  overdueMinor: z.int().nonnegative(),
  sales: z.int().nonnegative(),
  ages: byAge,
  /** The first day that something was, or is, to be paid by; null: no day was set. */
  dueOn: z.iso.date().nullable(),
  /** Days past it; 0 or below: not due yet. */
  daysLate: z.int().nullable(),
  /** The last day that they were reminded of what they owe. */
  remindedOn: z.iso.date().nullable(),
});
export type Debtor = z.infer<typeof debtor>;

export const owedFilter = z.strictObject({
  search: z.string().max(200).default(''),
  only: z.enum(['overdue']).nullable().default(null),
  age: z.enum(ages).nullable().default(null),
});
export type OwedFilter = z.infer<typeof owedFilter>;

export const owedOrder = z.enum(['due', 'amount', 'name']);
export type OwedOrder = z.infer<typeof owedOrder>;

const changed = z.strictObject({
  id: paymentId,
  batchId,
  parts: z.array(part),
  /** What of it settles no sale and waits on the account. */
  waitingMinor: z.int(),
  /** What the account owes after it; below zero the shop owes. */
  owedMinor: z.int(),
});

const touches = ['payments', 'history'] as const;
const reads = ['payments', 'sales', 'customers', 'shop'] as const;

export const paymentsContract = {
  /** Who owes how much, for how long. */
  'payments.owed': report({
    input: z.strictObject({
      filter: owedFilter.prefault({}),
      order: owedOrder.default('due'),
      skip: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(5000).default(100),
    }),
    output: z.strictObject({
      rows: z.array(debtor),
      /** How many the filter shows. */
      count: z.int().nonnegative(),
      /** Of everybody whom the search names, whatever else the filter leaves. */
      totals: z.strictObject({
        owedMinor: z.int().nonnegative(),
        debtors: z.int().nonnegative(),
        sales: z.int().nonnegative(),
        ages: byAge,
        overdueMinor: z.int().nonnegative(),
        overdueDebtors: z.int().nonnegative(),
        /** What waits with the shop of those who owe nothing. */
        waitingMinor: z.int().nonnegative(),
        waitingAccounts: z.int().nonnegative(),
      }),
    }),
    touches: [...reads, 'interactions', 'settings'],
  }),
  /** How one account stands, with what is open, the oldest first, and its latest payments. */
  'payments.ofCustomer': query({
    input: z.strictObject({ customerId: whose }),
    output: z.strictObject({
      owedMinor: z.int(),
      waitingMinor: z.int().nonnegative(),
      open: z.array(openSale),
      payments: z.array(paymentRow),
    }),
    touches: reads,
  }),
  /** What one sale still has to be paid, and by what it was. */
  'payments.ofSale': query({
    input: z.strictObject({ saleId }),
    output: z.strictObject({
      customerId: whose,
      state: paidState,
      dueOn: z.iso.date().nullable(),
      /** Days past the day it was to be paid by, while something is left. */
      daysLate: z.int().nullable(),
      totalMinor: z.int(),
      returnedMinor: z.int(),
      paidMinor: z.int(),
      /** Never below zero: what is too much waits on the account. */
      leftMinor: z.int().nonnegative(),
      /** The payments for it, the newest first; of each its parts for this sale. */
      payments: z.array(paymentRow),
    }),
    touches: reads,
  }),
  /** How a customer pays. */
  'payments.standing': query({
    input: z.strictObject({ customerId }),
    output: z.strictObject({
      owedMinor: z.int(),
      waitingMinor: z.int().nonnegative(),
      overdueMinor: z.int().nonnegative(),
      /** Days past the earliest day that something was to be paid by; null: nothing is late. */
      oldestLateDays: z.int().positive().nullable(),
      /** Sales with a day to be paid by that payments settled. */
      settled: z.int().nonnegative(),
      /** Days after that day, on average over them; below zero: before. Null: there are none. */
      averageDaysLate: z.number().nullable(),
    }),
    touches: reads,
  }),
  /** Writes a payment down and lays it on what is open; more than that waits on the account. */
  'payments.record': command({
    input: z.strictObject({ customerId: whose, facts: paymentFacts, settles }),
    output: changed,
    touches,
  }),
  /** Makes it what is given, and lays it anew. */
  'payments.update': command({
    input: z.strictObject({ id: paymentId, facts: paymentFacts, settles }),
    output: changed,
    touches,
  }),
  'payments.remove': command({
    input: z.strictObject({ id: paymentId }),
    output: z.strictObject({ id: paymentId, batchId }),
    touches,
  }),
  /** Writes down that somebody was reminded, in these words, and when to ask again. */
  'payments.remind': command({
    input: z.strictObject({
      customerId,
      text: z.string().trim().min(1).max(8000),
      again: followUpPlan.nullable().default(null),
    }),
    output: z.strictObject({ id: interactionId, batchId }),
    touches: ['interactions', 'followUps', 'history'],
  }),
  /** Who owes, as the list shows them; null: the save dialog was closed. */
  'payments.export': task({
    input: z.strictObject({
      filter: owedFilter.prefault({}),
      order: owedOrder.default('due'),
      format: z.enum(['csv', 'xlsx']),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
};
