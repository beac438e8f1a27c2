import { join } from 'node:path';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext } from '../../../context.ts';
import type { ChosenFolder } from '../../../tasks/prepared.ts';
import { dropUnfinished } from './unfinished.ts';

interface Ready {
  readonly prepared: ChosenFolder;
  /** Takes away what a task left that was stopped before it could do so itself. */
  tidy(): Promise<void>;
}

function readyIn(path: string, unfinished: string): Ready {
  return { prepared: { path, unfinished }, tidy: () => dropUnfinished(unfinished) };
}

/** Asks into which folder everything goes. Null: the dialog was closed. */
export async function chooseExportFolder({ platform }: ActionContext): Promise<Ready | null> {
  const path = await platform.dialogs.chooseDataFolder();
  if (path === null) return null;
  return readyIn(path, join(path, `.langgan-${platform.ids.next()}.partial`));
}

/** Asks which exported folder is to be brought in. Null: the dialog was closed. */
export async function chooseBroughtFolder(ctx: ActionContext): Promise<Ready | null> {
  if (ctx.shop.isSample) throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
  const { platform, shop } = ctx;
  const path = await platform.dialogs.chooseDataFolder();
  if (path === null) return null;
  return readyIn(path, join(shop.paths.staging, `brought-${platform.ids.next()}.db`));
}
