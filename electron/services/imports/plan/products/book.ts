import type { ProductLookup } from '#db/queries/imports/lookup-products.ts';
import type { Effect, Naming } from '../row-kind.ts';
import type { ProductRow } from './row.ts';
import { fromStored, merge, type ProductSlot } from './slot.ts';

function asKept({ facts }: ProductSlot) {
  return { name: facts.name, nameKey: facts.name_key, sku: facts.sku ?? '' };
}

/** Every product of the plan, found by its code, then by its exact name. */
export class ProductBook {
  readonly slots = new Map<number, ProductSlot>();
  /** Null: nothing is in the shop. */
  readonly #lookup: ProductLookup | null;
  readonly #nextId: () => number;
  readonly #bySku = new Map<string, ProductSlot>();
  readonly #byName = new Map<string, ProductSlot>();
  /** Other spellings, by what the file calls them, each with what recognised it before it was merged. */
  readonly #spellings = new Map<string, string>();

  constructor(lookup: ProductLookup | null, nextId: () => number) {
    this.#lookup = lookup;
    this.#nextId = nextId;
  }

  /** `key`: what recognises the product by the spelling of the row. */
  resolve(
    row: ProductRow,
    sourceId: number,
    mode: Naming['mode'],
  ): { slot: ProductSlot; key: string; effect: Effect } {
    const found =
      row.sku === '' ? this.#find(this.#byName, row.nameKey, 'name') : this.#findCode(row);
    const slot = found ?? this.#create(row, sourceId);
    const spelling =
      this.#spellings.get(`sku ${row.sku}`) ?? this.#spellings.get(`name ${row.nameKey}`);
    if (row.sku !== '') this.#bySku.set(row.sku, slot);
    if (!this.#byName.has(row.nameKey)) this.#byName.set(row.nameKey, slot);
    const key = spelling ?? slot.key;
    if (found === null) return { slot, key, effect: 'added' };
    // What a spelling that was merged is called is no better name, and its code no better code.
    const says = spelling === undefined ? row : { ...row, ...asKept(slot) };
    const changed = merge(slot, says, mode === 'correct' && slot.touchedBy !== sourceId);
    slot.touchedBy = sourceId;
    return { slot, key, effect: changed ? 'updated' : 'unchanged' };
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
    const { product, spelling } = stored;
    const same = this.slots.get(product.id) ?? fromStored(product);
    if (spelling !== null) this.#spellings.set(`${by} ${key}`, spelling.sku ?? spelling.name_key);
    this.slots.set(same.id, same);
    known.set(key, same);
    return same;
  }

  #create(row: ProductRow, sourceId: number): ProductSlot {
    const {
      name,
      nameKey: name_key,
      category,
      unit,
      costMinor: cost_minor,
      priceMinor: price_minor,
    } = row;
    const is_active = row.isActive ?? 1;
    const sku = row.sku === '' ? null : row.sku;
    const slot: ProductSlot = {
      id: this.#nextId(),
      key: sku ?? name_key,
      facts: { name, name_key, sku, category, unit, cost_minor, price_minor, is_active },
      before: null,
      touchedBy: sourceId,
    };
    this.slots.set(slot.id, slot);
    return slot;
  }
}
