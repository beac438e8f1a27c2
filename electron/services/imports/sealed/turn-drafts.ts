import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Protection } from '#db/file/protection.ts';
import { turnFile } from '#db/file/turn-key.ts';
import { stagingName } from '../draft-store.ts';
import { ChunkCipher, PIECE_BYTES } from './chunk-cipher.ts';
import { isSealed, readThrough } from './source-file.ts';

/** Pieces of a whole length, but for the last. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of readThrough(path)) {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length >= PIECE_BYTES; rest = rest.subarray(PIECE_BYTES))
      yield rest.subarray(0, PIECE_BYTES);
  }
  if (rest.length > 0) yield rest;
}

async function writeTo(handle: FileHandle, path: string, to: Protection | null): Promise<void> {
  const cipher = to === null ? null : new ChunkCipher(to.key);
  if (cipher !== null) await handle.appendFile(cipher.head);
  let index = 0;
  for await (const piece of piecesOf(path)) {
    await handle.appendFile(cipher === null ? piece : cipher.seal(index, piece));
    index += 1;
  }
}

/** Writes one file of a draft anew, sealed or open; it is whole all the time. */
async function turnKept(path: string, to: Protection | null): Promise<void> {
  if ((await isSealed(path)) === (to !== null)) return;
  const turned = `${path}.turned`;
  const handle = await open(turned, 'w');
  try {
    await writeTo(handle, path, to);
  } finally {
    await handle.close();
  }
  await rename(turned, path);
}

async function turnDraft(folder: string, to: Protection | null): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name);
    if (name === stagingName) turnFile(path, to);
    else if (!name.startsWith(stagingName)) await turnKept(path, to);
  }
}

/**
 * Seals what waits on the import, or lays it open, null: whichever the shop is to be. It can be read all the
 * while, and nobody else has it open. What cannot be turned is put away, so that nothing lies the other way.
 */
export async function turnDrafts(staging: string, to: Protection | null): Promise<void> {
  const names = await readdir(staging).catch((): string[] => []);
  for (const name of names) {
    const folder = join(staging, name);
    const isDraft = (await readdir(folder).catch((): string[] => [])).includes('files');
    if (!isDraft) continue;
    try {
      await turnDraft(folder, to);
    } catch {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
