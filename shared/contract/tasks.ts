import { z } from 'zod';
import { action } from './define.ts';

export const tasksContract = {
  /** Stops a running task; it answers CANCELLED and leaves nothing behind. */
  'tasks.cancel': action({
    input: z.strictObject({ callId: z.string().max(80) }),
    output: z.strictObject({ wasRunning: z.boolean() }),
    touches: [],
  }),
};
