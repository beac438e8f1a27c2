import { badFile } from '#shared/errors.ts';
import type { ZipParts } from '../zip-parts.ts';

/** Bytes of one record; a text has at most 64 KiB. */
const MAX_RECORD_BYTES = 1_048_576;

/** Numbers of records, as Microsoft publishes them ([MS-XLSB] 2.3). */
export const RECORD = {
  row: 0,
  string: 19,
  format: 44,
  cellFormat: 47,
  column: 60,
  beginData: 145,
  endData: 146,
  bookOptions: 153,
  sheet: 156,
  beginCellFormats: 617,
  endCellFormats: 618,
} as const;

/** One record's content; what reads beyond it fails with `damaged`. */
export class Content {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #need(end: number): void {
    if (end > this.#bytes.length) throw badFile('damaged', 'a record is too short');
  }

  u8(at: number): number {
    this.#need(at + 1);
    return this.#bytes.readUInt8(at);
  }

  u16(at: number): number {
    this.#need(at + 2);
    return this.#bytes.readUInt16LE(at);
  }

  u32(at: number): number {
    this.#need(at + 4);
    return this.#bytes.readUInt32LE(at);
  }

  f64(at: number): number {
    this.#need(at + 8);
    return this.#bytes.readDoubleLE(at);
  }

  /** A text with its length before it, and where it ends. */
  text(at: number): { readonly text: string; readonly end: number } {
    const count = this.u32(at);
    // Instead of a text there may be none at all.
    if (count === 0xffffffff) return { text: '', end: at + 4 };
    const end = at + 4 + count * 2;
    this.#need(end);
    return { text: this.#bytes.toString('utf16le', at + 4, end), end };
  }
}

/** Cuts a part into its records, however the bytes come. */
export class RecordCutter {
  readonly #hear: (type: number, content: Content) => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(hear: (type: number, content: Content) => void) {
    this.#hear = hear;
  }

  feed(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let end = this.#cut(bytes, at); end !== -1; end = this.#cut(bytes, at)) at = end;
    this.#rest = bytes.subarray(at);
  }

  finish(): void {
    if (this.#rest.length > 0) throw badFile('damaged', 'a record is cut off');
  }

  /** Where the record that begins there ends, or -1 where it is not complete yet. */
  #cut(bytes: Buffer, from: number): number {
    let at = from;
    if (at + 2 > bytes.length) return -1;
    let type = bytes.readUInt8(at);
    at += 1;
    if (type >= 128) {
      type = (type & 0x7f) + (bytes.readUInt8(at) & 0x7f) * 128;
      at += 1;
    }
    let length = 0;
    for (let index = 0; ; index += 1) {
      if (at === bytes.length) return -1;
      const byte = bytes.readUInt8(at);
      at += 1;
      length += (byte & 0x7f) * 128 ** index;
      if (byte < 128 || index === 3) break;
    }
    if (length > MAX_RECORD_BYTES) throw badFile('hostile', 'a record over 1 MiB');
    if (at + length > bytes.length) return -1;
    this.#hear(type, new Content(bytes.subarray(at, at + length)));
    return at + length;
  }
}

/** Reads a whole part. */
export async function readRecords(
  zip: ZipParts,
  part: string,
  hear: (type: number, content: Content) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const cutter = new RecordCutter(hear);
  for await (const bytes of zip.read(part, signal)) cutter.feed(bytes);
  cutter.finish();
}
