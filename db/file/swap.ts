import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { badCopy } from '#shared/errors.ts';
import { hashFile, syncPath } from './backup.ts';
import { dropCopy } from './copy-beside.ts';
import { logEnds, setAside } from './set-aside.ts';
import { writeWhole } from './whole-file.ts';

/** Where a shop's database lies. */
interface Place {
  readonly folder: string;
  readonly database: string;
}

/** A copy was restored, or that was undone; or what could be read of a damaged file took its place. */
const swapWhy = z.enum(['restore', 'undo', 'salvage']);
export type SwapWhy = z.infer<typeof swapWhy>;

const swapRecord = z.strictObject({
  /** The folder in `set-aside` that the former file lies in. */
  aside: z.string().regex(/^[\w-]+$/),
  /** Of the file that takes its place, before the app first wrote to it. */
  sha256: z.string(),
  /** ISO instant. */
  at: z.string(),
  /** What was restored: the name of a file. */
  source: z.string(),
  /** Whether the former file could be read: it can be gone back to. */
  wasWhole: z.boolean(),
  /** Why it was; records of before this was noted have none. */
  why: swapWhy.optional(),
});
export type SwapRecord = z.infer<typeof swapRecord>;

/** Why and what for a file takes the live one's place. */
export type SwapRequest = Pick<SwapRecord, 'at' | 'source' | 'wasWhole' | 'why'>;

/** Where the file that is to take the live one's place waits: copied, migrated and checked. */
export function besidePath(database: string): string {
  return `${database}.restored`;
}

/** Where files lie that another has taken the place of. */
export function asideFolder(folder: string): string {
  return join(folder, 'set-aside');
}

/** Names that a swap gives: none leads anywhere else. */
export function isAsideName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

const noteName = 'langgan-set-aside.json';

function journalPath(folder: string): string {
  return join(folder, 'langgan-swap.json');
}

