import { type RawBuilder, sql } from 'kysely';
import type {
  ProductCursor,
  ProductFilter,
  ProductOrder,
  ProductRow,
  ProductSort,
} from '#shared/contract/products/list.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { countsOn, lineQuantity, lineRevenue } from './counted.ts';
import { lacks, productCondition } from './filter.ts';

interface ListRequest {
  readonly filter: ProductFilter;
  readonly order: ProductOrder;
  readonly after: ProductCursor | null;
  readonly limit: number;
  readonly today: string;
}

const sums = sql`coalesce(sum(${lineRevenue}), 0) AS revenueMinor,
  coalesce(sum(${lineQuantity}), 0) AS quantityE4,
  max(CASE WHEN s.kind = 'sale' THEN s.sold_on END) AS lastSoldOn`;

/** Sums of every product, one walk over all lines as they lie: by the index of products each would be sought. */
function allSums(today: string): RawBuilder<unknown> {
  return sql`SELECT l.product_id AS id, ${sums}
    FROM sale_lines l NOT INDEXED CROSS JOIN sales s ON s.id = l.sale_id
    WHERE l.product_id IS NOT NULL AND ${countsOn(today)} GROUP BY l.product_id`;
}

/** Sums of some products, by the index of their lines. */
function sumsOf(ids: readonly number[], today: string): RawBuilder<unknown> {
  return sql`SELECT l.product_id AS id, ${sums}
    FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN sale_lines l ON l.product_id = j.value
    CROSS JOIN sales s ON s.id = l.sale_id
    WHERE ${countsOn(today)} GROUP BY l.product_id`;
}

const kept = sql`SELECT product_id AS id, revenue_minor AS revenueMinor, quantity_e4 AS quantityE4,
  last_sold_on AS lastSoldOn FROM product_figures`;

/** Whether what is kept of products is that of today; on a new day it is so a moment later. */
async function isKept(db: ReadHandle, today: string): Promise<boolean> {
  const found = await sql<{ value: string }>`
    SELECT value FROM derived_state WHERE key = 'productsThrough'`.execute(db);
  return found.rows[0]?.value === today;
}

interface Columns extends Omit<ProductRow, 'isActive' | 'hasGuarantee'> {
  readonly isActive: number;
  readonly hasGuarantee: number;
}

async function readRows(
  db: ReadHandle,
  ids: readonly number[],
  figures: RawBuilder<unknown>,
): Promise<ProductRow[]> {
  const found = await sql<Columns>`
    WITH f AS (${figures})
    SELECT p.id, p.name, p.sku, p.category, p.unit, p.price_minor AS priceMinor,
      p.cost_minor AS costMinor, p.is_active AS isActive, NOT (${lacks('guarantee')}) AS hasGuarantee,
      coalesce(f.revenueMinor, 0) AS revenueMinor, coalesce(f.quantityE4, 0) AS quantityE4,
      f.lastSoldOn
    FROM products p LEFT JOIN f ON f.id = p.id WHERE p.id IN ${idList(ids)}`.execute(db);
  const byId = new Map<number, Columns>(found.rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [{ ...row, isActive: row.isActive === 1, hasGuarantee: row.hasGuarantee === 1 }];
  });
}

interface Picked {
  readonly id: number;
  readonly value: string | number;
}

function afterCursor({ order, after }: ListRequest, value: RawBuilder<unknown>) {
  if (after === null) return sql``;
  const sign = order.descending ? sql`<` : sql`>`;
  return sql`AND (${value}, p.id) ${sign} (${after.value}, ${after.id})`;
}

/** By name the page is picked by its index; by what was sold from what all of them brought. */
async function pick(
  db: ReadHandle,
  request: ListRequest,
  all: RawBuilder<unknown>,
): Promise<readonly Picked[]> {
  const { filter, order, limit } = request;
  const direction = order.descending ? sql`DESC` : sql`ASC`;
  const values: Readonly<Record<ProductSort, RawBuilder<unknown>>> = {
    name: sql`p.name_key`,
    revenue: sql`coalesce(f.revenueMinor, 0)`,
    lastSold: sql`coalesce(f.lastSoldOn, '')`,
  };
  const value = values[order.sort];
  const figures = order.sort === 'name' ? sql`` : sql`LEFT JOIN (${all}) f ON f.id = p.id`;
  const found = await sql<Picked>`
    SELECT p.id, ${value} AS value FROM products p ${figures}
    WHERE ${productCondition(filter)} ${afterCursor(request, value)}
    ORDER BY ${value} ${direction}, p.id ${direction} LIMIT ${limit + 1}`.execute(db);
  return found.rows;
}

/** One page of products in the order asked for, with the cursor of the next one. */
export async function listProducts(
  db: ReadHandle,
  request: ListRequest,
): Promise<{ rows: ProductRow[]; next: ProductCursor | null }> {
  const isToday = await isKept(db, request.today);
  const picked = await pick(db, request, isToday ? kept : allSums(request.today));
  const page = picked.slice(0, request.limit);
  const ids = page.map(({ id }) => id);
  const rows = await readRows(db, ids, isToday ? kept : sumsOf(ids, request.today));
  return { rows, next: picked.length > request.limit ? (page.at(-1) ?? null) : null };
}

/** How many a filter leaves, how many there are of each kind at all, and the categories in use. */
export async function summarizeProducts(db: ReadHandle, filter: ProductFilter) {
  const found = await sql<{
    count: number;
    all: number;
    inactive: number;
    withoutPrice: number;
    withoutCost: number;
    withoutGuarantee: number;
  }>`SELECT count(*) FILTER (WHERE ${productCondition(filter)}) AS count, count(*) AS "all",
      count(*) FILTER (WHERE p.is_active = 0) AS inactive,
      count(*) FILTER (WHERE ${lacks('price')}) AS withoutPrice,
      count(*) FILTER (WHERE ${lacks('cost')}) AS withoutCost,
      count(*) FILTER (WHERE ${lacks('guarantee')}) AS withoutGuarantee
    FROM products p WHERE p.deleted_at IS NULL`.execute(db);
  const categories = await sql<{ value: string; count: number }>`
    SELECT category AS value, count(*) AS count FROM products
    WHERE category IS NOT NULL AND deleted_at IS NULL
    GROUP BY category ORDER BY count DESC, category LIMIT 100`.execute(db);
  const [counts] = found.rows;
  if (counts === undefined) throw new Error('A count without a row.');
  return { ...counts, categories: categories.rows };
}
