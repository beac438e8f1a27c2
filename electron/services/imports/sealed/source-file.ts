import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  fromRandomAccessReaderPromise,
  type Options,
  openPromise,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { protectionOf } from '#db/file/protection.ts';
import {
  ChunkCipher,
  HEAD_BYTES,
  isMarked,
  PIECE_BYTES,
  plainSize,
  RECORD_BYTES,
  recordAt,
} from './chunk-cipher.ts';

/** An open file that an import reads, sealed or not: where and how much is said in its own bytes. */
export interface SourceFile {
  stat(): Promise<{ readonly size: number; readonly mtimeMs: number; isFile(): boolean }>;
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
}

/** A sealed file, read at any place as if it lay open; the piece read last is kept. */
class SealedFile implements SourceFile {
  readonly #handle: FileHandle;
  readonly #cipher: ChunkCipher;
  #kept: { readonly index: number; readonly bytes: Buffer } | null = null;

  constructor(handle: FileHandle, cipher: ChunkCipher) {
    this.#handle = handle;
    this.#cipher = cipher;
  }

  async stat() {
    const stat = await this.#handle.stat();
    const { mtimeMs } = stat;
    return { size: plainSize(stat.size), mtimeMs, isFile: () => stat.isFile() };
  }

  async read(buffer: Buffer, offset: number, length: number, position: number) {
    let bytesRead = 0;
    while (bytesRead < length) {
      const at = position + bytesRead;
      const bytes = await this.#piece(Math.floor(at / PIECE_BYTES));
      const from = at % PIECE_BYTES;
      if (from >= bytes.length) break;
      const end = Math.min(bytes.length, from + length - bytesRead);
      bytesRead += bytes.copy(buffer, offset + bytesRead, from, end);
    }
    return { bytesRead };
  }

  /** Empty beyond the end. */
  async #piece(index: number): Promise<Buffer> {
    if (this.#kept?.index === index) return this.#kept.bytes;
    const at = recordAt(index);
    const record = Buffer.allocUnsafe(RECORD_BYTES);
    const { bytesRead } = await this.#handle.read(record, 0, RECORD_BYTES, at);
    if (bytesRead === 0) return record.subarray(0, 0);
    const bytes = this.#cipher.open(index, record.subarray(0, bytesRead));
    this.#kept = { index, bytes };
    return bytes;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** What opens a file that lies in a protected folder and begins as sealed ones do; null: it lies open. */
export async function cipherOf(handle: FileHandle, path: string): Promise<ChunkCipher | null> {
  const protection = protectionOf(path);
  if (protection === null) return null;
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  return isMarked(head.subarray(0, bytesRead)) ? new ChunkCipher(protection.key, head) : null;
}

/** Null: it lies open. */
async function openSealed(path: string): Promise<SealedFile | null> {
  if (protectionOf(path) === null) return null;
  const handle = await open(path, 'r');
  let isKept = false;
  try {
    const cipher = await cipherOf(handle, path);
    if (cipher === null) return null;
    isKept = true;
    return new SealedFile(handle, cipher);
  } finally {
    if (!isKept) await handle.close();
  }
}

/** Whether a file in a protected folder is sealed. */
export async function isSealed(path: string): Promise<boolean> {
  const file = await openSealed(path);
  await file?.close();
  return file !== null;
}

/** Opens a file that an import reads, sealed or not. */
export async function openSource(path: string): Promise<SourceFile> {
  return (await openSealed(path)) ?? (await open(path, 'r'));
}

async function* range(file: SourceFile, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES - (at % PIECE_BYTES), end - at));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** A file from its start to its end, sealed or not. */
export async function* readThrough(path: string): AsyncGenerator<Buffer> {
  const file = await openSealed(path);
  if (file === null) {
    yield* createReadStream(path, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>;
    return;
  }
  try {
    yield* range(file, 0, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

class SealedReader extends RandomAccessReader {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(range(this.#file, start, end), { objectMode: false });
  }

  override close(callback: (error: Error | null) => void): void {
    this.#file.close().then(
      () => callback(null),
      (error: Error) => callback(error),
    );
  }
}

/** Opens a zip, sealed or not. */
export async function openZipFile(path: string, options: Options): Promise<ZipFile> {
  const file = await openSealed(path);
  if (file === null) return openPromise(path, options);
  try {
    const { size } = await file.stat();
    return await fromRandomAccessReaderPromise(new SealedReader(file), size, options);
  } catch (error) {
    await file.close();
    throw error;
  }
}
