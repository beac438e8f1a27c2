import { z } from 'zod';
import { sameReasons, sureties } from '../../domain/people/score.ts';
import { customerId } from '../../ids.ts';
import { task } from '../define.ts';
import { draftId } from '../imports-draft.ts';

const key = z.string().min(1).max(4000);
/** What the owner says of somebody in the files and somebody in the book; null: later. */
const said = z.enum(['same', 'apart']).nullable();
const count = z.int().nonnegative();

const person = z.strictObject({
  name: z.string(),
  /** E.164, the first one. */
  phone: z.string().nullable(),
  city: z.string().nullable(),
});

const pair = z.strictObject({
  /** Who it is in the files. */
  key,
  fresh: person,
  there: person.extend({ id: customerId, purchases: count }),
  surety: z.enum(sureties),
  reasons: z.array(z.enum(sameReasons)),
  is: said,
});
export type ImportedPair = z.infer<typeof pair>;

export const importsSameContract = {
  /** New customers of the last check who may be somebody who is there, and those that were decided. */
  'imports.samePeople': task({
    input: z.strictObject({ draftId, limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({
      pairs: z.array(pair),
      /** How many there are, shown or not. */
      count,
    }),
    touches: [],
  }),
  /** Remembers what the owner says of these pairs; the next check goes by it. Nothing of the shop is changed. */
  'imports.decideSame': task({
    input: z.strictObject({
      draftId,
      answers: z
        .array(z.strictObject({ key, customerId, is: said }))
        .min(1)
        .max(500),
    }),
    output: z.null(),
    touches: [],
  }),
};
