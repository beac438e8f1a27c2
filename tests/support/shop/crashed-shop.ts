import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupRequest, makeBackup } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { logicalDumpHash } from '../logical-dump.ts';
import { folderOnDisk } from '../temp-folder.ts';
import { addCustomer, addSale, finishShop } from './build-shop.ts';
import { tempDatabase } from './temp-database.ts';

/** A shop as a crash leaves it, with a copy that was made some changes ago. */
export interface CrashedShop {
  readonly folder: string;
  readonly database: string;
  /** The copy, with its manifest beside it. */
  readonly copy: string;
  /** What each holds. */
  readonly hashes: { readonly live: string; readonly copy: string };
}

const made: Omit<BackupRequest, 'folder'> = {
  ...{ cause: 'manual', at: '2026-06-14T04:00:00.000Z' },
  ...{ appVersion: '1.0.0', timeZone: 'Asia/Jakarta' },
};

function addSome(raw: RawHandle, from: number, count: number): void {
  raw.transaction(() => {
    for (let at = from; at < from + count; at += 1) {
      const customerId = addCustomer(raw, { name: `Pelanggan ${at}` });
      addSale(raw, { customerId, soldOn: '2026-06-01', revenueMinor: at });
    }
  })();
}

/** What a file holds by the rows of its tables, its log with it. */
export async function hashOf(path: string): Promise<string> {
  const { raw, close } = openConnection(path, { readonly: true });
  try {
    return logicalDumpHash(raw);
  } finally {
    await close();
  }
}

/** Its last changes stand in the log alone. */
export async function crashedShop(): Promise<CrashedShop> {
  const running = await tempDatabase();
  const { raw } = running;
  addSome(raw, 0, 60);
  finishShop(raw);
  const folder = folderOnDisk();
  const backups = join(folder, 'backups');
  const { fileName } = await makeBackup(raw, { folder: backups, ...made });
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.pragma('wal_autocheckpoint = 0');
  addSome(raw, 60, 40);
  mkdirSync(folder, { recursive: true });
  const database = join(folder, 'langgan.db');
  for (const end of ['', '-wal', '-shm'])
    copyFileSync(`${running.path}${end}`, `${database}${end}`);
  const hashes = { live: logicalDumpHash(raw), copy: await hashOf(join(backups, fileName)) };
  return { folder, database, copy: join(backups, fileName), hashes };
}
