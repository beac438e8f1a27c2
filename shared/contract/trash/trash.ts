import { z } from 'zod';
import { deeds } from '../../domain/vocabulary/deeds.ts';
import { trashKinds } from '../../domain/vocabulary/trash.ts';
import { batchId, customerId } from '../../ids.ts';
import { day } from '../days.ts';
import { report, task } from '../define.ts';

const kind = z.enum(trashKinds);
const id = z.int().positive();

/** One thing in the trash. */
export const trashKey = z.strictObject({ kind, id });
export type TrashKey = z.infer<typeof trashKey>;

/** Which things: words of what they are or of whose, the days they were deleted on, their kinds. */
export const trashFilter = z.strictObject({
  search: z.string().max(200).default(''),
  kinds: z.array(kind).max(trashKinds.length).default([]),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
});
export type TrashFilter = z.infer<typeof trashFilter>;

/** Some by name, or all that a filter leaves. */
export const trashChoice = z.union([
  z.strictObject({ keys: z.array(trashKey).min(1).max(1000) }),
  z.strictObject({ filter: trashFilter }),
]);
export type TrashChoice = z.infer<typeof trashChoice>;

export const trashRow = z.strictObject({
  kind,
  id,
  /** A name, a number, a title, words; empty: it has none. */
  name: z.string(),
  /** What tells a customer from another of the same name: a first phone and a first city, where there are any. */
  phone: z.string().nullable(),
  city: z.string().nullable(),
  /** Whose it is; null: nobody's, or it is a customer itself. */
  customer: z.strictObject({ id: customerId, name: z.string(), isInTrash: z.boolean() }).nullable(),
  /** The day of the sale, the payment, the contact; null: it has none. */
  on: z.iso.date().nullable(),
  amountMinor: z.int().nullable(),
  deletedAt: z.string(),
  /** What it was deleted by; null: nobody knows any more. */
  deed: z.enum(deeds).nullable(),
  /** The day on which it goes for good, unless something still needs it; null: nothing goes by itself. */
  goesOn: z.iso.date().nullable(),
  /** How many things that deed moved to the trash, this one with them, up to 10,000. */
  together: z.int().positive(),
});
export type TrashRow = z.infer<typeof trashRow>;

const cursor = z.strictObject({ deletedAt: z.string().max(40), kind, id });

/**
 * Why a thing cannot come back, or cannot go for good. `locked`: it lies in a period that was handed over;
 * `merged`: it is another product now; `taken`: its number, name or code is another's; `owner`: what it
 * belongs to cannot come back; `gone`: it is not in the trash any more; `used`: something refers to it.
 */
export const trashObstacle = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('locked'), from: z.iso.date(), to: z.iso.date() }),
  z.strictObject({ why: z.enum(['merged', 'taken', 'owner', 'gone']) }),
  z.strictObject({
    why: z.literal('used'),
    /** What refers to it, how many do, and whether all of those lie in the trash themselves. */
    by: kind,
    count: z.int().positive(),
    isInTrash: z.boolean(),
    /** Of a customer whose sales do: a period that was handed over and that some of those lie in. */
    locked: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  }),
]);
export type TrashObstacle = z.infer<typeof trashObstacle>;

const stopped = z.strictObject({ ...trashKey.shape, name: z.string(), obstacle: trashObstacle });
/** What could not be done: how many, and the first hundred by name. */
const kept = z.strictObject({ count: z.int().nonnegative(), named: z.array(stopped).max(100) });
export type TrashKept = z.infer<typeof kept>;

const counted = z.array(z.strictObject({ kind, count: z.int().positive() }));
export type TrashCounts = z.infer<typeof counted>;

const weighed = z.strictObject({
  /** What was asked for and goes. */
  going: counted,
  /** What goes with it, because it says nothing without it: a customer's contacts, say. */
  along: counted,
});

/** Everything that something in the trash is, or is named by. */
const everything = [
  'customers',
  'sales',
  'products',
  'payments',
  'complaints',
  'interactions',
  'followUps',
  'prospects',
  'campaigns',
  'feedback',
  'notes',
  'loyalty',
  'reviews',
  'guarantee',
] as const;

export const trashContract = {
  /** What lies in the trash, newest first. A page may come without rows before all was looked through. */
  'trash.list': report({
    input: z.strictObject({
      filter: trashFilter.prefault({}),
      after: cursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(trashRow), next: cursor.nullable() }),
    touches: [...everything, 'history', 'settings', 'shop'],
  }),
  /** How many of each kind were deleted in a period, whatever they are called. */
  'trash.counts': report({
    input: z.strictObject({ filter: trashFilter.prefault({}) }),
    output: z.strictObject({
      kinds: counted,
      /** All that lies in the trash, whatever the filter. */
      all: z.int().nonnegative(),
    }),
    touches: [...everything, 'settings', 'shop'],
  }),
  /** Puts things back where they were, with what was deleted with them, as one change that can be undone. */
  'trash.restore': task({
    input: z.strictObject({ which: trashChoice }),
    output: z.strictObject({
      /** Null: nothing came back. */
      batchId: batchId.nullable(),
      restored: counted,
      /** What came back with them: deleted in the same deed, or what they belong to. */
      along: counted,
      kept,
    }),
    touches: [...everything, 'history'],
  }),
  /** What removing things for good would remove, and what would stay and why; nothing is changed. */
  'trash.survey': report({
    input: z.strictObject({ which: trashChoice }),
    output: z.strictObject({ ...weighed.shape, kept }),
    touches: [...everything, 'accountant', 'history', 'settings', 'shop'],
  }),
  /**
   * Removes things for good, after a checked copy: no undo brings them back. Fails with CONFLICT where it
   * would not be what was surveyed.
   */
  'trash.remove': task({
    input: z.strictObject({ which: trashChoice, expected: weighed }),
    output: z.strictObject({
      removed: counted,
      along: counted,
      kept,
      /** The copy that was made before. */
      copy: z.string(),
    }),
    touches: [...everything, 'replies', 'privacy', 'history', 'backups'],
  }),
  /** Removes what has lain there for as long as the owner has settled; the app does so by itself. */
  'trash.removeOld': task({
    input: z.strictObject({}),
    output: z.strictObject({ removed: counted }),
    touches: [...everything, 'replies', 'privacy', 'history', 'backups'],
  }),
};
