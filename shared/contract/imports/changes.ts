import { z } from 'zod';
import { ownFieldTypes } from '../../domain/own-fields/own-fields.ts';
import { customerId } from '../../ids.ts';
import { task } from '../define.ts';
import { draftId } from '../imports-draft.ts';

const count = z.int().nonnegative();

const change = z.strictObject({
  customerId,
  name: z.string(),
  /** A key of the locale's `import.change.*`. */
  field: z.string(),
  /** The field that the owner made, where it is one. */
  own: z.strictObject({ name: z.string(), type: z.enum(ownFieldTypes) }).nullable(),
  /** Null: nothing stands there yet. */
  before: z.string().nullable(),
  after: z.string(),
});
export type ImportedChange = z.infer<typeof change>;

export const importsChangesContract = {
  /** What the last check would change of customers who are there: first what is put in the place of something. */
  'imports.changes': task({
    input: z.strictObject({ draftId, limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({
      changes: z.array(change),
      /** Fields of which something else is put in the place of what stands there, shown or not. */
      replaced: count,
      /** Fields that are empty so far and get something, shown or not. */
      filled: count,
    }),
    touches: [],
  }),
};
