import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawHandle } from '#db/file/client.ts';
import { tempFolder } from '../temp-folder.ts';
import type { DirectShop } from './direct-shop.ts';

interface Manifest {
  schemaVersion: number;
  tables: {
    table: string;
    columns: string[];
    rows: number;
    sha256: string;
    lastId: number | null;
  }[];
  [key: string]: unknown;
}

/** Exports all of a shop into a folder of its own. Returns where it lies. */
export async function exportInto(shop: DirectShop, folder: string = tempFolder()): Promise<string> {
  shop.prepared = { path: folder, unfinished: join(folder, '.langgan-x.partial') };
  const made = await shop.ask('exports.everything', {});
  if (made === null) throw new Error('nothing was made');
  return made.path;
}

/** Brings a folder into a shop. */
export function bringInto(shop: DirectShop, path: string) {
  shop.prepared = { path, unfinished: join(tempFolder(), 'staging', 'brought.db') };
  return shop.ask('exports.bringBack', {});
}

export function readManifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** Changes what a folder says of itself. */
export function changeManifest(folder: string, change: (found: Manifest) => void): void {
  const found = readManifestOf(folder);
  change(found);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(found));
}

/** Changes a file; `isForged`: the folder's own list of fingerprints is changed with it. */
export function changeFile(
  folder: string,
  table: string,
  change: (text: string) => string,
  isForged = false,
): void {
  const path = join(folder, 'csv', `${table}.csv`);
  const text = change(readFileSync(path, 'utf8'));
  writeFileSync(path, text);
  if (!isForged) return;
  changeManifest(folder, ({ tables }) => {
    const entry = tables.find((one) => one.table === table);
    if (entry !== undefined) entry.sha256 = createHash('sha256').update(text).digest('hex');
  });
}

function cellOf(value: unknown): string {
  return value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
}

/** Writes a folder by hand, as an app of an earlier version would have, from the tables of that version. */
export function writeFolder(
  raw: RawHandle,
  names: readonly string[],
  schemaVersion: number,
  leaveOut: Readonly<Record<string, string>> = {},
): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'csv'));
  const tables = names.map((table) => {
    const all = raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    const columns = all.filter((name) => name !== leaveOut[table]);
    const rows = raw.prepare(`SELECT ${columns} FROM ${table}`).raw().all() as unknown[][];
    const lines = [columns.join(','), ...rows.map((row) => row.map(cellOf).join(','))];
    const text = lines.map((line) => `${line}\n`).join('');
    writeFileSync(join(folder, 'csv', `${table}.csv`), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { table, columns, rows: rows.length, sha256, lastId: null };
  });
  const manifest = {
    format: 'langgan-export',
    schemaVersion,
    appVersion: '0.1.0',
    madeAt: '',
    tables,
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
