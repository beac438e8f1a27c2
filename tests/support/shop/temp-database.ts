import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Connection, openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { tempFolder } from '../temp-folder.ts';

export interface TempDatabase extends Connection {
  readonly path: string;
  readonly folder: string;
}

/** The bytes of a database that has just been migrated. */
async function migratedBytes(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'langgan-migrated-'));
  const path = join(folder, 'langgan.db');
  const { raw, close } = openConnection(path, { isNew: true });
  await migrate(raw, async () => undefined);
  await close();
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}

let migrated: Promise<Buffer> | null = null;

/** A migrated database in a file of its own, closed and deleted when the test ends. */
export async function tempDatabase(): Promise<TempDatabase> {
  // The migrations themselves are tests/db/migrate.test.ts's: here they are run once.
  migrated ??= migratedBytes();
  const folder = tempFolder();
  const path = join(folder, 'langgan.db');
  writeFileSync(path, await migrated);
  const connection = openConnection(path);
  onTestFinished(() => connection.close());
  return { ...connection, path, folder };
}
