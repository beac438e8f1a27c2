import { z } from 'zod';
import { backupEntry } from '../backups.ts';
import { query, task } from '../define.ts';
import { salvageContract } from './salvage.ts';

/** A copy of the list, by its file; or one picked from another place, by the name that its preview gave it. */
export const copyChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listed'), fileName: z.string().max(200) }),
  z.strictObject({ kind: z.literal('picked'), id: z.string().max(60) }),
]);
export type CopyChoice = z.infer<typeof copyChoice>;

const count = z.int().nonnegative();

/** What of the present is not in a copy: each record that was added, changed or deleted counts once. */
export const changedSince = z.strictObject({
  customers: count,
  sales: count,
  payments: count,
  interactions: count,
  complaints: count,
  others: count,
  /** Whether what is settled differs. */
  settings: z.boolean(),
});
export type ChangedSince = z.infer<typeof changedSince>;

/**
 * How the present stands to a copy. `same`: of one shop, with what would be lost and how many changes
 * only the copy has; `other`: of another shop; `unknown`: one of them has no history to tell by; `empty`:
 * there is nothing to lose; `unreadable`: the present cannot be read.
 */
export const comparison = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same'), lost: changedSince, gained: count }),
  z.strictObject({ kind: z.literal('other') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('unreadable') }),
]);
export type Comparison = z.infer<typeof comparison>;

/** What a copy holds. */
export const copyPreview = z.strictObject({
  copy: copyChoice,
  fileName: z.string(),
  /** Null where nothing was written down of it: then all of it was looked through. */
  madeAt: z.string().nullable(),
  appVersion: z.string().nullable(),
  /** Of an earlier version: it is brought up to this one. */
  isOlder: z.boolean(),
  shopName: z.string(),
  timeZone: z.string(),
  customers: count,
  sales: count,
  /** Customers and sales in its trash. */
  trashed: count,
  lastChangeAt: z.string().nullable(),
  present: comparison,
  /** Another password protects it: which of the two opens the data once it is restored. Null: nothing changes. */
  afterwards: z.enum(['present', 'copy']).nullable(),
});

/** Another password protects the copy, and has to be given before it can be looked through. */
const lockedCopy = z.strictObject({
  copy: copyChoice,
  fileName: z.string(),
  isLocked: z.literal(true),
});

export const restoreContract = {
  ...salvageContract,
  /** The copies there are, newest first, and what was restored last where it can be gone back from. */
  'restore.state': query({
    input: z.strictObject({}),
    output: z.strictObject({
      copies: z.array(
        backupEntry.pick({
          fileName: true,
          madeAt: true,
          cause: true,
          customers: true,
          sales: true,
        }),
      ),
      /** `changes`: how many were made since, which going back would leave behind. */
      undo: z.strictObject({ at: z.string(), source: z.string(), changes: count }).nullable(),
    }),
    touches: ['backups', 'shop', 'history'],
  }),
  /** Looks through a copy and says what it holds. Without one it asks for a file; null: none was picked. */
  'restore.preview': task({
    input: z.strictObject({
      copy: copyChoice.nullable(),
      /** The password, or the recovery code, of a copy that another one protects than the shop. */
      secret: z.string().min(1).max(200).optional(),
    }),
    output: z.union([lockedCopy, copyPreview]).nullable(),
    touches: [],
  }),
  /** Puts a copy in the place of the data; of that, a copy is made first where it can be read. */
  'restore.run': task({
    input: z.strictObject({ copy: copyChoice }),
    /** The copy that was made of how it was before; null: there was nothing to keep, or to read. */
    output: z.strictObject({ before: z.string().nullable() }),
    touches: ['shop', 'settings'],
  }),
  /** Goes back to what was before the last restore; what was restored is kept like that was. */
  'restore.undo': task({
    input: z.strictObject({}),
    output: z.strictObject({ before: z.string().nullable() }),
    touches: ['shop', 'settings'],
  }),
};