function recordPath(folder: string): string {
  return join(folder, 'langgan-restored.json');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Null where there is none, or none that can be read: it is written whole, and only a disk spoils it. */
async function readRecord(path: string): Promise<SwapRecord | null> {
  if (!(await isThere(path))) return null;
  try {
    return swapRecord.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** A name for the former file's folder that says when, and that nothing has yet. */
async function freeAside(folder: string, at: string): Promise<string> {
  const stem = at.replaceAll(/[:.]/g, '-');
  let name = stem;
  for (let count = 2; await isThere(join(asideFolder(folder), name)); count += 1)
    name = `${stem}-${count}`;
  return name;
}

/** The former file with its logs first, then the new one: what is done already is passed over. */
async function goOn({ folder, database }: Place, { aside }: SwapRecord): Promise<void> {
  await setAside(database, join(asideFolder(folder), aside));
  await syncPath(folder);
  await rename(besidePath(database), database);
}

/** Puts the former file back where it has been moved, and the new one away. */
async function goBack({ folder, database }: Place, { aside }: SwapRecord): Promise<void> {
  for (const end of ['', ...logEnds]) {
    const moved = join(asideFolder(folder), aside, `${basename(database)}${end}`);
    if (await isThere(moved)) await rename(moved, `${database}${end}`);
  }
  await dropCopy(besidePath(database));
  await syncPath(folder);
  await rm(journalPath(folder), { force: true });
}

/** Beside the former file, what took its place; a disk that takes nothing costs the note alone. */
async function noteAside(folder: string, record: SwapRecord): Promise<void> {
  const aside = join(asideFolder(folder), record.aside);
  if (!(await isThere(aside))) return;
  await writeWhole(join(aside, noteName), JSON.stringify(record, null, 2)).catch(() => undefined);
}

/** What was done is written down: by it the former file is found again. */
async function noteDone(folder: string, record: SwapRecord): Promise<void> {
  await noteAside(folder, record);
  await syncPath(folder);
  await rename(journalPath(folder), recordPath(folder));
  await syncPath(folder);
}

/**
 * Puts the file that `copyBeside` made where the live one is, and that one, with its logs, into a folder
 * of `set-aside` whose name says when; answers that folder, null where nothing was. What is to be done is written down first:
 * cut short anywhere, `settleSwap` finishes or undoes it. The caller holds the data alone. After a
 * failure the former file is where it was.
 */
export async function swapIn(place: Place, request: SwapRequest): Promise<string | null> {
  const { folder, database } = place;
  const aside = await freeAside(folder, request.at);
  const sha256 = await hashFile(besidePath(database));
  const record: SwapRecord = { aside, sha256, ...request };
  try {
    await writeWhole(journalPath(folder), JSON.stringify(record, null, 2));
    await syncPath(folder);
    await goOn(place, record);
  } catch (error) {
    await goBack(place, record);
    throw error;
  }
  // It has happened; where the disk does not take the note, the next start writes it.
  await noteDone(folder, record).catch(() => undefined);
  const moved = join(asideFolder(folder), aside);
  return (await isThere(moved)) ? moved : null;
}

/**
 * Ends what a swap left that was cut short: the new file is put in its place where it is whole, else the
 * former one is put back. The caller holds the data alone, and has not opened it yet.
 */
export async function settleSwap(place: Place): Promise<void> {
  const { folder, database } = place;
  const record = await readRecord(journalPath(folder));
  await rm(`${journalPath(folder)}.partial`, { force: true });
  const beside = besidePath(database);
  if (record === null) {
    // A record that cannot be read leaves what there is to whoever looks.
    if (!(await isThere(journalPath(folder)))) await dropCopy(beside);
    return;
  }
  if (await isThere(beside)) {
    if ((await hashFile(beside)) !== record.sha256) return goBack(place, record);
    await goOn(place, record);
  } else if (!(await isThere(database))) {
    return goBack(place, record);
  }
  await noteDone(folder, record);
}

/** The last swap, where the file that was there before still lies in `set-aside`; null: none does. */
export async function lastSwap({
  folder,
  database,
}: Place): Promise<(SwapRecord & { readonly path: string }) | null> {
  const record = await readRecord(recordPath(folder));
  if (record === null) return null;
  const path = join(asideFolder(folder), record.aside, basename(database));
  return (await isThere(path)) ? { ...record, path } : null;
}

/** What lies in `set-aside`: a former file with its logs, when it was moved there, and why. */
export interface AsideEntry {
  readonly name: string;
  /** ISO instant; null: its name does not say. */
  readonly at: string | null;
  readonly why: SwapWhy | null;
  /** What took its place; null: nothing was noted. */
  readonly source: string | null;
  readonly bytes: number;
}

const asideName = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)(-\d+)?$/;

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder);
  const sizes = await Promise.all(
    names.map((name) => stat(join(folder, name)).then(({ size }) => size)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Everything that was set aside, newest first. */
export async function listAside(folder: string): Promise<AsideEntry[]> {
  const inside = await readdir(asideFolder(folder), { withFileTypes: true }).catch(() => []);
  const names = inside.filter((one) => one.isDirectory() && isAsideName(one.name));
  const last = await readRecord(recordPath(folder)).catch(() => null);
  const entries = names.map(async ({ name }): Promise<AsideEntry> => {
    const path = join(asideFolder(folder), name);
    const noted = await readRecord(join(path, noteName)).catch(() => null);
    const record = noted ?? (last?.aside === name ? last : null);
    const [, hour, minute, second, rest] = asideName.exec(name) ?? [];
    const said = hour === undefined ? null : `${hour}:${minute}:${second}.${rest}`;
    const { at = said, why = null, source = null } = record ?? {};
    return { name, at, why, source, bytes: await bytesIn(path).catch(() => 0) };
  });
  const all = await Promise.all(entries);
  return all.sort((one, other) => other.name.localeCompare(one.name, 'en', { numeric: true }));
}

/** Removes one of what was set aside, for good. False: there is none of that name. */
export async function removeAside(folder: string, name: string): Promise<boolean> {
  const path = join(asideFolder(folder), name);
  if (!isAsideName(name) || !(await isThere(path))) return false;
  await rm(path, { recursive: true });
  await syncPath(asideFolder(folder));
  return true;
}

/** Fails with `BAD_COPY` where the file that is to be taken is the live one itself. */
export async function requireOther(database: string, path: string): Promise<void> {
  const [live, other] = await Promise.all(
    [database, path].map((one) => stat(one, { bigint: true }).catch(() => null)),
  );
  if (live != null && other != null && live.dev === other.dev && live.ino === other.ino)
    throw badCopy('live');
}
