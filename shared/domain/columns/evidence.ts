import type { Cell } from '../cell.ts';
import { LONGEST_VALUE } from '../text/longest.ts';
import { shapeText } from './shapes.ts';
import type { ColumnSummary } from './summary.ts';
import {
  copyTally,
  dateEvidence,
  foldNumber,
  foldText,
  newTally,
  numberEvidence,
  type Tally,
} from './tally.ts';
import { newShape, type ValueShape } from './value-shape.ts';

interface Seen {
  readonly cell: string | number;
  count: number;
}

const MAX_DISTINCT = 10_000;
const WINDOW = 4096;
/** Rows in which the numbers of one column are compared with those of others. */
export const COMPARED_ROWS = 60;

/**
 * Gathers, in one pass over all rows, what a column's cells look like. Values met before are only
 * counted; a column without repeats stops looking them up, so that long files stay quick.
 */
export class ColumnEvidence {
  private readonly seen = new Map<string | number, Seen>();
  private readonly shape: ValueShape = newShape();
  private readonly tally = newTally();
  private rows = 0;
  private empty = 0;
  private booleans = 0;
  private lastRow = 0;
  private capped = false;
  private looks = true;
  private misses = 0;
  private tries = 0;
  private readonly sizes: (number | null)[] = [];

  /** `rowsBefore`: rows that had ended before they reached this column. */
  constructor(rowsBefore = 0) {
    this.rows = rowsBefore;
    this.empty = rowsBefore;
    for (let row = 0; row < Math.min(rowsBefore, COMPARED_ROWS); row++) this.sizes.push(null);
  }

  /** `row`: counted from 1 below the titles. Short rows need not be told of columns they do not reach. */
  add(cell: Cell, row = this.rows + 1): void {
    this.rows++;
    if (this.sizes.length < COMPARED_ROWS) this.sizes.push(this.sizeOf(cell));
    if (cell === null || cell === '') {
      this.empty++;
      return;
    }
    this.lastRow = row;
    if (typeof cell === 'boolean') {
      this.booleans++;
      return;
    }
    if (this.looks) {
      const found = this.seen.get(cell);
      if (found !== undefined) {
        found.count++;
        return;
      }
      if (this.seen.size < MAX_DISTINCT) {
        this.seen.set(cell, { cell, count: 1 });
        return;
      }
      this.capped = true;
      this.noteMiss();
    }
    this.fold(cell, 1, this.tally);
  }

  private sizeOf(cell: Cell): number | null {
    if (typeof cell === 'number') return cell;
    if (typeof cell !== 'string') return null;
    const { shape } = this;
    shapeText(cell, shape);
    if (shape.number === null || shape.date !== null || Number.isNaN(shape.size)) return null;
    return shape.negative ? -shape.size : shape.size;
  }

  /** Once the memo is full, gives up looking when most values are new. */
  private noteMiss(): void {
    this.misses++;
    if (this.misses < WINDOW) return;
    const rows = this.rows - this.tries;
    if (this.tries > 0 && rows < WINDOW * 2) this.looks = false;
    this.tries = this.rows;
    this.misses = 0;
  }

  private fold(cell: string | number, count: number, tally: Tally): void {
    if (typeof cell === 'number') {
      foldNumber(tally, cell, count);
      return;
    }
    shapeText(cell, this.shape);
    foldText(tally, cell, this.shape, count);
  }

  /** The evidence so far; more cells may be added afterwards. */
  summary(): ColumnSummary {
    const tally = copyTally(this.tally);
    const values: string[] = [];
    let blank = 0;
    for (const { cell, count } of this.seen.values()) {
      const before = tally.blank;
      this.fold(cell, count, tally);
      if (tally.blank > before) blank++;
      else if (values.length < 24) values.push(String(cell).slice(0, LONGEST_VALUE));
    }
    return {
      rows: this.rows,
      filled: this.rows - this.empty - tally.blank,
      empty: this.empty + tally.blank,
      lastRow: this.lastRow,
      booleans: this.booleans,
      numbers: numberEvidence(tally),
      dates: dateEvidence(tally),
      phones: tally.phones,
      damagedPhones: tally.damagedPhones,
      emails: tally.emails,
      masked: tally.masked,
      words: tally.words,
      distinct: this.seen.size - blank,
      distinctCapped: this.capped,
      longest: tally.longest,
      samples: values.slice(0, 3),
      values,
      sizes: [...this.sizes],
    };
  }
}
