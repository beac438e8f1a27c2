import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { backupEntry } from '#shared/contract/backups.ts';
import { migrations } from '../migrations/index.ts';
import { backupsToDrop } from './backup-rotation.ts';
import { openConnection } from './client.ts';
import { schemaVersion } from './migrate.ts';
import { liesOpen, protectionOf } from './protection.ts';

export interface BackupRequest {
  readonly folder: string;
  readonly cause: BackupEntry['cause'];
  /** ISO instant, becomes part of the file's name. */
  readonly at: string;
  readonly appVersion: string;
  /** The shop's: of each day the last copy is kept longer. */
  readonly timeZone: string;
}

/** Flushes a file or a folder's entry list to the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Windows cannot flush a folder; its own journal covers the rename.
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file, hex, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

interface Checked {
  customers: number;
  sales: number;
  schemaVersion: number;
}

/** Opens a copy read-only and checks structure, references and search index. Throws on the first fault. */
export async function checkCopy(path: string): Promise<Checked> {
  const copy = openConnection(path, { readonly: true });
  try {
    const integrity = copy.raw.pragma('integrity_check(1)', { simple: true });
    if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
    const broken = copy.raw.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) throw new Error('broken references');
    const version = schemaVersion(copy.raw);
    const hasTables = version > 0;
    return {
      schemaVersion: version,
      customers: hasTables ? countOf(copy.raw, 'customers') : 0,
      sales: hasTables ? countOf(copy.raw, 'sales') : 0,
    };
  } finally {
    await copy.close();
  }
}

function countOf(raw: Database, table: 'customers' | 'sales'): number {
  return Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

/** A name of its own even where two copies are made at one instant: a copy never replaces another. */
async function freeName({ folder, at, cause }: BackupRequest): Promise<string> {
  const taken = new Set(await readdir(folder));
  const stem = `langgan-${at.replaceAll(/[:.]/g, '-')}-${cause}`;
  let name = `${stem}.db`;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}-${count}.db`;
  return name;
}

/** What an unfinished copy leaves, and what SQLite keeps beside it: on a full disk that is room. */
async function dropUnfinished(path: string): Promise<void> {
  const left = [`${path}.partial`, `${path}.partial-journal`, `${path}.json.partial`, path];
  // Why the copy failed is what is to be heard of.
  for (const one of left) await rm(one, { force: true }).catch(() => undefined);
}

/** A copy opens by the password its shop has now, wherever it is taken. */
function keyOf(path: string): Pick<BackupEntry, 'key'> {
  const protection = protectionOf(path);
  return protection === null || liesOpen(path) === true ? {} : { key: protection.envelope };
}

async function writeCopy(
  raw: Database,
  path: string,
  request: BackupRequest,
): Promise<BackupEntry> {
  const partial = `${path}.partial`;
  raw.prepare('VACUUM INTO ?').run(partial);
  const checked = await checkCopy(partial);
  const entry: BackupEntry = {
    fileName: basename(path),
    madeAt: request.at,
    cause: request.cause,
    bytes: (await stat(partial)).size,
    sha256: await hashFile(partial),
    appVersion: request.appVersion,
    ...checked,
    ...keyOf(partial),
  };
  await syncPath(partial);
  await rename(partial, path);
  await writeWhole(`${path}.json`, JSON.stringify(entry, null, 2));
  return entry;
}

/**
 * Copies the live database with `VACUUM INTO`, checks the copy, hashes and syncs it, and only then
 * gives it its name and manifest and lets older ones go. A failure leaves the older ones untouched, and
 * nothing of its own.
 */
export async function makeBackup(raw: Database, request: BackupRequest): Promise<BackupEntry> {
  await mkdir(request.folder, { recursive: true });
  const path = join(request.folder, await freeName(request));
  await rm(`${path}.partial`, { force: true });
  let entry: BackupEntry;
  try {
    entry = await writeCopy(raw, path, request);
  } catch (error) {
    await dropUnfinished(path);
    throw error;
  }
  await syncPath(request.folder);
  await rotate(request);
  return entry;
}

/** Writes a small file so that it is whole or not there: temporary file, sync, rename. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.partial`;
  await writeFile(temporary, text);
  await syncPath(temporary);
  await rename(temporary, path);
}

async function isWhole(folder: string, entry: BackupEntry): Promise<boolean> {
  const found = await stat(join(folder, entry.fileName)).catch(() => null);
  return found?.size === entry.bytes;
}

/**
 * The checked copies of a folder, newest first. A file without a readable manifest, or not of the
 * size it was checked at, is not listed. (The hash is compared before a copy is restored.)
 */
export async function listBackups(folder: string): Promise<BackupEntry[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const entries: BackupEntry[] = [];
  for (const name of names.filter((each) => each.endsWith('.db.json'))) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => 'null');
    const parsed = backupEntry.safeParse(parseJson(text));
    if (parsed.success && (await isWhole(folder, parsed.data))) entries.push(parsed.data);
  }
  return entries.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** Whether any copy lies in a folder, listed or not. */
export async function holdsCopies(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.some((name) => /\.db(\.json)?$/.test(name));
}

/** The newest copy that is byte for byte what was checked, and that this version can read; null: none. */
export async function newestGoodCopy(folder: string): Promise<BackupEntry | null> {
  for (const entry of await listBackups(folder)) {
    const path = join(folder, entry.fileName);
    const isReadable = entry.schemaVersion <= migrations.length;
    if (isReadable && (await hashFile(path).catch(() => null)) === entry.sha256) return entry;
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function rotate({ folder, at, timeZone }: BackupRequest): Promise<void> {
  for (const old of backupsToDrop(await listBackups(folder), at, timeZone)) {
    await rm(join(folder, old.fileName), { force: true });
    await rm(join(folder, `${old.fileName}.json`), { force: true });
  }
}
