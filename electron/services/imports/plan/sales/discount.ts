import type { Cell } from '#shared/domain/cell.ts';
import { e4ToMinor, percentOfMinor } from '#shared/domain/text/decimal.ts';
import { type DiscountReading, readDiscount } from '#shared/domain/text/discounts.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText, remember } from '../cells.ts';
import type { Problem } from '../outcomes.ts';
import { newRepeat, type Repeat, repeat } from './repeat.ts';

/** What a row takes off a sale as a whole: an amount, or percent in ten-thousandths. */
export type GivenDiscount =
  | { readonly minor: number; readonly percentE4: null }
  | { readonly minor: null; readonly percentE4: number };

/** A cell of a discount: what it takes off, what is wrong with it, or only worth knowing. */
interface DiscountCell {
  readonly given: GivenDiscount | null;
  readonly problem: Problem | null;
  readonly warning: Problem | null;
}

const NOTHING: DiscountCell = { given: null, problem: null, warning: null };

/** A source's column of discounts, if it has one. */
export class DiscountColumn {
  readonly #index: number;
  readonly #digits: number;
  readonly #read: (cell: Cell | undefined) => DiscountReading;

  constructor(source: SourceState, index: number, digits: number) {
    const reading = source.columns[index]?.reading;
    const style = reading?.numberStyle ?? 'plain';
    const meaning = reading?.discount ?? 'money';
    this.#index = index;
    this.#digits = digits;
    this.#read = remember((cell) => readDiscount(cell, style, meaning));
  }

  given(cells: readonly Cell[]): DiscountCell {
    if (this.#index < 0) return NOTHING;
    const reading = this.#read(cells[this.#index]);
    if (!reading.ok) {
      const problem = reading.problem === 'ambiguous' ? 'number-ambiguous' : reading.problem;
      return { ...NOTHING, problem: this.#problem(problem, cells) };
    }
    const { discount, rounded } = reading;
    if (discount === null) return NOTHING;
    const warning = rounded ? this.#problem('number-rounded', cells) : null;
    const given: GivenDiscount = discount.isPercent
      ? { minor: null, percentE4: discount.e4 }
      : { minor: e4ToMinor(discount.e4, this.#digits), percentE4: null };
    return { given, problem: null, warning };
  }

  /** Nothing says of what its percentage is. */
  notKept(cells: readonly Cell[]): Problem {
    return this.#problem('discount-not-kept', cells);
  }

  #problem(problem: string, cells: readonly Cell[]): Problem {
    return { problem, column: this.#index, value: cellText(cells[this.#index]) || null };
  }
}

/** What the rows of one source take off a sale as a whole. */
export class SaleDiscount {
  readonly #isNumbered: boolean;
  readonly #money: Repeat = newRepeat();
  readonly #percent: Repeat = newRepeat();
  /** What each row takes off its own line: counts where rows differ, or stand for sales of their own. */
  #ofLinesMinor = 0;
  #minor = 0;

  constructor(isNumbered: boolean) {
    this.#isNumbered = isNumbered;
  }

  take(given: GivenDiscount, lineMinor: number): void {
    if (given.minor !== null) {
      this.#minor = repeat(this.#money, given.minor, this.#isNumbered);
      return;
    }
    repeat(this.#percent, given.percentE4, this.#isNumbered);
    this.#ofLinesMinor += percentOfMinor(Math.abs(lineMinor), given.percentE4);
  }

  /** What comes off lines of this sum. */
  of(linesMinor: number): number {
    const { first, isSame } = this.#percent;
    if (first === null) return this.#minor;
    const isOfWhole = this.#isNumbered && isSame;
    const share = isOfWhole ? percentOfMinor(Math.abs(linesMinor), first) : this.#ofLinesMinor;
    return this.#minor + share;
  }
}
