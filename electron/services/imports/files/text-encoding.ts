import type { TextEncoding } from '#shared/contract/imports-draft.ts';
import { badFile } from '#shared/errors.ts';
import { Utf8Chunks } from './utf8-chunks.ts';

const MARKS: readonly (readonly [TextEncoding, Buffer])[] = [
  // UTF-32 comes first: its little-endian mark begins with that of UTF-16.
  ['utf-32le', Buffer.from([0xff, 0xfe, 0, 0])],
  ['utf-32be', Buffer.from([0, 0, 0xfe, 0xff])],
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

function encodingByMark(start: Buffer): TextEncoding | null {
  return MARKS.find(([, mark]) => start.subarray(0, mark.length).equals(mark))?.[0] ?? null;
}

/** Length in bytes of the byte-order mark that belongs to this encoding, 0 where there is none. */
export function markLength(start: Buffer, encoding: TextEncoding): number {
  const mark = MARKS.find(([name]) => name === encoding)?.[1];
  return mark !== undefined && start.subarray(0, mark.length).equals(mark) ? mark.length : 0;
}

function isUtf32(sample: Buffer, littleEndian: boolean): boolean {
  const units = Math.floor(sample.length / 4);
  if (units === 0) return false;
  for (let at = 0; at < units * 4; at += 4) {
    const point = littleEndian ? sample.readUInt32LE(at) : sample.readUInt32BE(at);
    if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return false;
  }
  return true;
}

function encodingByZeros(sample: Buffer): TextEncoding | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  if (isUtf32(sample, true)) return 'utf-32le';
  if (isUtf32(sample, false)) return 'utf-32be';
  // Every separator and line break of UTF-16 has its zero on the same side.
  if (odd > even * 20 && odd * 50 > sample.length) return 'utf-16le';
  if (even > odd * 20 && even * 50 > sample.length) return 'utf-16be';
  throw badFile('unsupported', 'binary');
}

function refuseControls(sample: Buffer): void {
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && (byte < 9 || byte > 13)) controls += 1;
  if (controls * 20 > sample.length) throw badFile('unsupported', 'binary');
}

/**
 * Byte-order mark, then the pattern of zero bytes, then strict UTF-8 over the whole file, then
 * windows-1252. Fails with `unsupported` where the bytes are no text, `damaged` at a stray zero.
 */
export async function detectEncoding(chunks: AsyncIterable<Buffer>): Promise<TextEncoding> {
  const utf8 = new Utf8Chunks();
  let isFirst = true;
  let isUtf8 = true;
  for await (const chunk of chunks) {
    if (isFirst) {
      const found = encodingByMark(chunk) ?? encodingByZeros(chunk);
      if (found !== null) return found;
      refuseControls(chunk);
      isFirst = false;
    }
    if (chunk.includes(0)) throw badFile('damaged', 'zero bytes inside the text');
    if (isUtf8 && utf8.feed(chunk) === null) isUtf8 = false;
  }
  return isUtf8 && utf8.isComplete ? 'utf-8' : 'windows-1252';
}

const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** windows-1252 as UTF-8. Node’s own decoder of that name has been an alias of Latin-1 in several releases. */
export function windows1252(bytes: Buffer): Buffer {
  const text = bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (mark) => WINDOWS_1252[mark.charCodeAt(0) - 0x80] ?? mark);
  return Buffer.from(text, 'utf8');
}

function utf32(units: Buffer, littleEndian: boolean): Buffer {
  let text = '';
  for (let at = 0; at < units.length; at += 4) {
    const point = littleEndian ? units.readUInt32LE(at) : units.readUInt32BE(at);
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      throw badFile('encoding', 'utf-32');
    text += String.fromCodePoint(point);
  }
  return Buffer.from(text, 'utf8');
}

async function* utf8ToUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const utf8 = new Utf8Chunks();
  for await (const chunk of chunks) {
    const whole = utf8.feed(chunk);
    if (whole === null) throw badFile('encoding', 'utf-8');
    yield whole;
  }
  if (!utf8.isComplete) throw badFile('encoding', 'utf-8');
}

async function* utf16ToUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of chunks) {
      yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
    }
    decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? badFile('encoding', encoding) : error;
  }
}

async function* utf32ToUtf8(
  chunks: AsyncIterable<Buffer>,
  littleEndian: boolean,
): AsyncGenerator<Buffer> {
  let carry: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const joined = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const cut = joined.length - (joined.length % 4);
    carry = joined.subarray(cut);
    yield utf32(joined.subarray(0, cut), littleEndian);
  }
  if (carry.length > 0) throw badFile('encoding', 'utf-32');
}

async function* windows1252ToUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield windows1252(chunk);
}

/** The same text as UTF-8, in whole characters. Fails with `BAD_FILE` `encoding` where it is not. */
export function toUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): AsyncGenerator<Buffer> {
  switch (encoding) {
    case 'utf-8':
      return utf8ToUtf8(chunks);
    case 'utf-16le':
    case 'utf-16be':
      return utf16ToUtf8(chunks, encoding);
    case 'utf-32le':
    case 'utf-32be':
      return utf32ToUtf8(chunks, encoding === 'utf-32le');
    case 'windows-1252':
      return windows1252ToUtf8(chunks);
  }
}
