import { z } from 'zod';
import { query, task } from './define.ts';

export const backupCause = z.enum([
  'quit',
  'periodic',
  'migration',
  'import',
  'undo',
  'manual',
  'move',
]);

export const backupEntry = z.strictObject({
  fileName: z.string(),
  madeAt: z.string(),
  cause: backupCause,
  bytes: z.int(),
  sha256: z.string(),
  schemaVersion: z.int(),
  appVersion: z.string(),
  customers: z.int(),
  sales: z.int(),
});
export type BackupEntry = z.infer<typeof backupEntry>;

export const backupsContract = {
  /** The newest checked copy, for the light in the status line. */
  'backups.last': query({
    input: z.strictObject({}),
    output: z.strictObject({ last: backupEntry.nullable(), count: z.int() }),
    touches: ['backups', 'shop'],
  }),
  'backups.make': task({
    input: z.strictObject({ cause: backupCause.default('manual') }),
    output: backupEntry,
    touches: ['backups'],
  }),
};
