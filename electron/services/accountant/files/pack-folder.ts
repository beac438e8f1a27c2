import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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

/** SHA-256 of a file in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
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
async function listFiles(folder: string): Promise<PackFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: PackFile[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    files.push({ name, sha256: await hashFile(path), bytes: (await stat(path)).size });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Makes a folder under a name of its own and fills it: it stands there whole, or, on a failure or a stop,
 * nothing does. `id` tells the unfinished folder from others.
 */
export async function makeFolder(
  where: { readonly folder: string; readonly base: string; readonly id: string },
  fill: (folder: string) => Promise<void>,
): Promise<{ readonly path: string; readonly files: readonly PackFile[] }> {
  const unfinished = join(where.folder, `.${where.base}-${where.id}.partial`);
  try {
    await mkdir(unfinished);
    await fill(unfinished);
    const files = await listFiles(unfinished);
    const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
    await writeFile(join(unfinished, sumsFile), sums);
    const path = await freePlace(where.folder, where.base);
    await rename(unfinished, path);
    return { path, files };
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
