import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listCopies, syncPath } from '#db/file/backup.ts';
import { namesSetAside } from '#db/file/backup-sweep.ts';
import { inTurn } from '#db/file/backup-turns.ts';
import { asideFolder } from '#db/file/swap.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { ShopPaths } from '../../context.ts';
import { readSecond, secondTurn } from '../backups/second-folder.ts';

/** Copies that may hold a person: those made since it was written down. */
export async function copiesWith(folder: string, since: string): Promise<BackupEntry[]> {
  const copies = await listCopies(folder);
  return copies.map(({ entry }) => entry).filter(({ madeAt }) => madeAt >= since);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((): string[] => []);
}

/** What lies in `set-aside`, and what could not be read as a copy: the app deletes none of it. */
export async function countSetAside({ folder, backups }: ShopPaths): Promise<number> {
  const aside = await namesIn(asideFolder(folder));
  return aside.length + (await namesSetAside(backups)).length;
}

/** Whether an import has been begun. */
export async function hasDraft({ staging }: ShopPaths): Promise<boolean> {
  return (await namesIn(staging)).length > 0;
}

/** The copies that we put into the second folder and that may hold a person; null: there is none now. */
export async function secondWith(
  paths: ShopPaths,
  since: string,
): Promise<{ readonly folder: string; readonly entries: BackupEntry[] } | null> {
  const second = await readSecond(paths);
  if (second === null || (await readdir(second.folder).catch(() => null)) === null) return null;
  const ours = new Set(second.written);
  const found = await copiesWith(second.folder, since);
  return {
    folder: second.folder,
    entries: found.filter(({ fileName }) => ours.has(fileName)),
  };
}

interface Dropped {
  readonly removed: number;
  readonly left: number;
}

async function drop(folder: string, entries: readonly BackupEntry[]): Promise<Dropped> {
  let removed = 0;
  for (const { fileName } of entries) {
    const path = join(folder, fileName);
    try {
      await rm(path, { force: true });
      await rm(`${path}.json`, { force: true });
      removed += 1;
    } catch {
      // It is counted as left, and said.
    }
  }
  if (removed > 0) await syncPath(folder);
  return { removed, left: entries.length - removed };
}

/** Removes copies that hold a person, here and in the second folder, but for those without them. */
export async function dropCopiesWith(
  paths: ShopPaths,
  since: string,
  isWithout: (copy: BackupEntry) => boolean,
): Promise<Dropped> {
  const notBut = (copy: BackupEntry) => !isWithout(copy);
  const here = await inTurn(paths.backups, async () =>
    drop(paths.backups, (await copiesWith(paths.backups, since)).filter(notBut)),
  );
  const there = await inTurn(secondTurn(paths), async () => {
    const second = await secondWith(paths, since);
    return second === null
      ? { removed: 0, left: 0 }
      : drop(second.folder, second.entries.filter(notBut));
  });
  return { removed: here.removed + there.removed, left: here.left + there.left };
}
