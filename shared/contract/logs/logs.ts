import { z } from 'zod';
import { action } from '../define.ts';

/** The log holds what failed and where in the app, never what was typed or whose it was. */
export const logsContract = {
  /** Shows the folder of the log. Not open: no program of the system shows folders, or no log is written. */
  'logs.open': action({
    input: z.strictObject({}),
    output: z.strictObject({ isOpen: z.boolean(), folder: z.string().nullable() }),
    touches: [],
  }),
  /** A screen failed: its kind of error and the lines of its stack that say where. */
  'logs.noteScreen': action({
    input: z.strictObject({
      name: z.string().max(80),
      /** Seen from the page's own address. */
      stack: z.string().max(20_000),
    }),
    output: z.null(),
    touches: [],
  }),
};
