import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listBackups, syncPath } from '#db/file/backup.ts';
import { liesOpen } from '#db/file/protection.ts';
import { writeWhole } from '#db/file/whole-file.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { type KeyEnvelope, keyEnvelope } from '#shared/contract/password/password.ts';
import type { ShopPaths } from '../../context.ts';

function keyFileOf(folder: string): string {
  return join(folder, 'langgan.key');
}

async function readKeyFile(folder: string): Promise<KeyEnvelope | null> {
  const text = await readFile(keyFileOf(folder), 'utf8').catch(() => 'null');
  try {
    return keyEnvelope.nullable().parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Puts what opens the shop beside it, whole or not at all. */
export async function writeKeyFile(folder: string, envelope: KeyEnvelope): Promise<void> {
  await writeWhole(keyFileOf(folder), JSON.stringify(envelope, null, 2));
  await syncPath(folder);
}

/** Takes away what a writing that was cut short has left. */
export async function dropKeyLeftover(folder: string): Promise<void> {
  await rm(`${keyFileOf(folder)}.partial`, { force: true });
}

export async function removeKeyFile(folder: string): Promise<void> {
  await rm(keyFileOf(folder), { force: true });
  await syncPath(folder);
}

/** What opens a copy, wherever it lies, by its password; null: it lies open, or nobody says. */
export async function envelopeBeside(
  path: string,
  manifest: Pick<BackupEntry, 'key'> | null,
): Promise<KeyEnvelope | null> {
  if (liesOpen(path) !== false) return null;
  const folder = dirname(path);
  return manifest?.key ?? (await readKeyFile(folder)) ?? (await readKeyFile(dirname(folder)));
}

/**
 * What opens a shop that is protected, or its copies where it is lost; where that file is gone or spoilt,
 * what its newest protected copy was opened by. Null: the shop lies open, or nothing is protected.
 */
export async function envelopeOf(paths: ShopPaths): Promise<KeyEnvelope | null> {
  if (liesOpen(paths.database) === true) return null;
  const beside = await readKeyFile(paths.folder);
  if (beside !== null) return beside;
  const copies = await listBackups(paths.backups);
  return copies.find(({ key }) => key !== undefined)?.key ?? null;
}
