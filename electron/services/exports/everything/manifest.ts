import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newestVersion } from '#db/file/migrate.ts';
import { AppFailure, badExport, badFile } from '#shared/errors.ts';

/** For programs: what the folder is, which version wrote it, and every file to hold it against. */
export const manifestFile = 'manifest.json';
const format = 'langgan-export';
const maxBytes = 1_000_000;

const name = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);

const manifestTable = z.strictObject({
  table: name,
  columns: z.array(name).min(1).max(200),
  rows: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The highest id it has ever given out; null: its rows have none. */
  lastId: z.int().nonnegative().nullable(),
});
export type ManifestTable = z.infer<typeof manifestTable>;

const manifest = z.strictObject({
  format: z.literal(format),
  schemaVersion: z.int().positive(),
  appVersion: z.string().max(60),
  madeAt: z.string().max(40),
  tables: z.array(manifestTable).max(500),
});
export type Manifest = z.infer<typeof manifest>;

/** Where a table's file lies in the folder. */
export function tableFile(table: string): string {
  return `csv/${table}.csv`;
}

export function manifestText(found: Omit<Manifest, 'format'>): string {
  return `${JSON.stringify({ format, ...found }, null, 2)}\n`;
}

async function readSmall(path: string): Promise<string | null> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    const isGone = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(
      String((error as { code?: unknown }).code),
    );
    if (isGone) return null;
    throw badFile('unreadable');
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    return size > maxBytes ? '' : await handle.readFile('utf8');
  } catch {
    throw badFile('unreadable');
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const which = z.looseObject({ format: z.literal(format), schemaVersion: z.int() });

/**
 * What a folder says of itself. Fails with CONFLICT where it is no exported one, or a newer version wrote
 * it, and with `BAD_EXPORT` where it cannot be read.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readSmall(join(folder, manifestFile));
  if (text === null) throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-export' });
  const found = parseJson(text);
  const said = which.safeParse(found);
  if (said.success && said.data.schemaVersion > newestVersion)
    throw new AppFailure({ code: 'CONFLICT', reason: 'export-newer' });
  const parsed = manifest.safeParse(found);
  if (!parsed.success) throw badExport('changed', manifestFile);
  return parsed.data;
}
