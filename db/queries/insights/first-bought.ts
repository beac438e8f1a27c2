import { dayNumber } from '#shared/domain/calendar/dates.ts';
import type { FirstBought } from '#shared/domain/worth/baskets/next-product.ts';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import type { RawHandle } from '../../file/client.ts';

/** Purchases with a product of who is there, as the list of customers counts them. */
const bought = `
  SELECT s.customer_id, l.product_id, min(s.sold_on) FROM sales s JOIN sale_lines l ON l.sale_id = s.id
  WHERE s.customer_id IS NOT NULL AND s.deleted_at IS NULL AND s.is_purchase = 1
    AND l.product_id IS NOT NULL AND s.sold_on <= @through
    AND (@customerId IS NULL OR s.customer_id = @customerId)
    AND s.customer_id NOT IN (SELECT id FROM customers
      WHERE deleted_at IS NOT NULL OR erased_at IS NOT NULL)
  GROUP BY s.customer_id, l.product_id ORDER BY s.customer_id, l.product_id`;

/** Which product everybody bought for the first time on which day; of one customer where an id is given. */
export function readFirstBought(
  raw: RawHandle,
  through: string,
  customerId: CustomerId | null = null,
): FirstBought {
  const [customers, products, days]: [number[], number[], number[]] = [[], [], []];
  const known = new Map<string, number>();
  const rows = raw.prepare(bought).raw().iterate({ through, customerId });
  for (const [customer, product, soldOn] of rows as IterableIterator<[number, number, string]>) {
    const day = known.get(soldOn) ?? dayNumber(soldOn);
    known.set(soldOn, day);
    customers.push(customer);
    products.push(product);
    days.push(day);
  }
  return { customers, products, days };
}

/** A product that could be offered, or that speaks for one. */
export interface OfferedProduct {
  readonly id: ProductId;
  readonly name: string;
  readonly category: string | null;
  /** In use, and in no trash. */
  readonly isOffered: number;
}

export function readOffered(raw: RawHandle): OfferedProduct[] {
  return raw
    .prepare(
      `SELECT id, name, category,
         (is_active = 1 AND deleted_at IS NULL AND merged_into IS NULL) AS isOffered
       FROM products ORDER BY id`,
    )
    .all() as OfferedProduct[];
}
