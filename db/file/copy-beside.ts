import { copyFile, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SqliteError } from 'better-sqlite3';
import { type BackupEntry, backupEntry } from '#shared/contract/backups.ts';
import { AppFailure, badCopy, type StorageReason } from '#shared/errors.ts';
import { migrations } from '../migrations/index.ts';
import { hashFile, syncPath } from './backup.ts';
import { applicationId, openConnection, type RawHandle } from './client.ts';
import { createAt, migrate, schemaVersion } from './migrate.ts';
import { keysFor, protectedFolders } from './protection.ts';
import { logEnds } from './set-aside.ts';
import { storageReasonOf, systemReasonOf } from './storage-error.ts';

/** A file that may take the place of the live one, and where a copy of it is made and checked. */
export interface CopyRequest {
  readonly from: string;
  /** What it was when it was made and checked; null: nobody says, and all of it is looked through. */
  readonly manifest: Pick<BackupEntry, 'sha256' | 'key'> | null;
  /** Beside the live file; what lies there already is dropped. */
  readonly to: string;
}

const sqliteHeader = Buffer.from('SQLite format 3\0');

/** The fault lies with this laptop's disk or memory, not with the copy. */
const ownReasons: ReadonlySet<StorageReason> = new Set(['full', 'readonly', 'busy', 'memory']);

/** Removes a copy that was being made, with what SQLite keeps beside one. */
export async function dropCopy(path: string): Promise<void> {
  for (const end of ['', ...logEnds]) await rm(`${path}${end}`, { force: true });
}

/** What was written down of a copy when it was made, where that lies beside it; null: nothing does. */
export async function manifestOf(path: string): Promise<BackupEntry | null> {
  const text = await readFile(`${path}.json`, 'utf8').catch(() => '');
  try {
    return backupEntry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Refuses at a glance what cannot be one of ours; the file is only read. */
async function requireDatabase(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw badCopy(systemReasonOf(error) === 'missing' ? 'missing' : 'unreadable', error);
  });
  try {
    const head = Buffer.alloc(sqliteHeader.length);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw badCopy('empty');
    // A protected one of ours begins like nothing else: what opens this shop may open it.
    if (!head.equals(sqliteHeader) && keysFor(path).length === 0) throw badCopy('foreign');
  } catch (error) {
    throw error instanceof AppFailure ? error : badCopy('unreadable', error);
  } finally {
    await handle.close();
  }
}

/** Only what opens the shop that is open, or was asked for, is known here. */
function requireKey({ manifest }: CopyRequest): void {
  const name = manifest?.key?.keyName;
  if (name === undefined) return;
  const isKnown = protectedFolders().some(
    ({ protection }) => protection?.envelope.keyName === name,
  );
  if (!isKnown) throw badCopy('protected');
}

/** What a hand copied along with a live file belongs to it, and holds its last changes. */
async function takeLogs({ from, to }: CopyRequest): Promise<void> {
  const log = `${from}-wal`;
  if ((await stat(log).catch(() => null)) !== null) await copyFile(log, `${to}-wal`);
}

function requireOurs(raw: RawHandle): void {
  if (raw.pragma('application_id', { simple: true }) !== applicationId) throw badCopy('foreign');
  const version = schemaVersion(raw);
  if (version > migrations.length) throw badCopy('newer');
  if (version < 1) throw badCopy('damaged');
}

function requireSound(raw: RawHandle): void {
  if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw badCopy('damaged');
  const broken = raw.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw badCopy('damaged');
}

function partsOf(raw: RawHandle): string[] {
  return raw.prepare('SELECT type || name FROM sqlite_schema').pluck().all() as string[];
}

/** Every table, index and trigger of this version: the locks of what was handed over are among them. */
async function requireParts(raw: RawHandle): Promise<void> {
  const model = openConnection(':memory:', { isNew: true });
  try {
    createAt(model.raw, migrations.length);
    const there = new Set(partsOf(raw));
    if (partsOf(model.raw).some((part) => !there.has(part))) throw badCopy('damaged');
  } finally {
    await model.close();
  }
}

const searchTables = ['customer_words', 'customer_parts'] as const;

/** The search index can be made again from what it was made of: a fault in it costs nothing. */
function mendSearch(raw: RawHandle): void {
  for (const table of searchTables) {
    const check = () =>
      raw.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
    try {
      check();
    } catch (error) {
      if (!(error instanceof SqliteError) || !error.code.startsWith('SQLITE_CORRUPT')) throw error;
      raw.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`);
      check();
    }
  }
}

/**
 * Brings a file that nobody has open to the newest schema, and takes it through every check; answers the
 * version it was of. `isProven`: it was checked before, as it was then.
 */
export async function checkThere(path: string, isProven: boolean): Promise<number> {
  const { raw, close } = openConnection(path);
  try {
    requireOurs(raw);
    const version = schemaVersion(raw);
    // Only a sound file is migrated: what a migration reads wrongly would be written down for good.
    if (!isProven && version < migrations.length) requireSound(raw);
    await migrate(raw, async () => undefined);
    await requireParts(raw);
    requireSound(raw);
    mendSearch(raw);
    return version;
  } finally {
    await close();
  }
}

/** A fault of the copy in the copy's words; one of this laptop's disk stays what it is. */
function faultOf(error: unknown, folder: string): unknown {
  if (error instanceof AppFailure) return error;
  const reason = storageReasonOf(error, folder);
  if (reason !== null && ownReasons.has(reason)) return error;
  return error instanceof SqliteError ? badCopy('damaged', error) : error;
}

/**
 * Copies a file beside the live one, and takes that copy to the newest schema and through every check:
 * bytes where they are known, structure, references, search. Nothing else is written. Answers the version
 * it was of. Fails with `BAD_COPY`, which says what is wrong with it, and leaves nothing behind.
 */
export async function copyBeside(request: CopyRequest): Promise<number> {
  const { from, manifest, to } = request;
  await dropCopy(to);
  try {
    requireKey(request);
    if (manifest === null) await requireDatabase(from);
    await copyFile(from, to).catch((error: unknown) => {
      throw systemReasonOf(error) === 'missing' ? badCopy('missing', error) : error;
    });
    if (manifest === null) await takeLogs(request);
    else if ((await hashFile(to)) !== manifest.sha256) throw badCopy('changed');
    const version = await checkThere(to, manifest !== null);
    await syncPath(to);
    return version;
  } catch (error) {
    const fault = faultOf(error, dirname(to));
    // Why it was refused is what is to be heard of.
    await dropCopy(to).catch(() => undefined);
    throw fault;
  }
}
