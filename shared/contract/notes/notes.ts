import { z } from 'zod';
import { batchId, customerId, noteId, productId } from '../../ids.ts';
import { command, query } from '../define.ts';

const cause = z.string().trim().min(1).max(120);
const count = z.int().nonnegative();
/** So many of a kind can one note be pinned to. */
const most = 200;

/** How something is done; with no customer, product or cause it holds for all. */
export const noteFacts = z.strictObject({
  title: z.string().trim().min(1).max(120),
  text: z.string().trim().max(8000).default(''),
  customers: z.array(customerId).max(most).default([]),
  products: z.array(productId).max(most).default([]),
  /** Causes of complaints, as they are written there. */
  causes: z.array(cause).max(most).default([]),
});
export type NoteFacts = z.infer<typeof noteFacts>;

export const noteRow = z.strictObject({
  id: noteId,
  facts: noteFacts,
  /** What it is pinned to by name, in the order of the facts; what lies in the trash is left out. */
  customers: z.array(z.strictObject({ id: customerId, name: z.string() })),
  products: z.array(z.strictObject({ id: productId, name: z.string() })),
  changedAt: z.string(),
});
export type NoteRow = z.infer<typeof noteRow>;

export const noteAbout = ['all', 'customers', 'products', 'causes', 'general'] as const;

export const noteFilter = z.strictObject({
  search: z.string().max(200).default(''),
  /** Pinned to some of that kind; general: to nothing. */
  about: z.enum(noteAbout).default('all'),
  customer: customerId.nullable().default(null),
  product: productId.nullable().default(null),
  cause: cause.nullable().default(null),
  /** That one alone. */
  note: noteId.nullable().default(null),
  sort: z.enum(['changed', 'title']).default('changed'),
});
export type NoteFilter = z.infer<typeof noteFilter>;

const touches = ['notes', 'history'] as const;
const reads = ['notes', 'customers', 'products', 'shop'] as const;
const written = z.strictObject({ id: noteId, batchId });

export const notesContract = {
  /** The notes that a filter leaves: pinned ones first. */
  'notes.list': query({
    input: z.strictObject({
      filter: noteFilter.prefault({}),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      rows: z.array(noteRow),
      /** All that the filter leaves. */
      count,
      /** All there are, by what they are pinned to; one can be pinned to several kinds. */
      counts: z.strictObject({
        all: count,
        customers: count,
        products: count,
        causes: count,
        general: count,
      }),
    }),
    touches: reads,
  }),
  /** Those pinned to a customer, a product or a cause, or to any of them. */
  'notes.pinned': query({
    input: z.strictObject({
      customer: customerId.nullable().default(null),
      product: productId.nullable().default(null),
      cause: cause.nullable().default(null),
    }),
    output: z.strictObject({ rows: z.array(noteRow) }),
    touches: reads,
  }),
  /** VALIDATION `no-such-customer`, `no-such-product`: a new pin names one that is not there. */
  'notes.create': command({
    input: z.strictObject({ facts: noteFacts }),
    output: written,
    touches,
  }),
  /** CONFLICT `changed-meanwhile`: it is no longer what the form was filled from. */
  'notes.update': command({
    input: z.strictObject({ id: noteId, expected: noteFacts, facts: noteFacts }),
    output: written,
    touches,
  }),
  /** Moves it to the trash. */
  'notes.remove': command({
    input: z.strictObject({ id: noteId }),
    output: written,
    touches,
  }),
};
