import type { SaleLookup } from '#db/queries/imports/lookup-sales.ts';
import type { NextIds } from '../next-ids.ts';
import type { Outcomes } from '../outcomes.ts';
import type { NamedProduct } from '../row-kind.ts';
import { type LineSink, SaleLines, type WholeLine } from './sale-lines.ts';
import { countNoMore, type SaleRow } from './sale-row.ts';
import { SaleSlot, type SaleStart } from './slot.ts';
import { UnnamedSales } from './unnamed.ts';

/** Whose a row is and what it sold. */
export interface SoldRow {
  readonly customerId: number | null;
  readonly product: NamedProduct | null;
  /** Who was erased and bought it: what is left of their sales stands under this number. */
  readonly erasedId: number | null;
  /** The order that the row is a line of, where that stands in another source. */
  readonly order?: SaleSlot | null;
  /** It belongs to the sale of the row before. */
  readonly continues: boolean;
}

export function isInTrash({ stored }: SaleSlot): boolean {
  return stored !== null && stored.deleted_at !== null;
}

/** New, and without a line so far. */
function isUntouched({ stored, lineCount, pending }: SaleSlot): boolean {
  return stored === null && lineCount === 0 && pending === null;
}

/** Every sale of the plan. A sale is a number and a day and a customer; without a number a day and a customer. */
export class SaleBook {
  readonly slots = new Map<string, SaleSlot>();
  readonly #lines: SaleLines;
  /** Null: nothing is in the shop. */
  readonly #lookup: SaleLookup | null;
  readonly #ids: NextIds;
  readonly #unnamed: UnnamedSales;
  readonly #waiting: SaleSlot[] = [];
  /** Made at the first question; sales come before what asks for them. */
  #byNumber: Map<string, SaleSlot[]> | null = null;
  #last: SaleSlot | null = null;
  #sourceId = 0;

