import { z } from 'zod';
import { recordedTables, recordKindNames } from '../domain/history/columns.ts';
import { ownFieldTypes } from '../domain/own-fields/own-fields.ts';
import { deeds } from '../domain/vocabulary/deeds.ts';
import { batchId, customerId, importId } from '../ids.ts';
import { day } from './days.ts';
import { command, query } from './define.ts';

const deed = z.enum(deeds);

export const batchKind = z.enum(['create', 'edit', 'delete', 'import', 'undo']);

/** One field before and after, as text; null: it was empty. */
export const fieldChange = z.strictObject({
  entity: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Of a field that the owner made: what it is called, and how its values are written. */
  own: z.strictObject({ name: z.string(), type: z.enum(ownFieldTypes) }).optional(),
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

const recordedTable = z.enum(recordedTables);

/** How many records of a table. */
const touched = z.strictObject({ entity: recordedTable, count: z.int().positive() });

/** What was done, in one line. */
export const deedEntry = z.strictObject({
  id: batchId,
  kind: batchKind,
  /** What it did; of an undoing, what was undone. */
  deed,
  /** What it was done to: a name, a number, a file. */
  label: z.string(),
  at: z.string(),
  importId: importId.nullable(),
  undoneAt: z.string().nullable(),
  /** An undoing that was itself taken back is a doing again. */
  isRedo: z.boolean(),
  /** Rows of the files of an import. */
  rowsRead: z.int().nonnegative().nullable(),
  records: z.array(touched),
  /** How it is taken back now: `import` by what asks first and makes a copy; null: it cannot be. */
  way: z.enum(['undo', 'import']).nullable(),
});
export type DeedEntry = z.infer<typeof deedEntry>;

/** Kinds of records are those an owner tells apart. */
export const historyFilter = z.strictObject({
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  kinds: z.array(batchKind).default([]),
  records: z.array(z.enum(recordKindNames)).default([]),
});
export type HistoryFilter = z.infer<typeof historyFilter>;

/** A value as it is stored; of a record, also what that is called now. */
const storedValue = z.strictObject({ stored: z.string(), name: z.string().nullable() }).nullable();

/** A record that has a page. */
const place = z.strictObject({
  entity: z.enum(['customers', 'products', 'sales', 'complaints', 'prospects']),
  id: z.int().positive(),
});

/** What was done to one row. */
export const recordChange = z.strictObject({
  id: z.int().positive(),
  batchId,
  entity: recordedTable,
  did: z.enum(['made', 'changed', 'trashed', 'restored', 'removed']),
  /** What the record is called that it is, or is part of. */
  name: z.string(),
  /** Which of its parts, where it has many. */
  part: z.string().nullable(),
  /** Where it still is; null: nowhere, or in the trash. */
  place: place.nullable(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      before: storedValue,
      after: storedValue,
      /** How the value of a field that the owner made is written. */
      type: z.enum(ownFieldTypes).optional(),
    }),
  ),
});
export type RecordChange = z.infer<typeof recordChange>;

const touches = ['history', 'imports', 'shop'] as const;

export const historyContract = {
  /** Everything that was done, newest first. A page may be empty and still have a next one. */
  'history.list': query({
    input: z.strictObject({
      filter: historyFilter.prefault({}),
      after: z.strictObject({ at: z.string(), id: z.int() }).nullable().default(null),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: z.strictObject({
      rows: z.array(deedEntry),
      next: z.strictObject({ at: z.string(), id: z.int() }).nullable(),
    }),
    touches,
  }),
  /** What one batch did, as it did it; or what was done to one record and its parts, newest first. */
  'history.changes': query({
    input: z.strictObject({
      of: z.union([z.strictObject({ batchId }), z.strictObject({ record: place })]),
      after: z.int().nonnegative().nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      rows: z.array(recordChange),
      /** The batches that the rows are of. */
      deeds: z.array(deedEntry),
      next: z.int().nonnegative().nullable(),
    }),
    touches: [...touches, 'customers', 'sales', 'products', 'complaints', 'payments', 'prospects'],
  }),
  /** What was done to one customer, newest first. */
  'history.ofCustomer': query({
    input: z.strictObject({ customerId, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(batchEntry),
    touches: ['history', 'customers', 'shop'],
  }),
  /** Takes one batch back. Rows changed since are left as they are and named in `kept`. */
  'history.undo': command({
    input: z.strictObject({ batchId }),
    output: z.strictObject({
      undone: z.int().nonnegative(),
      /** What was taken back, and what it had been done to. */
      deed,
      label: z.string(),
      /** It was an undoing: what that had taken back is done again. */
      isRedo: z.boolean(),
      /** What was put back or taken away, by table. */
      records: z.array(touched),
      kept: z.array(
        z.strictObject({
          entity: recordedTable,
          id: z.int(),
          name: z.string(),
          why: z.enum(['changed', 'partly', 'inUse', 'gone']),
        }),
      ),
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
      'segments',
      'campaigns',
      'feedback',
      'notes',
      'loyalty',
      'privacy',
      'history',
    ],
  }),
  /**
   * For Ctrl+Z the newest change that stands, an import too; for its opposite the newest undoing, unless
   * something new was done after it. Null: there is none.
   */
  'history.last': query({
    input: z.strictObject({ of: z.enum(['change', 'undoing']).default('change') }),
    output: deedEntry.nullable(),
    touches,
  }),
};
