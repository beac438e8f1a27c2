import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { syncPath } from './backup.ts';

/** What SQLite keeps beside a database: a log that is not in it yet, and what belongs to that. */
export const logEnds = ['-wal', '-shm', '-journal'] as const;

async function present(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return paths.filter((_, index) => found[index] !== null);
}

/** The logs that lie beside a database, be it there or not. */
export function logsOf(database: string): Promise<string[]> {
  return present(logEnds.map((end) => `${database}${end}`));
}

/**
 * Moves what there is of a database, with its logs, into a folder of its own: a log is of use to
 * nothing but the file it was written for, and may be to whoever helps. Null: there was nothing.
 */
export async function setAside(database: string, folder: string): Promise<string | null> {
  const files = [...(await present([database])), ...(await logsOf(database))];
  if (files.length === 0) return null;
  await mkdir(folder, { recursive: true });
  for (const file of files) await rename(file, join(folder, basename(file)));
  await syncPath(folder);
  return folder;
}
