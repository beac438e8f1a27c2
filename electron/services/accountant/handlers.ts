import type { Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { isPackFolder } from './files/pack-folder.ts';

/** Asks into which folder a pack goes. Null: the dialog was closed. */
export async function choosePackFolder(
  ctx: ActionContext,
): Promise<{ prepared: ChosenPath } | null> {
  const path = await ctx.platform.dialogs.chooseDataFolder();
  return path === null ? null : { prepared: { path } };
}

async function openPackFolder(
  ctx: ActionContext,
  { path }: Parsed<'accountant.openFolder'>,
): Promise<null> {
  if (!(await isPackFolder(path)))
    throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-pack' });
  const isOpen = await ctx.platform.openFolder(path);
  if (!isOpen) throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-program' });
  return null;
}

/** What main does for this area. */
export const accountantHandlers = { 'accountant.openFolder': openPackFolder };
