import { z } from 'zod';
import { action, task } from './define.ts';
import { language } from './settings.ts';

export const sampleContract = {
  /** Builds the sample shop in a folder of its own, beside the owner's data, and opens it. */
  'sample.open': task({
    /** Whose people, goods and holidays it has; null: those of the shop's language. */
    input: z.strictObject({ language: language.nullable().default(null) }),
    output: z.strictObject({ customers: z.int().nonnegative(), sales: z.int().nonnegative() }),
    touches: ['shop'],
  }),
  /** Closes the sample shop, deletes its folder, and goes back to the owner's own data. */
  'sample.leave': action({ input: z.strictObject({}), output: z.null(), touches: ['shop'] }),
};
