import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { ProductsTable } from '../../schema/sales.ts';
import { type PlanColumn, planColumns } from '../../table-facts.ts';

/** A product as the plan needs it. */
export type StoredProduct = Readonly<Pick<Selectable<ProductsTable>, PlanColumn<'products'>>>;

/** What an import asks about products. */
export interface ProductLookup {
  bySku(sku: string): StoredProduct | null;
  byName(nameKey: string): StoredProduct | null;
}

/** Prepares every question that an import asks about products; those in the trash come last. */
export function prepareProductLookup(raw: RawHandle): ProductLookup {
  const where = (condition: string) =>
    raw.prepare<[string], StoredProduct>(
      `SELECT ${planColumns('products').join(', ')} FROM products WHERE ${condition}
       ORDER BY deleted_at IS NOT NULL, id LIMIT 1`,
    );
  const bySku = where('sku = ?');
  const byName = where('name_key = ?');
  return {
    // A code kept as `85123.0` is found by `85123`.
    bySku: (sku) =>
      bySku.get(sku) ?? (/^\d+$/.test(sku) ? bySku.get(`${sku}.0`) : undefined) ?? null,
    byName: (key) => byName.get(key) ?? null,
  };
}
