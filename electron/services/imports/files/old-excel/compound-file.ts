import { badFile } from '#shared/errors.ts';

const END = 0xfffffffe;
const ENTRY_BYTES = 128;
/** Entries of the list of streams; a workbook has a dozen. */
const MAX_ENTRIES = 65_536;
const STORAGE_LINKS = [68, 72] as const;

interface Entry {
  readonly at: number;
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** The sectors of a compound file: who follows whom, and what lies in a chain of them. */
class Sectors {
  readonly #data: Buffer;
  readonly size: number;
  readonly #next: Uint32Array;

  constructor(data: Buffer) {
    this.#data = data;
    const shift = data.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw badFile('damaged', 'sectors of an odd size');
    this.size = 2 ** shift;
    const [perSector, count] = [this.size / 4, Math.ceil(data.length / this.size)];
    this.#next = new Uint32Array(count + perSector).fill(0xffffffff);
    this.#tables().forEach((sector, index) => {
      const table = this.#sector(sector);
      for (let at = 0; at + 4 <= table.length && index * perSector + at / 4 < count; at += 4)
        this.#next[index * perSector + at / 4] = table.readUInt32LE(at);
    });
  }

  #sector(number: number): Buffer {
    const from = (number + 1) * this.size;
    if (from >= this.#data.length) throw badFile('truncated', 'a sector beyond the end');
    return this.#data.subarray(from, from + this.size);
  }

  /** Where the tables of who follows whom lie: 109 in the head, further ones in a chain. */
  #tables(): number[] {
    const [data, found] = [this.#data, [] as number[]];
    const wanted = data.readUInt32LE(44);
    if (wanted * this.size > data.length + this.size) throw badFile('truncated', 'tables are gone');
    const take = (table: Buffer, most: number): void => {
      for (let at = 0; at < most && found.length < wanted; at += 4)
        found.push(table.readUInt32LE(at));
    };
    take(data.subarray(76, 512), 436);
    let sector = data.readUInt32LE(68);
    for (let left = wanted; found.length < wanted; left -= 1) {
      const table = this.#sector(sector);
      if (left === 0 || table.length < this.size) throw badFile('damaged', 'a chain without end');
      take(table, this.size - 4);
      sector = table.readUInt32LE(this.size - 4);
    }
    return found;
  }

  /** Everything in the chain that begins there; at most `bytes` where they are told. */
  chain(start: number, bytes = Number.POSITIVE_INFINITY): Buffer {
    const parts: Buffer[] = [];
    let sector = start;
    for (let done = 0; sector !== END && done < bytes; done += this.size) {
      if (parts.length > this.#next.length) throw badFile('damaged', 'a chain without end');
      parts.push(this.#sector(sector));
      sector = this.#next[sector] ?? END;
    }
    return Buffer.concat(parts);
  }
}

function readEntries(list: Buffer): Entry[] {
  const count = Math.floor(list.length / ENTRY_BYTES);
  if (count > MAX_ENTRIES) throw badFile('hostile', 'over 65,536 streams');
  return Array.from({ length: count }, (_, index) => {
    const at = index * ENTRY_BYTES;
    const length = Math.min(Math.max(list.readUInt16LE(at + 64) - 2, 0), 62);
    return {
      at,
      name: list.toString('utf16le', at, at + length),
      type: list.readUInt8(at + 66),
      start: list.readUInt32LE(at + 116),
      size: list.readUInt32LE(at + 120),
    };
  });
}

/** The entries right below the root: a workbook put into another one has streams of the same names. */
function topEntries(list: Buffer, entries: readonly Entry[]): Entry[] {
  const root = entries[0];
  if (root === undefined || root.type !== 5) throw badFile('damaged', 'no list of streams');
  const found: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [list.readUInt32LE(root.at + 76)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    for (const link of STORAGE_LINKS) waiting.push(list.readUInt32LE(entry.at + link));
  }
  return found;
}

function readSmall(sectors: Sectors, data: Buffer, root: Entry, entry: Entry): Buffer {
  const [inside, table] = [sectors.chain(root.start), sectors.chain(data.readUInt32LE(60))];
  const parts: Buffer[] = [];
  let sector = entry.start;
  for (let left = entry.size; left > 0 && sector !== END; left -= 64) {
    if (sector * 64 >= inside.length) throw badFile('truncated', 'a sector beyond the end');
    parts.push(inside.subarray(sector * 64, sector * 64 + 64));
    sector = sector * 4 + 4 <= table.length ? table.readUInt32LE(sector * 4) : END;
  }
  return Buffer.concat(parts);
}

/**
 * The stream that holds the workbook in a compound file. Fails with `password` for an encrypted package,
 * `unsupported` for a document of another kind, `truncated` or `damaged`.
 */
export function readWorkbookStream(data: Buffer): Buffer {
  if (data.length < 1_536) throw badFile('truncated', 'no list of streams');
  const sectors = new Sectors(data);
  const list = sectors.chain(data.readUInt32LE(48));
  const entries = readEntries(list);
  const [top, root] = [topEntries(list, entries), entries[0]];
  const named = (name: string) =>
    top.find((entry) => entry.type === 2 && entry.name.toLowerCase() === name);
  if (named('encryptedpackage') !== undefined) throw badFile('password');
  const entry = named('workbook') ?? named('book');
  if (entry === undefined || root === undefined) throw badFile('unsupported', 'office document');
  const isSmall = entry.size < data.readUInt32LE(56);
  const stream = isSmall
    ? readSmall(sectors, data, root, entry)
    : sectors.chain(entry.start, entry.size);
  if (stream.length < entry.size) throw badFile('truncated', 'the workbook ends too early');
  return stream.subarray(0, entry.size);
}
