import type { ProductLookup } from '#db/queries/imports/lookup-products.ts';
import type { Effect, Naming } from '../row-kind.ts';
import type { ProductRow } from './row.ts';
import { fromStored, merge, type ProductSlot } from './slot.ts';

/** Every product of the plan, found by its code, then by its exact name. */
export class ProductBook {
  readonly slots = new Map<number, ProductSlot>();
  /** Null: nothing is in the shop. */
  readonly #lookup: ProductLookup | null;
  readonly #nextId: () => number;
  readonly #bySku = new Map<string, ProductSlot>();
  readonly #byName = new Map<string, ProductSlot>();

  constructor(lookup: ProductLookup | null, nextId: () => number) {
    this.#lookup = lookup;
    this.#nextId = nextId;
  }

  resolve(
    row: ProductRow,
    sourceId: number,
    mode: Naming['mode'],
  ): { slot: ProductSlot; effect: Effect } {
    const found =
      row.sku === '' ? this.#find(this.#byName, row.nameKey, 'name') : this.#findCode(row);
    const slot = found ?? this.#create(row, sourceId);
    if (row.sku !== '') this.#bySku.set(row.sku, slot);
    if (!this.#byName.has(row.nameKey)) this.#byName.set(row.nameKey, slot);
    if (found === null) return { slot, effect: 'added' };
    const changed = merge(slot, row, mode === 'correct' && slot.touchedBy !== sourceId);
    slot.touchedBy = sourceId;
    return { slot, effect: changed ? 'updated' : 'unchanged' };
  }

  /** By code; else one of that very name that has no code yet. */
  #findCode(row: ProductRow): ProductSlot | null {
    const byCode = this.#find(this.#bySku, row.sku, 'sku');
    if (byCode !== null || row.name === row.sku) return byCode;
    const byName = this.#find(this.#byName, row.nameKey, 'name');
    return byName !== null && byName.facts.sku === null ? byName : null;
  }

  #find(known: Map<string, ProductSlot>, key: string, by: 'sku' | 'name'): ProductSlot | null {
    const slot = known.get(key);
    if (slot !== undefined || this.#lookup === null) return slot ?? null;
    const stored = by === 'sku' ? this.#lookup.bySku(key) : this.#lookup.byName(key);
    if (stored === null) return null;
    const same = this.slots.get(stored.id) ?? fromStored(stored);
    this.slots.set(same.id, same);
    known.set(key, same);
    return same;
  }

  #create(row: ProductRow, sourceId: number): ProductSlot {
    const { name, nameKey: name_key, category, unit, costMinor: cost_minor } = row;
    const sku = row.sku === '' ? null : row.sku;
    const slot: ProductSlot = {
      id: this.#nextId(),
      key: sku ?? name_key,
      facts: { name, name_key, sku, category, unit, cost_minor },
      before: null,
      touchedBy: sourceId,
    };
    this.slots.set(slot.id, slot);
    return slot;
  }
}
