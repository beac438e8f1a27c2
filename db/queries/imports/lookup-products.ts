import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { ProductsTable } from '../../schema/sales.ts';
import { type PlanColumn, planColumns } from '../../table-facts.ts';

/** A product as the plan needs it. */
export type StoredProduct = Readonly<Pick<Selectable<ProductsTable>, PlanColumn<'products'>>>;

type Stored = StoredProduct & Pick<Selectable<ProductsTable>, 'merged_into'>;

const mostSteps = 20;

function asStored({ merged_into: _, ...product }: Stored): StoredProduct {
  return product;
}

/** A product that was found; `spelling` is set where another spelling of it was, which was merged into it. */
export interface FoundProduct {
  readonly product: StoredProduct;
  readonly spelling: StoredProduct | null;
}

/** What an import asks about products. */
export interface ProductLookup {
  bySku(sku: string): FoundProduct | null;
  byName(nameKey: string): FoundProduct | null;
}

/**
 * Prepares every question that an import asks about products; those in the trash come last, and of them
 * one that was merged into another leads there.
 */
export function prepareProductLookup(raw: RawHandle): ProductLookup {
  const columns = planColumns('products').join(', ');
  const where = (condition: string) =>
    raw.prepare<[string], Stored>(
      `SELECT ${columns}, merged_into FROM products WHERE ${condition}
       ORDER BY deleted_at IS NOT NULL, merged_into IS NULL, id LIMIT 1`,
    );
  const bySku = where('sku = ?');
  const byName = where('name_key = ?');
  const byId = raw.prepare<[number], Stored>(
    `SELECT ${columns}, merged_into FROM products WHERE id = ?`,
  );
  const follow = (found: Stored | undefined): FoundProduct | null => {
    if (found === undefined) return null;
    let kept = found;
    // Merging moves spellings along, so this is one step, but for what an undo has left.
    for (let steps = 0; kept.merged_into !== null && steps < mostSteps; steps += 1)
      kept = byId.get(kept.merged_into) ?? { ...kept, merged_into: null };
    return { product: asStored(kept), spelling: kept === found ? null : asStored(found) };
  };
  return {
    // A code kept as `85123.0` is found by `85123`.
    bySku: (sku) =>
      follow(bySku.get(sku) ?? (/^\d+$/.test(sku) ? bySku.get(`${sku}.0`) : undefined)),
    byName: (key) => follow(byName.get(key)),
  };
}
