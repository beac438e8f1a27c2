import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupEntry, backupCause } from '#shared/contract/backups.ts';
import { AppFailure } from '#shared/errors.ts';
import { checkCopy, hashFile } from './backup.ts';
import { openConnection } from './client.ts';
import { checkOwnership } from './migrate.ts';
import { keyOf, keysFor, liesOpen } from './protection.ts';
import { storageReasonOf } from './storage-error.ts';
import { writeWhole } from './whole-file.ts';

const leftover = /^langgan-.*\.db(\.json)?\.partial(-journal|-wal|-shm)?$/;
const ownName = /^langgan-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)-([a-z]+)(-\d+)?\.db$/;

/** Takes away what copies left that were never finished; only while nothing is being copied. */
export async function dropLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  // One that cannot be taken away is in nobody's way, but for its room.
  for (const name of names.filter((each) => leftover.test(each)))
    await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** What became of copies that have no manifest: by their names in the folder. */
export interface Swept {
  readonly adopted: string[];
  readonly setAside: string[];
}

/** Names of what could not be read as a copy and was set aside. */
export async function namesSetAside(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.db.damaged')).sort();
}

/** When and why a copy was made, as its name says; a name that does not: as its file says. */
async function originOf(
  path: string,
  name: string,
): Promise<Pick<BackupEntry, 'madeAt' | 'cause'>> {
  const [, hour, minute, second, rest, word] = ownName.exec(name) ?? [];
  const cause = backupCause.safeParse(word);
  if (hour !== undefined && cause.success)
    return { madeAt: `${hour}:${minute}:${second}.${rest}`, cause: cause.data };
  return { madeAt: (await stat(path)).mtime.toISOString(), cause: 'manual' };
}

/** Whether it is the file itself that is at fault; not the disk, the memory, or a version still to come. */
function isDamage(error: unknown): boolean {
  if (error instanceof AppFailure) {
    const { error: said } = error;
    return said.code === 'STORAGE' && said.reason === 'foreign';
  }
  const reason = storageReasonOf(error, null);
  return reason === null || reason === 'corrupt';
}

/** Checks a file like a copy that has just been made, and says what it is. Throws on the first fault. */
async function describeCopy(folder: string, fileName: string): Promise<BackupEntry> {
  const path = join(folder, fileName);
  const file = openConnection(path, { readonly: true });
  try {
    checkOwnership(file.raw);
  } finally {
    await file.close();
  }
  const checked = await checkCopy(path);
  const bytes = (await stat(path)).size;
  const sha256 = await hashFile(path);
  return {
    fileName,
    ...(await originOf(path, fileName)),
    bytes,
    sha256,
    appVersion: '',
    ...checked,
    ...keyOf(path),
  };
}

async function isBare(folder: string, name: string): Promise<boolean> {
  const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => '');
  try {
    const said: unknown = JSON.parse(text);
    return typeof said !== 'object' || said === null;
  } catch {
    return true;
  }
}

/**
 * Looks at copies that have no manifest, which the end of the app left at the wrong moment: a whole one
 * is given its manifest, one of ours that is not is set aside under a name that says so. A file of
 * somebody else's, or of a newer version, is left alone. Nothing is deleted.
 */
export async function adoptBareCopies(folder: string): Promise<Swept> {
  const names = await readdir(folder).catch((): string[] => []);
  const [adopted, setAside]: [string[], string[]] = [[], []];
  for (const name of names.filter((each) => each.endsWith('.db')).sort()) {
    const path = join(folder, name);
    // Protected by another password: nobody can say here what it is.
    const isSealed = liesOpen(path) === false && keysFor(path).length === 0;
    if (isSealed || !(await isBare(folder, name))) continue;
    try {
      const entry = await describeCopy(folder, name);
      await writeWhole(`${path}.json`, JSON.stringify(entry, null, 2));
      adopted.push(name);
    } catch (error) {
      if (!ownName.test(name) || !isDamage(error)) continue;
      await rename(path, `${path}.damaged`);
      setAside.push(`${name}.damaged`);
    }
  }
  return { adopted, setAside };
}
