import { z } from 'zod';
import { command, query } from '../define.ts';

/** The fingerprint of a file's titles: SHA-256 in hex. */
const layoutKey = z.string().regex(/^[0-9a-f]{64}$/);

/** How files with these titles were read when they last came in, and will be read again. */
export const importLayout = z.strictObject({
  key: layoutKey,
  /** What the owner calls it; null: no name yet. */
  name: z.string().nullable(),
  /** In the order of the file; empty where the layout is from before titles were kept. */
  titles: z.array(z.string()),
  /** What became of the column of each title, a field or `ignore`; as many as the file had columns. */
  fields: z.array(z.string()),
  /** How many columns have an answer that a person gave, such as which day a date means. */
  answers: z.int().nonnegative(),
  /** How many changes to the rows are remembered, those that are asked about among them. */
  changes: z.int().nonnegative(),
  /** Of how many changes, columns and rules the owner wants to be asked each time. */
  asked: z.int().nonnegative(),
  lastUsedAt: z.string(),
  /** The file that was read so last; null: none is on record. */
  lastFile: z.string().nullable(),
  /** Files and sheets that were read so, those of undone imports among them. */
  files: z.int().nonnegative(),
  /** Since when it is not used for new files; null: it is used. */
  forgottenAt: z.string().nullable(),
});
export type ImportLayout = z.infer<typeof importLayout>;

export const importLayoutsContract = {
  /** Every layout that is remembered, the one that was used last first, the forgotten ones at the end. */
  'imports.layouts': query({
    input: z.strictObject({}),
    output: z.array(importLayout),
    touches: ['imports', 'shop'],
  }),
  /** Gives a layout a name, or with an empty one takes it away. */
  'imports.nameLayout': command({
    input: z.strictObject({ key: layoutKey, name: z.string().trim().max(60) }),
    output: z.null(),
    touches: ['imports'],
  }),
  /** Whether new files with these titles are read as before. What was imported stays as it is. */
  'imports.forgetLayout': command({
    input: z.strictObject({ key: layoutKey, isForgotten: z.boolean() }),
    output: z.null(),
    touches: ['imports'],
  }),
};
