import { closeSync, openSync, readSync } from 'node:fs';

/** One file of an `app.asar`, by its path inside with `/`. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  /** It lies beside the archive, in `app.asar.unpacked`. */
  readonly isUnpacked: boolean;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly unpacked?: boolean;
}

// Four 32-bit lengths, one inside the other, before the header's JSON: Chromium's pickle.
const prefixBytes = 16;
const jsonLengthAt = 12;

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error('archive cut short');
  return bytes;
}

/** The header of an archive as it is stored: what its integrity hash is taken of. */
export function readArchiveHeader(path: string): string {
  const file = openSync(path, 'r');
  try {
    const length = readAt(file, 0, prefixBytes).readUInt32LE(jsonLengthAt);
    return readAt(file, prefixBytes, length).toString('utf8');
  } finally {
    closeSync(file);
  }
}

function filesOf(entry: Entry, path: string): readonly ArchivedFile[] {
  if (entry.files === undefined) {
    return [{ path, bytes: entry.size ?? 0, isUnpacked: entry.unpacked === true }];
  }
  return Object.entries(entry.files).flatMap(([name, below]) =>
    filesOf(below, path === '' ? name : `${path}/${name}`),
  );
}

/** Every file an archive names, in its own order. */
export function readArchive(path: string): readonly ArchivedFile[] {
  return filesOf(JSON.parse(readArchiveHeader(path)) as Entry, '');
}
