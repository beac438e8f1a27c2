import { rm } from 'node:fs/promises';

/** Takes away a folder or a database that is not whole, with what SQLite keeps beside it. */
export async function dropUnfinished(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '-journal'])
    await rm(`${path}${end}`, { recursive: true, force: true });
}
