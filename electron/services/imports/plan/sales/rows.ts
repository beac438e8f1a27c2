import type { Cell } from '#shared/domain/cell.ts';
import type { MoneySum } from '../money-sum.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { type KindRows, type RowInHand, refused, type Taken } from '../row-kind.ts';
import type { SaleBook } from './book.ts';
import type { SaleRowReader } from './row.ts';

/** The rows of one source as lines of sales. */
export class SaleRows implements KindRows {
  readonly #reader: SaleRowReader;
  readonly #book: SaleBook;
  readonly #money: MoneySum;

  constructor(reader: SaleRowReader, book: SaleBook, money: MoneySum) {
    this.#reader = reader;
    this.#book = book;
    this.#money = money;
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    return this.#reader.hasNoDate(cells);
  }

  read(cells: readonly Cell[]): Problem | null {
    return this.#reader.read(cells);
  }

  take({ outcome, customer, product, continues }: RowInHand): Taken {
    const { row } = this.#reader;
    const about = { customerId: customer?.id ?? null, product, continues };
    const effect = this.#book.take(row, about, outcome);
    if (effect === 'in-trash') return refused('skipped', problemOf('sale-in-trash'));
    this.#money.add(row.exactFactor, row.exactE4, row.exactDiscountMinor, row.amountMinor);
    return { effect, problems: row.warnings };
  }
}
