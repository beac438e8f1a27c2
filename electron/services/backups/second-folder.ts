import { readFile, rm, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { hashFile, listBackups, rotateBackups } from '#db/file/backup.ts';
import { inTurn } from '#db/file/backup-turns.ts';
import { liesOpen, protectionOf } from '#db/file/protection.ts';
import { systemReasonOf } from '#db/file/storage-error.ts';
import { syncPath, writeWhole } from '#db/file/whole-file.ts';
import { readSettings } from '#db/queries/settings.ts';
import { type BackupEntry, failedBackup } from '#shared/contract/backups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext, ReadContext, ShopPaths, TaskContext } from '../../context.ts';
import { ownersPaths } from '../sample/paths.ts';
import { requireOwn } from './check.ts';
import { copyOutside } from './copy-to.ts';
import { failedReason } from './trouble.ts';

/** So many of the newest copies are brought there in one go. */
const mostAtOnce = 3;

const filled = z.object({
  folder: z.string(),
  /** Names of what was put there: nothing else in that folder is ours to take away. */
  written: z.array(z.string()),
  lastSuccess: z.strictObject({ at: z.string(), fileName: z.string() }).nullable(),
  lastFailure: z.strictObject({ at: z.string(), reason: failedBackup.shape.reason }).nullable(),
});
type Second = z.infer<typeof filled>;

/** Before there were two files, the choice also told what had been put there. */
const chosen = z.object({
  folder: z.string(),
  written: filled.shape.written.default([]),
  lastSuccess: filled.shape.lastSuccess.default(null),
  lastFailure: filled.shape.lastFailure.default(null),
});

/** The owner's choice, written by main alone. */
const choiceName = 'second-folder.json';

/**
 * What the task that fills it has put there. A file of its own: a task that comes to its end after the
 * folder was forgotten, or another one chosen, must not bring the choice back.
 */
const filledName = 'second-folder-filled.json';

/** Both lie beside the data, so that they go along with it. */
export const secondNames = [choiceName, filledName];

/** The turn of whoever puts something into the second folder, or takes something away there. */
export function secondTurn({ folder }: Pick<ShopPaths, 'folder'>): string {
  return join(folder, filledName);
}

async function readAs<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch(() => 'null');
  try {
    return z.nullable(shape).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The folder that copies are also kept in; null: there is none. */
export async function readSecond(paths: ShopPaths): Promise<Second | null> {
  const choice = await readAs(join(paths.folder, choiceName), chosen);
  if (choice === null) return null;
  const known = await readAs(join(paths.folder, filledName), filled);
  return known?.folder === choice.folder ? known : choice;
}

/** Names of those that we put there and that no password protects. */
function openOf({ folder, written }: Second): string[] {
  return written.filter((name) => liesOpen(join(folder, name)) === true);
}

/** Takes the open ones away, where a protected one is there to stand in for them. */
async function dropOpen(
  known: Second,
): Promise<{ readonly left: Second; readonly dropped: number }> {
  const open = openOf(known);
  if (!known.written.some((name) => liesOpen(join(known.folder, name)) === false))
    return { left: known, dropped: 0 };
  for (const name of open)
    for (const path of [name, `${name}.json`]) await rm(join(known.folder, path), { force: true });
  if (open.length > 0) await syncPath(known.folder);
  const written = known.written.filter((name) => !open.includes(name));
  return { left: { ...known, written }, dropped: open.length };
}

export async function shownSecond(ctx: ReadContext): Promise<Output<'backups.second'>> {
  const found = await readSecond(ownersPaths(ctx.shop));
  if (found === null) return null;
  const { folder, written, lastSuccess, lastFailure } = found;
  const open = openOf(found).length;
  return { folder, count: written.length, open, lastSuccess, lastFailure };
}

/** Asks which folder copies are also kept in: anywhere but beside the data itself. Null: the dialog was closed. */
export async function chooseSecond(ctx: ActionContext): Promise<Output<'backups.chooseSecond'>> {
  requireOwn(ctx.shop.isSample);
  const { paths } = ctx.shop;
  const folder = await ctx.platform.dialogs.chooseDataFolder();
  if (folder === null) return null;
  const isInside = `${resolve(folder)}${sep}`.startsWith(`${resolve(paths.folder)}${sep}`);
  if (isInside) throw new AppFailure({ code: 'CONFLICT', reason: 'second-inside' });
  await writeWhole(join(paths.folder, choiceName), JSON.stringify({ folder }, null, 2));
  return { folder };
}

/** Nothing is put there any more; what lies there stays. */
export async function forgetSecond(ctx: ActionContext): Promise<Output<'backups.forgetSecond'>> {
  requireOwn(ctx.shop.isSample);
  for (const name of secondNames) await rm(join(ctx.shop.paths.folder, name), { force: true });
  return { isForgotten: true };
}

/** A drive that is not plugged in is no folder to be made. */
async function requireThere(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) throw new AppFailure({ code: 'STORAGE', reason: 'missing' });
}

/** A file of that name which is not this copy is somebody's, and stays. */
async function isTaken(path: string, entry: BackupEntry): Promise<'ours' | 'other' | null> {
  if ((await stat(path).catch(() => null)) === null) return null;
  return (await hashFile(path)) === entry.sha256 ? 'ours' : 'other';
}

async function bring(ctx: TaskContext, entry: BackupEntry, folder: string): Promise<boolean> {
  const path = join(folder, entry.fileName);
  const taken = await isTaken(path, entry);
  if (taken !== null) return taken === 'ours';
  const from = { folder: ctx.shop.paths.backups, entry };
  await copyOutside(from, path, ctx.signal, (done) => ctx.progress('backup', done, entry.bytes));
  return true;
}

async function fill(ctx: TaskContext, known: Second): Promise<Second> {
  const { folder } = known;
  await requireThere(folder);
  const entries = (await listBackups(ctx.shop.paths.backups)).slice(0, mostAtOnce);
  const written = new Set(known.written);
  for (const entry of entries.toReversed())
    if (await bring(ctx, entry, folder)) written.add(entry.fileName);
  const at = ctx.clock.instant();
  const { settings } = await readSettings(ctx.open().db);
  const { timeZone } = settings;
  await rotateBackups({ folder, at, timeZone }, ({ fileName }) => written.has(fileName));
  const left = new Set((await listBackups(folder)).map(({ fileName }) => fileName));
  const newest = entries[0]?.fileName;
  return {
    folder,
    written: [...written].filter((name) => left.has(name)),
    lastSuccess: newest === undefined ? known.lastSuccess : { at, fileName: newest },
    lastFailure: null,
  };
}

function reasonOf({ log }: TaskContext, error: unknown) {
  if (error instanceof AppFailure) return failedReason(error.error);
  const reason = systemReasonOf(error);
  if (reason !== null) return failedReason({ code: 'STORAGE', reason });
  log.error('second folder', { name: error instanceof Error ? error.name : typeof error });
  return 'other' as const;
}

/** Brings the newest copies to the second folder. That it cannot be done is said there, and is no error. */
export async function fillSecond(
  ctx: TaskContext,
  { dropsOpen }: Parsed<'backups.fillSecond'>,
): Promise<Output<'backups.fillSecond'>> {
  requireOwn(ctx.shop.isSample);
  const { paths } = ctx.shop;
  // Somebody may ask for it while it is being done of itself.
  return inTurn(secondTurn(paths), () => fillInTurn(ctx, paths, dropsOpen));
}

async function fillInTurn(
  ctx: TaskContext,
  paths: ShopPaths,
  dropsOpen: boolean,
): Promise<Output<'backups.fillSecond'>> {
  const known = await readSecond(paths);
  if (known === null) return { isFilled: false };
  const after = await fill(ctx, known).catch((error: unknown): Second => {
    if (ctx.signal.aborted) throw error;
    return { ...known, lastFailure: { at: ctx.clock.instant(), reason: reasonOf(ctx, error) } };
  });
  const keep = (second: Second) =>
    writeWhole(join(paths.folder, filledName), JSON.stringify(second, null, 2));
  await keep(after);
  const isFilled = after.lastFailure === null;
  if (!dropsOpen || !isFilled || protectionOf(paths.folder) === null) return { isFilled };
  const { left, dropped } = await dropOpen(after);
  await keep(left);
  return { isFilled, dropped };
}
