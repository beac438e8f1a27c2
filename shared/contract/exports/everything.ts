import { z } from 'zod';
import { task } from '../define.ts';
import { language } from '../settings.ts';

const counts = {
  customers: z.int().nonnegative(),
  sales: z.int().nonnegative(),
  /** Of all files together. */
  rows: z.int().nonnegative(),
};

export const exportsContract = {
  /**
   * Writes all the shop holds into a new folder inside one that the owner chooses, in open formats. Null:
   * the dialog was closed.
   */
  'exports.everything': task({
    input: z.strictObject({}),
    output: z
      .strictObject({
        path: z.string(),
        files: z.int().positive(),
        ...counts,
        /** In the address book file, the trash left out. */
        cards: z.int().nonnegative(),
        /** In the calendar file. */
        events: z.int().nonnegative(),
      })
      .nullable(),
    touches: [],
  }),
  /**
   * Brings such a folder into a shop that holds nothing: all of it or nothing. CONFLICT: the shop holds
   * something, the folder is none of these, or a newer version wrote it. BAD_EXPORT: it is not as it was
   * written. Null: the dialog was closed.
   */
  'exports.bringBack': task({
    input: z.strictObject({}),
    /** `language`: what the shop speaks from now on. */
    output: z.strictObject({ ...counts, language }).nullable(),
    touches: [
      'settings',
      'customers',
      'products',
      'sales',
      'imports',
      'history',
      'interactions',
      'followUps',
      'complaints',
      'reviews',
      'replies',
      'guarantee',
      'accountant',
      'payments',
      'targets',
      'segments',
      'shop',
    ],
  }),
};
