import { sql } from 'kysely';
import type { SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { calledName } from '../customers/name.ts';

/** Days of sale, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

interface SoldOnDay {
  readonly productId: number;
  readonly soldOn: string;
  readonly sales: number;
}

const KNOWN_SALE = sql`s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
  AND c.deleted_at IS NULL`;

/** A sale costs about as much to look into as so many lines of a product. */
const LINES_PER_SALE = 2;

/** Whether the sales of the days are fewer to walk than the lines of the products. */
async function isShorterByDay(db: ReadHandle, products: string, spans: string): Promise<boolean> {
  const found = await sql<{ sales: number; lines: number }>`SELECT
      (SELECT count(*) FROM json_each(${spans}) j CROSS JOIN sales s
        ON s.sold_on BETWEEN j.value ->> 'from' AND j.value ->> 'to'
        WHERE s.deleted_at IS NULL) AS sales,
      (SELECT count(*) FROM json_each(${products}) j CROSS JOIN sale_lines l
        ON l.product_id = j.value) AS lines`.execute(db);
  const { sales = 0, lines = 0 } = found.rows[0] ?? {};
  return sales * LINES_PER_SALE < lines;
}

/**
 * What known customers bought of some products: in how many sales of each day the product was. Walks
 * whichever is less, the days of the spans (in order, apart) or all lines of the products; the second
 * way also gives days between the spans.
 */
export async function soldDays(
  db: ReadHandle,
  productIds: readonly number[],
  daySpans: readonly DaySpan[],
): Promise<SoldOnDay[]> {
  const first = daySpans[0];
  const last = daySpans.at(-1);
  if (first === undefined || last === undefined) return [];
  const products = JSON.stringify(productIds);
  const spans = JSON.stringify(daySpans);
  const isByDay = await isShorterByDay(db, products, spans);
  const found = await (isByDay
    ? sql<SoldOnDay>`
    SELECT l.product_id AS productId, s.sold_on AS soldOn, count(DISTINCT s.id) AS sales
    FROM json_each(${spans}) j
    CROSS JOIN sales s ON s.sold_on BETWEEN j.value ->> 'from' AND j.value ->> 'to'
    CROSS JOIN customers c ON c.id = s.customer_id
    CROSS JOIN sale_lines l ON l.sale_id = s.id
    WHERE +l.product_id IN (SELECT value FROM json_each(${products})) AND ${KNOWN_SALE}
    GROUP BY l.product_id, s.sold_on`
    : sql<SoldOnDay>`
    SELECT l.product_id AS productId, s.sold_on AS soldOn, count(DISTINCT s.id) AS sales
    FROM json_each(${products}) j
    CROSS JOIN sale_lines l ON l.product_id = j.value
    CROSS JOIN sales s ON s.id = l.sale_id
    CROSS JOIN customers c ON c.id = s.customer_id
    WHERE s.sold_on BETWEEN ${first.from} AND ${last.to} AND ${KNOWN_SALE}
    GROUP BY l.product_id, s.sold_on`
  ).execute(db);
  return found.rows;
}

export interface SoldTo {
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly productId: number;
  readonly product: string;
  readonly saleId: SaleId;
  readonly saleNumber: string | null;
  readonly soldOn: string;
}

/**
 * The sales behind days that `soldDays` gave, with whom they were sold to; one row a product and sale.
 * The plus keeps SQLite from walking all lines of a product for every sale of the day.
 */
export async function soldOnDays(
  db: ReadHandle,
  days: readonly { readonly productId: number; readonly soldOn: string }[],
): Promise<SoldTo[]> {
  const pairs = days.map(({ productId, soldOn }) => ({ productId, soldOn }));
  const found = await sql<SoldTo>`
    SELECT c.id AS customerId, ${calledName('c')} AS customerName,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      p.id AS productId, p.name AS product, s.id AS saleId, s.number AS saleNumber,
      s.sold_on AS soldOn
    FROM json_each(${JSON.stringify(pairs)}) j
    CROSS JOIN sales s ON s.sold_on = j.value ->> 'soldOn'
    CROSS JOIN sale_lines l ON l.sale_id = s.id AND +l.product_id = j.value ->> 'productId'
    CROSS JOIN customers c ON c.id = s.customer_id
    CROSS JOIN products p ON p.id = l.product_id
    WHERE s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
      AND c.deleted_at IS NULL
    GROUP BY s.id, l.product_id ORDER BY s.id`.execute(db);
  return found.rows;
}

/** The first day anything was sold; null before the first sale. */
export async function firstSoldOn(db: ReadHandle): Promise<string | null> {
  const row = await db
    .selectFrom('sales')
    .select('sold_on')
    .where('deleted_at', 'is', null)
    .orderBy('sold_on')
    .limit(1)
    .executeTakeFirst();
  return row?.sold_on ?? null;
}

/** Which of some customers have an open date for a guarantee or a service. */
export async function openReminders(
  db: ReadHandle,
  customerIds: readonly number[],
): Promise<{ customerId: number; cause: 'guarantee' | 'service' }[]> {
  return db
    .selectFrom('follow_ups as f')
    .select(['f.customer_id as customerId', 'f.cause'])
    .distinct()
    .where('f.customer_id', 'in', sql<number>`${idList([...new Set(customerIds)])}`)
    .where('f.cause', 'in', ['guarantee', 'service'])
    .where('f.done_at', 'is', null)
    .where('f.deleted_at', 'is', null)
    .$narrowType<{ cause: 'guarantee' | 'service' }>()
    .execute();
}
