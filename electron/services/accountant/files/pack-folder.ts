import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stopIfAborted } from '../../exports/files/atomic-file.ts';
import { outsideFailure } from '../../exports/files/outside-failure.ts';

/** Lists every file of a pack with its hash, as `sha256sum -c` reads it. */
export const sumsFile = 'SHA256SUMS';

/** A file of a pack, by its place in it with `/` between folders. */
export interface PackFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A shop's name as part of a file's: letters and digits that every system takes. */
export function fileWord(name: string, otherwise: string): string {
  const word = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return word === '' ? otherwise : word;
}

/** SHA-256 of a file in hexadecimal. Fails with `CANCELLED` once the signal says so. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) {
    stopIfAborted(signal);
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A place that is not taken: what is there is never replaced. */
async function freePlace(folder: string, base: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const place = join(folder, number === 1 ? base : `${base}-${number}`);
    if (!(await exists(place))) return place;
  }
}

/** Every file of a folder with its hash, by name, whatever order the system lists them in. */
async function listFiles(folder: string, signal?: AbortSignal): Promise<PackFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: PackFile[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    files.push({ name, sha256: await hashFile(path, signal), bytes: (await stat(path)).size });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a folder goes; `unfinished` is what it is called until it is whole. */
interface FolderPlace {
  readonly folder: string;
  readonly base: string;
  readonly unfinished: string;
}

/**
 * Makes a folder under a name of its own and fills it: it stands there whole, or, on a failure or a stop,
 * nothing does. What `fill` answers comes with it.
 */
export async function makeFolder<T>(
  where: FolderPlace,
  fill: (folder: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<{ readonly path: string; readonly files: readonly PackFile[]; readonly filled: T }> {
  const { unfinished } = where;
  try {
    await mkdir(unfinished);
    const filled = await fill(unfinished);
    const files = await listFiles(unfinished, signal);
    const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
    await writeFile(join(unfinished, sumsFile), sums);
    const path = await freePlace(where.folder, where.base);
    await rename(unfinished, path);
    return { path, files, filled };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw outsideFailure(error);
  }
}

/** Whether a folder is a pack: only such a one is shown to the system. */
export async function isPackFolder(path: string): Promise<boolean> {
  // On macOS a folder with an ending may be a program, which showing it would start.
  return !basename(path).includes('.') && (await exists(join(path, sumsFile)));
}
