import { badFile } from '#shared/errors.ts';
import { errorText, rkNumber } from '../old-excel/cell-values.ts';
import { MAX_COLUMNS, RowMaker } from '../row-batches.ts';
import { numberToCell } from '../xlsx-dates.ts';
import type { SheetContext } from '../xlsx-sheet.ts';
import { MAX_CELL_LENGTH } from '../xlsx-strings.ts';
import { type Content, RECORD } from './xlsb-records.ts';

const HIDDEN_ROW = 0x10;
const LAST_CELL = 11;
const RICH_CELL = 62;
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
/** Bytes before a cell's value: its column and its format, or the format alone right of another cell. */
const HEAD_BYTES = 8;
const SHORT_HEAD_BYTES = 4;
/** A formula that is to be calculated when the workbook is opened. */
const CALCULATE = 0x02;

/** Hears the records of a sheet and fills its rows. */
export class XlsbSheet {
  readonly rows = new RowMaker();
  readonly #context: SheetContext;
  #isInData = false;
  #isInRow = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  hear(type: number, content: Content): void {
    if (type === RECORD.beginData) this.#isInData = true;
    else if (type === RECORD.column) this.#hearColumns(content);
    else if (!this.#isInData) return;
    else if (type === RECORD.endData) this.#end();
    else if (type === RECORD.row) this.#hearRow(content);
    else if (type <= LAST_CELL) this.#hearCell(type, content, content.u32(0), HEAD_BYTES);
    else if (type === RICH_CELL) this.#hearCell(type, content, content.u32(0), HEAD_BYTES);
    else if (type >= FIRST_SHORT && type <= LAST_SHORT)
      this.#hearCell(type - FIRST_SHORT + 1, content, this.rows.next, SHORT_HEAD_BYTES);
  }

  finish(): void {
    if (this.#isInData) throw badFile('damaged', 'a sheet ends too early');
  }

  #end(): void {
    this.#endRow();
    this.#isInData = false;
  }

  #endRow(): void {
    if (this.#isInRow) this.rows.endRow();
    this.#isInRow = false;
  }

  #hearColumns(content: Content): void {
    const { hiddenColumns } = this.rows.batches;
    if ((content.u16(16) & 1) === 0 || hiddenColumns.length >= MAX_COLUMNS) return;
    hiddenColumns.push([content.u32(0), content.u32(4)]);
  }

  #hearRow(content: Content): void {
    this.#endRow();
    const isHidden = content.u16(8) === 0 || (content.u8(11) & HIDDEN_ROW) !== 0;
    this.rows.startRow(content.u32(0) + 1, isHidden);
    this.#isInRow = true;
  }

  #hearCell(type: number, content: Content, column: number, at: number): void {
    if (!this.#isInRow) throw badFile('damaged', 'a cell without a row');
    const style = content.u32(at - 4) & 0xffffff;
    const isFormula = type >= 8 && type <= LAST_CELL;
    if (type === 1) this.rows.put(column, null);
    else if (type === 2) this.#number(column, rkNumber(content.u32(at)), style);
    else if (type === 3 || type === LAST_CELL) this.rows.put(column, errorText(content.u8(at)));
    else if (type === 4 || type === 10) this.rows.put(column, content.u8(at) !== 0);
    else if (type === 7) this.rows.put(column, this.#context.strings.get(content.u32(at)) || null);
    else if (type === 6 || type === 8) this.#text(column, content.text(at).text);
    else if (type === RICH_CELL) this.#text(column, content.text(at + 1).text);
    else {
      const value = content.f64(at);
      const isUnknown = isFormula && value === 0 && (content.u16(at + 8) & CALCULATE) !== 0;
      if (isUnknown) this.rows.putUncalculated(column);
      else this.#number(column, value, style);
    }
  }

  #text(column: number, text: string): void {
    if (text.length > MAX_CELL_LENGTH)
      throw badFile('too-large', `row ${this.rows.number}: a cell over 32,767 characters`);
    this.rows.put(column, text === '' ? null : text);
  }

  #number(column: number, value: number, style: number): void {
    if (!Number.isFinite(value)) this.rows.refuse('a broken number');
    const { kinds, date1904 } = this.#context;
    const known = kinds === null ? 'number' : kinds[style];
    const kind = known ?? this.rows.refuse('a cell format that is not there');
    this.rows.put(column, numberToCell(value, kind, date1904));
  }
}
