import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openPromise } from 'yauzl';
import type { PackPlace } from '#electron/tasks/prepared.ts';
import { tempFolder } from '../temp-folder.ts';

export type Table = readonly Readonly<Record<string, string>>[];

/** Where a pack goes, as main settles it. */
export function packPlace(): PackPlace {
  const path = tempFolder();
  return { path, unfinished: join(path, '.x.partial'), rows: join(tempFolder(), 'rows.db') };
}

/** A table of the pack's exact CSV, by the last word of its file's name. */
export function exactTable(pack: string, word: string): Table {
  const folder = join(pack, 'csv-exact');
  const name = readdirSync(folder).find((one) => one.endsWith(`-${word}.csv`));
  if (name === undefined) throw new Error(`no ${word} among ${readdirSync(folder).join(', ')}`);
  return parse(readFileSync(join(folder, name)), { columns: true });
}

/** The sum of a column in minor units of two decimals, without the noise of binary fractions. */
export function sumOf(table: Table, column: string): number {
  return table.reduce((sum, row) => {
    const text = row[column];
    if (text === undefined) throw new Error(`no column ${column}`);
    return sum + Math.round(Number(text) * 100);
  }, 0);
}

/** The parts of a zip as text, by name. */
export async function openZip(path: string): Promise<Record<string, string>> {
  const zip = await openPromise(path);
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    parts[entry.fileName] = Buffer.concat((await Array.fromAsync(stream)) as Buffer[]).toString(
      'utf8',
    );
  }
  return parts;
}
