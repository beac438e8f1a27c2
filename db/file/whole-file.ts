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
 * Writes a small file so that it is whole or not there: temporary file, sync, rename. Each file has one
 * writer at a time: where main and a task both have something to keep, each has a file of its own.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.partial`;
  try {
    await writeFile(temporary, text);
    await syncPath(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
