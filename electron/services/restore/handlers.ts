import { listBackups } from '#db/file/backup.ts';
import { lastSwap } from '#db/file/swap.ts';
import { countBatchesAfter } from '#db/queries/restore/changes.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReadContext, ShopPaths } from '../../context.ts';

/** The copies that can be chosen from. */
export async function listedCopies(backups: string): Promise<Output<'restore.state'>['copies']> {
  return (await listBackups(backups)).map(({ fileName, madeAt, cause, customers, sales }) => ({
    ...{ fileName, madeAt, cause, customers, sales },
  }));
}

async function undoOf(
  ctx: ReadContext,
  paths: ShopPaths,
): Promise<Output<'restore.state'>['undo']> {
  const former = ctx.shop.isSample ? null : await lastSwap(paths);
  if (former?.wasWhole !== true) return null;
  const { at, source } = former;
  return { at, source, changes: await countBatchesAfter(ctx.db, at) };
}

export const restoreHandlers = {
  'restore.state': async (ctx: ReadContext): Promise<Output<'restore.state'>> => {
    const { paths } = ctx.shop;
    return { copies: await listedCopies(paths.backups), undo: await undoOf(ctx, paths) };
  },
};
