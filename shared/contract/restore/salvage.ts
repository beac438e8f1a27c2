import { z } from 'zod';
import { action, task } from '../define.ts';

/** Kinds of record that reading a damaged file tells apart, in the order in which they are shown. */
export const salvageKind = z.enum([
  'customers',
  'details',
  'products',
  'sales',
  'saleLines',
  'payments',
  'paymentParts',
  'interactions',
  'followUps',
  'complaints',
  'complaintSteps',
  'reviews',
  'guarantee',
  'prospects',
  'targets',
  'segments',
  'campaigns',
  'feedback',
  'notes',
  'loyalty',
  'replies',
  'accountant',
  'settings',
  'imports',
  'history',
  'others',
]);
export type SalvageKind = z.infer<typeof salvageKind>;

const count = z.int().nonnegative();

/** What of a damaged file could be read into a fresh one, and what could not. */
export const salvageReport = z.strictObject({
  shopName: z.string(),
  timeZone: z.string(),
  /** Each kind that the file had any of. */
  kinds: z.array(
    z.strictObject({
      kind: salvageKind,
      saved: count,
      /** Known to have been there, and not to be read. */
      lost: count,
      /** Of others no trace is left. */
      isAtLeast: z.boolean(),
      /** Read, and not kept: what they are part of is lost. */
      left: count,
    }),
  ),
  /** As a copy counts them, those in the trash among them. */
  customers: count,
  sales: count,
  /** Customers and sales entered after the newest whole copy was made; null: there is none. */
  since: z.strictObject({ customers: count, sales: count }).nullable(),
  /** Customers and products of which only the number is known: what is theirs is kept under that. */
  named: z.strictObject({ customers: count, products: count }),
  /** Kept without something they pointed to. */
  loosened: count,
  /** Kept with a field left empty, or with letters lost. */
  partial: count,
  /** Pages of the file, and those that could not be read; null: it is protected, and does not show its pages. */
  pages: z.strictObject({ total: count, unread: count }).nullable(),
  /** The log of the last changes: `cut`, those after some point are not in it any more. */
  log: z.enum(['none', 'whole', 'cut']),
});
export type SalvageReport = z.infer<typeof salvageReport>;

export const salvageContract = {
  /** Reads what can be read of a damaged file into a fresh one beside it, which waits. Null: nothing can be. */
  'restore.salvage': task({
    input: z.strictObject({}),
    output: salvageReport.nullable(),
    touches: [],
  }),
  /**
   * Puts what was read in the damaged file's place; that is moved into the folder of the answer. Fails with
   * `CONFLICT`, `salvage-gone`, where it does not wait there any more as it was seen.
   */
  'restore.takeSalvaged': action({
    input: z.strictObject({}),
    output: z.strictObject({ setAside: z.string().nullable() }),
    touches: ['shop'],
  }),
  /**
   * Closes a shop whose file was found to be damaged, so that what can be read of it can be saved. Fails with
   * `CONFLICT`, `shop-whole`, where it was not found to be.
   */
  'restore.closeDamaged': action({
    input: z.strictObject({}),
    output: z.null(),
    touches: ['shop'],
  }),
};
