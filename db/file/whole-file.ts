import { open, rename, rm, writeFile } from 'node:fs/promises';

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

/**
 * Writes a small file so that it is whole or not there: temporary file, sync, rename. Of a file that main
 * and a task may both write at once, each says `by` what its temporary one is told from the other's.
 */
export async function writeWhole(path: string, text: string, by?: string): Promise<void> {
  const temporary = by === undefined ? `${path}.partial` : `${path}.${by}.partial`;
  try {
    await writeFile(temporary, text);
    await syncPath(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
