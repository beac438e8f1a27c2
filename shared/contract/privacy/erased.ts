import { z } from 'zod';

/**
 * Somebody who was erased, as it is kept beside the copies and in their manifests: by it the same row of an
 * older copy is known again. It is made of no name, phone or word of theirs.
 */
export const erasedMark = z.strictObject({
  /** Its number in the list of who was erased. */
  number: z.int().positive(),
  customerId: z.int().positive(),
  salt: z.string().regex(/^[\da-f]{32}$/),
  mark: z.string().regex(/^[\da-f]{64}$/),
  /** ISO instant. */
  at: z.string().max(40),
});
export type ErasedMark = z.infer<typeof erasedMark>;
