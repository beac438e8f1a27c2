import { z } from 'zod';
import { longestFieldName, ownFieldTypes } from '../domain/own-fields/own-fields.ts';
import { importId } from '../ids.ts';
import { keptStep, mendStep, ruleMemory } from './imports/steps.ts';

/** What a file from outside was read as: `csv` is any text, contacts and chats too. */
export const importFormat = z.enum(['csv', 'xlsx', 'xlsb', 'xls', 'ods', 'html']);
export type ImportFormat = z.infer<typeof importFormat>;

/**
 * What a list of customers does to one who is there: it corrects, it fills what is empty, or it leaves
 * everything as it stands.
 */
export const existingRule = z.enum(['correct', 'fill', 'leave']);
export type ExistingRule = z.infer<typeof existingRule>;

/** How the bytes of a text file stand for characters. */
export const textEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1252',
]);
export type TextEncoding = z.infer<typeof textEncoding>;

/** A draft's name, as its folder has it. */
export const draftId = z.string().regex(/^[a-z0-9-]{1,64}$/);
export const sourceId = z.int().positive();
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** How a column's values are read; what does not apply is absent. */
export const columnReading = z.strictObject({
  numberStyle: z.enum(['id', 'en', 'plain']).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /** What bare numbers of a discount take off. */
  discount: z.enum(['money', 'percent', 'fraction']).optional(),
  /** The field of the customer that the column is kept as; its type where it is a new one. */
  own: z
    .strictObject({
      name: z.string().trim().min(1).max(longestFieldName),
      type: z.enum(ownFieldTypes).optional(),
    })
    .optional(),
});

/** A value of a column that becomes another; `to` null leaves the cell empty. */
export const valueFix = z.strictObject({
  column: z.int().nonnegative(),
  from: z.string(),
  to: z.string().nullable(),
  /** Further values of the column that become the same. */
  alike: z.array(z.string()).max(500).optional(),
  /** Only in rows that have this problem: a day may be right in one row and too early in another. */
  problem: z.string().max(60).optional(),
  /** The value is right though the problem speaks against it; with an empty `from` all of them are. */
  stands: z.boolean().optional(),
  /** The values stand again as the file has them. */
  isTakenBack: z.boolean().optional(),
});

/** An ambiguity that blocks until a person has answered. */
export const columnQuestion = z.strictObject({
  kind: z.enum([
    'number-style',
    'date-order',
    'discount',
    'money-column',
    'repeated-columns',
    'other-currency',
    // The owner wants to be asked of this column with every file of these titles.
    'each-time',
  ]),
  example: z.string(),
  options: z.array(
    z.strictObject({
      /** The answer: a number style, a date order, what a discount takes off, or the column's field. */
      value: z.string(),
      /** The example read this way: an ISO date, a plain decimal number or `10%`. */
      read: z.string(),
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
      afterToday: z.int().nonnegative(),
      likely: z.boolean(),
    }),
  ),
});
export type ColumnQuestion = z.infer<typeof columnQuestion>;

export const draftColumn = z.strictObject({
  index: z.int().nonnegative(),
  header: z.string(),
  samples: z.array(z.string()).max(3),
  filled: z.int().nonnegative(),
  distinct: z.int().nonnegative(),
  /** An `ImportField` of `shared/domain/columns/fields.ts`. */
  field: z.string(),
  confidence: z.enum(['sure', 'likely', 'check', 'none', 'chosen', 'remembered']),
  /** Why, as a key of the locale's `because.*`. */
  because: z.string(),
  /** The samples as they are read: ISO dates, plain decimals, E.164; null: cannot be read. */
  read: z.array(z.string().nullable()).max(3),
  reading: columnReading.nullable(),
  question: columnQuestion.nullable(),
  /** The field of the customer that it is kept as, there already or new; null: it becomes something else. */
  own: z
    .strictObject({ name: z.string(), type: z.enum(ownFieldTypes), isNew: z.boolean() })
    .nullable(),
  /** Values that will not be stored: damaged phones, masked names. */
  damaged: z.int().nonnegative(),
  masked: z.int().nonnegative(),
  /** Cells whose formula no program has calculated: the workbook holds no values for them. */
  uncalculated: z.int().nonnegative(),
});
export type DraftColumn = z.infer<typeof draftColumn>;

/** One sheet of one file. */
export const draftSource = z.strictObject({
  id: sourceId,
  fileName: z.string(),
  sheetName: z.string().nullable(),
  format: importFormat,
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  isIncluded: z.boolean(),
  /** A chat: who writes in it, and whom it is with. Null: it is none. */
  chat: z
    .strictObject({ senders: z.array(z.string()).max(3), with: z.string().nullable() })
    .nullable(),
  /** The workbook hides the sheet. */
  isHidden: z.boolean(),
  /** 1-based row of the file that holds the titles; null: the file has none. */
  headerRow: z.int().positive().nullable(),
  /** The first rows as they are, to choose the header row from. */
  head: z.array(z.strictObject({ row: z.int().positive(), cells: z.array(cell) })).max(12),
  rows: z.int().nonnegative(),
  columns: z.array(draftColumn),
  /** What keeps it from being checked, as keys of the locale's `blocker.*`. */
  blockers: z.array(z.string()),
  /** What it brings, by the keys of the report. */
  brings: z.array(z.enum(['customers', 'products', 'sales', 'complaints', 'contacts'])),
  /** What becomes of customers who are there; null: the file is no list of customers, and only fills. */
  existing: existingRule.nullable(),
  /** Where that rule is from: nobody has said anything, it was chosen now, or remembered; it waits to be chosen. */
  existingFrom: z.enum(['default', 'chosen', 'layout', 'waiting']),
  /** What is done with that rule when the next file of these titles comes. */
  existingMemory: ruleMemory,
  /** The file has titles: what is chosen for it can be remembered by them. */
  isRememberable: z.boolean(),
  /** Its rows are wrong ones of an earlier import as the app has saved them: they have been changed already. */
  isReturned: z.boolean(),
  /** Columns of which the owner wants to be asked with every file of these titles. */
  asks: z.array(z.int().nonnegative()),
  /** What the owner has changed of its rows before they come in. */
  steps: z.array(keptStep),
  /** Those that are not used since the file, as it is read now, has no column of that title at that place. */
  unusedSteps: z.array(z.strictObject({ step: mendStep, header: z.string() })),
  /** Set when the same bytes have been imported before. */
  importedBefore: z.strictObject({ importId, at: z.string() }).nullable(),
});
export type DraftSource = z.infer<typeof draftSource>;

export const draft = z.strictObject({
  id: draftId,
  sources: z.array(draftSource),
  /** Files that could not be read, and why. */
  refused: z.array(
    z.strictObject({ fileName: z.string(), reason: z.string(), detail: z.string().nullable() }),
  ),
  isReady: z.boolean(),
});
export type Draft = z.infer<typeof draft>;
