import type { MoneySum } from '../../money-sum.ts';
import { isInTrash, type SaleBook } from '../book.ts';
import type { WholeLine } from '../sale-lines.ts';
import type { SaleHead, SaleRow } from '../sale-row.ts';
import type { SaleSlot } from '../slot.ts';
import { add, TallyBySource } from './tally.ts';

/** What an order comes to as its own file says. */
interface Whole
  extends WholeLine,
    Pick<SaleRow, 'exactFactor' | 'exactE4' | 'exactDiscountMinor'> {}

/** An order whose lines stand in another source. */
export interface Order {
  readonly slot: SaleSlot;
  readonly head: SaleHead;
  readonly sourceId: number;
  /** What it comes to: counted only where no line of it comes in. */
  readonly whole: Whole[];
}

function wholeOf(row: SaleRow): Whole {
  const { quantityE4, unitPriceE4, discountMinor, amountMinor, status } = row;
  const { exactFactor, exactE4, exactDiscountMinor } = row;
  return {
    ...{ quantityE4, unitPriceE4, discountMinor, amountMinor, status },
    ...{ exactFactor, exactE4, exactDiscountMinor },
  };
}

/** The orders of a plan whose lines stand in other sources, by their numbers. */
export class JoinedOrders {
  readonly #byNumber = new Map<string, Order[]>();
  /** By source, orders that come in with the total of their own file, and those with nothing at all. */
  readonly whole = new TallyBySource();
  readonly empty = new TallyBySource();

  /** Keeps an order, and what it comes to until its lines are known. The same sum again is the same sum. */
  keep(slot: SaleSlot, row: SaleRow, sourceId: number): void {
    const { date, time, number } = row;
    const same = this.#byNumber.get(number) ?? [];
    let order = same.find((each) => each.slot === slot);
    if (order === undefined) {
      order = { slot, head: { date, time, number }, sourceId, whole: [] };
      this.#byNumber.set(number, [...same, order]);
    }
    slot.isOrder = true;
    const isAgain = order.whole.some(({ amountMinor }) => amountMinor === row.amountMinor);
    if (!row.lacksMoney && !isAgain) order.whole.push(wholeOf(row));
  }

  /** The order of a line: by its number, and by its day where the line has one. */
  of({ number, date }: Pick<SaleHead, 'number' | 'date'>): Order | 'several' | null {
    const found = (this.#byNumber.get(number) ?? []).filter(
      ({ head }) => date === '' || head.date === date,
    );
    if (found.length > 1) return 'several';
    return found[0] ?? null;
  }

  /** Once all lines are there: orders without one come to what their own file says. */
  *close(book: SaleBook, money: MoneySum): Generator<void> {
    for (const { slot, sourceId, whole } of [...this.#byNumber.values()].flat()) {
      if (isInTrash(slot) || !book.closeOrder(slot, whole)) continue;
      for (const { exactFactor, exactE4, exactDiscountMinor, amountMinor } of whole)
        money.add(exactFactor, exactE4, exactDiscountMinor, amountMinor);
      const tally = (whole.length === 0 ? this.empty : this.whole).of(sourceId);
      add(tally, slot.linesMinor, slot.number ?? slot.day);
      yield;
    }
  }
}
