import { z } from 'zod';
import { customerId, importId } from '../ids.ts';
import { action, query, task } from './define.ts';
import {
  cell,
  columnReading,
  draft,
  draftId,
  existingRule,
  sourceId,
  textEncoding,
  valueFix,
} from './imports-draft.ts';

export const rowOutcome = z.enum(['added', 'updated', 'unchanged', 'skipped', 'wrong']);
export type RowOutcome = z.infer<typeof rowOutcome>;

/** Rows by what becomes of them: read = added + updated + unchanged + skipped + wrong. */
export const rowCounts = z.strictObject({
  read: z.int().nonnegative(),
  added: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  wrong: z.int().nonnegative(),
});
export type RowCounts = z.infer<typeof rowCounts>;

/** One kind of problem, with how many rows have it and a value to fix for all of them at once. */
export const problemGroup = z.strictObject({
  sourceId,
  /** A key of the locale's `problem.*`. */
  problem: z.string(),
  column: z.int().nonnegative().nullable(),
  header: z.string().nullable(),
  /** The offending text where all rows of the group share it. */
  value: z.string().nullable(),
  rows: z.int().positive(),
  outcome: rowOutcome,
});
export type ProblemGroup = z.infer<typeof problemGroup>;

const entityCounts = z.strictObject({
  added: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
});

/** What the files hold and the import leaves where it is, apart from single rows; and what they hide. */
const notTaken = z.strictObject({
  /** Columns with values that become nothing, and how many values each has. */
  columns: z.array(
    z.strictObject({
      sourceId,
      index: z.int().nonnegative(),
      header: z.string(),
      filled: z.int().positive(),
    }),
  ),
  /** Columns that the workbook hides and that become something all the same. */
  hiddenColumns: z.array(
    z.strictObject({ sourceId, index: z.int().nonnegative(), header: z.string() }),
  ),
  sheets: z.array(
    z.strictObject({
      fileName: z.string(),
      sheetName: z.string().nullable(),
      rows: z.int().positive(),
      isHidden: z.boolean(),
    }),
  ),
  /** Sources of which not one row comes in. */
  gaps: z.array(z.strictObject({ sourceId, rows: z.int() })),
});

export const importReport = z.strictObject({
  counts: rowCounts,
  sources: z.array(z.strictObject({ sourceId, fileName: z.string(), counts: rowCounts })),
  customers: entityCounts,
  products: entityCounts,
  sales: entityCounts,
  lines: entityCounts,
  complaints: entityCounts,
  /** Interactions; under this key every import keeps its report in the shop. */
  contacts: entityCounts,
  /** Contact-again dates that the interactions name. */
  followUps: entityCounts,
  returns: z.int().nonnegative(),
  /** Sales of which a part was given back: it is taken off. */
  partlyReturned: z.int().nonnegative(),
  cancelled: z.int().nonnegative(),
  /** Orders that nobody has paid: taken in, not counted. */
  unpaid: z.int().nonnegative(),
  /** Sales dated after today: taken in, counted from their day on. */
  afterToday: z.int().nonnegative(),
  salesWithoutCustomer: z.int().nonnegative(),
  /** Which customer fields change, e.g. phone 92, city 26. */
  fieldChanges: z.array(z.strictObject({ field: z.string(), count: z.int().positive() })),
  problems: z.array(problemGroup),
  notTaken,
  /** What the files themselves say that money comes to, where it is not what is taken in. */
  witness: z.array(
    z.strictObject({
      /** Rows of totals; totals of sales beside their lines; quantity × price; a total written again. */
      kind: z.enum(['total-row', 'sale-totals', 'products', 'repeated']),
      /** Rows, or sales, of which it is said. */
      rows: z.int().positive(),
      saysMinor: z.int(),
      takenMinor: z.int(),
      /** The number or day of one of the sales; empty where it is said of rows. */
      example: z.string(),
    }),
  ),
  /** Files that were joined: by which column, what found its partner and what did not, in money. */
  joined: z.array(
    z.strictObject({
      kind: z.enum([
        ...(['lines', 'lines-missing', 'lines-several', 'lines-alone'] as const),
        ...(['orders-whole', 'orders-empty'] as const),
        ...(['customers', 'customers-missing', 'products', 'products-missing'] as const),
      ]),
      file: z.string(),
      to: z.string(),
      /** The title of the column of `file` that names the partner. */
      header: z.string(),
      count: z.int().positive(),
      minor: z.int(),
      /** A number or code of one of them; empty where all found their partner. */
      example: z.string(),
    }),
  ),
  /** New ones who may be somebody who is there and of whom nothing is decided; and what was. */
  samePeople: z.strictObject({
    certain: z.int().nonnegative(),
    likely: z.int().nonnegative(),
    /** In the files of whom it is said that they are somebody who is there. */
    joined: z.int().nonnegative(),
    /** Pairs of whom it is said that they are two people. */
    apart: z.int().nonnegative(),
  }),
  money: z.strictObject({
    /** Sum of quantity × price of every imported line as the files write it: a plain decimal. */
    exact: z.string(),
    /** The same lines rounded to minor units one by one. */
    storedMinor: z.int(),
    /** Lines whose amount needed rounding. */
    roundedLines: z.int().nonnegative(),
  }),
  /** Customers recognised as ones already there (or twice in the files), by what. */
  recognised: z.strictObject({
    byPhone: z.int().nonnegative(),
    byEmail: z.int().nonnegative(),
    byIdentifier: z.int().nonnegative(),
    byName: z.int().nonnegative(),
  }),
});
export type ImportReport = z.infer<typeof importReport>;

