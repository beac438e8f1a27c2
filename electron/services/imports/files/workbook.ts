import type { ImportFormat, TextEncoding } from '#shared/contract/imports-draft.ts';
import type { Cell } from '#shared/domain/cell.ts';

/** What a file really is, decided by its first bytes and never by its name. */
export type FileFormat = ImportFormat;

/** One sheet in the order of the workbook's tabs; a text file has exactly one. */
export interface SheetInfo {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

/**
 * How a text file was read: one of `, ; tab |`, or a blank for columns set apart by runs of blanks.
 */
export interface TextLayout {
  readonly encoding: TextEncoding;
  readonly separator: string;
}

/**
 * Up to 512 rows. `numbers[i]` is the 1-based row a spreadsheet shows for `rows[i]` (a workbook may
 * leave rows out; a text file's records are counted, without an Excel `sep=` line). A row whose
 * cells are all empty is `[]`. Text files give text only (an empty cell is `''`); workbooks give
 * `null` for an empty cell and no empty cells at the end of a row.
 */
export interface RowBatch {
  readonly firstRow: number;
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Numbers of the rows that the workbook hides; none in a text file. */
  readonly hidden: readonly number[];
  /** By column, how many cells have a formula that no program has calculated; a column may be missing. */
  readonly uncalculated: readonly (number | undefined)[];
  /** Columns that the workbook hides, from and to, 0-based, both included. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

/** `onProgress` counts bytes of the file (for a workbook: of the sheet, inflated). */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => void;
}

/** Who writes in a chat, and which of them it is with; null: that is not known. */
export interface ChatInfo {
  readonly senders: readonly string[];
  readonly with: string | null;
}

/** An opened file from outside. Each call of `rows` reads the sheet anew from its start. */
export interface Workbook {
  readonly format: FileFormat;
  readonly sheets: readonly SheetInfo[];
  /** Null for a workbook. */
  readonly text: TextLayout | null;
  /** True where the workbook counts its days from 1904; dates arrive as ISO text either way. */
  readonly date1904: boolean;
  /** A chat's. */
  readonly chat?: ChatInfo;
  /** Fails with `BAD_FILE` or `CANCELLED` while it is iterated; never leaves a row out silently. */
  rows(sheetIndex: number, options?: ReadOptions): AsyncIterable<RowBatch>;
  /** Lets go of the file and of temporary ones; safe to call twice. */
  close(): Promise<void>;
}

/** What the person chose over what was recognised: of a text file, and of a chat whom it is with. */
export interface OpenOptions {
  /** As the owner sees it. */
  readonly name?: string;
  readonly chatWith?: string;
  readonly encoding?: TextEncoding;
  readonly separator?: string;
  readonly signal?: AbortSignal;
}
