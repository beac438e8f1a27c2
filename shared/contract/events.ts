import { z } from 'zod';

const touch = z.enum([
  'settings',
  'customers',
  'products',
  'sales',
  'imports',
  'history',
  'backups',
  'interactions',
  'followUps',
  'complaints',
  'reviews',
  'replies',
  'guarantee',
  'accountant',
  'payments',
  'targets',
  'prospects',
  'segments',
  'campaigns',
  'feedback',
  'notes',
  'loyalty',
  'privacy',
  'shop',
]);

/** What a running task is doing, as a key of the locale's `phase.*`. */
export const taskPhase = z.enum([
  'reading',
  'recognising',
  'checking',
  'backup',
  'writing',
  'figures',
  'undoing',
  'restoring',
  'salvaging',
  'removing',
  'exporting',
  'generating',
]);
export type TaskPhase = z.infer<typeof taskPhase>;

/** What main tells the window, unasked. */
export const appEvent = z.discriminatedUnion('type', [
  /** A transaction has been committed: whatever reads one of these is out of date. */
  z.strictObject({ type: z.literal('changed'), touches: z.array(touch) }),
  /** `done` of `total` in rows or bytes; `total` 0 means not known yet. */
  z.strictObject({
    type: z.literal('progress'),
    callId: z.string(),
    channel: z.string(),
    phase: taskPhase,
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
    elapsedMs: z.number().nonnegative(),
  }),
  z.strictObject({ type: z.literal('task-ended'), callId: z.string(), channel: z.string() }),
  /** A menu item or its accelerator was used. */
  z.strictObject({
    type: z.literal('menu'),
    item: z.enum([
      ...(['new-customer', 'undo', 'search', 'import', 'settings'] as const),
      ...(['help', 'keys', 'log', 'about'] as const),
    ]),
  }),
  /** A notification was clicked: the window goes to what it was about. */
  z.strictObject({ type: z.literal('go'), address: z.string().max(200) }),
]);
export type AppEvent = z.infer<typeof appEvent>;
