import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openConnection } from '#db/file/client.ts';
import { copyBeside, dropCopy, manifestOf } from '#db/file/copy-beside.ts';
import { addErased } from '#db/file/erased-list.ts';
import { newestVersion } from '#db/file/migrate.ts';
import { storageReasonOf } from '#db/file/storage-error.ts';
import { besidePath } from '#db/file/swap.ts';
import { compareWithCopy, copyFacts, isUnused } from '#db/queries/restore/compare.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenCopy } from '../../tasks/prepared.ts';
import { backUp } from '../backups.ts';
import { erasedBeside } from '../privacy/beside.ts';
import { salvageShop } from './salvage.ts';

async function factsOf(path: string) {
  const { raw, db, close } = openConnection(path, { readonly: true });
  try {
    const { settings } = await readSettings(db);
    const { shopName, timeZone } = settings;
    return { shopName, timeZone, ...copyFacts(raw) };
  } finally {
    await close();
  }
}

/** Everything is looked at in a copy of our own: the place it comes from is only read. */
async function preview(
  ctx: TaskContext,
  _input: unknown,
  { path, copy, fileName, scratch, isPresentRead, ...chosen }: ChosenCopy,
): Promise<NonNullable<Output<'restore.preview'>>> {
  ctx.progress('checking', 0, 0);
  const manifest = chosen.manifest ?? (await manifestOf(path));
  await mkdir(dirname(scratch), { recursive: true });
  try {
    const version = await copyBeside({ from: path, manifest, to: scratch });
    const { madeAt = null, appVersion = null } = manifest ?? {};
    return {
      ...{ copy, fileName, madeAt, appVersion, isOlder: version < newestVersion },
      ...(await factsOf(scratch)),
      present: isPresentRead
        ? compareWithCopy(ctx.open().raw, scratch)
        : { kind: 'unreadable' as const },
    };
  } finally {
    await dropCopy(scratch);
  }
}

/** A copy of how it is now, where that can be read: the file itself is kept in any case. */
async function copyPresent(ctx: TaskContext): Promise<string | null> {
  try {
    if (isUnused(ctx.open().raw)) return null;
    return (await backUp(ctx, 'restore')).fileName;
  } catch (error) {
    const reason = storageReasonOf(error, ctx.shop.paths.folder);
    if (reason !== null && reason !== 'corrupt') throw error;
    ctx.log.error('the present could not be copied');
    return null;
  }
}

/** Gets ready what main swaps in: nothing of the shop is touched here. */
async function prepareSwap(
  ctx: TaskContext,
  _input: unknown,
  { path, isPresentRead, ...chosen }: ChosenCopy,
): Promise<Output<'restore.run'>> {
  ctx.progress('checking', 0, 0);
  const manifest = chosen.manifest ?? (await manifestOf(path));
  await copyBeside({ from: path, manifest, to: besidePath(ctx.shop.paths.database) });
  // Whoever was erased where the copy comes from is erased again when it is opened.
  await addErased(ctx.shop.paths.backups, await erasedBeside(path));
  return { before: isPresentRead ? await copyPresent(ctx) : null };
}

/** What the task process does of the area. */
export const restoreTasks = {
  'restore.preview': preview,
  'restore.run': prepareSwap,
  'restore.undo': prepareSwap,
  'restore.salvage': salvageShop,
};
