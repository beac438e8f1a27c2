import { copyFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { AppFailure } from '#shared/errors.ts';
import { checkCopy, hashFile, listBackups, syncPath } from './backup.ts';
import type { RawHandle } from './client.ts';
import { applyKey, changeKey, keysFor, liesOpen, type Protection } from './protection.ts';
import { logsOf } from './set-aside.ts';
import { writeWhole } from './whole-file.ts';

/** Where a shop is written anew with another key, before that takes its place. */
function turnedPath(database: string): string {
  return `${database}.turned`;
}

/** Drops what was left by a turn that was cut short: the shop is as it was before, or as it was to be. */
export async function dropTurned(database: string): Promise<void> {
  for (const path of [turnedPath(database), ...(await logsOf(turnedPath(database)))])
    await rm(path, { force: true });
}

/** Writes a file that nobody has open anew with another key; null: to lie open. */
export function turnFile(path: string, protection: Protection | null): void {
  const raw = new Sqlite(path);
  try {
    const [key] = keysFor(path);
    if (key !== undefined) applyKey(raw, key);
    raw.pragma('journal_mode = DELETE');
    raw.pragma('synchronous = FULL');
    changeKey(raw, protection?.key ?? null);
  } finally {
    raw.close();
  }
}

/**
 * Writes an open shop beside itself with another key, null: to lie open, and checks it there. Nobody
 * writes meanwhile, and this process knows both keys. Fails with `STORAGE corrupt` where it does not
 * come out as it is.
 */
export async function writeTurned(
  raw: RawHandle,
  database: string,
  protection: Protection | null,
): Promise<void> {
  await dropTurned(database);
  const path = turnedPath(database);
  raw.prepare('VACUUM INTO ?').run(path);
  const before = await checkCopy(path);
  turnFile(path, protection);
  const after = await checkCopy(path);
  const isTurned = liesOpen(path) === (protection === null);
  if (!isTurned || JSON.stringify(after) !== JSON.stringify(before))
    throw new AppFailure({ code: 'STORAGE', reason: 'corrupt' });
  await syncPath(path);
}

/** Puts what `writeTurned` wrote in the shop's place, at once. Nobody has the shop open. */
export async function takeTurned(folder: string, database: string): Promise<void> {
  // A log that is left holds what the new file would lack.
  if ((await logsOf(database)).length > 0)
    throw new AppFailure({ code: 'STORAGE', reason: 'busy' });
  await rename(turnedPath(database), database);
  await syncPath(folder);
}

async function dropCopy(folder: string, fileName: string): Promise<void> {
  for (const name of [fileName, `${fileName}.json`]) await rm(join(folder, name), { force: true });
}

/** A protected twin gets a name of its own: whenever this is cut short, one of the two is whole. */
function twinOf(fileName: string): string {
  return fileName.replace(/\.db$/, '-protected.db');
}

async function protectCopy(folder: string, entry: BackupEntry, by: Protection): Promise<void> {
  const fileName = twinOf(entry.fileName);
  const path = join(folder, fileName);
  const partial = `${path}.partial`;
  try {
    await copyFile(join(folder, entry.fileName), partial);
    if ((await hashFile(partial)) !== entry.sha256)
      throw new AppFailure({ code: 'STORAGE', reason: 'corrupt' });
    turnFile(partial, by);
    const checked = await checkCopy(partial);
    await syncPath(partial);
    const [{ size: bytes }, sha256] = [await stat(partial), await hashFile(partial)];
    const made = { ...entry, ...checked, fileName, bytes, sha256, key: by.envelope };
    await rename(partial, path);
    await writeWhole(`${path}.json`, JSON.stringify(made, null, 2));
  } catch (error) {
    for (const left of [partial, `${partial}-journal`]) await rm(left, { force: true });
    throw error;
  }
}

/**
 * Gives every copy of a folder that lies open a protected twin, checked, and drops the open one. Answers
 * the names of those that stay open, since they are damaged or there was no room. Can be cut short and
 * gone on with.
 */
export async function protectCopies(
  folder: string,
  by: Protection,
  onDone: (done: number, total: number) => void,
): Promise<string[]> {
  const entries = await listBackups(folder);
  const open = entries.filter(({ fileName }) => liesOpen(join(folder, fileName)) === true);
  const whole = new Set(entries.map(({ fileName }) => fileName));
  const left: string[] = [];
  for (const [at, entry] of open.entries()) {
    try {
      if (!whole.has(twinOf(entry.fileName))) await protectCopy(folder, entry, by);
      await dropCopy(folder, entry.fileName);
    } catch {
      // It stays as it is, and is named.
      left.push(entry.fileName);
    }
    onDone(at + 1, open.length);
  }
  if (open.length > 0) await syncPath(folder);
  return left;
}

/**
 * Copies beside a shop carry what opens them: another password, another envelope of the same key. Cut short,
 * those that are left are done when the shop is opened by its password.
 */
export async function rewrapCopies(folder: string, by: Protection): Promise<void> {
  const wanted = JSON.stringify(by.envelope);
  for (const entry of await listBackups(folder))
    if (entry.key?.keyName === by.envelope.keyName && JSON.stringify(entry.key) !== wanted)
      await writeWhole(
        join(folder, `${entry.fileName}.json`),
        JSON.stringify({ ...entry, key: by.envelope }, null, 2),
      );
}

/** Names of copies in a folder that lie open. */
export async function openCopies(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.db') && liesOpen(join(folder, name)) === true);
}
