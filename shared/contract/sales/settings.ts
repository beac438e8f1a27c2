import { z } from 'zod';
import { taxRoundings } from '../../domain/books/sale-sums.ts';
import { taxModes } from '../../domain/vocabulary/sales.ts';

/** How sales are written: their numbers, and the tax of what is sold. */
export const sellingSettings = z.strictObject({
  /** With `{yyyy}`, `{yy}`, `{mm}`, `{dd}` and `{n}`; empty: sales go without a number. */
  numbers: z
    .string()
    .trim()
    .max(40)
    .refine((pattern) => pattern === '' || pattern.includes('{n}'), {
      params: { problem: 'number-pattern' },
    }),
  taxMode: z.enum(taxModes),
  /** Ten-thousandths: 11 % is 1,100. */
  taxRateE4: z.int().min(0).max(10_000),
  taxRounding: z.enum(taxRoundings),
});
export type SellingSettings = z.infer<typeof sellingSettings>;
