import { nameKey } from '#shared/domain/text/names.ts';
import type { RawHandle, ReadHandle } from '../file/client.ts';

export interface ProductDescription {
  readonly name: string;
  readonly category: string;
  /** Minor units. */
  readonly costMinor: number;
}

/** Adds category and cost to products already there, found by name; the others are left out. */
export function describeProducts(raw: RawHandle, products: readonly ProductDescription[]): void {
  const write = raw.prepare('UPDATE products SET category = ?, cost_minor = ? WHERE name_key = ?');
  raw
    .transaction(() => {
      for (const product of products)
        write.run(product.category, product.costMinor, nameKey(product.name));
    })
    .immediate();
}

/** Every product's id by its name. */
export async function productIds(db: ReadHandle): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('products').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}
