import type { SaleLookup } from '#db/queries/imports/lookup-sales.ts';
import type { NextIds } from '../next-ids.ts';
import type { Outcomes } from '../outcomes.ts';
import { type NamedProduct, noCounts } from '../row-kind.ts';
import { matchLines } from './line-match.ts';
import { countNoMore, type SaleRow } from './sale-row.ts';
import { type KnownLine, type PendingLine, SaleSlot, type SaleStart } from './slot.ts';
import { UnnamedSales } from './unnamed.ts';

/** Where the lines of the plan go. */
export interface LineSink {
  /** A new line of a sale. */
  add(saleId: number, line: KnownLine): void;
  /** Lines that an earlier source of the same draft has planned for a sale. */
  planned(saleId: number): KnownLine[];
  changePlanned(line: KnownLine): void;
  changeStored(before: KnownLine, after: KnownLine): void;
}

/** Whose a row is and what it sold. */
export interface SoldRow {
  readonly customerId: number | null;
  readonly product: NamedProduct | null;
  /** Who was erased and bought it: what is left of their sales stands under this number. */
  readonly erasedId: number | null;
  /** It belongs to the sale of the row before. */
  readonly continues: boolean;
}

/** Every sale of the plan. A sale is a number and a day and a customer; without a number a day and a customer. */
export class SaleBook {
  readonly slots = new Map<string, SaleSlot>();
  readonly lines = noCounts();
  /** Null: nothing is in the shop. */
  readonly #lookup: SaleLookup | null;
  readonly #ids: NextIds;
  readonly #sink: LineSink;
  readonly #unnamed: UnnamedSales;
  readonly #waiting: SaleSlot[] = [];
  /** Made at the first question; sales come before what asks for them. */
  #byNumber: Map<string, SaleSlot[]> | null = null;
  #last: SaleSlot | null = null;
  #sourceId = 0;

  constructor(lookup: SaleLookup | null, ids: NextIds, sink: LineSink) {
    this.#lookup = lookup;
    this.#ids = ids;
    this.#sink = sink;
    this.#unnamed = new UnnamedSales(lookup, {
      open: (row, matchKey, stored) =>
        this.#open(row, { matchKey, customerId: null, stored, twins: [] }),
      sells: (sale, productId) => {
        const lines =
          sale instanceof SaleSlot ? this.#knownLines(sale) : (lookup?.lines(sale.id) ?? []);
        return lines.some(
          (line) => ('productId' in line ? line.productId : line.product_id) === productId,
        );
      },
    });
  }

  startSource(sourceId: number): void {
    this.#sourceId = sourceId;
    this.#last = null;
  }

  /**
   * Puts a row into its sale. Returns `added`, or `pending` where the sale was there before: then the
   * row is settled by `finishSource`. A sale in the trash takes nothing: `in-trash`.
   */
  take(
    row: SaleRow,
    { customerId, product, erasedId, continues }: SoldRow,
    outcome: number,
  ): 'added' | 'pending' | 'in-trash' {
    const last = continues ? this.#last : null;
    const kept = last === null && erasedId !== null ? this.#keptOf(row, erasedId) : null;
    const slot = last ?? kept ?? this.#slotOf(row, customerId, product);
    this.#last = slot;
    if (slot.stored !== null && slot.stored.deleted_at !== null) return 'in-trash';
    // Which of two sales of one key a row is about, only its line can say: as a whole they stay.
    if (slot.twins.length === 0) slot.takeHead(row, this.#sourceId);
    if (row.repeats && slot.hasCounted(row.amountMinor)) countNoMore(row);
    const productId = product?.id ?? null;
    if (slot.madeBy === this.#sourceId) {
      this.#append(slot, row, productId);
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

  #append(
    slot: SaleSlot,
    line: Omit<PendingLine, 'outcome' | 'productId'>,
    productId: number | null,
  ): number {
    const id = this.#ids.of('sale_lines');
    const { quantityE4, unitPriceE4, discountMinor, amountMinor } = line;
    this.#sink.add(slot.id, {
      id,
      isStored: false,
      position: slot.lineCount,
      productId,
      quantityE4,
      unitPriceE4,
      discountMinor,
      amountMinor,
    });
    slot.lineCount += 1;
    slot.takeAmount(amountMinor, line.status);
    this.lines.added += 1;
    return id;
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
      this.#settle(slot, outcomes);
      yield;
    }
    this.#waiting.length = 0;
  }

  #settle(slot: SaleSlot, outcomes: Outcomes): void {
    const known = this.#knownLines(slot);
    const { pending } = slot;
    slot.pending = null;
    slot.lineCount = Math.max(slot.lineCount, ...known.map((line) => line.position + 1));
    const elsewhere = slot.twins.flatMap(({ id }) => this.#storedLines(id));
    for (const match of matchLines(known, pending ?? [], elsewhere)) {
      if (match.kind === 'new') {
        const { outcome, ...line } = match.pending;
        const position = slot.lineCount;
        const id = this.#append(slot, line, line.productId);
        known.push({ id, isStored: false, position, ...line });
        outcomes.settle(outcome, 'added');
        slot.hasChangedLines = true;
      } else if (match.kind === 'changed') {
        this.#change(match.known, match.pending);
        outcomes.settle(match.pending.outcome, 'updated');
        slot.hasChangedLines = true;
      } else {
        match.known.status = match.pending.status;
        this.lines.unchanged += 1;
      }
    }
    slot.recount();
  }

  #change(known: KnownLine, { outcome: _, ...line }: PendingLine): void {
    const before = { ...known };
    Object.assign(known, line);
    if (known.isStored) this.#sink.changeStored(before, known);
    else this.#sink.changePlanned(known);
    this.lines.updated += 1;
  }

  #knownLines(slot: SaleSlot): KnownLine[] {
    if (slot.known !== null) return slot.known;
    slot.known = slot.stored === null ? this.#sink.planned(slot.id) : this.#storedLines(slot.id);
    return slot.known;
  }

  #storedLines(saleId: number): KnownLine[] {
    return (this.#lookup?.lines(saleId) ?? []).map((line) => ({
      id: line.id,
      isStored: true,
      position: line.position,
      productId: line.product_id,
      quantityE4: line.quantity_e4,
      unitPriceE4: line.unit_price_e4,
      discountMinor: line.discount_minor,
      amountMinor: line.amount_minor,
    }));
  }
}
