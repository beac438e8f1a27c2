import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Recorded } from './recorder.ts';

const sectorBytes = 512;

/** A number from 0 to 1, the next one of a row that is the same in every run. */
export type Chance = () => number;

/** What of a file the disk has promised to keep, and what it was told since. */
class StoredFile {
  #bytes = Buffer.alloc(0);
  #length = 0;
  readonly #waiting: Recorded[] = [];

  static of(bytes: Buffer): StoredFile {
    const file = new StoredFile();
    file.#write(0, bytes);
    return file;
  }

  #write(offset: number, data: Uint8Array): void {
    const end = offset + data.length;
    if (end > this.#bytes.length) {
      const wider = Buffer.alloc(end * 2);
      this.#bytes.copy(wider, 0, 0, this.#length);
      this.#bytes = wider;
    }
    this.#bytes.set(data, offset);
    this.#length = Math.max(this.#length, end);
  }

  #cut(length: number): void {
    if (length > this.#length) this.#write(length - 1, Buffer.alloc(1));
    this.#bytes.fill(0, length, this.#length);
    this.#length = length;
  }

  #take({ kind, offset, data }: Recorded): void {
    if (kind === 'cut') this.#cut(offset);
    else this.#write(offset, data);
  }

  /** Whole sectors of it arrive, or do not. */
  #tear({ offset, data }: Recorded, chance: Chance): void {
    let at = 0;
    while (at < data.length) {
      const end = Math.min(data.length, at + sectorBytes - ((offset + at) % sectorBytes));
      if (chance() < 0.5) this.#write(offset + at, data.subarray(at, end));
      at = end;
    }
  }

  told(event: Recorded): void {
    this.#waiting.push(event);
  }

  flush(): void {
    for (const event of this.#waiting.splice(0)) this.#take(event);
  }

  /** What is found of it: everything promised, and any part of the rest. */
  found(chance: Chance): Buffer {
    const after = StoredFile.of(this.#bytes.subarray(0, this.#length));
    const [share, torn] = [chance(), chance()];
    // Now and then nothing that waited arrives, or all of it.
    const reached = share < 0.2 ? 0 : share > 0.8 ? 1 : share;
    for (const event of this.#waiting) {
      if (chance() >= reached) continue;
      if (event.kind === 'write' && chance() < torn * 0.5) after.#tear(event, chance);
      else after.#take(event);
    }
    return after.#bytes.subarray(0, after.#length);
  }

  /** As every process saw it. */
  asSeen(): Buffer {
    const after = StoredFile.of(this.#bytes.subarray(0, this.#length));
    for (const event of this.#waiting) after.#take(event);
    return after.#bytes.subarray(0, after.#length);
  }
}

type Names = Map<string, StoredFile>;
type Renaming = (names: Names) => void;

/** Files of a running app that a power loss takes along, or that its next start makes anew. */
const ignored = /-shm$|\.lock$|\.lock-journal$/;

interface StartingFile {
  readonly path: string;
  readonly inode: bigint;
  readonly bytes: Buffer;
}

/** The files below a folder, as they are before anything is recorded. */
export function startingFiles(root: string): readonly StartingFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, inode: statSync(path, { bigint: true }).ino, bytes: readFileSync(path) };
    });
}

/**
 * A disk that keeps what was flushed, and of what was not any part, in whole sectors. Names change in
 * their order, as a file system with a journal keeps them, and are promised once a folder is flushed.
 */
export class Disk {
  readonly #root: string;
  readonly #byInode = new Map<bigint, StoredFile>();
  readonly #names: Names = new Map();
  readonly #waiting: Renaming[] = [];

  /** All that there is before the first record is promised. */
  constructor(root: string, start: readonly StartingFile[]) {
    this.#root = root;
    for (const { path, inode, bytes } of start) {
      const file = StoredFile.of(bytes);
      this.#names.set(path, file);
      this.#byInode.set(inode, file);
    }
  }

  #rename(change: Renaming): void {
    this.#waiting.push(change);
  }

  tell(event: Recorded): void {
    const { kind, inode, from, to } = event;
    if (kind === 'create') {
      const made = new StoredFile();
      this.#byInode.set(inode, made);
      this.#rename((names) => names.set(from, made));
    } else if (kind === 'rename') {
      this.#rename((names) => {
        const file = names.get(from);
        names.delete(from);
        if (file !== undefined) names.set(to, file);
      });
    } else if (kind === 'unlink') this.#rename((names) => names.delete(from));
    else if (kind === 'sync folder') for (const one of this.#waiting.splice(0)) one(this.#names);
    else if (kind === 'sync') this.#byInode.get(inode)?.flush();
    else if (kind === 'write' || kind === 'cut') this.#byInode.get(inode)?.told(event);
  }

  #put(folder: string, names: Names, bytesOf: (file: StoredFile) => Buffer): void {
    for (const [path, file] of names) {
      if (ignored.test(path)) continue;
      const target = join(folder, relative(this.#root, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytesOf(file));
    }
  }

  /** Writes into `folder` what may be found after the power went now. */
  putLost(folder: string, chance: Chance, isWanted: (path: string) => boolean): void {
    const names = new Map(this.#names);
    const kept = Math.floor(chance() * (this.#waiting.length + 1));
    for (const change of this.#waiting.slice(0, kept)) change(names);
    for (const path of names.keys()) if (!isWanted(path)) names.delete(path);
    this.#put(folder, names, (file) => file.found(chance));
  }

  /** Writes into `folder` what every process sees now. */
  putSeen(folder: string, isWanted: (path: string) => boolean): void {
    const names = new Map(this.#names);
    for (const change of this.#waiting) change(names);
    for (const path of names.keys()) if (!isWanted(path)) names.delete(path);
    this.#put(folder, names, (file) => file.asSeen());
  }
}

/** Whether an event is about a file of that ending: an inode is what it was last made as. */
function eventsOf(events: readonly Recorded[], ending: string): ReadonlySet<Recorded> {
  const inodes = new Set<bigint>();
  const found = new Set<Recorded>();
  for (const event of events) {
    if (event.kind === 'create' && event.from.endsWith(ending)) inodes.add(event.inode);
    else if (event.kind === 'create') inodes.delete(event.inode);
    if (inodes.has(event.inode)) found.add(event);
  }
  return found;
}

/** The moments at which something was committed, or a file got another name. */
export function turningPoints(events: readonly Recorded[]): ReadonlySet<Recorded> {
  const ofLog = eventsOf(events, 'langgan.db-wal');
  return new Set(
    events.filter((one) => one.kind === 'rename' || (one.kind === 'sync' && ofLog.has(one))),
  );
}

/**
 * The flushes of the log that SQLite leaves out with `synchronous=NORMAL`: all but those of its header,
 * and before its pages are moved into the database.
 */
export function unflushedWithNormal(events: readonly Recorded[]): ReadonlySet<Recorded> {
  const ofLog = eventsOf(events, 'langgan.db-wal');
  const isLeftOut = (event: Recorded, at: number): boolean => {
    if (event.kind !== 'sync' || !ofLog.has(event)) return false;
    const isNear = (one: Recorded) => one.pid === event.pid && one.kind !== 'said';
    const next = events.slice(at + 1, at + 50).find(isNear);
    const before = events.slice(Math.max(0, at - 50), at).findLast(isNear);
    const isHeader = before?.kind === 'write' && before.offset === 0 && before.data.length === 32;
    return !isHeader && (next?.kind !== 'write' || ofLog.has(next));
  };
  return new Set(events.filter(isLeftOut));
}
