import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { listBackups, listCopies } from '#db/file/backup.ts';
import { readLedger } from '#db/file/backup-ledger.ts';
import { writeWhole } from '#db/file/whole-file.ts';
import { type FailedBackup, failedBackup } from '#shared/contract/backups.ts';
import type { Output } from '#shared/contract/index.ts';
import type { AppError, StorageReason } from '#shared/errors.ts';
import type { ReadContext, ShopPaths } from '../../context.ts';
import { ownersPaths } from '../sample/paths.ts';

/** What a disk without room cannot be told: it is known until the app ends. */
const remembered = new Map<string, FailedBackup>();

const told: Partial<Record<StorageReason, FailedBackup['reason']>> = {
  full: 'full',
  readonly: 'readonly',
  device: 'device',
  missing: 'missing',
  corrupt: 'corrupt',
};

/** Why a copy could not be made, as it is said to the owner. */
export function failedReason(error: AppError): FailedBackup['reason'] {
  if (error.code === 'BAD_FILE') return error.reason === 'no-room' ? 'full' : 'device';
  return (error.code === 'STORAGE' ? told[error.reason] : null) ?? 'other';
}

function troubleFile({ folder }: ShopPaths): string {
  return join(folder, 'backup-failed.json');
}

async function lastFailure(paths: ShopPaths): Promise<FailedBackup | null> {
  const known = remembered.get(paths.folder);
  if (known !== undefined) return known;
  const text = await readFile(troubleFile(paths), 'utf8').catch(() => 'null');
  try {
    return z.nullable(failedBackup).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The failure that stands: no copy has been made since. */
async function standing(paths: ShopPaths): Promise<FailedBackup | null> {
  const failure = await lastFailure(paths);
  if (failure === null) return null;
  const [newest] = await listBackups(paths.backups);
  return newest !== undefined && newest.madeAt > failure.triedAt ? null : failure;
}

/** Keeps in mind that a copy could not be made, and since when none could. */
export async function noteFailure(paths: ShopPaths, error: AppError, at: string): Promise<void> {
  const before = await standing(paths);
  const failure = { since: before?.since ?? at, triedAt: at, reason: failedReason(error) };
  remembered.set(paths.folder, failure);
  await writeWhole(troubleFile(paths), JSON.stringify(failure)).catch(() => undefined);
}

/** A copy has been made: whatever failed before is over. */
export async function forgetFailure(paths: ShopPaths): Promise<void> {
  remembered.delete(paths.folder);
  await rm(troubleFile(paths), { force: true }).catch(() => undefined);
}

/** What the owner has to know: no copy can be made, the shop's file is damaged, or a copy is and none was made since. */
export async function readTrouble(ctx: ReadContext): Promise<Output<'backups.trouble'>> {
  const paths = ownersPaths(ctx.shop);
  const { live } = await readLedger(paths.backups);
  const copies = await listCopies(paths.backups);
  const newest = copies.find(({ state }) => state !== 'damaged')?.entry.madeAt ?? '';
  const found = copies.filter(
    ({ state, comparedAt, entry }) => state === 'damaged' && (comparedAt ?? entry.madeAt) >= newest,
  );
  return {
    failed: await standing(paths),
    shopDamagedAt: live === null || live.isWhole ? null : live.at,
    damagedCopies: found.length,
  };
}
