import { badFile } from '#shared/errors.ts';
import type { SheetInfo } from '../workbook.ts';
import { builtInKind, formatKind, type NumberKind } from '../xlsx-dates.ts';
import { SharedStrings } from '../xlsx-strings.ts';
import { RECORD, Records } from './biff-records.ts';
import { codePageReader, TextParts } from './biff-text.ts';

const MAX_SHEETS = 5_000;
const OF_BOOK = 0x05;
const OF_SHEET = 0x10;
const WORKSHEET = 0;
const DIALOG = 0x10;
/** Records of the formats and cell formats of each age; the one of 1993 is in `RECORD`. */
const OLD_FORMAT = 0x1e;
const XFS: Readonly<Record<number, { readonly format: number; readonly isWide: boolean }>> = {
  67: { format: 2, isWide: false },
  579: { format: 1, isWide: false },
  1091: { format: 1, isWide: false },
  [RECORD.xf]: { format: 2, isWide: true },
};

/** A sheet, and where its records begin. */
interface BiffSheet extends SheetInfo {
  readonly at: number;
}

/** A workbook from before Excel 2007: its sheets, and what their cells refer to. */
export interface BiffBook {
  readonly version: 2 | 3 | 4 | 5 | 8;
  readonly sheets: readonly BiffSheet[];
  readonly date1904: boolean;
  /** Of each cell format; empty where the workbook has none at all. */
  readonly kinds: readonly NumberKind[];
  /** Of each number format in its order: what a cell of 1987 names. */
  readonly oldKinds: readonly NumberKind[];
  readonly strings: SharedStrings;
  readonly decode: (bytes: Buffer) => string;
}

/** Hears the records before the cells. */
class BookRecords {
  readonly sheets: BiffSheet[] = [];
  readonly strings = new SharedStrings();
  date1904 = false;
  codePage = 1_252;
  readonly #version: BiffBook['version'];
  readonly #codes = new Map<number, string>();
  readonly #formats: number[] = [];

  constructor(version: BiffBook['version']) {
    this.#version = version;
  }

  hear(records: Records): void {
    const { type } = records;
    const xf = XFS[type];
    if (type === RECORD.filePass) throw badFile('password');
    else if (type === RECORD.date1904) this.date1904 = records.u16(0) === 1;
    else if (type === RECORD.codePage) this.codePage = records.u16(0);
    else if (type === RECORD.boundSheet) this.#hearSheet(records);
    else if (type === RECORD.strings) this.#hearStrings(records);
    else if (type === RECORD.format || type === OLD_FORMAT) this.#hearFormat(records);
    else if (xf !== undefined) {
      const { format, isWide } = xf;
      this.#formats.push(isWide ? records.u16(format) : records.u8(format) & 0x3f);
    }
  }

  /** Before 1993 a cell format names the format by its place; since then by its number. */
  kinds(): NumberKind[] {
    const isNumbered = this.#version >= 5;
    return this.#formats.map((id) => {
      const code = this.#codes.get(id);
      if (code !== undefined) return formatKind(code);
      return isNumbered ? builtInKind(id) : 'number';
    });
  }

  oldKinds(): NumberKind[] {
    return [...this.#codes.values()].map(formatKind);
  }

  #hearFormat(records: Records): void {
    const isNumbered = this.#version >= 5;
    const at = this.#version === 4 || isNumbered ? 2 : 0;
    const id = isNumbered ? records.u16(0) : this.#codes.size;
    if (this.#version === 8) {
      const parts = new TextParts([records.bytes(at, records.length - at)]);
      this.#codes.set(id, parts.unicode(parts.u16()));
    } else {
      this.#codes.set(id, records.bytes(at + 1, records.u8(at)).toString('latin1'));
    }
  }

  #hearSheet(records: Records): void {
    if (this.sheets.length >= MAX_SHEETS) throw badFile('hostile', 'over 5,000 sheets');
    const at = records.u32(0);
    if (records.u8(5) !== WORKSHEET) return;
    const length = records.u8(6);
    const name =
      this.#version === 8
        ? new TextParts([records.bytes(7, records.length - 7)]).unicode(length)
        : codePageReader(this.codePage)(records.bytes(7, length));
    this.sheets.push({ index: this.sheets.length, name, hidden: (records.u8(4) & 3) !== 0, at });
  }

  #hearStrings(records: Records): void {
    const parts = new TextParts(records.takeParts());
    parts.u32();
    for (let left = parts.u32(); left > 0; left -= 1) this.strings.add(parts.unicode(parts.u16()));
  }
}

/** Dialogs of 1995 have a tab like sheets, but no rows. */
function isDialog(data: Buffer, at: number): boolean {
  if (at >= data.length) throw badFile('damaged', 'a sheet is not where it should be');
  const records = new Records(data, at);
  records.next();
  if (records.bof()?.of !== OF_SHEET) throw badFile('damaged', 'a sheet is not where it should be');
  while (records.next() && records.type !== RECORD.eof && records.type !== RECORD.row) {
    if (records.type === RECORD.sheetOptions) return (records.u16(0) & DIALOG) !== 0;
  }
  return false;
}

/** Reads what a workbook says before its cells. Fails with `password`, `truncated`, `damaged`. */
export function readBiffBook(data: Buffer): BiffBook {
  const records = new Records(data);
  const bof = records.next() ? records.bof() : null;
  if (bof === null) throw badFile('damaged', 'the workbook does not begin');
  const isSheet = bof.of === OF_SHEET || bof.version < 5;
  // Several sheets of 1992 in one file are another format still.
  if (bof.of !== OF_BOOK && bof.of !== OF_SHEET) throw badFile('unsupported', 'xls');
  const book = new BookRecords(bof.version);
  let depth = 1;
  while (depth > 0) {
    if (!records.next()) throw badFile('truncated', 'the workbook ends too early');
    if (records.type === RECORD.eof) depth -= 1;
    else if (records.bof() !== null) depth += 1;
    else if (depth === 1) book.hear(records);
  }
  const sheets = isSheet
    ? [{ index: 0, name: 'Sheet1', hidden: false, at: 0 }]
    : book.sheets.filter(({ at }) => !isDialog(data, at)).map((one, index) => ({ ...one, index }));
  if (sheets.length === 0) throw badFile('no-rows', 'no sheet');
  const { date1904, strings, codePage } = book;
  const decode = codePageReader(codePage);
  const { version } = bof;
  return {
    version,
    sheets,
    date1904,
    strings,
    decode,
    kinds: book.kinds(),
    oldKinds: book.oldKinds(),
  };
}
