import type { SaleLookup, StoredSale } from '#db/queries/imports/lookup-sales.ts';
import type { NamedProduct } from '../row-kind.ts';
import type { SaleRow } from './sale-row.ts';
import { SaleSlot } from './slot.ts';

/** Sales of one key, in their order: those that a row was found to be are slots already. */
interface Alike {
  readonly sales: (SaleSlot | StoredSale)[];
  /** All before this one have a row of the source. */
  from: number;
  sourceId: number;
}

/** What keeps the sales a plan is made of. */
interface SaleKeeper {
  /** Makes a sale of the plan: of one in the shop, or a new one. */
  open(row: SaleRow, matchKey: string, stored: StoredSale | null): SaleSlot;
  /** Whether a sale has a line of that product. */
  sells(sale: SaleSlot | StoredSale, productId: number): boolean;
}

function matchKeyOf(row: SaleRow, productKey: string): string {
  const { date, time, quantityE4, unitPriceE4, amountMinor } = row;
  return `r|${date}|${time ?? ''}|${productKey}|${quantityE4}|${unitPriceE4}|${amountMinor}`;
}

/**
 * Sales without a number and a customer: each row is one, and what it says is all that tells it from
 * others. It is kept as the file writes it, so that what the owner renames is found again.
 */
export class UnnamedSales {
  readonly #lookup: SaleLookup | null;
  readonly #keeper: SaleKeeper;
  readonly #alike = new Map<string, Alike>();

  constructor(lookup: SaleLookup | null, keeper: SaleKeeper) {
    this.#lookup = lookup;
    this.#keeper = keeper;
  }

  /** The sale of a row: the first that no other row of the source is, else a new one. */
  of(row: SaleRow, product: NamedProduct | null, sourceId: number): SaleSlot {
    const [written = '', ...others] = product?.keys ?? [];
    const found =
      this.#take(row, written, sourceId, () => true) ??
      this.#otherwiseCalled(row, product?.id ?? null, others, sourceId);
    if (found !== null) return found;
    const matchKey = matchKeyOf(row, written);
    const slot = this.#keeper.open(row, matchKey, null);
    slot.rowOf = sourceId;
    this.#ofKey(matchKey, sourceId).sales.push(slot);
    return slot;
  }

  /** Another file may call the product by its code, or its name alone: then it must be that product. */
  #otherwiseCalled(
    row: SaleRow,
    productId: number | null,
    keys: readonly string[],
    sourceId: number,
  ): SaleSlot | null {
    if (productId === null) return null;
    for (const key of keys) {
      const found = this.#take(row, key, sourceId, (sale) => this.#keeper.sells(sale, productId));
      if (found !== null) return found;
    }
    return null;
  }

  #take(
    row: SaleRow,
    productKey: string,
    sourceId: number,
    fits: (sale: SaleSlot | StoredSale) => boolean,
  ): SaleSlot | null {
    const matchKey = matchKeyOf(row, productKey);
    const alike = this.#ofKey(matchKey, sourceId);
    const isTaken = (sale: SaleSlot | StoredSale) =>
      sale instanceof SaleSlot && sale.rowOf === sourceId;
    const { sales } = alike;
    for (let at = alike.from; at < sales.length; at += 1) {
      const sale = sales[at];
      if (sale === undefined || isTaken(sale)) {
        if (at === alike.from) alike.from += 1;
        continue;
      }
      if (!fits(sale)) continue;
      const slot = sale instanceof SaleSlot ? sale : this.#keeper.open(row, matchKey, sale);
      slot.rowOf = sourceId;
      sales[at] = slot;
      return slot;
    }
    return null;
  }

  #ofKey(matchKey: string, sourceId: number): Alike {
    let alike = this.#alike.get(matchKey);
    if (alike === undefined) {
      alike = { sales: [...(this.#lookup?.sales(matchKey, null) ?? [])], from: 0, sourceId };
      this.#alike.set(matchKey, alike);
    }
    if (alike.sourceId !== sourceId) Object.assign(alike, { from: 0, sourceId });
    return alike;
  }
}
