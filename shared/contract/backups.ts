import { z } from 'zod';
import { action, query, report, task } from './define.ts';
import { keyEnvelope } from './password/password.ts';
import { erasedMark } from './privacy/erased.ts';

export const backupCause = z.enum([
  'quit',
  'periodic',
  'migration',
  'import',
  'undo',
  'manual',
  'move',
  'bulk',
  'restore',
  'update',
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
  /** Who was erased before it was made; absent: nobody. */
  erased: z.array(erasedMark).optional(),
});
export type BackupEntry = z.infer<typeof backupEntry>;

/** A copy as it lies in the folder now. */
export const backupCopy = backupEntry
  .pick({ fileName: true, madeAt: true, cause: true, bytes: true, customers: true, sales: true })
  .extend({
    isWhole: z.boolean(),
    /** When its bytes were last compared with what was checked as it was made. */
    comparedAt: z.string(),
  });
export type BackupCopy = z.infer<typeof backupCopy>;

/** Copies that could not be made: since when, tried last when, and why. */
export const failedBackup = z.strictObject({
  since: z.string(),
  triedAt: z.string(),
  reason: z.enum(['full', 'readonly', 'device', 'missing', 'corrupt', 'other']),
});
export type FailedBackup = z.infer<typeof failedBackup>;

/** The folder in `set-aside` that a file lies in. */
const asideName = z.string().regex(/^[\w-]{1,80}$/);

export const backupsContract = {
  /** What makes the light in the status line red; it stays so until a copy has been made. */
  'backups.trouble': query({
    input: z.strictObject({}),
    output: z.strictObject({
      failed: failedBackup.nullable(),
      /** When it was found that the shop's own file is not whole. */
      shopDamagedAt: z.string().nullable(),
      /** Copies found damaged since the newest whole one was made. */
      damagedCopies: z.int(),
    }),
    touches: ['backups', 'shop'],
  }),
  /**
   * The owner's copies, newest first, in the sample shop too. One whose file is another than was last
   * looked at is read again first.
   */
  'backups.list': report({
    input: z.strictObject({}),
    output: z.strictObject({
      folder: z.string(),
      copies: z.array(backupCopy),
      /** Names of files that were to be copies and cannot be read as one. */
      setAside: z.array(z.string()),
    }),
    touches: ['backups', 'shop'],
  }),
  /**
   * Reads the shop's file and its copies from end to end: `some` are the newest copy and those that have
   * not been read for longest. A copy without a manifest is checked and given one, or set aside by name.
   */
  'backups.check': task({
    input: z.strictObject({ copies: z.enum(['some', 'all']).default('all') }),
    output: z.strictObject({
      isShopWhole: z.boolean(),
      read: z.int(),
      damaged: z.array(z.string()),
      adopted: z.array(z.string()),
      setAside: z.array(z.string()),
    }),
    touches: ['backups'],
  }),
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
  /** Saves a copy, with its manifest, where a person says. Null: the dialog was closed. */
  'backups.saveTo': task({
    input: z.strictObject({ fileName: z.string().max(200) }),
    output: z.strictObject({ path: z.string(), bytes: z.int() }).nullable(),
    touches: [],
  }),
  /** The folder that copies are also kept in: a stick, or one that another program synchronises. */
  'backups.second': query({
    input: z.strictObject({}),
    output: z
      .strictObject({
        folder: z.string(),
        count: z.int(),
        /** How many of those that we put there can be read without a password. */
        open: z.int(),
        lastSuccess: z.strictObject({ at: z.string(), fileName: z.string() }).nullable(),
        lastFailure: failedBackup.pick({ reason: true }).extend({ at: z.string() }).nullable(),
      })
      .nullable(),
    touches: ['backups', 'shop'],
  }),
  'backups.chooseSecond': action({
    input: z.strictObject({}),
    output: z.strictObject({ folder: z.string() }).nullable(),
    touches: ['backups'],
  }),
  'backups.forgetSecond': action({
    input: z.strictObject({}),
    output: z.strictObject({ isForgotten: z.literal(true) }),
    touches: ['backups'],
  }),
  /**
   * Brings the newest copies there; a folder that is not there now is no failure of this. `dropsOpen`: where a
   * password protects the shop, and once a protected copy is there, those we put there that lie open are
   * removed; answers how many.
   */
  'backups.fillSecond': task({
    input: z.strictObject({ dropsOpen: z.boolean().default(false) }),
    output: z.strictObject({ isFilled: z.boolean(), dropped: z.int().optional() }),
    touches: ['backups'],
  }),
  /** Files that another took the place of, newest first: they stay until the owner removes them. */
  'backups.setAside': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        name: asideName,
        /** Null: nothing says when. */
        at: z.string().nullable(),
        /** Null: nothing was noted. */
        why: z.enum(['restore', 'undo', 'salvage']).nullable(),
        /** The name of what took its place. */
        source: z.string().nullable(),
        bytes: z.int().nonnegative(),
        /** It is what the last restore can be undone with. */
        isWayBack: z.boolean(),
      }),
    ),
    touches: ['backups', 'shop'],
  }),
  /** Shows the folder that one of them lies in. */
  'backups.openSetAside': action({
    input: z.strictObject({ name: asideName }),
    output: z.null(),
    touches: [],
  }),
  /** Removes one of them for good: nothing brings it back. */
  'backups.removeSetAside': action({
    input: z.strictObject({ name: asideName }),
    output: z.strictObject({ removed: z.literal(true) }),
    touches: ['backups', 'shop'],
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
