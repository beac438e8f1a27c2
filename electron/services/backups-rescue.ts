import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newestGoodCopy } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { copyBeside } from '#db/file/copy-beside.ts';
import { besidePath, swapIn } from '#db/file/swap.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { Clock, ShopPaths } from '../context.ts';

type Newest = NonNullable<Output<'backups.rescue'>>['newest'];

/** The copy that a lost or damaged database can be replaced by; null: there is none that is whole. */
export async function newestCopy(backups: string): Promise<Newest> {
  const entry = await newestGoodCopy(backups);
  if (entry === null) return null;
  const copy = openConnection(join(backups, entry.fileName), { readonly: true });
  try {
    const { settings } = await readSettings(copy.db);
    const { fileName, madeAt, customers, sales } = entry;
    return { fileName, madeAt, customers, sales, timeZone: settings.timeZone };
  } finally {
    await copy.close();
  }
}

/**
 * Puts a copy where the database was; the old one, or what is left of it, is set aside. The caller holds
 * the data alone. Returns where the old one lies now; null: nothing was left.
 */
export async function putCopy(
  paths: ShopPaths,
  fileName: string,
  clock: Clock,
): Promise<string | null> {
  const { backups, database } = paths;
  const entry = await newestGoodCopy(backups);
  if (entry?.fileName !== fileName) throw notFound('backup');
  const from = join(backups, fileName);
  await copyBeside({ from, manifest: entry, to: besidePath(database) });
  return swapIn(paths, { at: clock.instant(), source: fileName, wasWhole: false, why: 'restore' });
}

/** Refuses a folder that is neither empty nor a shop's: nothing is to be made among other things. */
export async function requireShopOrEmpty({ folder, database }: ShopPaths): Promise<void> {
  const names = await readdir(folder);
  const isShop = names.some((name) => join(folder, name) === database || name === 'backups');
  if (names.length > 0 && !isShop)
    throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-shop' });
}
