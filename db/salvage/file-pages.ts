import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The log beside a database: none, read to its end, or with changes after the last that could be read. */
export type LogState = 'none' | 'whole' | 'cut';

/** The pages of a database that lies open, each as its log has it last; the files are only read. */
export interface FilePages {
  readonly size: number;
  /** What of a page may hold cells. */
  readonly usable: number;
  readonly count: number;
  readonly log: LogState;
  /** Null: the disk does not give it, or the file ends before it. */
  read(page: number): Buffer | null;
  close(): void;
}

const standardSize = 4096;
const logHead = 32;
const frameHead = 24;

function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}

/** Null: it could not be read whole. */
function readAt(handle: number, length: number, at: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  try {
    return readSync(handle, bytes, 0, length, at) === length ? bytes : null;
  } catch {
    return null;
  }
}

function openToRead(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

type Sum = readonly [number, number];

/** SQLite's own checksum of a log, which goes on from frame to frame. */
function sumOf(bytes: Buffer, isBig: boolean, [first, second]: Sum): Sum {
  let [one, two] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    const [a, b] = isBig
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    one = (one + a + two) >>> 0;
    two = (two + b + one) >>> 0;
  }
  return [one, two];
}

interface Log {
  readonly state: LogState;
  readonly handle: number | null;
  readonly size: number | null;
  /** Where the last committed state of a page begins. */
  readonly places: ReadonlyMap<number, number>;
  /** How many pages the database has by its last commit; null: nothing says. */
  readonly count: number | null;
}

const noLog: Log = { state: 'none', handle: null, size: null, places: new Map(), count: null };

interface LogHead {
  readonly handle: number;
  readonly size: number;
  readonly isBig: boolean;
  readonly salts: Buffer;
  readonly sum: Sum;
}

function readHead(handle: number): LogHead | null {
  const head = readAt(handle, logHead, 0);
  if (head === null) return null;
  const magic = head.readUInt32BE(0);
  const size = head.readUInt32BE(8);
  const isBig = magic === 0x37_7f_06_83;
  const sum = sumOf(head.subarray(0, 24), isBig, [0, 0]);
  const isSound = sum[0] === head.readUInt32BE(24) && sum[1] === head.readUInt32BE(28);
  if ((!isBig && magic !== 0x37_7f_06_82) || !isSound || !isPageSize(size)) return null;
  return { handle, size, isBig, salts: head.subarray(16, 24), sum };
}

/** Frames up to the last commit that holds together, as SQLite itself would take them. */
function readFrames(head: LogHead): Log {
  const { handle, size, isBig, salts } = head;
  const places = new Map<number, number>();
  let pending = new Map<number, number>();
  let { sum }: { sum: Sum } = head;
  let count: number | null = null;
  let state: LogState = 'whole';
  for (let at = logHead; ; at += frameHead + size) {
    const frame = readAt(handle, frameHead + size, at);
    // A frame of a former round is no longer of this log.
    if (frame === null || !frame.subarray(8, 16).equals(salts)) break;
    sum = sumOf(frame.subarray(0, 8), isBig, sum);
    sum = sumOf(frame.subarray(frameHead), isBig, sum);
    if (sum[0] !== frame.readUInt32BE(16) || sum[1] !== frame.readUInt32BE(20)) {
      state = 'cut';
      break;
    }
    pending.set(frame.readUInt32BE(0), at + frameHead);
    const committed = frame.readUInt32BE(4);
    if (committed === 0) continue;
    for (const [page, place] of pending) places.set(page, place);
    pending = new Map();
    count = committed;
  }
  return { state, handle, size, places, count };
}

function readLog(path: string): Log {
  const handle = openToRead(path);
  if (handle === null) return noLog;
  const head = fstatSync(handle).size === 0 ? null : readHead(handle);
  if (head !== null) return readFrames(head);
  const isEmpty = fstatSync(handle).size === 0;
  closeSync(handle);
  return isEmpty ? noLog : { ...noLog, state: 'cut' };
}

/** What the first page says of the size of pages, and of their ends that are not used. */
function readSizes(handle: number): { size: number | null; kept: number } {
  const head = readAt(handle, 24, 0);
  const said = head?.readUInt16BE(16) ?? 0;
  const size = said === 1 ? 65_536 : said;
  const isHead = head?.subarray(0, 15).toString('latin1') === 'SQLite format 3';
  return { size: isHead && isPageSize(size) ? size : null, kept: isHead ? (head?.[20] ?? 0) : 0 };
}

/** Opens the pages of a database and of its log; null: there is no such file. */
export function openPages(database: string): FilePages | null {
  const handle = openToRead(database);
  if (handle === null) return null;
  const log = readLog(`${database}-wal`);
  const sizes = readSizes(handle);
  const size = sizes.size ?? log.size ?? standardSize;
  const places = log.size === size ? log.places : new Map<number, number>();
  const inFile = Math.ceil(fstatSync(handle).size / size);
  const read = (page: number): Buffer | null => {
    const place = places.get(page);
    if (place !== undefined && log.handle !== null) return readAt(log.handle, size, place);
    return page < 1 || page > inFile ? null : readAt(handle, size, (page - 1) * size);
  };
  const close = (): void => {
    closeSync(handle);
    if (log.handle !== null) closeSync(log.handle);
  };
  const kept = sizes.kept <= size - 480 ? sizes.kept : 0;
  const count = Math.max(inFile, ...(places.size > 0 ? [log.count ?? 0] : []));
  return { size, usable: size - kept, count, log: log.state, read, close };
}
