import { z } from 'zod';
import { deeds } from '../domain/vocabulary/deeds.ts';
import { batchId, customerId, importId } from '../ids.ts';
import { command, query } from './define.ts';

const deed = z.enum(deeds);

export const batchKind = z.enum(['create', 'edit', 'delete', 'import', 'undo']);

/** One field before and after, as text; null: it was empty. */
export const fieldChange = z.strictObject({
  entity: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const batchEntry = z.strictObject({
  id: batchId,
  kind: batchKind,
  /** What it did; of an undoing, what was undone. */
  deed,
  at: z.string(),
  importId: importId.nullable(),
  undoneAt: z.string().nullable(),
  changes: z.array(fieldChange),
});

export const historyContract = {
  /** What was done to one customer, newest first. */
  'history.ofCustomer': query({
    input: z.strictObject({ customerId, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(batchEntry),
    touches: ['history', 'shop'],
  }),
  /** Takes one batch back. Rows changed since are left as they are and named in `kept`. */
  'history.undo': command({
    input: z.strictObject({ batchId }),
    output: z.strictObject({
      undone: z.int().nonnegative(),
      /** What was taken back, and what it had been done to. */
      deed,
      label: z.string(),
      kept: z.array(z.strictObject({ entity: z.string(), id: z.int(), name: z.string() })),
    }),
    touches: [
      'customers',
      'sales',
      'products',
      'interactions',
      'followUps',
      'complaints',
      'reviews',
      'replies',
      'guarantee',
      'payments',
      'targets',
      'prospects',
      'history',
    ],
  }),
  /** The newest batch that can still be taken back (for Ctrl+Z), or null. */
  'history.last': query({
    input: z.strictObject({}),
    output: z.strictObject({ id: batchId, kind: batchKind, label: z.string() }).nullable(),
    touches: ['history', 'shop'],
  }),
};
