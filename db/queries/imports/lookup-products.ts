import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { ProductsTable } from '../../schema/sales.ts';
import { type PlanColumn, planColumns } from '../../table-facts.ts';
import { prepareFormer } from './former.ts';

/** A product as the plan needs it. */
export type StoredProduct = Readonly<Pick<Selectable<ProductsTable>, PlanColumn<'products'>>>;

type Stored = StoredProduct & Pick<Selectable<ProductsTable>, 'merged_into' | 'deleted_at'>;

const mostSteps = 20;

function asStored({ merged_into: _, deleted_at: __, ...product }: Stored): StoredProduct {
  return product;
}

/**
 * A product that was found; `isAlias`: by a name or a code that it had, or that of a spelling which was
 * merged into it.
 */
export interface FoundProduct {
  readonly product: StoredProduct;
  readonly isAlias: boolean;
}

/** What an import asks about products. */
export interface ProductLookup {
  bySku(sku: string): FoundProduct | null;
  byName(nameKey: string): FoundProduct | null;
  /** By a code that it has no more; another's name beside it says that it is not meant. */
  byFormerSku(sku: string, nameKey: string | null): FoundProduct | null;
  /** By a name that it has no more. */
  byFormerName(nameKey: string): FoundProduct | null;
  /** Every name and code that a product and the spellings merged into it have or had. */
  keysOf(id: number): readonly string[];
}

function prepareFormerProducts(raw: RawHandle, byId: (id: number) => Stored | undefined) {
  const former = (column: string) =>
    prepareFormer(raw, {
      table: 'products',
      id: 'j.entity_id',
      value: (row) => `${row} ->> '${column}'`,
    });
  const [skus, names] = [former('sku'), former('name_key')];
  const known = (ids: readonly number[]) =>
    ids.map(byId).filter((product) => product !== undefined);
  const isCalled = ({ id, name_key }: Stored, nameKey: string) =>
    name_key === nameKey || names.valuesOf(id).includes(nameKey);
  return {
    bySku: (sku: string, nameKey: string | null) =>
      known(skus.idsOf(sku)).find((one) => nameKey === null || isCalled(one, nameKey)),
    byName: (nameKey: string) => known(names.idsOf(nameKey))[0],
    keysOf: (id: number) => [...skus.valuesOf(id), ...names.valuesOf(id)],
  };
}

/**
 * Prepares every question that an import asks about products; those in the trash come last, and of them
 * one that was merged into another leads there.
 */
export function prepareProductLookup(raw: RawHandle): ProductLookup {
  const columns = planColumns('products').join(', ');
  const where = (condition: string) =>
    raw.prepare<[string], Stored>(
      `SELECT ${columns}, merged_into, deleted_at FROM products WHERE ${condition}
       ORDER BY deleted_at IS NOT NULL, merged_into IS NULL, id LIMIT 1`,
    );
  const bySku = where('sku = ?');
  const byName = where('name_key = ?');
  const byId = raw.prepare<[number], Stored>(
    `SELECT ${columns}, merged_into, deleted_at FROM products WHERE id = ?`,
  );
  const spellings = raw.prepare<[number], Stored>(
    `SELECT ${columns}, merged_into, deleted_at FROM products WHERE merged_into = ? ORDER BY id`,
  );
  const former = prepareFormerProducts(raw, (id) => byId.get(id));
  const follow = (found: Stored | undefined, isFormer: boolean): FoundProduct | null => {
    if (found === undefined) return null;
    let kept = found;
    // Merging moves spellings along, so this is one step, but for what an undo has left.
    for (let steps = 0; kept.merged_into !== null && steps < mostSteps; steps += 1)
      kept = byId.get(kept.merged_into) ?? { ...kept, merged_into: null };
    // What is in the trash is known by what it is called there, and by nothing else.
    if (isFormer && kept.deleted_at !== null) return null;
    return { product: asStored(kept), isAlias: isFormer || kept !== found };
  };
  return {
    // A code kept as `85123.0` is found by `85123`.
    bySku: (sku) =>
      follow(bySku.get(sku) ?? (/^\d+$/.test(sku) ? bySku.get(`${sku}.0`) : undefined), false),
    byName: (key) => follow(byName.get(key), false),
    byFormerSku: (sku, nameKey) => follow(former.bySku(sku, nameKey), true),
    byFormerName: (key) => follow(former.byName(key), true),
    keysOf: (id) => {
      const own = byId.get(id);
      const all = own === undefined ? [] : [own, ...spellings.all(id)];
      return all.flatMap((one) => [
        ...(one.sku === null ? [] : [one.sku]),
        one.name_key,
        ...former.keysOf(one.id),
      ]);
    },
  };
}
