import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { backupEntry } from '#shared/contract/backups.ts';
import { migrations } from '../migrations/index.ts';
import { whoWasErased } from '../queries/privacy/erasures.ts';
import {
  type CopyState,
  copyState,
  noteInLedger,
  readLedger,
  type Verdict,
} from './backup-ledger.ts';
import { backupsToDrop, formerCopies } from './backup-rotation.ts';
import { inTurn } from './backup-turns.ts';
import { openConnection } from './client.ts';
import { schemaVersion } from './migrate.ts';
import { keyOf } from './protection.ts';
import { syncPath, writeWhole } from './whole-file.ts';

export { syncPath } from './whole-file.ts';

export interface BackupRequest {
  readonly folder: string;
  readonly cause: BackupEntry['cause'];
  /** ISO instant, becomes part of the file's name. */
  readonly at: string;
  readonly appVersion: string;
  /** The shop's: of each day the last copy is kept longer. */
  readonly timeZone: string;
}

/** SHA-256 of a file, hex, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

type Checked = Pick<BackupEntry, 'customers' | 'sales' | 'schemaVersion' | 'erased'>;

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
      ...whoWasErased(copy.raw),
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
export function makeBackup(raw: Database, request: BackupRequest): Promise<BackupEntry> {
  return inTurn(request.folder, () => makeInTurn(raw, request));
}

async function makeInTurn(raw: Database, request: BackupRequest): Promise<BackupEntry> {
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
  await rotateBackups(request);
  return entry;
}

/** The manifests of a folder, newest copy first. One that cannot be read, or is not its file's own, is none. */
export async function readManifests(folder: string): Promise<BackupEntry[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const entries: BackupEntry[] = [];
  for (const name of names.filter((each) => each.endsWith('.db.json'))) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => 'null');
    const { data } = backupEntry.safeParse(parseJson(text));
    if (data !== undefined && `${data.fileName}.json` === name) entries.push(data);
  }
  return entries.sort(newestFirst);
}

/** Two of one instant by their names, of which the second has a number more. */
function newestFirst(a: BackupEntry, b: BackupEntry): number {
  if (a.madeAt !== b.madeAt) return a.madeAt < b.madeAt ? 1 : -1;
  return b.fileName.localeCompare(a.fileName, 'en', { numeric: true });
}

/** A copy that lies in a folder, and how it stands to what was checked. */
export interface ListedCopy {
  readonly entry: BackupEntry;
  readonly state: Exclude<CopyState, 'gone'>;
  /** When its bytes were last compared; null: not since it was made. */
  readonly comparedAt: string | null;
}

/** Every copy of a folder that has a manifest, newest first, the damaged among them. */
export async function listCopies(folder: string): Promise<ListedCopy[]> {
  const known = await readLedger(folder);
  const listed: ListedCopy[] = [];
  for (const entry of await readManifests(folder)) {
    const state = await copyState(folder, entry, known);
    const comparedAt = state === 'unread' ? null : (known.copies[entry.fileName]?.at ?? null);
    if (state !== 'gone') listed.push({ entry, state, comparedAt });
  }
  return listed;
}

/**
 * The checked copies of a folder, newest first. A file without a readable manifest, not of the size it
 * was checked at, or found to be damaged, is not listed. (The hash is compared before a copy is restored.)
 */
export async function listBackups(folder: string): Promise<BackupEntry[]> {
  const listed = await listCopies(folder);
  return listed.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry]));
}

/** Whether any copy lies in a folder, listed or not. */
export async function holdsCopies(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.some((name) => /\.db(\.json|\.damaged)?$/.test(name));
}

/** Reads a copy again and compares it with what was checked. A file that is gone is damaged. */
async function compareCopy(folder: string, entry: BackupEntry, at: string): Promise<Verdict> {
  const path = join(folder, entry.fileName);
  const found = await stat(path).catch(() => null);
  const isWhole =
    found?.size === entry.bytes && (await hashFile(path).catch(() => null)) === entry.sha256;
  return { isWhole, at, bytes: found?.size ?? 0, mtimeMs: found?.mtimeMs ?? 0 };
}

