import { sql } from 'kysely';
import type { Baskets } from '#shared/domain/worth/baskets/rules.ts';
import type { ProductId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { countsOn, lineQuantity, lineRevenue } from '../products/counted.ts';

/** What a product brought between two days. */
export interface SoldProduct {
  readonly id: ProductId | null;
  readonly name: string | null;
  readonly isInTrash: number;
  /** Purchases that have it. */
  readonly sales: number;
  /** Ten-thousandths, returns taken off. */
  readonly quantityE4: number;
  /** Without tax, returns taken off, minor units. */
  readonly minor: number;
  readonly costMinor: number | null;
}

/** Every product of the lines that count between two days, and the lines that name none as one of no id. */
export async function soldProducts(
  db: ReadHandle,
  from: string,
  to: string,
): Promise<SoldProduct[]> {
  const found = await sql<SoldProduct>`
    SELECT p.id, p.name, p.deleted_at IS NOT NULL AS isInTrash, v.sales, v.quantityE4, v.minor,
      p.cost_minor AS costMinor
    FROM (SELECT l.product_id AS id, count(DISTINCT CASE WHEN s.is_purchase THEN s.id END) AS sales,
        sum(${lineQuantity}) AS quantityE4, sum(${lineRevenue}) AS minor
      FROM sales s JOIN sale_lines l ON l.sale_id = s.id
      WHERE ${countsOn(to)} AND s.sold_on >= ${from} GROUP BY 1) AS v
    LEFT JOIN products p ON p.id = v.id ORDER BY v.minor DESC, p.id`.execute(db);
  return found.rows;
}

/** The products of each purchase between two days, each product once. */
export function readBaskets(raw: RawHandle, from: string, to: string): Baskets {
  const rows = raw
    .prepare(
      `SELECT DISTINCT l.sale_id, l.product_id FROM sales s JOIN sale_lines l ON l.sale_id = s.id
       WHERE s.deleted_at IS NULL AND s.is_purchase = 1 AND s.sold_on BETWEEN ? AND ?
         AND l.product_id IS NOT NULL AND l.quantity_e4 > 0
       ORDER BY l.sale_id`,
    )
    .raw()
    .iterate(from, to) as IterableIterator<[number, number]>;
  const [starts, products]: [number[], number[]] = [[], []];
  let last: number | null = null;
  for (const [sale, product] of rows) {
    if (sale !== last) starts.push(products.length);
    last = sale;
    products.push(product);
  }
  starts.push(products.length);
  return { from: starts, products };
}
