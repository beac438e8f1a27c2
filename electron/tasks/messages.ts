import { z } from 'zod';
import { taskPhase } from '#shared/contract/events.ts';
import { keyEnvelope } from '#shared/contract/password/password.ts';
import { logEvents } from '../log-entry.ts';

const shop = z.strictObject({
  paths: z.strictObject({
    folder: z.string(),
    database: z.string(),
    lock: z.string(),
    taskLock: z.string(),
    backups: z.string(),
    staging: z.string(),
  }),
  isSample: z.boolean(),
  appVersion: z.string(),
});

/** What opens the files of folders: it goes from main to its task process, and nowhere else. */
const folders = z.array(
  z.strictObject({
    folder: z.string(),
    protection: z
      .strictObject({ key: z.string().regex(/^[\da-f]{64}$/), envelope: keyEnvelope })
      .nullable(),
  }),
);

/** What main tells the task process. */
export const toTasks = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('run'),
    callId: z.string(),
    channel: z.string(),
    input: z.unknown(),
    prepared: z.unknown(),
    shop,
    today: z.iso.date(),
    folders,
  }),
  z.strictObject({ type: z.literal('cancel'), callId: z.string() }),
  z.strictObject({ type: z.literal('granted'), callId: z.string() }),
]);
export type ToTasks = z.input<typeof toTasks>;

/** What the task process tells main. */
export const fromTasks = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'),
    callId: z.string(),
    phase: taskPhase,
    done: z.number(),
    total: z.number(),
  }),
  /** Asks to be the only writer, and gives that back. */
  z.strictObject({ type: z.literal('want'), callId: z.string() }),
  z.strictObject({ type: z.literal('release'), callId: z.string() }),
  z.strictObject({
    type: z.literal('log'),
    level: z.enum(['info', 'error']),
    message: z.enum(logEvents),
    fields: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ type: z.literal('ended'), callId: z.string(), result: z.unknown() }),
]);
export type FromTasks = z.input<typeof fromTasks>;