export const keptRow = z.strictObject({ entity: z.string(), id: z.int(), name: z.string() });

export const importEntry = z.strictObject({
  id: importId,
  status: z.enum(['done', 'undone']),
  doneAt: z.string(),
  undoneAt: z.string().nullable(),
  files: z.array(z.string()),
  report: importReport,
});
export type ImportEntry = z.infer<typeof importEntry>;
const inDraft = z.strictObject({ draftId });
const brought = [
  ...(['customers', 'products', 'sales', 'interactions', 'followUps', 'complaints'] as const),
  ...(['imports', 'history', 'backups'] as const),
] as const;

export const importsContract = {
  /** Lets the owner pick files; they join the draft, or start one. Null: the picker was closed. */
  'imports.choose': action({
    input: z.strictObject({ draftId: draftId.nullable().default(null) }),
    output: z.strictObject({ draftId, files: z.int().positive() }).nullable(),
    touches: [],
  }),
  /** Takes one piece of a file that was dropped on the window (no path ever comes from the renderer). */
  'imports.receive': action({
    input: z.strictObject({
      draftId: draftId.nullable(),
      /** Counts up within the draft: pieces of one file share it. */
      file: z.int().nonnegative().max(999),
      name: z.string().min(1).max(255),
      offset: z.int().nonnegative(),
      base64: z.string().max(3_000_000),
      isLast: z.boolean(),
    }),
    output: z.strictObject({ draftId }),
    touches: [],
  }),
  /** Adds the messy files of the sample shop to a draft, to try the wizard with. */
  'imports.useSampleFiles': task({
    input: z.strictObject({}),
    output: z.strictObject({ draftId }),
    touches: [],
  }),
  /** Reads files that have not been read yet; finds sheets, header rows, columns, questions. */
  'imports.inspect': task({ input: inDraft, output: draft, touches: [] }),
  /** Changes how one source is read; answers with the whole draft. */
  'imports.configure': task({
    input: z.strictObject({
      draftId,
      sourceId,
      isIncluded: z.boolean().optional(),
      headerRow: z.int().positive().nullable().optional(),
      encoding: textEncoding.optional(),
      /** A single character of a keyboard; a quote holds a value together. */
      separator: z
        .string()
        .regex(/^[\t !#-~]$/)
        .optional(),
      /** Of a chat: which of those who write in it is the customer. */
      chatWith: z.string().max(200).optional(),
      existing: existingRule.optional(),
      /** Column index → field. */
      fields: z.record(z.string(), z.string()).optional(),
      /** Column index → how to read it (answers a question). */
      readings: z.record(z.string(), columnReading).optional(),
      /** One replacement for a value wherever it stands in a column; `to` null leaves the cell empty. */
      fix: valueFix.optional(),
    }),
    output: draft,
    touches: [],
  }),
  /** The dry run, by the code that commits: exact counts, nothing written. */
  'imports.check': task({ input: inDraft, output: importReport, touches: [] }),
  /** Rows as they stand in the file with what will become of them, from the last check. */
  'imports.rows': task({
    input: z.strictObject({
      draftId,
      sourceId,
      outcome: rowOutcome.nullable().default(null),
      problem: z.string().max(60).nullable().default(null),
      value: z.string().max(400).nullable().default(null),
      afterRow: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.array(
      z.strictObject({
        row: z.int().positive(),
        cells: z.array(cell),
        outcome: rowOutcome,
        problem: z.string().nullable(),
        /** Cells that steps have changed, as they come in. */
        mended: z.array(z.strictObject({ column: z.int().nonnegative(), cell })),
      }),
    ),
    touches: [],
  }),
  'imports.commit': task({
    input: inDraft,
    output: z.strictObject({ importId, report: importReport }),
    touches: brought,
  }),
  'imports.discard': action({ input: inDraft, output: z.null(), touches: [] }),
  'imports.list': query({
    input: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    output: z.array(importEntry),
    touches: ['imports', 'shop'],
  }),
  'imports.undo': task({
    input: z.strictObject({ importId }),
    output: z.strictObject({
      removed: z.int().nonnegative(),
      restored: z.int().nonnegative(),
      kept: z.array(keptRow),
    }),
    touches: brought,
  }),
  /** Writes the wrong rows as a workbook: the original columns plus the reason. Null: dialog closed. */
  'imports.saveWrongRows': task({
    input: z.strictObject({
      importId,
      /** The reason column's head and the text of each problem, in the owner's language. */
      reasonTitle: z.string().max(60),
      problemTexts: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
  /** The customers an import brought, newest first, to look at what changed. */
  'imports.customers': query({
    input: z.strictObject({ importId, limit: z.int().min(1).max(100).default(20) }),
    output: z.array(z.strictObject({ id: customerId, name: z.string() })),
    touches: ['imports', 'customers', 'shop'],
  }),
};
