import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText } from '../cells.ts';
import type { MoneySum } from '../money-sum.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { type KindRows, type RowInHand, refused, type Taken } from '../row-kind.ts';
import { isInTrash, type SaleBook, type SoldRow } from './book.ts';
import { OrderLines } from './joined/line-rows.ts';
import type { JoinedOrders } from './joined/orders.ts';
import type { Tallies } from './joined/tally.ts';
import type { SaleRowReader } from './row.ts';
import type { SaleHead } from './sale-row.ts';
import type { MoneyWitness } from './witness.ts';

/** Where what the rows say is kept, counted and compared. */
export interface SaleBooks {
  readonly book: SaleBook;
  readonly money: MoneySum;
  readonly witness: MoneyWitness;
  readonly orders: JoinedOrders;
  readonly tallies: Tallies;
}

/** The rows of one source as lines of sales. */
export class SaleRows implements KindRows {
  readonly #reader: SaleRowReader;
  readonly #book: SaleBook;
  readonly #money: MoneySum;
  readonly #witness: MoneyWitness;
  readonly #source: SourceState;
  readonly #orders: JoinedOrders;
  readonly #tallies: Tallies;
  /** The source has the lines of orders that stand in another one. */
  readonly #lines: OrderLines | null;
  /** The columns that say which sale a row is of; a line below leaves all of them blank. */
  readonly #heads: readonly number[];
  readonly #things: readonly number[];
  #above: SaleHead | null = null;
  #isBelow = false;

  constructor(source: SourceState, reader: SaleRowReader, books: SaleBooks) {
    const { book, money, witness, orders, tallies } = books;
    this.#source = source;
    this.#orders = orders;
    this.#tallies = tallies;
    const isLines = source.role === 'lines';
    this.#lines = isLines ? new OrderLines(reader, orders, tallies.of(source.id)) : null;
    this.#reader = reader;
    this.#book = book;
    this.#money = money;
    this.#witness = witness;
    const indexes = (start: RegExp) =>
      source.columns.filter(({ field }) => start.test(field)).map(({ index }) => index);
    this.#heads = indexes(/^(?:sale\.(?:date|number)|customer\.)/);
    this.#things = indexes(/^product\.(?:name|sku)$/);
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    return this.#reader.hasNoDate(cells);
  }

  /** A thing with its price below a sale, and no word of which sale it is: merged cells, or an export. */
  #goesOn(cells: readonly Cell[]): boolean {
    const isFilled = (index: number) => cellText(cells[index]) !== '';
    return this.#above !== null && this.#things.some(isFilled) && !this.#heads.some(isFilled);
  }

  read(cells: readonly Cell[]): Problem | null {
    this.#isBelow = this.#goesOn(cells);
    const wrong = this.#readRow(cells);
    // What stands below a row that is not taken is no line of the sale before it.
    if (wrong !== null && !this.#isBelow) this.#above = null;
    return wrong;
  }

  #readRow(cells: readonly Cell[]): Problem | null {
    if (this.#lines !== null && !this.#isBelow) return this.#lines.read(cells);
    return this.#reader.read(cells, this.#isBelow ? this.#above : null);
  }

  /** An order whose lines come from another source: its total is kept until they are known. */
  #takeOrder(about: SoldRow): Taken {
    const { row } = this.#reader;
    if (!row.lacksMoney) row.statedMinor = row.amountMinor;
    // What is taken off stands beside the lines, though it is within the total.
    row.isTotal = false;
    const slot = this.#book.takeOrder(row, about);
    this.#orders.keep(slot, row, this.#source.id);
    if (isInTrash(slot)) return refused('skipped', problemOf('sale-in-trash'));
    this.#witness.took(row.amountMinor);
    return { effect: slot.stored === null ? 'added' : 'unchanged', problems: row.warnings };
  }

  take({ outcome, customer, product, erasedId, continues }: RowInHand): Taken {
    const { row } = this.#reader;
    // What is written beside it may say whose it is.
    if (erasedId !== null && customer === null) row.note = null;
    const isBelow = this.#isBelow;
    const whose = { customerId: customer?.id ?? null, erasedId };
    const order = this.#lines?.order?.slot ?? null;
    const about = { ...whose, product, order, continues: continues || isBelow };
    if (this.#source.role === 'orders' && row.number !== '' && !isBelow)
      return this.#takeOrder(about);
    const effect = this.#book.take(row, about, outcome);
    const { date, time, number } = row;
    this.#above = effect === 'in-trash' ? null : { date, time, number };
    if (effect === 'in-trash') return refused('skipped', problemOf('sale-in-trash'));
    this.#money.add(row.exactFactor, row.exactE4, row.exactDiscountMinor, row.amountMinor);
    this.#lines?.took();
    if (product !== null) this.#tallies.sold(this.#source.id, product.id, row.amountMinor);
    this.#compare();
    const said = isBelow ? [problemOf('line-of-above'), ...row.warnings] : row.warnings;
    return { effect, problems: said };
  }

  #compare(): void {
    const { amountMinor, productMinor, againMinor } = this.#reader.row;
    this.#witness.took(amountMinor);
    if (productMinor !== null) this.#witness.product(productMinor, amountMinor);
    if (againMinor !== null) this.#witness.repeated(againMinor);
  }

  total(cells: readonly Cell[]): void {
    const total = this.#reader.total(cells);
    if (total !== null) this.#witness.total(total);
  }

  interrupt(): void {
    this.#above = null;
  }
}
