import { writeFileSync } from 'node:fs';

/** A record of an old workbook. */
export function record(type: number, ...content: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** Numbers of two bytes. */
export function words(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, at * 2);
  return bytes;
}

export function long(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

export function double(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
}

/** A text of Excel 97, one byte a letter. */
export function letters(text: string): Buffer {
  return Buffer.concat([words(text.length), Buffer.from([0]), Buffer.from(text, 'latin1')]);
}

export const eof = record(0x0a);
export const xf = record(0xe0, Buffer.alloc(20));

/** The records of a workbook of one sheet. */
export function biff(sheet: readonly Buffer[], book: readonly Buffer[] = [xf]): Buffer {
  const bof = (of: number) => record(0x809, words(0x600, of, 0, 0), long(0), long(0));
  const name = Buffer.from('Data');
  const before = Buffer.concat([bof(5), ...book]);
  const at = before.length + 4 + 8 + name.length + eof.length;
  const list = record(0x85, long(at), [0, 0, name.length, 0], name);
  return Buffer.concat([before, list, eof, bof(0x10), ...sheet, eof]);
}

/** A compound file around a stream, which may lie about its size and follow itself in a ring. */
export function compound(
  stream: Buffer,
  { name = 'Workbook', claimed = 0, loop = false } = {},
): Buffer {
  const size = Math.max(stream.length, 4_096);
  const sectors = Math.ceil(size / 512);
  const tables = Math.ceil((sectors + 64) / 128);
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(tables, 48);
  head.writeUInt32LE(4_096, 56);
  head.writeUInt32LE(0xfffffffe, 60);
  head.writeUInt32LE(0xfffffffe, 68);
  head.fill(0xff, 76);
  for (let at = 0; at < tables; at += 1) head.writeUInt32LE(at, 76 + at * 4);
  const next = Buffer.alloc(tables * 512, 0xff);
  const first = tables + 1;
  next.writeUInt32LE(0xfffffffe, tables * 4);
  for (let at = 0; at < sectors; at += 1) {
    const follower = at + 1 < sectors ? first + at + 1 : loop ? first : 0xfffffffe;
    next.writeUInt32LE(follower, (first + at) * 4);
  }
  const list = Buffer.alloc(512);
  const entry = (index: number, title: string, type: number, links: readonly number[]) => {
    const at = index * 128;
    list.write(title, at, 'utf16le');
    list.writeUInt16LE(title.length * 2 + 2, at + 64);
    list.writeUInt8(type, at + 66);
    for (const [place, link] of links.entries()) list.writeUInt32LE(link, at + 68 + place * 4);
  };
  const none = 0xffffffff;
  entry(0, 'Root Entry', 5, [none, none, 1]);
  list.writeUInt32LE(0xfffffffe, 116);
  entry(1, name, 2, [none, none, none]);
  list.writeUInt32LE(first, 128 + 116);
  list.writeUInt32LE(Math.max(size, claimed), 128 + 120);
  const body = Buffer.alloc(sectors * 512);
  stream.copy(body);
  return Buffer.concat([head, next, list, body]);
}

/** Writes an old workbook of those records, in a compound file. */
export function makeXls(path: string, sheet: readonly Buffer[], book?: readonly Buffer[]): string {
  writeFileSync(path, compound(biff(sheet, book)));
  return path;
}
