import type { FoundProduct, ProductLookup } from '#db/queries/imports/lookup-products.ts';
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
  /** What the file calls a product that is called something else now. */
  readonly #aliases = new Set<string>();

  constructor(lookup: ProductLookup | null, nextId: () => number) {
    this.#lookup = lookup;
    this.#nextId = nextId;
  }

  /** `keys`: how the row calls the product, then everything else that it is or was called. */
  resolve(
    row: ProductRow,
    sourceId: number,
    mode: Naming['mode'],
  ): { slot: ProductSlot; keys: readonly string[]; effect: Effect } {
    const found = row.sku === '' ? this.#named(row) : this.#findCode(row);
    const slot = found ?? this.#create(row, sourceId);
    const isAlias = this.#aliases.has(`sku ${row.sku}`) || this.#aliases.has(`name ${row.nameKey}`);
    if (row.sku !== '') this.#bySku.set(row.sku, slot);
    if (!this.#byName.has(row.nameKey)) this.#byName.set(row.nameKey, slot);
    const keys = this.#keysOf(row, slot);
    if (found === null) return { slot, keys, effect: 'added' };
    // What it was called, or a spelling that was merged, is no better name, and that code no better code.
    const says = isAlias ? { ...row, ...asKept(slot) } : row;
    const changed = merge(slot, says, mode === 'correct' && slot.touchedBy !== sourceId);
    slot.touchedBy = sourceId;
    return { slot, keys, effect: changed ? 'updated' : 'unchanged' };
  }

  #keysOf(row: ProductRow, slot: ProductSlot): readonly string[] {
    const { facts, before, id } = slot;
    const stored = before === null ? [] : (this.#lookup?.keysOf(id) ?? []);
    const keys = [row.sku, row.nameKey, facts.sku ?? '', facts.name_key, ...stored];
    return [...new Set(keys.filter((key) => key !== ''))];
  }

  #named({ nameKey }: ProductRow): ProductSlot | null {
    const find = (lookup: ProductLookup) => lookup.byName(nameKey) ?? lookup.byFormerName(nameKey);
    return this.#find(this.#byName, nameKey, 'name', find);
  }

  /** By code; else one of that very name that has no code yet. */
  #findCode(row: ProductRow): ProductSlot | null {
    const { sku, nameKey } = row;
    const hasName = row.name !== sku;
    const byCode = this.#find(
      this.#bySku,
      sku,
      'sku',
      (lookup) => lookup.bySku(sku) ?? lookup.byFormerSku(sku, hasName ? nameKey : null),
    );
    if (byCode !== null || !hasName) return byCode;
    const byName = this.#named(row);
    return byName !== null && byName.facts.sku === null ? byName : null;
  }

  #find(
    known: Map<string, ProductSlot>,
    key: string,
    by: 'sku' | 'name',
    find: (lookup: ProductLookup) => FoundProduct | null,
  ): ProductSlot | null {
    const slot = known.get(key);
    if (slot !== undefined || this.#lookup === null) return slot ?? null;
    const stored = find(this.#lookup);
    if (stored === null) return null;
    const { product, isAlias } = stored;
    const same = this.slots.get(product.id) ?? fromStored(product);
    if (isAlias) this.#aliases.add(`${by} ${key}`);
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
      facts: { name, name_key, sku, category, unit, cost_minor, price_minor, is_active },
      before: null,
      touchedBy: sourceId,
    };
    this.slots.set(slot.id, slot);
    return slot;
  }
}
