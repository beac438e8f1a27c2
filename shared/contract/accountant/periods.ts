import { z } from 'zod';
import { entryKinds } from '../../domain/books/pack-entries.ts';
import { taxModes } from '../../domain/vocabulary/sales.ts';
import { batchId, customerId, productId, saleId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query, report } from '../define.ts';

export const packId = z.int().positive();
export const lockId = z.int().positive();

/** A lock that holds: from its first day to its last nothing changes any more. */
const heldLock = z.strictObject({
  id: lockId,
  from: z.iso.date(),
  to: z.iso.date(),
  lockedAt: z.string(),
});

const periodSums = z.strictObject({
  /** What was sold, net of tax, returns taken off. */
  revenueMinor: z.int(),
  /** What the period adds to what is owed: sold on account less payments. */
  owedMinor: z.int(),
});

/** What was done to a period after its pack was made, in rows and in money. */
const sinceThen = periodSums.extend({ changes: z.int().nonnegative() });

export const packRow = z.strictObject({
  id: packId,
  from: z.iso.date(),
  to: z.iso.date(),
  madeAt: z.string(),
  hash: z.string(),
  appVersion: z.string(),
  /** Where it was written to, and its files by their names in there. */
  folder: z.string(),
  files: z.array(z.string()),
  /** How many packs were made of this period; this is the newest. */
  made: z.int().positive(),
  /** Rows of the period when it was made, and what they came to. */
  entries: z.int().nonnegative(),
  sums: periodSums,
  since: sinceThen,
  /** What holds the period now: its own lock, else one that reaches over it. */
  lock: heldLock.nullable(),
  /** Whenever the period itself was unlocked, the newest first. */
  unlocked: z.array(z.strictObject({ lockedAt: z.string(), at: z.string(), reason: z.string() })),
});
export type PackRow = z.infer<typeof packRow>;

/** One row of the period that is not as it was: what it was, what it is. Money is minor units. */
export const packChange = z.strictObject({
  kind: z.enum(['new', 'changed', 'gone']),
  entity: z.enum(entryKinds),
  id: z.int().positive(),
  /** Its number; empty: it has none. */
  label: z.string(),
  wasOn: z.iso.date().nullable(),
  isOn: z.iso.date().nullable(),
  wasMinor: z.int().nullable(),
  isMinor: z.int().nullable(),
  differenceMinor: z.int(),
  owedDifferenceMinor: z.int(),
});
export type PackChange = z.infer<typeof packChange>;

const packCursor = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** A line as it should have been sold. */
const correctedLine = z.strictObject({
  productId: productId.nullable(),
  /** Ten-thousandths. */
  quantityE4: z.int().positive().max(1e13),
  unitPriceE4: z.int().nonnegative().max(1e15),
  discountMinor: z.int().nonnegative().max(1e13).default(0),
  /** Ten-thousandths. */
  taxRateE4: z.int().min(0).max(10_000).default(0),
});

/** The sale as it should have been; how it is paid and taxed stays. */
const correctedSale = z.strictObject({
  customerId: customerId.nullable(),
  discountMinor: z.int().nonnegative().max(1e13).default(0),
  shippingMinor: z.int().nonnegative().max(1e13).default(0),
  lines: z.array(correctedLine).min(1).max(500),
});
export type CorrectedSale = z.infer<typeof correctedSale>;

/** A sale that lies in a locked period, and what a correction of it begins with. */
export const lockedSale = z.strictObject({
  lock: heldLock,
  number: z.string().nullable(),
  soldOn: z.iso.date(),
  customerId: customerId.nullable(),
  customerName: z.string().nullable(),
  taxMode: z.enum(taxModes),
  totalMinor: z.int(),
  discountMinor: z.int(),
  shippingMinor: z.int(),
  /** False: it brought nothing, so nothing is taken back. */
  hasBrought: z.boolean(),
  /** Something of it was taken back before: it is not corrected as a whole any more. */
  hasReturns: z.boolean(),
  lines: z.array(
    z.strictObject({
      productId: productId.nullable(),
      product: z.string().nullable(),
      quantityE4: z.int(),
      unitPriceE4: z.int().nullable(),
      discountMinor: z.int(),
      amountMinor: z.int(),
      taxRateE4: z.int(),
    }),
  ),
});
export type LockedSale = z.infer<typeof lockedSale>;

export const accountantPeriodsContract = {
  /** The newest pack of each period with what changed since, the latest period first. */
  'accountant.packs': report({
    input: z.strictObject({
      after: packCursor.nullable().default(null),
      limit: z.int().min(1).max(60).default(12),
    }),
    output: z.strictObject({ rows: z.array(packRow), next: packCursor.nullable() }),
    touches: ['accountant', 'sales', 'payments', 'complaints', 'shop'],
  }),
  /** The rows of a pack's period that are not as they were in it. */
  'accountant.changes': report({
    input: z.strictObject({ packId, limit: z.int().min(1).max(5000).default(200) }),
    output: z.strictObject({ since: sinceThen, rows: z.array(packChange) }),
    touches: ['accountant', 'sales', 'payments', 'complaints', 'shop'],
  }),
  /** The lock that a day lies in; null: it is free. */
  'accountant.lockOn': query({
    input: z.strictObject({ day }),
    output: heldLock.nullable(),
    touches: ['accountant', 'shop'],
  }),
  /** A sale that can only be corrected by what is booked today; null: its day is free, or it is in the trash. */
  'accountant.lockedSale': query({
    input: z.strictObject({ saleId }),
    output: lockedSale.nullable(),
    touches: ['accountant', 'sales', 'customers', 'products', 'shop'],
  }),
  /** Locks the period of a pack that was handed over: what lies in it is corrected by what is booked later. */
  'accountant.handOver': command({
    input: z.strictObject({ packId }),
    output: heldLock,
    touches: ['accountant'],
  }),
  /** Unlocks a period; that it was, and why, stays with it. */
  'accountant.unlock': command({
    input: z.strictObject({ lockId, reason: z.string().trim().min(1).max(500) }),
    output: z.strictObject({ lockId }),
    touches: ['accountant'],
  }),
  /** Takes a locked sale back with a return of today and, if given, sells anew as it should have been. */
  'accountant.correct': command({
    input: z.strictObject({ saleId, corrected: correctedSale.nullable().default(null) }),
    output: z.strictObject({
      batchId,
      returnId: saleId.nullable(),
      saleId: saleId.nullable(),
    }),
    touches: ['sales', 'customers', 'history'],
  }),
};
