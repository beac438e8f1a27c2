import type { StoredSale } from '#db/queries/imports/lookup-sales.ts';
import { isCounted, type SaleKind, type SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import { SaleDiscount } from './discount.ts';
import { newRepeat, type Repeat, repeat } from './repeat.ts';
import type { SaleRow } from './sale-row.ts';

/** A line of a sale that was there before this source: stored, or planned from an earlier source. */
export interface KnownLine {
  readonly id: number;
  /** In the shop's database; false: planned, not yet there. */
  readonly isStored: boolean;
  readonly position: number;
  productId: number | null;
  quantityE4: number;
  unitPriceE4: number | null;
  discountMinor: number;
  amountMinor: number;
  /** What its row says of it; absent: it stands as its sale does. */
  status?: SaleStatus | null;
}

/** A row waiting until all lines of its sale are known. */
export interface PendingLine {
  /** Index of the row in the outcomes of its source. */
  readonly outcome: number;
  readonly productId: number | null;
  readonly quantityE4: number;
  readonly unitPriceE4: number | null;
  readonly discountMinor: number;
  readonly amountMinor: number;
  readonly status: SaleStatus | null;
}

/** What a sale is from the first row on. */
export interface SaleStart {
  readonly id: number;
  readonly stored: StoredSale | null;
  /** Others that go by the same key: they were two people's, who became one. */
  readonly twins: readonly StoredSale[];
  readonly matchKey: string;
  readonly customerId: number | null;
  /** The source whose rows append to it without a look; others compare first. */
  readonly madeBy: number;
}

/** One sale of the plan: there already, or new. */
export class SaleSlot implements SaleStart {
  readonly id: number;
  readonly stored: StoredSale | null;
  readonly twins: readonly StoredSale[];
  readonly matchKey: string;
  readonly number: string | null;
  readonly day: string;
  readonly customerId: number | null;
  time: string | null;
  status: SaleStatus;
  paymentMethod: string | null = null;
  note: string | null = null;
  shippingMinor = 0;
  linesMinor = 0;
  hasPositive = false;
  hasNegative = false;
  readonly #sums = { own: 0, counted: 0, left: 0, below: 0 };
  /** What the rows say that the whole comes to, where their lines count; null: nothing. */
  statedMinor: number | null = null;
  #stated: Repeat | null = null;
  /** The total that the first of several rows gave, each of which repeats it. */
  #once: number | null = null;
  /** Lines given out so far: the next one's position. */
  lineCount = 0;
  /** An order's lines stand in another source than the order: that one appends to it then. */
  madeBy: number;
  touchedBy = 0;
  /** The source of which one row is this sale, where a row is one. */
  rowOf = 0;
  /** A source has it as an order whose lines stand in another one. */
  isOrder = false;
  /** A source says only what it came to, and its things are known from before. */
  isToldAgain = false;
  known: KnownLine[] | null = null;
  pending: PendingLine[] | null = null;
  /** Lines were added or changed, though the sale was there. */
  hasChangedLines = false;
  /** Sale-level amounts repeat on every line of a numbered sale, or differ and add up. */
  #discount: SaleDiscount | null = null;
  #shipping: Repeat | null = null;
  #refund: Repeat | null = null;
  /** What the rows say was given back of it, and what of that is taken off. */
  refundMinor = 0;
  takenBackMinor = 0;

  constructor(start: SaleStart, row: SaleRow) {
    const { id, stored, twins, matchKey, customerId, madeBy } = start;
    this.id = id;
    this.stored = stored;
    this.twins = twins;
    this.matchKey = matchKey;
    this.number = row.number === '' ? null : row.number;
    this.day = row.date;
    this.customerId = customerId;
    this.madeBy = madeBy;
    this.time = stored === null ? row.time : timeOf(stored.sold_at);
    this.status = stored?.status ?? row.status ?? 'completed';
    if (stored === null) return;
    this.paymentMethod = stored.payment_method;
    this.note = stored.note;
    this.shippingMinor = stored.shipping_minor;
  }

  /** Takes over what a row says about the sale as a whole. */
  takeHead(row: SaleRow, sourceId: number): void {
    if (this.touchedBy !== sourceId) {
      this.touchedBy = sourceId;
      this.#discount = null;
      this.#shipping = null;
      this.#refund = null;
      this.#once = null;
      this.status = row.status ?? this.status;
    } else if (row.status !== null && isCounted(row.status) && !isCounted(this.status)) {
      // One line that stands keeps the sale; those that do not are left out one by one.
      this.status = row.status;
    }
    this.time ??= row.time;
    this.paymentMethod ??= row.paymentMethod;
    this.note ??= row.note;
    const isNumbered = this.number !== null;
    if (row.saleDiscount !== null && !row.isTotal) {
      this.#discount ??= new SaleDiscount(isNumbered);
      this.#discount.take(row.saleDiscount, row.amountMinor);
    }
    if (row.statedMinor !== null) {
      this.#stated ??= newRepeat();
      this.statedMinor = repeat(this.#stated, row.statedMinor, isNumbered);
    }
    if (row.refundMinor !== null) {
      this.#refund ??= newRepeat();
      this.refundMinor = repeat(this.#refund, row.refundMinor, isNumbered);
    }
    if (row.shippingMinor !== null) {
      this.#shipping ??= newRepeat();
      this.shippingMinor = repeat(this.#shipping, row.shippingMinor, isNumbered);
    }
  }

  /** Whether a total that stands on every row of the sale has been counted before. */
  hasCounted(totalMinor: number): boolean {
    if (this.#once === totalMinor) return true;
    this.#once = totalMinor;
    return false;
  }

  /** Counts an amount that belongs to the sale, with what its row says of it. */
  takeAmount(amountMinor: number, status: SaleStatus | null): void {
    this.linesMinor += amountMinor;
    if (amountMinor > 0) this.hasPositive = true;
    else if (amountMinor < 0) this.hasNegative = true;
    if (amountMinor < 0) this.#sums.below += amountMinor;
    else if (status === null) this.#sums.own += amountMinor;
    else this.#sums[isCounted(status) ? 'counted' : 'left'] += amountMinor;
  }

  /** All of it was given back: no line of it counts, whatever its row says. */
  takeBackWhole(): void {
    const { own, counted, left } = this.#sums;
    this.status = 'returned';
    Object.assign(this.#sums, { own: 0, counted: 0, left: left + own + counted });
  }

  /** Counts the amounts anew from the lines that are known. */
  recount(): void {
    this.linesMinor = 0;
    this.hasPositive = false;
    this.hasNegative = false;
    Object.assign(this.#sums, { own: 0, counted: 0, left: 0, below: 0 });
    for (const line of this.known ?? []) this.takeAmount(line.amountMinor, line.status ?? null);
  }

  /** A return has amounts below zero and none above. */
  get kind(): SaleKind {
    return this.hasNegative && !this.hasPositive ? 'return' : 'sale';
  }

  get soldAt(): string | null {
    return this.time === null ? null : `${this.day}T${this.time}`;
  }

  /** What comes off the lines: as rows say, else as it was. */
  get discountMinor(): number {
    return this.#discount?.of(this.linesMinor) ?? this.stored?.discount_minor ?? 0;
  }

  /** The tax written down by hand that comes on top of the lines. */
  get #taxOnTop(): number {
    return this.stored?.tax_mode === 'exclusive' ? this.stored.tax_minor : 0;
  }

  /** The tax written down by hand that is in the lines. */
  get #taxWithin(): number {
    const { stored } = this;
    return stored?.tax_mode === 'inclusive' && isCounted(this.status) ? stored.tax_minor : 0;
  }

  /** What the whole came to is its one line: what was taken off is within it. */
  keepWhole(): void {
    this.#discount = null;
  }

  /** What was paid for the goods: lines less the sale's discount. Shipping stands beside it. */
  get totalMinor(): number {
    const less = this.kind === 'return' ? this.discountMinor : -this.discountMinor;
    return this.linesMinor + less + this.#taxOnTop;
  }

  /**
   * The lines that count, less the sale's discount. What is below zero takes back whatever its row is
   * called: first from what counts, then from what was left out, or that would be taken back twice.
   */
  get revenueMinor(): number {
    const { own, counted, left, below } = this.#sums;
    if (this.kind === 'return') return below + this.discountMinor - this.#taxWithin;
    const sold = counted + (isCounted(this.status) ? own : 0);
    const notSold = left + (isCounted(this.status) ? 0 : own);
    const takenBackHere = Math.min(notSold, Math.max(0, -below - sold));
    const less = this.#taxWithin + (sold > 0 ? this.discountMinor : 0);
    return sold + takenBackHere + below - less;
  }

  get isPurchase(): 0 | 1 {
    return this.kind === 'sale' && this.revenueMinor > 0 ? 1 : 0;
  }
}

function timeOf(soldAt: string | null): string | null {
  return soldAt === null ? null : soldAt.slice(11, 16);
}
