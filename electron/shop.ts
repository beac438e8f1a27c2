import { statSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type AppLock, areTasksGone, takeAppLock } from '#db/file/app-lock.ts';
import { holdsCopies, makeBackup, syncPath } from '#db/file/backup.ts';
import { dropLeftovers } from '#db/file/backup-sweep.ts';
import { type Connection, openConnection } from '#db/file/client.ts';
import { checkOwnership, migrate } from '#db/file/migrate.ts';
import { liesOpen, protectionOf } from '#db/file/protection.ts';
import { logsOf } from '#db/file/set-aside.ts';
import { asideFolder, settleSwap } from '#db/file/swap.ts';
import { dropTurned } from '#db/file/turn-key.ts';
import { readSettings } from '#db/queries/settings.ts';
import { AppFailure } from '#shared/errors.ts';
import type { Clock, ShopFacts, ShopPaths } from './context.ts';
import { dropKeyLeftover, envelopeOf, removeKeyFile } from './services/password/key-file.ts';
import { eraseAgain } from './services/privacy/again.ts';

/** An open shop: the lock is held, the schema is current, one connection writes and one reads. */
export interface Shop {
  readonly facts: ShopFacts;
  readonly writer: Connection;
  readonly reader: Connection;
  /** Fails with `STORAGE missing` where the file has been taken away: what is written to it is lost. */
  requireInPlace(): void;
  close(): Promise<void>;
}

const lookAgainMs = 50;
const longestWaitMs = 120_000;

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether something of a database is there, though perhaps not the file itself. */
export async function isLeftBehind(database: string, backups: string): Promise<boolean> {
  return (await logsOf(database)).length > 0 || holdsCopies(backups);
}

/** Brings a database file to the current schema; a copy is made and checked before anything changes. */
async function bringUpToDate(
  { raw, db }: Connection,
  facts: ShopFacts,
  clock: Clock,
): Promise<void> {
  await migrate(raw, async () => {
    const { settings } = await readSettings(db);
    await makeBackup(raw, {
      folder: facts.paths.backups,
      cause: 'migration',
      at: clock.instant(),
      appVersion: facts.appVersion,
      timeZone: settings.timeZone,
    });
  });
}

/**
 * Makes a shop's empty database. It gets its name when it is whole, so that a file without tables is
 * never taken for a new shop: it is a damaged one.
 */
export async function createDatabase(facts: ShopFacts): Promise<void> {
  const { folder, database } = facts.paths;
  await requireNothingLeft(facts.paths);
  await mkdir(folder, { recursive: true });
  const unfinished = `${database}.new`;
  for (const end of ['', '-wal', '-shm']) await rm(`${unfinished}${end}`, { force: true });
  const connection = openConnection(unfinished, { isNew: true });
  try {
    await migrate(connection.raw, async () => undefined);
  } finally {
    await connection.close();
  }
  await syncPath(unfinished);
  await rename(unfinished, database);
  await syncPath(folder);
}

/**
 * Fails with `STORAGE lost` where a log or copies of a database lie that is not there, or one that was set
 * aside: a new one in its place would take the log for its own, or be taken for all there ever was.
 */
async function requireNothingLeft({ folder, database, backups }: ShopPaths): Promise<void> {
  if ((await isLeftBehind(database, backups)) || (await exists(asideFolder(folder))))
    throw new AppFailure({ code: 'STORAGE', reason: 'lost' });
}

/** Looks at a file without writing to it: a foreign, newer or damaged one stays as it is. */
async function requireOurs(path: string): Promise<void> {
  if ((await stat(path)).size === 0) throw new AppFailure({ code: 'STORAGE', reason: 'corrupt' });
  const connection = openConnection(path, { readonly: true });
  try {
    checkOwnership(connection.raw);
  } finally {
    await connection.close();
  }
}

/**
 * Fails with `STORAGE protected` where the password has to be given first. What a setting or removing that
 * was cut short has left is tidied away.
 */
async function requireUnlocked(paths: ShopPaths): Promise<void> {
  await dropTurned(paths.database);
  await dropKeyLeftover(paths.folder);
  if (protectionOf(paths.folder) !== null) return;
  if (liesOpen(paths.database) === true) await removeKeyFile(paths.folder);
  else if ((await envelopeOf(paths)) !== null)
    throw new AppFailure({ code: 'STORAGE', reason: 'protected' });
}

/**
 * A killed app's task process may still be at its last transaction: nothing is looked at before it
 * has ended. Fails with `STORAGE finishing` when it works on for longer than anybody would wait.
 */
async function waitForFormerTasks(taskLock: string): Promise<void> {
  for (let waitedMs = 0; !areTasksGone(taskLock); waitedMs += lookAgainMs) {
    if (waitedMs >= longestWaitMs) throw new AppFailure({ code: 'STORAGE', reason: 'finishing' });
    await wait(lookAgainMs);
  }
}

/** Runs `work` while no app and no task of one holds the data. */
export async function aloneWith<T>(paths: ShopPaths, work: () => Promise<T>): Promise<T> {
  const lock = takeAppLock(paths.lock);
  try {
    await waitForFormerTasks(paths.taskLock);
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Opens a shop's data, or makes it where there is none and never was. Fails with `STORAGE`: `locked`
 * when another app holds it, `finishing` when a task of a former start does not end, `future` or
 * `foreign` when the file is not for this version or not ours, `corrupt` when it is damaged, `lost`
 * when it is gone, `protected` when its password has to be given first.
 */
export async function openShop(facts: ShopFacts, clock: Clock): Promise<Shop> {
  const { folder, database, lock: lockPath, taskLock } = facts.paths;
  await mkdir(folder, { recursive: true });
  const lock = takeAppLock(lockPath);
  const opened: Connection[] = [];
  try {
    await waitForFormerTasks(taskLock);
    await settleSwap(facts.paths);
    await requireUnlocked(facts.paths);
    await dropLeftovers(facts.paths.backups);
    if (await exists(database)) await requireOurs(database);
    else await createDatabase(facts);
    const writer = openConnection(database);
    opened.push(writer);
    await bringUpToDate(writer, facts, clock);
    await eraseAgain(writer, facts, clock);
    const reader = openConnection(database, { readonly: true });
    opened.push(reader);
    const requireInPlace = placeCheck(database);
    return { facts, writer, reader, requireInPlace, close: () => closeAll(opened, lock) };
  } catch (error) {
    await closeAll(opened, lock);
    throw error;
  }
}

/** An open file can be moved or deleted on most systems, and goes on taking what nobody will find. */
function placeCheck(path: string): () => void {
  const identity = () => {
    const found = statSync(path, { throwIfNoEntry: false, bigint: true });
    return `${found?.dev} ${found?.ino}`;
  };
  const opened = identity();
  return () => {
    if (identity() !== opened) throw new AppFailure({ code: 'STORAGE', reason: 'missing' });
  };
}

/** The reader first: the last connection to close is one that may write, and tidies up. */
async function closeAll(connections: readonly Connection[], lock: AppLock): Promise<void> {
  for (const connection of [...connections].reverse()) await connection.close();
  lock.release();
}
