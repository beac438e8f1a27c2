import { sql } from 'kysely';
import { notFound } from '#shared/errors.ts';
import type { ProductId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { countsOn, lineQuantity, lineRevenue } from './counted.ts';

/** What a person writes down about a product, and when it went to the trash; null: there is none. */
export async function readProductFacts(db: ReadHandle, id: number) {
  const row = await db
    .selectFrom('products')
    .select([
      'name',
      'sku',
      'category',
      'unit',
      'price_minor as priceMinor',
      'cost_minor as costMinor',
      'is_active as isActive',
      'deleted_at as deletedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { deletedAt, isActive, ...facts } = row;
  return { facts: { ...facts, isActive: isActive === 1 }, deletedAt };
}

function asNamed({ id, name }: { readonly id: number; readonly name: string }) {
  return { id: id as ProductId, name };
}

/** One product with the spellings merged into it, or the product it was merged into; NOT_FOUND where there is none. */
export async function readProduct(db: ReadHandle, id: ProductId) {
  const stored = await readProductFacts(db, id);
  const row = await db
    .selectFrom('products as p')
    .leftJoin('products as kept', 'kept.id', 'p.merged_into')
    .select([
      'p.created_at as createdAt',
      'p.import_id as importId',
      'kept.id as keptId',
      'kept.name as keptName',
    ])
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (stored === null || row === undefined) throw notFound('product');
  const spellings = await db
    .selectFrom('products')
    .select(['id', 'name'])
    .where('merged_into', '=', id)
    .orderBy('id')
    .execute();
  const { keptId, keptName, ...rest } = row;
  return {
    id,
    ...stored,
    ...rest,
    mergedInto: keptId === null ? null : asNamed({ id: keptId, name: keptName ?? '' }),
    spellings: spellings.map(asNamed),
  };
}

export interface SoldSums {
  readonly sales: number;
  readonly soldE4: number;
  readonly returnedE4: number;
  readonly soldMinor: number;
  readonly returnedMinor: number;
  readonly firstSoldOn: string | null;
  readonly lastSoldOn: string | null;
}

/** What was sold of a product up to a day and what came back of it. */
export async function soldOf(db: ReadHandle, id: ProductId, today: string): Promise<SoldSums> {
  const found = await sql<SoldSums>`
    SELECT count(DISTINCT saleId) FILTER (WHERE kind = 'sale') AS sales,
      coalesce(sum(quantity) FILTER (WHERE quantity > 0), 0) AS soldE4,
      -coalesce(sum(quantity) FILTER (WHERE quantity < 0), 0) AS returnedE4,
      coalesce(sum(revenue) FILTER (WHERE quantity > 0), 0) AS soldMinor,
      -coalesce(sum(revenue) FILTER (WHERE quantity <= 0), 0) AS returnedMinor,
      min(soldOn) FILTER (WHERE kind = 'sale') AS firstSoldOn,
      max(soldOn) FILTER (WHERE kind = 'sale') AS lastSoldOn
    FROM (SELECT s.id AS saleId, s.kind, s.sold_on AS soldOn, ${lineQuantity} AS quantity,
        ${lineRevenue} AS revenue
      FROM sale_lines l CROSS JOIN sales s ON s.id = l.sale_id
      WHERE l.product_id = ${id} AND ${countsOn(today)})`.execute(db);
  const [sums] = found.rows;
  if (sums === undefined) throw new Error('A sum without a row.');
  return sums;
}

/** How many sales that count name a product, and whether any row of a sale does. */
export async function salesNaming(db: ReadHandle, id: ProductId): Promise<number> {
  const found = await sql<{ count: number }>`
    SELECT count(DISTINCT sale_id) AS count FROM sale_lines WHERE product_id = ${id}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Every product that is not in the trash, with how many lines of sales name it. */
export async function comparableProducts(db: ReadHandle) {
  const found = await sql<{ id: ProductId; name: string; sku: string | null; lines: number }>`
    SELECT p.id, p.name, p.sku, coalesce(l.lines, 0) AS lines FROM products p
    LEFT JOIN (SELECT product_id, count(*) AS lines FROM sale_lines
      WHERE product_id IS NOT NULL GROUP BY product_id) l ON l.product_id = p.id
    WHERE p.deleted_at IS NULL`.execute(db);
  return found.rows;
}
