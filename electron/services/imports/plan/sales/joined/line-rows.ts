import type { Cell } from '#shared/domain/cell.ts';
import type { Problem } from '../../outcomes.ts';
import type { SaleRowReader } from '../row.ts';
import type { SaleHead } from '../sale-row.ts';
import type { JoinedOrders, Order } from './orders.ts';
import { add, type SourceTallies } from './tally.ts';

/** Reads the rows of a source that are lines of orders in another one. */
export class OrderLines {
  readonly #reader: SaleRowReader;
  readonly #orders: JoinedOrders;
  readonly #tallies: SourceTallies;
  /** The order of the row that was read last; null: it stands for itself. */
  order: Order | null = null;

  constructor(reader: SaleRowReader, orders: JoinedOrders, tallies: SourceTallies) {
    this.#reader = reader;
    this.#orders = orders;
    this.#tallies = tallies;
  }

  /** A line with a day of its own is a sale without its order; one without has no day then. */
  read(cells: readonly Cell[]): Problem | null {
    const head = this.#reader.headOf(cells);
    const found = this.#orders.of(head);
    this.order = found === 'several' ? null : found;
    if (this.order !== null) return this.#reader.read(cells, this.order.head);
    const { hasDay, number } = this.#reader.places;
    if (hasDay && found === null) return this.#reader.read(cells);
    this.#countOut(cells, head, found === 'several');
    const value = head.number || null;
    if (found === 'several') return { problem: 'order-several', column: number, value };
    return { problem: 'order-missing', column: number, value };
  }

  #countOut(cells: readonly Cell[], head: SaleHead, isSeveral: boolean): void {
    const isRead = this.#reader.read(cells, head) === null;
    const minor = isRead ? this.#reader.row.amountMinor : 0;
    add(isSeveral ? this.#tallies.several : this.#tallies.missing, minor, head.number);
  }

  /** Counts the row as taken. */
  took(): void {
    const { amountMinor, number } = this.#reader.row;
    if (this.order === null) add(this.#tallies.alone, amountMinor, number);
    else add(this.#tallies.lines, amountMinor, '');
  }
}
