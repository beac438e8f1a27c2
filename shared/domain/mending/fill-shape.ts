/** Empty cells one below the other, below a value. */
export interface FilledGroup {
  readonly value: string;
  /** The row that the value stands in. */
  readonly valueRow: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** A column of which only the first row of each group is filled. */
export interface FillShape {
  readonly cells: number;
  /** Values with empty cells below them. */
  readonly groups: number;
  /** The first ones. */
  readonly examples: readonly FilledGroup[];
}

/** Fewer empty cells are no shape. */
const LEAST_BLANKS = 3;
/** Of all cells at least this share is empty. */
const LEAST_SHARE = 0.3;
/** The heads of groups differ: at most this share of them has come before. */
const MOST_REPEATED = 0.1;
const SHOWN = 3;

/** Gathers, from the top to the bottom, how the empty cells of a column stand below the filled ones. */
export class ShapeSurvey {
  #above: { readonly row: number; readonly value: string } | null = null;
  #group: FilledGroup | null = null;
  /** The value above has empty cells below it. */
  #hasGroup = false;
  readonly #seen = new Set<string>();
  readonly #examples: FilledGroup[] = [];
  #filled = 0;
  #repeated = 0;
  #blanks = 0;
  #orphans = 0;
  #groups = 0;

  /** A row that is no data came between: nothing goes on below it. */
  stop(): void {
    this.#close();
    this.#above = null;
  }

  add(row: number, value: string): void {
    if (value !== '') this.#head(row, value);
    else if (this.#above === null) this.#orphans += 1;
    else this.#blank(row, this.#above);
  }

  #blank(row: number, above: { readonly row: number; readonly value: string }): void {
    this.#blanks += 1;
    const { value: head, row: valueRow } = above;
    if (!this.#hasGroup) this.#groups += 1;
    this.#hasGroup = true;
    // A row between them that is left out is in no group.
    if (this.#group !== null && this.#group.toRow !== row - 1) this.#close();
    const fromRow = this.#group?.fromRow ?? row;
    this.#group = { value: head, valueRow, fromRow, toRow: row };
  }

  #head(row: number, value: string): void {
    this.#close();
    this.#hasGroup = false;
    this.#filled += 1;
    if (this.#seen.has(value)) this.#repeated += 1;
    else this.#seen.add(value);
    this.#above = { row, value };
  }

  #close(): void {
    if (this.#group !== null && this.#examples.length < SHOWN) this.#examples.push(this.#group);
    this.#group = null;
  }

  /**
   * What filling would do; null: the column does not look like the heads of groups. `mayRepeat`: every row
   * needs a value, so that empty cells are heads left out even where the same heads come again.
   */
  shape(mayRepeat = false): FillShape | null {
    this.#close();
    const cells = this.#blanks;
    if (cells < LEAST_BLANKS || this.#orphans > 0) return null;
    if (cells < LEAST_SHARE * (cells + this.#filled)) return null;
    if (!mayRepeat && this.#repeated > MOST_REPEATED * this.#filled) return null;
    return { cells, groups: this.#groups, examples: this.#examples };
  }
}
