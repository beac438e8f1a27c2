import type { SaleLookup } from '#db/queries/imports/lookup-sales.ts';
import { E4 } from '#shared/domain/text/decimal.ts';
import { isCounted } from '#shared/domain/vocabulary/sales.ts';
import type { NextIds } from '../next-ids.ts';
import type { Outcomes } from '../outcomes.ts';
import { noCounts } from '../row-kind.ts';
import { matchLines } from './line-match.ts';
import type { KnownLine, PendingLine, SaleSlot } from './slot.ts';

/** Where the lines of the plan go. */
export interface LineSink {
  /** A new line of a sale. */
  add(saleId: number, line: KnownLine): void;
  /** Lines that an earlier source of the same draft has planned for a sale. */
  planned(saleId: number): KnownLine[];
  changePlanned(line: KnownLine): void;
  changeStored(before: KnownLine, after: KnownLine): void;
}

/** A sale in one line: what it comes to. */
export type WholeLine = Omit<PendingLine, 'outcome' | 'productId'>;

/** The lines of every sale of the plan. */
export class SaleLines {
  readonly counts = noCounts();
  /** Null: nothing is in the shop. */
  readonly #lookup: SaleLookup | null;
  readonly #ids: NextIds;
  readonly #sink: LineSink;

  constructor(lookup: SaleLookup | null, ids: NextIds, sink: LineSink) {
    this.#lookup = lookup;
    this.#ids = ids;
    this.#sink = sink;
  }

  /** Adds a new line to a sale. */
  append(slot: SaleSlot, line: WholeLine, productId: number | null): number {
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
    this.counts.added += 1;
    return id;
  }

  /** What came in as one sum stays one, and is what the file says now. */
  keepWhole(slot: SaleSlot, known: readonly KnownLine[], whole: readonly WholeLine[]): void {
    if (known.some(({ productId }) => productId !== null)) return;
    slot.keepWhole();
    const [was, ...others] = known;
    const [is] = whole;
    if (was === undefined || is === undefined || others.length > 0) return;
    if (was.amountMinor === is.amountMinor) return;
    this.#change(was, { ...is, productId: null, outcome: -1 });
    slot.hasChangedLines = true;
  }

  /**
   * Takes off what was given back of a sale that counts: the whole makes it one that came back, a part is a
   * line below zero. What was paid for sending is no part of it. Returns what is taken off.
   */
  takeBack(slot: SaleSlot): number {
    const known = slot.stored === null ? [] : this.known(slot);
    const before = known.find((line) => line.productId === null && line.amountMinor < 0);
    const goods = slot.totalMinor - (before?.amountMinor ?? 0);
    const back = Math.min(slot.refundMinor, goods);
    if (back <= 0 || slot.kind === 'return' || !isCounted(slot.status)) return 0;
    if (back === goods) {
      slot.takeBackWhole();
      return 0;
    }
    slot.takenBackMinor = back;
    const line = { quantityE4: -E4, unitPriceE4: null, discountMinor: 0, amountMinor: -back };
    if (before === undefined) this.append(slot, { ...line, status: null }, null);
    else if (before.amountMinor !== -back)
      this.#change(before, { ...line, status: null, productId: null, outcome: -1 });
    else return back;
    slot.hasChangedLines = slot.stored !== null;
    if (before !== undefined) slot.recount();
    return back;
  }

  /** Settles the rows that wait for all lines of their sale to be known. */
  settle(slot: SaleSlot, outcomes: Outcomes): void {
    const known = this.known(slot);
    const { pending } = slot;
    slot.pending = null;
    slot.lineCount = Math.max(slot.lineCount, ...known.map((line) => line.position + 1));
    if (this.#isToldAgain(slot, known, pending ?? [])) return;
    const wholly = this.#insteadOfWhole(slot, known, pending ?? []);
    if (wholly !== null) outcomes.settle(wholly.outcome, 'updated');
    const elsewhere = slot.twins.flatMap(({ id }) => this.#storedLines(id));
    for (const match of matchLines(
      known,
      (pending ?? []).filter((line) => line !== wholly),
      elsewhere,
    )) {
      if (match.kind === 'new') {
        const { outcome, ...line } = match.pending;
        const position = slot.lineCount;
        const id = this.append(slot, line, line.productId);
        known.push({ id, isStored: false, position, ...line });
        outcomes.settle(outcome, 'added');
        slot.hasChangedLines = true;
      } else if (match.kind === 'changed') {
        this.#change(match.known, match.pending);
        outcomes.settle(match.pending.outcome, 'updated');
        slot.hasChangedLines = true;
      } else {
        match.known.status = match.pending.status;
        this.counts.unchanged += 1;
      }
    }
    slot.recount();
  }

  /**
   * A sale that came in as one sum without its things, and whose things come now: the first of them takes
   * the place of the sum, or it would count beside them.
   */
  #insteadOfWhole(
    slot: SaleSlot,
    known: readonly KnownLine[],
    pending: readonly PendingLine[],
  ): PendingLine | null {
    const [whole] = known;
    const [first] = pending;
    const isWhole = slot.isOrder && known.length === 1 && whole?.productId === null;
    if (!isWhole || first === undefined || pending.some(({ productId }) => productId === null))
      return null;
    this.#change(whole, first);
    slot.hasChangedLines = true;
    return first;
  }

  /** A sum without a thing for a sale whose things are all there is no further line: it is compared. */
  #isToldAgain(
    slot: SaleSlot,
    known: readonly KnownLine[],
    pending: readonly PendingLine[],
  ): boolean {
    const [sum, ...others] = pending;
    const isSum = sum?.productId === null && sum.unitPriceE4 === null && others.length === 0;
    const isThere = known.length > 0 && known.some(({ productId }) => productId !== null);
    if (!isSum || !isThere || slot.stored === null || slot.number === null) return false;
    slot.isToldAgain = true;
    slot.statedMinor = sum.amountMinor;
    slot.recount();
    return true;
  }

  #change(known: KnownLine, { outcome: _, ...line }: PendingLine): void {
    const before = { ...known };
    Object.assign(known, line);
    if (known.isStored) this.#sink.changeStored(before, known);
    else this.#sink.changePlanned(known);
    this.counts.updated += 1;
  }

  /** The lines that a sale has: stored, or planned so far. */
  known(slot: SaleSlot): KnownLine[] {
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
