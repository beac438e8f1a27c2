import type { Cell } from '#shared/domain/cell.ts';
import { badFile } from '#shared/errors.ts';
import { MAX_COLUMNS, RowMaker } from '../row-batches.ts';
import { type NumberKind, numberToCell } from '../xlsx-dates.ts';
import { MAX_CELL_LENGTH } from '../xlsx-strings.ts';
import type { BiffBook } from './biff-book.ts';
import { RECORD, type Records } from './biff-records.ts';
import { TextParts } from './biff-text.ts';
import { errorText, rkNumber } from './cell-values.ts';

const HIDDEN_ROW = 0x20;
const NO_HEIGHT = 0x7fff;
/** A formula that is to be calculated when the workbook is opened. */
const CALCULATE = 0x02;
/** Records that a cell of 1987 has, where each is 7 bytes on: its format takes three. */
const OLD = { whole: 0x02, number: 0x03, label: 0x04, truth: 0x05, formula: 0x06, text: 0x07 };
const NUMBER = 0x203;
const LABEL = 0x204;
const TRUTH = 0x205;
const TEXT = 0x207;
const FORMULAS: readonly number[] = [0x06, 0x206, 0x406];

/** A cell whose formula has no result. */
const UNCALCULATED = Symbol('uncalculated');
type Kept = Cell | typeof UNCALCULATED;

/** Gathers the cells of a sheet: programs write them in any order, and some of them twice. */
export class BiffSheetCells {
  readonly #book: BiffBook;
  readonly #rows: (Kept[] | undefined)[] = [];
  readonly #hidden = new Set<number>();
  readonly #hiddenColumns: (readonly [number, number])[] = [];
  /** The cell whose text stands in a record of its own. */
  #waiting: { readonly row: number; readonly column: number } | null = null;

  constructor(book: BiffBook) {
    this.#book = book;
  }

  hear(records: Records): void {
    const { type } = records;
    if (this.#book.version < 5 && this.#hearOld(records)) return;
    if (this.#hearFormula(records)) return;
    if (type === RECORD.sharedLabel)
      this.#keep(records, this.#book.strings.get(records.u32(6)) || null);
    else if (type === NUMBER) this.#keepNumber(records, records.f64(6));
    else if (type === RECORD.rk) this.#keepNumber(records, rkNumber(records.u32(6)));
    else if (type === RECORD.mulRk) this.#hearMany(records);
    else if (type === LABEL || type === RECORD.richLabel) this.#hearLabel(records);
    else if (type === TRUTH) this.#keep(records, truth(records, 6));
    else if (type === TEXT) this.#hearText(records);
    else if (type === RECORD.row) this.#hearRow(records);
    else if (type === RECORD.colInfo) this.#hearColumns(records);
  }

  /** The rows in their order. */
  finish(): RowMaker {
    const maker = new RowMaker();
    maker.batches.hiddenColumns.push(...this.#hiddenColumns);
    this.#rows.forEach((row, index) => {
      if (row === undefined) return;
      maker.startRow(index + 1, this.#hidden.has(index));
      row.forEach((cell, column) => {
        if (cell === UNCALCULATED) maker.putUncalculated(column);
        else if (cell !== null && cell !== undefined) maker.put(column, cell);
      });
      maker.endRow();
    });
    return maker;
  }

  #put(row: number, column: number, cell: Kept): void {
    if (column >= MAX_COLUMNS) throw badFile('too-many-columns', `row ${row + 1}`);
    const cells = this.#rows[row] ?? [];
    this.#rows[row] = cells;
    cells[column] = cell;
  }

  #keep(records: Records, cell: Kept): void {
    this.#put(records.u16(0), records.u16(2), cell);
  }

  #number(row: number, value: number, kind: NumberKind | undefined): Cell {
    if (!Number.isFinite(value)) throw badFile('damaged', `row ${row + 1}: a broken number`);
    return numberToCell(value, kind ?? 'number', this.#book.date1904);
  }

