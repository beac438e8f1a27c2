import { join } from 'node:path';
import type { Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext } from '../../context.ts';
import type { PackPlace } from '../../tasks/prepared.ts';
import { dropUnfinished } from '../exports/everything/unfinished.ts';
import { isPackFolder } from './files/pack-folder.ts';

/** Takes away what is left of a pack that was stopped: rows are personal data twice. */
async function dropPack({ unfinished, rows }: PackPlace): Promise<void> {
  await dropUnfinished(unfinished);
  await dropUnfinished(rows);
}

/** Asks into which folder a pack goes. Null: the dialog was closed. */
export async function choosePackFolder({
  platform,
  shop,
}: ActionContext): Promise<{ prepared: PackPlace; tidy(): Promise<void> } | null> {
  const path = await platform.dialogs.chooseDataFolder();
  if (path === null) return null;
  const id = platform.ids.next();
  const prepared = {
    path,
    unfinished: join(path, `.langgan-${id}.partial`),
    rows: join(shop.paths.staging, `pack-${id}.db`),
  };
  return { prepared, tidy: () => dropPack(prepared) };
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
