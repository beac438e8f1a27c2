import { sql } from 'kysely';
import type { ReadHandle } from '../../../file/client.ts';
import { idList } from '../../customers/id-list.ts';
import { countsOn, lineRevenue } from '../../products/counted.ts';

/** Of those who are asked about, or of everybody else; nobody in the trash, and nobody erased. */
interface Side {
  readonly isIn: 0 | 1;
}

const theirs = sql`CROSS JOIN customers c ON c.id = s.customer_id AND c.deleted_at IS NULL
  AND c.erased_at IS NULL`;

/** Sums by product up to a day; those that name none are of no id. */
export interface PicturedProduct extends Side {
  readonly id: number | null;
  readonly name: string | null;
  readonly category: string | null;
  readonly minor: number;
}

export async function picturedProducts(
  db: ReadHandle,
  members: readonly number[],
  through: string,
): Promise<PicturedProduct[]> {
  const found = await sql<PicturedProduct>`
    SELECT v.id, v.isIn, v.minor, p.name, nullif(trim(p.category), '') AS category
    FROM (SELECT l.product_id AS id, s.customer_id IN ${idList(members)} AS isIn,
        sum(${lineRevenue}) AS minor
      FROM sales s ${theirs} CROSS JOIN sale_lines l ON l.sale_id = s.id
      WHERE ${countsOn(through)} GROUP BY 1, 2) v
    LEFT JOIN products p ON p.id = v.id`.execute(db);
  return found.rows;
}

/** Whose sales have which product on them, each once; those that name none are of no product. */
export interface PicturedLine {
  readonly customerId: number;
  readonly productId: number | null;
  /** Not all of it are returns and what does not count: it was bought. */
  readonly isBought: 0 | 1;
}

export async function picturedLines(db: ReadHandle, through: string): Promise<PicturedLine[]> {
  const found = await sql<PicturedLine>`
    SELECT s.customer_id AS customerId, l.product_id AS productId, max(s.is_purchase) AS isBought
    FROM sales s ${theirs} CROSS JOIN sale_lines l ON l.sale_id = s.id
    WHERE ${countsOn(through)} GROUP BY 1, 2`.execute(db);
  return found.rows;
}

/** Who has a sale that names none of its things. */
export async function picturedBare(db: ReadHandle): Promise<number[]> {
  const found = await sql<{ customerId: number }>`
    SELECT DISTINCT s.customer_id AS customerId FROM sales s ${theirs}
    WHERE s.deleted_at IS NULL AND s.revenue_minor <> 0
      AND NOT EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id)`.execute(db);
  return found.rows.map(({ customerId }) => customerId);
}

/** The purchases of a customer on one day of the week, 0 is Monday, in one month of the year, 1 to 12. */
export interface PicturedDay {
  readonly customerId: number;
  readonly weekday: number;
  readonly month: number;
  readonly count: number;
}

export async function picturedDays(db: ReadHandle, through: string): Promise<PicturedDay[]> {
  const found = await sql<PicturedDay>`
    SELECT s.customer_id AS customerId, (strftime('%w', s.sold_on) + 6) % 7 AS weekday,
      CAST(substr(s.sold_on, 6, 2) AS INTEGER) AS month, count(*) AS count
    FROM sales s ${theirs} WHERE s.deleted_at IS NULL AND s.is_purchase = 1
      AND s.sold_on <= ${through} GROUP BY 1, 2, 3`.execute(db);
  return found.rows;
}

/** How many purchases came to an amount. */
export interface PicturedAmount extends Side {
  readonly minor: number;
  readonly count: number;
}

export async function picturedAmounts(
  db: ReadHandle,
  members: readonly number[],
  through: string,
): Promise<PicturedAmount[]> {
  const found = await sql<PicturedAmount>`
    SELECT s.revenue_minor AS minor, s.customer_id IN ${idList(members)} AS isIn, count(*) AS count
    FROM sales s ${theirs} WHERE s.deleted_at IS NULL AND s.is_purchase = 1
      AND s.sold_on <= ${through} GROUP BY 1, 2 ORDER BY 1`.execute(db);
  return found.rows;
}

/** How often and how long somebody has bought, and for how much in all. */
export interface PicturedBuyer {
  readonly customerId: number;
  /** Days on which something was bought. */
  readonly days: number;
  readonly first: string;
  readonly last: string;
}

export async function picturedBuying(db: ReadHandle, through: string): Promise<PicturedBuyer[]> {
  const found = await sql<PicturedBuyer>`
    SELECT s.customer_id AS customerId, count(DISTINCT s.sold_on) AS days, min(s.sold_on) AS first,
      max(s.sold_on) AS last
    FROM sales s ${theirs} WHERE s.deleted_at IS NULL AND s.is_purchase = 1
      AND s.sold_on <= ${through} GROUP BY s.customer_id`.execute(db);
  return found.rows;
}

/** What each brought in all, returns taken off. */
export async function picturedRevenue(
  db: ReadHandle,
): Promise<{ customerId: number; minor: number }[]> {
  const found = await sql<{ customerId: number; minor: number }>`
    SELECT customer_id AS customerId, revenue_minor AS minor FROM customer_figures
    WHERE customer_id NOT IN (SELECT id FROM customers WHERE erased_at IS NOT NULL)`.execute(db);
  return found.rows;
}
