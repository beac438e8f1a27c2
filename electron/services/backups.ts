import { makeBackup } from '#db/file/backup.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../context.ts';
import { requireOwn } from './backups/check.ts';

/** Makes a checked copy of the open shop. */
export async function backUp(ctx: TaskContext, cause: BackupEntry['cause']): Promise<BackupEntry> {
  ctx.progress('backup', 0, 0);
  const { settings } = await readSettings(ctx.open().db);
  return makeBackup(ctx.open().raw, {
    folder: ctx.shop.paths.backups,
    cause,
    at: ctx.clock.instant(),
    appVersion: ctx.shop.appVersion,
    timeZone: settings.timeZone,
  });
}

/** A copy that somebody asks for is one of the owner's own shop. */
export async function makeBackupTask(
  ctx: TaskContext,
  input: Parsed<'backups.make'>,
): Promise<Output<'backups.make'>> {
  requireOwn(ctx.shop.isSample);
  return backUp(ctx, input.cause);
}
