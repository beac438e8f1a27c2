import { join } from 'node:path';
import { asideFolder, isAsideName, lastSwap, listAside, removeAside } from '#db/file/swap.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { ActionContext, ReadContext } from '../../context.ts';
import { ownersPaths } from '../sample/paths.ts';
import { requireOwn } from './check.ts';

/** What was set aside of the owner's own shop. */
async function shownSetAside(ctx: ReadContext): Promise<Output<'backups.setAside'>> {
  const paths = ownersPaths(ctx.shop);
  const last = await lastSwap(paths);
  const wayBack = last?.wasWhole === true ? last.aside : null;
  const entries = await listAside(paths.folder);
  return entries.map((entry) => ({ ...entry, isWayBack: entry.name === wayBack }));
}

async function openSetAside(
  ctx: ActionContext,
  { name }: Parsed<'backups.openSetAside'>,
): Promise<null> {
  const { folder } = ownersPaths(ctx.shop);
  const entries = await listAside(folder);
  if (!isAsideName(name) || !entries.some((entry) => entry.name === name)) throw notFound('backup');
  if (await ctx.platform.openFolder(join(asideFolder(folder), name))) return null;
  throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-program' });
}

async function removeSetAside(
  ctx: ActionContext,
  { name }: Parsed<'backups.removeSetAside'>,
): Promise<Output<'backups.removeSetAside'>> {
  requireOwn(ctx.shop.isSample);
  if (!(await removeAside(ctx.shop.paths.folder, name))) throw notFound('backup');
  return { removed: true };
}

export const setAsideHandlers = {
  'backups.setAside': shownSetAside,
  'backups.openSetAside': openSetAside,
  'backups.removeSetAside': removeSetAside,
};
