import { isUtf8 } from 'node:buffer';
import type { FilePages } from './file-pages.ts';

/** A value as SQLite keeps one; whole numbers that JavaScript has not exactly are bigints. */
export type StoredValue = string | number | bigint | Buffer | null;

/** One row, or one entry of an index. */
export interface StoredCell {
  /** Of a row; null: it is an entry of an index, or a row of a table that goes by its key. */
  readonly rowid: number | null;
  readonly values: readonly StoredValue[];
  /** Some of its letters are none. */
  readonly isGarbled: boolean;
  /** Pages that hold the rest of it. */
  readonly overflow: readonly number[];
}

export type PageKind = 'rows' | 'row-branch' | 'keys' | 'key-branch';

/** A way down from a branch: what lies there is at most `through`. */
export interface Branch {
  readonly page: number;
  readonly through: number | null;
}

export interface StoredPage {
  readonly kind: PageKind;
  readonly cells: readonly StoredCell[];
  readonly branches: readonly Branch[];
  /** Cells that do not hold together. */
  readonly broken: number;
}

const kinds: Readonly<Record<number, PageKind>> = {
  13: 'rows',
  5: 'row-branch',
  10: 'keys',
  2: 'key-branch',
};

class Broken extends Error {}

/** Reads a number of up to nine bytes; answers it and where it ends. */
function varint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new Broken();
    if (index === 8) return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), at + 9];
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + index + 1];
  }
  throw new Broken();
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8] as const;

function lengthOf(type: number): number {
  if (type < 7) return integerBytes[type] ?? 0;
  if (type === 7) return 8;
  if (type === 8 || type === 9) return 0;
  if (type < 12 || !Number.isSafeInteger(type)) throw new Broken();
  return Math.floor((type - 12) / 2);
}

function numberOf(bytes: Buffer): number | bigint {
  if (bytes.length <= 6) return bytes.length === 0 ? 0 : bytes.readIntBE(0, bytes.length);
  const value = bytes.readBigInt64BE(0);
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
}

function storedValue(type: number, bytes: Buffer): StoredValue {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type < 7) return numberOf(bytes);
  return type % 2 === 0 ? bytes : bytes.toString('utf8');
}

/** Takes a record apart; fails where its lengths do not come out to the byte. */
function recordOf(payload: Buffer): Pick<StoredCell, 'values' | 'isGarbled'> {
  const [headLength, first] = varint(payload, 0);
  if (headLength > payload.length || headLength < first) throw new Broken();
  const values: StoredValue[] = [];
  let isGarbled = false;
  let at = first;
  let from = headLength;
  while (at < headLength) {
    const [type, next] = varint(payload, at);
    const to = from + lengthOf(type);
    if (next > headLength || to > payload.length) throw new Broken();
    const bytes = payload.subarray(from, to);
    if (type >= 13 && type % 2 === 1 && !isUtf8(bytes)) isGarbled = true;
    values.push(storedValue(type, bytes));
    [at, from] = [next, to];
  }
  if (from !== payload.length) throw new Broken();
  return { values, isGarbled };
}

/** How much of a payload lies in its page; the rest lies on pages of its own. */
function localLength(payload: number, usable: number, isRow: boolean): number {
  const most = isRow ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fits = least + ((payload - least) % (usable - 4));
  return fits <= most ? fits : least;
}

interface Payload {
  readonly bytes: Buffer;
  readonly overflow: number[];
}

function payloadAt(pages: FilePages, page: Buffer, at: number, form: [number, boolean]): Payload {
  const [length, isRow] = form;
  if (length > pages.count * pages.usable) throw new Broken();
  const local = localLength(length, pages.usable, isRow);
  if (at + local > pages.usable) throw new Broken();
  if (local === length) return { bytes: page.subarray(at, at + local), overflow: [] };
  const parts = [page.subarray(at, at + local)];
  const overflow: number[] = [];
  let left = length - local;
  let next = page.readUInt32BE(at + local);
  while (left > 0) {
    const more = next === 0 || overflow.includes(next) ? null : pages.read(next);
    if (more === null) throw new Broken();
    overflow.push(next);
    const part = more.subarray(4, 4 + Math.min(left, pages.usable - 4));
    parts.push(part);
    left -= part.length;
    next = more.readUInt32BE(0);
  }
  return { bytes: Buffer.concat(parts), overflow };
}

function readCell(pages: FilePages, page: Buffer, at: number, kind: PageKind): StoredCell {
  const isRow = kind === 'rows';
  const from = kind === 'key-branch' ? at + 4 : at;
  const [length, afterLength] = varint(page, from);
  const [rowid, start] = isRow ? varint(page, afterLength) : [null, afterLength];
  const { bytes, overflow } = payloadAt(pages, page, start, [length, isRow]);
  return { rowid, ...recordOf(bytes), overflow };
}

/** Where the cells of a page begin; fails where that is no list of places within it. */
function placesOf(
  pages: FilePages,
  page: Buffer,
  head: number,
): { places: number[]; last: number } {
  const isBranch = page[head] === 5 || page[head] === 2;
  const list = head + (isBranch ? 12 : 8);
  const count = page.readUInt16BE(head + 3);
  if (list + count * 2 > pages.usable) throw new Broken();
  const places = Array.from({ length: count }, (_, at) => page.readUInt16BE(list + at * 2));
  return { places, last: isBranch ? page.readUInt32BE(head + 8) : 0 };
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Broken || error instanceof RangeError) return null;
    throw error;
  }
}

function branchAt(page: Buffer, at: number, kind: PageKind): Branch {
  const through = kind === 'row-branch' ? varint(page, at + 4)[0] : null;
  return { page: page.readUInt32BE(at), through };
}

/** Takes a page of a tree apart, cell by cell; null: it is no such page. */
export function readPage(pages: FilePages, number: number): StoredPage | null {
  const page = pages.read(number);
  const head = number === 1 ? 100 : 0;
  const kind = page === null ? undefined : kinds[page[head] ?? 0];
  if (page === null || kind === undefined) return null;
  const listed = attempt(() => placesOf(pages, page, head));
  if (listed === null) return null;
  const isBranch = kind === 'row-branch' || kind === 'key-branch';
  const { places, last } = listed;
  const branches = isBranch
    ? [
        ...places.map((at) => attempt(() => branchAt(page, at, kind))),
        { page: last, through: null },
      ]
    : [];
  const cells =
    kind === 'row-branch' ? [] : places.map((at) => attempt(() => readCell(pages, page, at, kind)));
  const there = <T>(list: readonly (T | null)[]): T[] => list.filter((one) => one !== null);
  return {
    kind,
    cells: there(cells),
    branches: there(branches),
    broken:
      cells.filter((one) => one === null).length + branches.filter((one) => one === null).length,
  };
}