/** Compares copies with what was checked, one after the other, and notes what was found. Answers the damaged ones. */
export async function compareCopies(
  folder: string,
  entries: readonly BackupEntry[],
  at: string,
  onRead: (count: number) => Promise<void> = async () => undefined,
): Promise<ReadonlySet<string>> {
  const copies: Record<string, Verdict> = {};
  for (const [index, entry] of entries.entries()) {
    copies[entry.fileName] = await compareCopy(folder, entry, at);
    await onRead(index + 1);
  }
  if (entries.length > 0) await noteInLedger(folder, { copies });
  return new Set(Object.keys(copies).filter((name) => copies[name]?.isWhole === false));
}

async function areAllWhole(folder: string, entries: readonly BackupEntry[]): Promise<boolean> {
  for (const entry of entries) if (!(await compareCopy(folder, entry, '')).isWhole) return false;
  return true;
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

/** So many of the newest have been read, and are what was checked, before any copy goes. */
const wholeKept = 3;
const dayMs = 86_400_000;
/** For so long what was found in a copy of a former book is believed, as long as its file is not touched. */
const believedDays = 7;

/**
 * What stays of these copies for certain is read: the newest three, and those of books that were followed
 * by a much smaller one. What turns out to be damaged stands in for nothing, so others are looked at in
 * its place. Answers the copies without the damaged.
 */
async function withoutDamaged(
  folder: string,
  listed: readonly ListedCopy[],
  at: string,
): Promise<BackupEntry[]> {
  const since = new Date(Date.parse(at) - believedDays * dayMs).toISOString();
  const believed = new Set(
    listed.filter(({ comparedAt }) => (comparedAt ?? '') >= since).map(({ entry }) => entry),
  );
  const read = new Set<BackupEntry>();
  let whole = listed.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry]));
  for (;;) {
    const former = formerCopies(whole, at).filter((entry) => !believed.has(entry));
    const next = [...new Set([...whole.slice(0, wholeKept), ...former])].filter(
      (entry) => !read.has(entry),
    );
    if (next.length === 0) return whole;
    for (const entry of next) read.add(entry);
    // At every copy the newest are read: what need not be remembered is not written down.
    if (next.length === wholeKept && (await areAllWhole(folder, next))) continue;
    const damaged = await compareCopies(folder, next, at);
    whole = whole.filter(({ fileName }) => !damaged.has(fileName));
  }
}

/**
 * Lets old copies go, of those that `isOurs`. None goes before the newest three that are whole have been
 * read again; a damaged one counts for nothing, and goes a month after it was found to be.
 */
export async function rotateBackups(
  { folder, at, timeZone }: Pick<BackupRequest, 'folder' | 'at' | 'timeZone'>,
  isOurs: (entry: BackupEntry) => boolean = () => true,
): Promise<void> {
  const listed = (await listCopies(folder)).filter(({ entry }) => isOurs(entry));
  const entries = listed.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry]));
  const stale = listed.filter(isLongDamaged(at)).map(({ entry }) => entry);
  if (backupsToDrop(entries, at, timeZone).length + stale.length === 0) return;
  const whole = await withoutDamaged(folder, listed, at);
  if (whole.length < wholeKept) return;
  for (const old of [...stale, ...backupsToDrop(whole, at, timeZone)]) {
    await rm(join(folder, old.fileName), { force: true });
    await rm(join(folder, `${old.fileName}.json`), { force: true });
  }
}

const damagedDaysKept = 30;

function isLongDamaged(at: string): (copy: ListedCopy) => boolean {
  const oldest = Date.parse(at) - damagedDaysKept * dayMs;
  return ({ state, comparedAt }) =>
    state === 'damaged' && comparedAt !== null && Date.parse(comparedAt) < oldest;
}
