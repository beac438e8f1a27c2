import { z } from 'zod';
import { action, query, task } from './define.ts';
import { keyEnvelope } from './password/password.ts';

export const backupCause = z.enum([
  'quit',
  'periodic',
  'migration',
  'import',
  'undo',
  'manual',
  'move',
  'restore',
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
  /** What opens the copy by password or recovery code; absent: it lies open. */
  key: keyEnvelope.optional(),
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
  /** What can be done where the shop could not be opened; null: it is open. */
  'backups.rescue': query({
    input: z.strictObject({}),
    output: z
      .strictObject({
        dataFolder: z.string(),
        /** The newest copy that is whole, where one can stand in for the database; its days are the zone's. */
        newest: backupEntry
          .pick({ fileName: true, madeAt: true, customers: true, sales: true })
          .extend({ timeZone: z.string() })
          .nullable(),
      })
      .nullable(),
    touches: ['backups', 'shop'],
  }),
  /**
   * Goes on from a copy where the database is lost or damaged; what is left of that is moved into the
   * folder of the answer, null where nothing was.
   */
  'backups.takeCopy': action({
    input: z.strictObject({ fileName: z.string().max(200) }),
    output: z.strictObject({ setAside: z.string().nullable() }),
    touches: ['shop'],
  }),
  /** Asks for the folder of a shop, or an empty one, and goes on there. Null: the picker was closed. */
  'backups.openElsewhere': action({
    input: z.strictObject({}),
    output: z.strictObject({ dataFolder: z.string() }).nullable(),
    touches: ['shop'],
  }),
  /** Tries once more to open the shop. */
  'backups.openAgain': action({ input: z.strictObject({}), output: z.null(), touches: ['shop'] }),
};
