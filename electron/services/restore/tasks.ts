import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkCopy, syncPath } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { copyBeside, dropCopy, manifestOf } from '#db/file/copy-beside.ts';
import { addErased } from '#db/file/erased-list.ts';
import { newestVersion } from '#db/file/migrate.ts';
import { forgetProtection, protectionOf } from '#db/file/protection.ts';
import { storageReasonOf } from '#db/file/storage-error.ts';
import { besidePath } from '#db/file/swap.ts';
import { turnFile } from '#db/file/turn-key.ts';
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

/** Which password opens what a copy under another one becomes: the shop's own, where it has one. */
function holdsAfter(ctx: TaskContext): 'present' | 'copy' {
  return protectionOf(ctx.shop.paths.folder) === null ? 'copy' : 'present';
}

/** Everything is looked at in a copy of our own: the place it comes from is only read. */
async function preview(
  ctx: TaskContext,
  _input: unknown,
  { path, copy, fileName, scratch, isPresentRead, ...chosen }: ChosenCopy,
): Promise<NonNullable<Output<'restore.preview'>>> {
  const { password } = chosen;
  if (password === 'locked') return { copy, fileName, isLocked: true };
  ctx.progress('checking', 0, 0);
  const manifest = chosen.manifest ?? (await manifestOf(path));
  await mkdir(dirname(scratch), { recursive: true });
  try {
    const version = await copyBeside({ from: path, manifest, to: scratch });
    const { madeAt = null, appVersion = null } = manifest ?? {};
    return {
      ...{ copy, fileName, madeAt, appVersion, isOlder: version < newestVersion },
      ...(await factsOf(scratch)),
      afterwards: password === 'none' ? null : holdsAfter(ctx),
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

/** Writes the copy anew under the shop's own password, where it has one. */
async function turnToPresent({ shop }: TaskContext): Promise<void> {
  const own = protectionOf(shop.paths.folder);
  if (own === null) return;
  const beside = besidePath(shop.paths.database);
  turnFile(beside, own);
  forgetProtection(beside);
  await checkCopy(beside);
  await syncPath(beside);
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
  if (chosen.password === 'opened') await turnToPresent(ctx);
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
