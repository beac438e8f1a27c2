import { badFile } from '#shared/errors.ts';

const CONTINUE = 0x3c;
const HEAD_BYTES = 4;

/** Numbers of records, as Microsoft publishes them ([MS-XLS] 2.3). */
export const RECORD = {
  eof: 0x0a,
  date1904: 0x22,
  filePass: 0x2f,
  codePage: 0x42,
  colInfo: 0x7d,
  sheetOptions: 0x81,
  boundSheet: 0x85,
  mulRk: 0xbd,
  richLabel: 0xd6,
  xf: 0xe0,
  strings: 0xfc,
  sharedLabel: 0xfd,
  row: 0x208,
  rk: 0x27e,
  format: 0x41e,
} as const;

/** Walks over the records of a workbook's stream; a record that its end cuts off is `truncated`. */
export class Records {
  readonly data: Buffer;
  type = 0;
  /** Where the record begins, and its content from and to. */
  start = 0;
  from = 0;
  to = 0;

  constructor(data: Buffer, at = 0) {
    this.data = data;
    this.to = at;
  }

  /** Goes on to the next record; false at the end of the stream. */
  next(): boolean {
    const { data } = this;
    this.start = this.to;
    this.from = this.start + HEAD_BYTES;
    if (this.start === data.length) return false;
    if (this.from > data.length) throw badFile('truncated', 'a record is cut off');
    this.type = data.readUInt16LE(this.start);
    this.to = this.from + data.readUInt16LE(this.start + 2);
    if (this.to > data.length) throw badFile('truncated', 'a record is cut off');
    return true;
  }

  get length(): number {
    return this.to - this.from;
  }

  /** Fails with `damaged` where the record is shorter than what is read of it. */
  need(bytes: number): void {
    if (this.length < bytes) throw badFile('damaged', 'a record is too short');
  }

  u8(offset: number): number {
    this.need(offset + 1);
    return this.data.readUInt8(this.from + offset);
  }

  u16(offset: number): number {
    this.need(offset + 2);
    return this.data.readUInt16LE(this.from + offset);
  }

  u32(offset: number): number {
    this.need(offset + 4);
    return this.data.readUInt32LE(this.from + offset);
  }

  f64(offset: number): number {
    this.need(offset + 8);
    return this.data.readDoubleLE(this.from + offset);
  }

  bytes(offset: number, length: number): Buffer {
    this.need(offset + length);
    return this.data.subarray(this.from + offset, this.from + offset + length);
  }

  /** The content of this record and of those that continue it, which are passed over. */
  takeParts(): Buffer[] {
    const parts = [this.data.subarray(this.from, this.to)];
    while (this.to + HEAD_BYTES <= this.data.length) {
      if (this.data.readUInt16LE(this.to) !== CONTINUE) break;
      this.next();
      parts.push(this.data.subarray(this.from, this.to));
    }
    return parts;
  }

  /** What kind of part begins here: a BOF of any age, with its version and what it is of. */
  bof(): { readonly version: 2 | 3 | 4 | 5 | 8; readonly of: number } | null {
    const version = ({ 9: 2, 521: 3, 1033: 4, 2057: 5 } as const)[this.type];
    if (version === undefined) return null;
    const isNew = version === 5 && this.u16(0) === 0x600;
    return { version: isNew ? 8 : version, of: this.u16(2) };
  }
}