  #kind(row: number, format: number): NumberKind | undefined {
    const { kinds } = this.#book;
    // A program that writes cells alone writes no formats at all.
    if (kinds.length > 0 && kinds[format] === undefined)
      throw badFile('damaged', `row ${row + 1}: a cell format that is not there`);
    return kinds[format];
  }

  #keepNumber(records: Records, value: number): void {
    const row = records.u16(0);
    this.#keep(records, this.#number(row, value, this.#kind(row, records.u16(4))));
  }

  #hearMany(records: Records): void {
    const row = records.u16(0);
    const first = records.u16(2);
    const count = Math.floor((records.length - 6) / 6);
    for (let index = 0; index < count; index += 1) {
      const at = 4 + index * 6;
      const value = rkNumber(records.u32(at + 2));
      const cell = this.#number(row, value, this.#kind(row, records.u16(at)));
      this.#put(row, first + index, cell);
    }
  }

  #hearLabel(records: Records): void {
    const [row, column] = [records.u16(0), records.u16(2)];
    this.#putText(row, column, this.#text(records, 6));
  }

  #hearText(records: Records): void {
    const at = this.#waiting;
    if (at === null) throw badFile('damaged', 'a text without its formula');
    this.#waiting = null;
    this.#putText(at.row, at.column, this.#text(records, 0));
  }

  /** Goes past the records that continue this one. */
  #text(records: Records, at: number): string {
    if (this.#book.version !== 8) return this.#book.decode(records.bytes(at + 2, records.u16(at)));
    const parts = new TextParts(records.takeParts());
    parts.skip(at);
    return parts.unicode(parts.u16());
  }

  #putText(row: number, column: number, text: string): void {
    if (text.length > MAX_CELL_LENGTH)
      throw badFile('too-large', `row ${row + 1}: a cell over 32,767 characters`);
    this.#put(row, column, text === '' ? null : text);
  }

  #hearFormula(records: Records): boolean {
    if (!FORMULAS.includes(records.type)) return false;
    const isCalculated = (records.u16(14) & CALCULATE) === 0;
    this.#keepResult(records, 6, isCalculated, records.u16(4));
    return true;
  }

  #keepResult(records: Records, at: number, isCalculated: boolean, format: number): void {
    const row = records.u16(0);
    this.#waiting = null;
    if (records.u16(at + 6) !== 0xffff) {
      const value = records.f64(at);
      const isUnknown = value === 0 && !isCalculated;
      const kind = this.#book.version === 2 ? this.#oldKind(records) : this.#kind(row, format);
      this.#keep(records, isUnknown ? UNCALCULATED : this.#number(row, value, kind));
      return;
    }
    const kind = records.u8(at);
    if (kind === 0) this.#waiting = { row, column: records.u16(2) };
    else if (kind === 1) this.#keep(records, records.u8(at + 2) !== 0);
    else if (kind === 2) this.#keep(records, errorText(records.u8(at + 2)));
    else if (kind !== 3) throw badFile('damaged', `row ${row + 1}: a result of an unknown kind`);
  }

  #oldKind(records: Records): NumberKind | undefined {
    const { kinds, oldKinds } = this.#book;
    return kinds.length > 0 ? kinds[records.u8(4) & 0x3f] : oldKinds[records.u8(5) & 0x3f];
  }

  #hearOld(records: Records): boolean {
    const { type } = records;
    const keepNumber = (value: number) =>
      this.#keep(records, this.#number(records.u16(0), value, this.#oldKind(records)));
    if (type === OLD.whole) keepNumber(records.u16(7));
    else if (type === OLD.number) keepNumber(records.f64(7));
    else if (type === OLD.label) this.#keep(records, this.#oldText(records, 7));
    else if (type === OLD.truth) this.#keep(records, truth(records, 7));
    else if (type === OLD.formula && this.#book.version === 2)
      this.#keepResult(records, 7, true, 0);
    else if (type === OLD.text && this.#waiting !== null) {
      const { row, column } = this.#waiting;
      this.#waiting = null;
      this.#put(row, column, this.#oldText(records, 0));
    } else return false;
    return true;
  }

  #oldText(records: Records, at: number): string | null {
    return this.#book.decode(records.bytes(at + 1, records.u8(at))) || null;
  }

  #hearRow(records: Records): void {
    const isFlat = (records.u16(6) & NO_HEIGHT) === 0;
    if (isFlat || (records.u16(12) & HIDDEN_ROW) !== 0) this.#hidden.add(records.u16(0));
  }

  #hearColumns(records: Records): void {
    if ((records.u16(8) & 1) === 0 || this.#hiddenColumns.length >= MAX_COLUMNS) return;
    this.#hiddenColumns.push([records.u16(0), records.u16(2)]);
  }
}

function truth(records: Records, at: number): Cell {
  const value = records.u8(at);
  return records.u8(at + 1) === 1 ? errorText(value) : value !== 0;
}
