import type { Cell } from '#shared/domain/cell.ts';
import type { RowBatch } from './workbook.ts';

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
