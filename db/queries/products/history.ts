import { sql } from 'kysely';
import type { ProductId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { countsOn, lineQuantity, lineRevenue } from './counted.ts';

/** Price and cost before and after one change of a product; both null before it was made. */
export interface PriceChange {
  readonly at: string;
  readonly isImported: number;
  readonly isMade: number;
  readonly priceBefore: number | null;
  readonly costBefore: number | null;
  readonly priceAfter: number | null;
  readonly costAfter: number | null;
}

/** What the history says of a product's price and cost, the oldest first. */
export async function priceChanges(db: ReadHandle, id: ProductId): Promise<PriceChange[]> {
  const found = await sql<PriceChange>`
    SELECT b.at, b.import_id IS NOT NULL AS isImported, j.before IS NULL AS isMade,
      j.before ->> 'price_minor' AS priceBefore, j.before ->> 'cost_minor' AS costBefore,
      j.after ->> 'price_minor' AS priceAfter, j.after ->> 'cost_minor' AS costAfter
    FROM journal j JOIN batches b ON b.id = j.batch_id
    WHERE j.entity = 'products' AND j.entity_id = ${id} AND j.after IS NOT NULL
    ORDER BY j.id`.execute(db);
  return found.rows;
}

export interface SoldMonth {
  readonly month: string;
  readonly soldE4: number;
  readonly soldMinor: number;
  /** The least and the most that one unit was sold for, in minor units. */
  readonly low: number;
  readonly high: number;
}

/** What a product was sold for up to a day, month by month; what came back is left out. */
export async function soldByMonth(
  db: ReadHandle,
  id: ProductId,
  today: string,
): Promise<SoldMonth[]> {
  const found = await sql<SoldMonth>`
    SELECT substr(soldOn, 1, 7) AS month, sum(quantity) AS soldE4, sum(revenue) AS soldMinor,
      min(revenue * 10000.0 / quantity) AS low, max(revenue * 10000.0 / quantity) AS high
    FROM (SELECT s.sold_on AS soldOn, ${lineQuantity} AS quantity, ${lineRevenue} AS revenue
      FROM sale_lines l CROSS JOIN sales s ON s.id = l.sale_id
      WHERE l.product_id = ${id} AND ${countsOn(today)})
    WHERE quantity > 0 GROUP BY 1 ORDER BY 1`.execute(db);
  return found.rows;
}
