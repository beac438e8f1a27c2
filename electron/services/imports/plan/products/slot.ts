import type { StoredProduct } from '#db/queries/imports/lookup-products.ts';
import type { ProductRow } from './row.ts';

type Facts = Omit<StoredProduct, 'id'>;

/** One product of the plan: there already, or new. */
export interface ProductSlot {
  readonly id: number;
  readonly facts: { -readonly [K in keyof Facts]: Facts[K] };
  /** Null for a new one. */
  readonly before: Facts | null;
  touchedBy: number;
}

/** The slot of a product that is there already. */
export function fromStored({ id, ...facts }: StoredProduct): ProductSlot {
  return { id, facts: { ...facts }, before: { ...facts }, touchedBy: 0 };
}

/** Takes over what a row says. `corrects`: it may overwrite, not only fill. */
export function merge(slot: ProductSlot, row: ProductRow, corrects: boolean): boolean {
  const { facts } = slot;
  let changed = false;
  const take = <K extends keyof Facts>(key: K, value: Facts[K] | null): void => {
    if (value === null || facts[key] === value) return;
    if (facts[key] !== null && !corrects) return;
    facts[key] = value as Facts[K];
    changed = true;
  };
  // A product known by its code alone gets its name as soon as a file has it.
  const isNameless = facts.name === facts.sku;
  if (row.name !== row.sku && facts.name_key !== row.nameKey && (corrects || isNameless)) {
    facts.name = row.name;
    facts.name_key = row.nameKey;
    changed = true;
  }
  take('sku', row.sku === '' ? null : row.sku);
  take('category', row.category);
  take('unit', row.unit);
  take('cost_minor', row.costMinor);
  take('price_minor', row.priceMinor);
  take('is_active', row.isActive);
  return changed;
}
