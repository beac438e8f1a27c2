import type { Cell } from '#shared/domain/cell.ts';
import { badFile } from '#shared/errors.ts';
import type { RowBatch } from './workbook.ts';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Empty places before filled cells in one sheet; they cost no bytes in the file but time here. */
const MAX_GAPS = 16_777_216;

const BATCH_ROWS = 512;
/** A wide sheet's batch is cut earlier, so that a batch never holds much memory. */
const BATCH_CELLS = 131_072;

/** Collects rows and hands them out in batches, in order. */
export class RowBatches {
  #numbers: number[] = [];
  #rows: (readonly Cell[])[] = [];
  #hidden: number[] = [];
  #uncalculated: number[] = [];
  /** Columns that the sheet hides; said of every batch. */
  readonly hiddenColumns: (readonly [number, number])[] = [];
  #cells = 0;
  #full: RowBatch[] = [];

  add(number: number, row: readonly Cell[], isHidden = false): void {
    this.#numbers.push(number);
    this.#rows.push(row);
    if (isHidden) this.#hidden.push(number);
    this.#cells += row.length;
    if (this.#rows.length >= BATCH_ROWS || this.#cells >= BATCH_CELLS) this.#cut();
  }

  /** Counts a cell whose formula has no result. */
  noteUncalculated(column: number): void {
    this.#uncalculated[column] = (this.#uncalculated[column] ?? 0) + 1;
  }

  /** The batches that are full. */
  takeFull(): readonly RowBatch[] {
    if (this.#full.length === 0) return [];
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** Everything that is left, the last batch however small. */
  takeRest(): readonly RowBatch[] {
    if (this.#rows.length > 0) this.#cut();
    return this.takeFull();
  }

  #cut(): void {
    this.#full.push({
      firstRow: this.#numbers[0] ?? 0,
      numbers: this.#numbers,
      rows: this.#rows,
      hidden: this.#hidden,
      uncalculated: this.#uncalculated,
      hiddenColumns: this.hiddenColumns,
    });
    this.#numbers = [];
    this.#rows = [];
    this.#hidden = [];
    this.#uncalculated = [];
    this.#cells = 0;
  }
}

/** Puts the cells of a sheet into rows, each where it belongs, and the rows into batches. */
export class RowMaker {
  readonly batches = new RowBatches();
  #number = 0;
  #isHidden = false;
  #row: Cell[] = [];
  #column = -1;
  #gaps = 0;

  get number(): number {
    return this.#number;
  }

  /** The column after the last one that was put or left out. */
  get next(): number {
    return this.#column + 1;
  }

  /** Begins a row; rows come in order. */
  startRow(number: number, isHidden: boolean): void {
    if (number <= this.#number) this.refuse('is followed by a row of a wrong number');
    if (number > MAX_ROWS) throw badFile('too-large', 'over 1,048,576 rows');
    this.#number = number;
    this.#isHidden = isHidden;
    this.#row = [];
    this.#column = -1;
  }

  /** A cell of the row, null for an empty one; columns come in order, 0-based. */
  put(column: number, cell: Cell): void {
    if (column >= MAX_COLUMNS) throw badFile('too-many-columns', `row ${this.#number}`);
    if (column <= this.#column) this.refuse('a cell in a wrong place');
    this.#column = column;
    if (cell === null) return;
    this.#fill(column - this.#row.length);
    this.#row.push(cell);
  }

  /** A cell whose formula no program has calculated. */
  putUncalculated(column: number): void {
    this.put(column, null);
    this.batches.noteUncalculated(column);
  }

  endRow(): void {
    this.batches.add(this.#number, this.#row, this.#isHidden);
  }

  /** The row at hand once more, as the next one. */
  repeatRow(): void {
    this.#gaps += this.#row.length;
    this.#refuseGaps();
    const row = this.#row;
    this.startRow(this.#number + 1, this.#isHidden);
    this.#row = row;
    this.endRow();
  }

  refuse(what: string): never {
    throw badFile('damaged', `row ${this.#number}: ${what}`);
  }

  #fill(gap: number): void {
    this.#gaps += gap;
    this.#refuseGaps();
    // A long gap at once: growing by single steps would leave three times its memory behind.
    if (gap > 64) this.#row = this.#row.concat(new Array<null>(gap).fill(null));
    else for (let left = gap; left > 0; left -= 1) this.#row.push(null);
  }

  #refuseGaps(): void {
    if (this.#gaps > MAX_GAPS) throw badFile('too-large', 'over 16,777,216 gaps between cells');
  }
}
