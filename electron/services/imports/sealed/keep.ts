import { constants } from 'node:fs';
import { type FileHandle, open, readFile, rename, writeFile } from 'node:fs/promises';
import { protectionOf } from '#db/file/protection.ts';
import { AppFailure } from '#shared/errors.ts';
import { ChunkCipher, PIECE_BYTES, plainSize, RECORD_BYTES, recordAt } from './chunk-cipher.ts';
import { cipherOf, readThrough } from './source-file.ts';

/** Writes a small file of a draft whole, sealed where its folder is protected. */
export async function keepText(path: string, text: string): Promise<void> {
  const protection = protectionOf(path);
  const partial = `${path}.partial`;
  if (protection === null) await writeFile(partial, text);
  else {
    const cipher = new ChunkCipher(protection.key);
    const sealed = cipher.sealAll(Buffer.from(text, 'utf8'));
    await writeFile(partial, Buffer.concat([cipher.head, sealed]));
  }
  await rename(partial, path);
}

/** What `keepText` wrote, sealed or not. */
export async function keptText(path: string): Promise<string> {
  if (protectionOf(path) === null) return readFile(path, 'utf8');
  return Buffer.concat(await Array.fromAsync(readThrough(path))).toString('utf8');
}

/** The end of a file that is being taken in: it may be sealed, and then its last piece may not be full. */
interface End {
  /** Bytes it holds so far. */
  readonly size: number;
  /** From where on it is written anew. */
  readonly at: number;
  /** What stands there until then. */
  readonly former: Buffer;
  sealed(bytes: Uint8Array): Uint8Array;
}

async function endOf(handle: FileHandle, path: string, isNew: boolean): Promise<End> {
  const { size } = await handle.stat();
  const protection = protectionOf(path);
  const cipher = isNew && protection !== null ? new ChunkCipher(protection.key) : null;
  if (cipher !== null) {
    const sealed = (bytes: Uint8Array) => Buffer.concat([cipher.head, cipher.sealAll(bytes)]);
    return { size: 0, at: 0, former: Buffer.alloc(0), sealed };
  }
  const found = isNew ? null : await cipherOf(handle, path);
  if (found === null) return { size, at: size, former: Buffer.alloc(0), sealed: (bytes) => bytes };
  const index = Math.floor(plainSize(size) / PIECE_BYTES);
  const record = Buffer.alloc(RECORD_BYTES);
  const { bytesRead } = await handle.read(record, 0, RECORD_BYTES, recordAt(index));
  const former = record.subarray(0, bytesRead);
  const begun = bytesRead === 0 ? former : found.open(index, former);
  const sealed = (bytes: Uint8Array) => found.sealAll(Buffer.concat([begun, bytes]), index);
  return { size: plainSize(size), at: recordAt(index), former, sealed };
}

/**
 * Adds one piece to a file that is being taken in. What a full disk took of it is taken off again, so that the
 * same piece can be sent once more. Fails with `CONFLICT piece-missing` where it does not follow on.
 */
export async function appendPiece(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, offset === 0 ? 'w+' : constants.O_RDWR | constants.O_CREAT);
  try {
    const { size, at, former, sealed } = await endOf(handle, path, offset === 0);
    if (size !== offset) throw new AppFailure({ code: 'CONFLICT', reason: 'piece-missing' });
    try {
      const written = sealed(bytes);
      for (let done = 0; done < written.length; )
        done += (await handle.write(written, done, written.length - done, at + done)).bytesWritten;
    } catch (error) {
      if (former.length > 0) await handle.write(former, 0, former.length, at);
      await handle.truncate(at + former.length);
      throw error;
    }
  } finally {
    await handle.close();
  }
}
