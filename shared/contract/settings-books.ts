import { z } from 'zod';
import { accountKeys } from '../domain/books/postings.ts';

/** An account as plain-text books write it: one blank at a time, nothing that begins a remark or an amount. */
export const accountName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[\p{L}][\p{L}\p{N}:_.&/-]*(?: [\p{L}\p{N}:_.&/-]+)*$/u);

/** How the shop's books go to its accountant. Money is minor units. */
export const bookSettings = z.strictObject({
  accounts: z.strictObject(
    Object.fromEntries(accountKeys.map((key) => [key, accountName])) as Record<
      (typeof accountKeys)[number],
      typeof accountName
    >,
  ),
  /** How turnover is taxed where it is (Indonesia). */
  recap: z.strictObject({
    /** Percent in ten-thousandths: 0.5 % is 5000. */
    rateE4: z.int().min(0).max(1_000_000),
    thresholdMinor: z.int().min(0).max(1e15),
    ceilingMinor: z.int().min(0).max(1e15),
    crossing: z.enum(['part', 'whole']),
    /** The place of business that the turnover is of; empty: the shop. */
    place: z.string().trim().max(120),
  }),
  /** Of numbers in files for spreadsheets; `language`: as the shop's language has it. */
  decimalMark: z.enum(['language', 'comma', 'point']),
});