  constructor(lookup: SaleLookup | null, ids: NextIds, sink: LineSink) {
    this.#lookup = lookup;
    this.#ids = ids;
    this.#lines = new SaleLines(lookup, ids, sink);
    this.#unnamed = new UnnamedSales(lookup, {
      open: (row, matchKey, stored) =>
        this.#open(row, { matchKey, customerId: null, stored, twins: [] }),
      sells: (sale, productId) => {
        const lines =
          sale instanceof SaleSlot ? this.#lines.known(sale) : (lookup?.lines(sale.id) ?? []);
        return lines.some(
          (line) => ('productId' in line ? line.productId : line.product_id) === productId,
        );
      },
    });
  }

  /** What becomes of the lines. */
  get lines(): SaleLines['counts'] {
    return this.#lines.counts;
  }

  startSource(sourceId: number): void {
    this.#sourceId = sourceId;
    this.#last = null;
  }

  /**
   * Puts a row into its sale. Returns `added`, or `pending` where the sale was there before: then the
   * row is settled by `finishSource`. A sale in the trash takes nothing: `in-trash`.
   */
  take(row: SaleRow, sold: SoldRow, outcome: number): 'added' | 'pending' | 'in-trash' {
    const { order = null, product } = sold;
    const slot = order ?? this.#saleOf(row, sold);
    this.#last = slot;
    if (isInTrash(slot)) return 'in-trash';
    // Which of two sales of one key a row is about, only its line can say: as a whole they stay.
    const headFrom = order?.touchedBy ?? this.#sourceId;
    if (slot.twins.length === 0) slot.takeHead(row, headFrom);
    if (order !== null && isUntouched(slot)) slot.madeBy = this.#sourceId;
    if (row.repeats && slot.hasCounted(row.amountMinor)) countNoMore(row);
    const productId = product?.id ?? null;
    if (slot.madeBy === this.#sourceId) {
      this.#lines.append(slot, row, productId);
      return 'added';
    }
    const { quantityE4, unitPriceE4, discountMinor, amountMinor, status } = row;
    if (slot.pending === null) {
      slot.pending = [];
      this.#waiting.push(slot);
    }
    const line = { productId, quantityE4, unitPriceE4, discountMinor, amountMinor, status };
    slot.pending.push({ outcome, ...line });
    return 'pending';
  }

  #saleOf(row: SaleRow, { customerId, product, erasedId, continues }: SoldRow): SaleSlot {
    const last = continues ? this.#last : null;
    const kept = last === null && erasedId !== null ? this.#keptOf(row, erasedId) : null;
    return last ?? kept ?? this.#slotOf(row, customerId, product);
  }

  /** Takes what a row says of an order as a whole; its lines come from another source. */
  takeOrder(row: SaleRow, sold: SoldRow): SaleSlot {
    const slot = this.#saleOf(row, sold);
    this.#last = slot;
    if (!isInTrash(slot) && slot.twins.length === 0) slot.takeHead(row, this.#sourceId);
    return slot;
  }

  /** An order that no other source has a line of: one in the shop is as it was, else the whole is its line. */
  closeOrder(slot: SaleSlot, whole: readonly WholeLine[]): boolean {
    if (isInTrash(slot) || slot.lineCount > 0) return false;
    const known = this.#lines.known(slot);
    if (known.length > 0) {
      this.#lines.keepWhole(slot, known, whole);
      slot.recount();
      return false;
    }
    slot.keepWhole();
    for (const line of whole) this.#lines.append(slot, line, null);
    return true;
  }

  /** Once all lines are there: what was given back of sales is taken off. Gives out each amount. */
  *takeBack(): Generator<number> {
    for (const slot of this.slots.values()) {
      if (slot.refundMinor > 0 && !isInTrash(slot)) yield this.#lines.takeBack(slot);
    }
  }

  /** A sale by its number that is not another customer's: one of this plan, else one in the shop. */
  byNumber(number: string, customerId: number | null): number | null {
    const planned = this.#plannedByNumber(number, customerId);
    return planned ?? this.#lookup?.byNumber(number, customerId) ?? null;
  }

  #plannedByNumber(number: string, customerId: number | null): number | null {
    if (this.#byNumber === null) {
      this.#byNumber = Map.groupBy(this.slots.values(), (slot) => slot.number?.toLowerCase() ?? '');
    }
    const found = (this.#byNumber.get(number.toLowerCase()) ?? []).filter(
      (slot) => slot.customerId === null || customerId === null || slot.customerId === customerId,
    );
    return (found.find((slot) => slot.customerId !== null) ?? found[0])?.id ?? null;
  }
  /** A sale that was brought in before its customer was erased: it is not brought in once more. */
  #keptOf(row: SaleRow, customerId: number): SaleSlot | null {
    const matchKey = row.number === '' ? `d|${row.date}` : `n|${row.number}|${row.date}`;
    const known = this.slots.get(`${matchKey}|${customerId}`);
    if (known !== undefined) return known;
    const found = this.#stored(matchKey, customerId);
    return found.stored === null ? null : this.#open(row, { matchKey, customerId, ...found });
  }

  #slotOf(row: SaleRow, customerId: number | null, product: NamedProduct | null): SaleSlot {
    if (row.number !== '') {
      const last = this.#last;
      // A till writes the buyer on a receipt's first line only.
      if (
        customerId === null &&
        last !== null &&
        last.number === row.number &&
        last.day === row.date
      ) {
        return last;
      }
      return this.#find(`n|${row.number}|${row.date}`, row, customerId);
    }
    if (customerId !== null) return this.#find(`d|${row.date}`, row, customerId);
    return this.#unnamed.of(row, product, this.#sourceId);
  }

  #find(matchKey: string, row: SaleRow, customerId: number | null): SaleSlot {
    const known = this.slots.get(`${matchKey}|${customerId ?? ''}`);
    if (known !== undefined) return known;
    return this.#open(row, { matchKey, customerId, ...this.#stored(matchKey, customerId) });
  }

  #open(
    row: SaleRow,
    { matchKey, customerId, stored, twins }: Omit<SaleStart, 'id' | 'madeBy'>,
  ): SaleSlot {
    const id = stored?.id ?? this.#ids.of('sales');
    const madeBy = stored === null ? this.#sourceId : 0;
    const whose = customerId ?? stored?.customer_id ?? null;
    const slot = new SaleSlot({ id, stored, twins, matchKey, customerId: whose, madeBy }, row);
    // One that is a row has no other key than itself.
    const key = matchKey.startsWith('r|') ? `r|${id}` : `${matchKey}|${customerId ?? ''}`;
    this.slots.set(key, slot);
    return slot;
  }

  #stored(matchKey: string, customerId: number | null): Pick<SaleStart, 'stored' | 'twins'> {
    const found = this.#lookup?.sales(matchKey, customerId) ?? [];
    const there = found.filter((sale) => sale.deleted_at === null);
    const stored = there[0] ?? found[0] ?? null;
    if (stored !== null || !matchKey.startsWith('n|')) return { stored, twins: there.slice(1) };
    return { stored: this.#lookup?.writtenByHand(matchKey, customerId) ?? null, twins: [] };
  }

  /** Sales of a source that were there before, one at a time: their rows are settled. */
  *finishSource(outcomes: Outcomes): Generator<void> {
    for (const slot of this.#waiting) {
      this.#lines.settle(slot, outcomes);
      yield;
    }
    this.#waiting.length = 0;
  }
}
