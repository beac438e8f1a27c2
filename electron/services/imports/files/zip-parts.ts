import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { AppFailure, badFile } from '#shared/errors.ts';
import { beat } from '../../../tasks/pulse.ts';
import { openZipFile } from '../sealed/source-file.ts';
import { stopIfAborted } from './file-chunks.ts';
import { asUnreadable } from './unreadable.ts';

/** Files in the zip. */
const MAX_ENTRIES = 5_000;
/** Bytes of all files together, inflated. */
const MAX_TOTAL_BYTES = 1_073_741_824;
/** Bytes of one file, inflated. */
const MAX_PART_BYTES = 536_870_912;
/** No sheet that a program writes packs tighter once it is large; a bomb does. */
const MAX_RATIO = 400;
const RATIO_FROM_BYTES = 33_554_432;

/** The files of an Office package; names are found whatever their case. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Inflated bytes as declared, which reading enforces; 0 for a part that is not there. */
  size(name: string): number;
  /** Fails with `damaged` (missing, wrong size or checksum), `hostile`, `truncated`, `CANCELLED`. */
  read(name: string, signal?: AbortSignal): AsyncGenerator<Buffer>;
  close(): void;
}

function asBadFile(error: unknown): unknown {
  if (error instanceof AppFailure || !(error instanceof Error)) return error;
  const text = error.message;
  // The file system's own failures (a pulled stick, no permission) are no fault of the file.
  if ('syscall' in error) return asUnreadable(error);
  if (/signature not found|overflows file bounds|unexpected EOF/.test(text)) {
    return badFile('truncated', text.slice(0, 80));
  }
  if (/encrypt/.test(text)) return badFile('password');
  return badFile('damaged', text.slice(0, 80).split(':')[0] ?? '');
}

function refuseEntry(entry: Entry): void {
  const name = entry.fileName;
  const isOutside = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
  if (isOutside || name.includes('\0')) throw badFile('hostile', 'a name in the zip leads outside');
  if (entry.uncompressedSize > MAX_PART_BYTES) throw badFile('too-large', 'a part over 512 MiB');
  const isTight = entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
  if (isTight && entry.uncompressedSize > RATIO_FROM_BYTES) throw badFile('hostile', 'zip bomb');
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw badFile('hostile', 'over 5,000 files in the zip');
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const key = entry.fileName.replaceAll('\\', '/').toLowerCase();
    refuseEntry(Object.assign(entry, { fileName: key }));
    total += entry.uncompressedSize;
    if (total > MAX_TOTAL_BYTES) throw badFile('too-large', 'over 1 GiB when unpacked');
    if (key.endsWith('/')) continue;
    if (entries.has(key)) throw badFile('damaged', 'the same part twice');
    entries.set(key, entry);
  }
  return entries;
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw badFile('password');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw badFile('unsupported', 'zip method');
  }
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  // pipeline destroys both streams when one fails or the reader stops early.
  const stream =
    entry.compressionMethod === 0
      ? raw
      : pipeline(raw, createInflateRaw({ chunkSize: 65_536 }), () => undefined);
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      stopIfAborted(signal);
      beat();
      size += chunk.length;
      if (size > entry.uncompressedSize) throw badFile('hostile', 'a part is larger than declared');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } finally {
    raw.destroy();
  }
  if (size !== entry.uncompressedSize) throw badFile('damaged', 'a part is shorter than declared');
  if (sum !== entry.crc32) throw badFile('damaged', 'a checksum differs');
}

/** Opens a zip and checks its list: entries, names, declared sizes. */
export async function openZip(path: string): Promise<ZipParts> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZipFile(path, { autoClose: false, lazyEntries: true, decodeStrings: true });
    return bindParts(zip, await listEntries(zip));
  } catch (error) {
    zip?.close();
    if (error instanceof Error && /^(invalid relative path|absolute path)/.test(error.message)) {
      throw badFile('hostile', 'a name in the zip leads outside');
    }
    throw asBadFile(error);
  }
}

function bindParts(zip: ZipFile, entries: Map<string, Entry>): ZipParts {
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    async *read(name, signal) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw badFile('damaged', 'a part is missing');
      try {
        yield* readEntry(zip, entry, signal);
      } catch (error) {
        throw asBadFile(error);
      }
    },
    close: () => zip.close(),
  };
}
