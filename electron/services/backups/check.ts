import { compareCopies, listCopies } from '#db/file/backup.ts';
import { noteInLedger } from '#db/file/backup-ledger.ts';
import { adoptBareCopies } from '#db/file/backup-sweep.ts';
import { inTurn } from '#db/file/backup-turns.ts';
import { isPagesWhole } from '#db/file/live-check.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { breathe } from '../imports/draft-store.ts';

/** Besides the newest, so many of those that have not been read for longest are read in one go. */
const mostStale = 2;

/** The newest copy, and those that have waited longest to be read again. */
async function someOf(folder: string): Promise<BackupEntry[]> {
  const [newest, ...older] = await listCopies(folder);
  if (newest === undefined) return [];
  const waiting = older
    .filter(({ state }) => state !== 'damaged')
    .sort((a, b) => (a.comparedAt ?? '').localeCompare(b.comparedAt ?? ''));
  return [newest, ...waiting.slice(0, mostStale)].map(({ entry }) => entry);
}

/** Nobody's copies are made of the sample shop, and its owner's are not its. */
export function requireOwn(isSample: boolean): void {
  if (isSample) throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
}

/** Reads the shop's file and copies again; what is found is noted, and said until it is no longer so. */
export async function checkBackups(
  ctx: TaskContext,
  input: Parsed<'backups.check'>,
): Promise<Output<'backups.check'>> {
  requireOwn(ctx.shop.isSample);
  const { backups: folder } = ctx.shop.paths;
  const at = ctx.clock.instant();
  ctx.progress('checking', 0, 0);
  const isShopWhole = isPagesWhole(() => ctx.open().raw);
  await noteInLedger(folder, { live: { at, isWhole: isShopWhole } });
  const swept = await inTurn(folder, () => adoptBareCopies(folder));
  const entries =
    input.copies === 'some'
      ? await someOf(folder)
      : (await listCopies(folder)).map(({ entry }) => entry);
  const damaged = await compareCopies(folder, entries, at, async (read) => {
    ctx.progress('checking', read, entries.length);
    await breathe(ctx.signal);
  });
  return { isShopWhole, read: entries.length, damaged: [...damaged], ...swept };
}
