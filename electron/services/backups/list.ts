import { compareCopies, listCopies } from '#db/file/backup.ts';
import { namesSetAside } from '#db/file/backup-sweep.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TaskContext } from '../../context.ts';
import { ownersPaths } from '../sample/paths.ts';

/** The owner's copies as they are now: what was not read since it was last touched is read first. */
export async function listOwnCopies(ctx: TaskContext): Promise<Output<'backups.list'>> {
  const { backups: folder } = ownersPaths(ctx.shop);
  const unread = (await listCopies(folder)).filter(({ state }) => state === 'unread');
  await compareCopies(
    folder,
    unread.map(({ entry }) => entry),
    ctx.clock.instant(),
  );
  const copies = (await listCopies(folder)).map(({ entry, state, comparedAt }) => {
    const { fileName, madeAt, cause, bytes, customers, sales } = entry;
    const isWhole = state !== 'damaged';
    return {
      ...{ fileName, madeAt, cause, bytes, customers, sales },
      ...{ isWhole, comparedAt: comparedAt ?? madeAt },
    };
  });
  return { folder, copies, setAside: await namesSetAside(folder) };
}
