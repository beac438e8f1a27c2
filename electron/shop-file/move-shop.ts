import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, syncPath } from '#db/file/backup.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { AppFailure } from '#shared/errors.ts';
import type { Platform, ShopFacts } from '../context.ts';
import { secondNames } from '../services/backups/second-folder.ts';
import { outsideFailure } from '../services/exports/files/outside-failure.ts';
import { exists, isLeftBehind, openShop, type Shop } from '../shop.ts';
import { carryKey, dropKey } from './shop-password.ts';

async function copyBackups(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from))
    if (!name.endsWith('.partial')) await copyFile(join(from, name), join(to, name));
}

/**
 * Puts a shop's checked copy, and all its copies, into another folder. The database gets its name
 * last, when its bytes are those that were checked; after a failure there is none there. Fails with
 * CONFLICT where a shop lies already, or what is left of one, with `BAD_FILE`, `no-room` or `unwritable`, where the folder
 * does not take it.
 */
export async function copyShop(
  from: ShopFacts,
  to: ShopFacts,
  makeCopy: () => Promise<BackupEntry>,
): Promise<void> {
  const { database, backups } = to.paths;
  if ((await exists(database)) || (await isLeftBehind(database, backups)))
    throw new AppFailure({ code: 'CONFLICT', reason: 'folder-in-use' });
  const copy = await makeCopy();
  const unfinished = `${to.paths.database}.new`;
  try {
    await mkdir(to.paths.folder, { recursive: true });
    await carryKey(from.paths.folder, to.paths.folder);
    await copyBackups(from.paths.backups, to.paths.backups);
    for (const name of secondNames) {
      const path = join(from.paths.folder, name);
      if (await exists(path)) await copyFile(path, join(to.paths.folder, name));
    }
    await copyFile(join(from.paths.backups, copy.fileName), unfinished);
    if ((await hashFile(unfinished)) !== copy.sha256)
      throw new AppFailure({ code: 'STORAGE', reason: 'corrupt' });
    await syncPath(unfinished);
    await rename(unfinished, to.paths.database);
    await syncPath(to.paths.folder);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    await dropKey(to.paths.folder).catch(() => undefined);
    throw outsideFailure(error);
  }
}

/** Copies a shop into another folder, opens it there, and has the next start look there. Nobody writes meanwhile. */
export async function moveShop(
  { facts: from }: Shop,
  to: ShopFacts,
  platform: Platform,
  makeCopy: () => Promise<BackupEntry>,
): Promise<Shop> {
  const { folder, database } = to.paths;
  await copyShop(from, to, makeCopy);
  try {
    const next = await openShop(to, platform.clock);
    await platform.rememberDataFolder(folder).catch(async (error: unknown) => {
      await next.close();
      throw error;
    });
    return next;
  } catch (error) {
    // The copy that was just made there: its log must not be left for another to find.
    for (const end of ['', '-wal', '-shm']) await rm(`${database}${end}`, { force: true });
    await dropKey(folder);
    throw error;
  }
}
