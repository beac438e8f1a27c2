import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ErasedMark, erasedMark } from '#shared/contract/privacy/erased.ts';
import { syncPath, writeWhole } from './whole-file.ts';

const list = z.strictObject({ erased: z.array(erasedMark) });

/** Where it is kept who was erased: beside the copies, which may still hold them. */
export function erasedPath(backups: string): string {
  return join(backups, 'erased.json');
}

/** Who was erased, as it stands beside copies; none where nothing stands there that can be read. */
export async function readErased(backups: string): Promise<readonly ErasedMark[]> {
  const text = await readFile(erasedPath(backups), 'utf8').catch(() => 'null');
  try {
    return list.parse(JSON.parse(text)).erased;
  } catch {
    return [];
  }
}

function keyOf({ salt, mark }: ErasedMark): string {
  return `${salt} ${mark}`;
}

/** Each once, in the order in which they were erased. */
export function unionOfErased(...lists: readonly (readonly ErasedMark[])[]): ErasedMark[] {
  const known = new Map(lists.flat().map((one) => [keyOf(one), one]));
  return [...known.values()].sort((a, b) => a.at.localeCompare(b.at) || a.number - b.number);
}

/** Adds to the list beside copies; whoever stands on it stays. */
export async function addErased(backups: string, marks: readonly ErasedMark[]): Promise<void> {
  const known = await readErased(backups);
  const all = unionOfErased(known, marks);
  if (all.length === known.length) return;
  await mkdir(backups, { recursive: true });
  await writeWhole(erasedPath(backups), JSON.stringify({ erased: all }, null, 2));
  await syncPath(backups);
}
