import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Connection, openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { tempFolder } from '../temp-folder.ts';

export interface TempDatabase extends Connection {
  readonly path: string;
  readonly folder: string;
}

/** A migrated database in a file of its own, closed and deleted when the test ends. */
export async function tempDatabase(): Promise<TempDatabase> {
  const folder = tempFolder();
  const path = join(folder, 'langgan.db');
  const connection = openConnection(path, { isNew: true });
  onTestFinished(() => connection.close());
  await migrate(connection.raw, async () => undefined);
  return { ...connection, path, folder };
}
