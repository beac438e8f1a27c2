import { z } from 'zod';
import { firstSteps } from '../../domain/vocabulary/help.ts';
import { report } from '../define.ts';

export const helpContract = {
  /** What a new shop does in its first week, and what of it is done, told by what is in the shop. */
  'help.firstWeek': report({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Never in the sample shop; not once it is put away, all done or a week old, unless it was asked back. */
      isShown: z.boolean(),
      /** The last day it is shown by itself; null: it is not known yet, or it stays until it is put away. */
      lastOn: z.iso.date().nullable(),
      steps: z.array(z.strictObject({ step: z.enum(firstSteps), isDone: z.boolean() })),
    }),
    touches: [
      ...(['settings', 'customers', 'sales', 'imports', 'history', 'accountant'] as const),
      ...(['followUps', 'complaints', 'backups', 'shop'] as const),
    ],
  }),
};
