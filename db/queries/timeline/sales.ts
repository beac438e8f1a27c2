import { sql } from 'kysely';
import type { SaleKind, SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import type { ReadHandle } from '../../file/client.ts';
import { beyond, type SourcePage } from './source.ts';

export interface SaleLine {
  id: number;
  /** Local: `2026-06-15 14:20`, noon where only the day is known. */
  key: string;
  soldOn: string;
  /** Local, `14:20`; null: only the day is known. */
  time: string | null;
  number: string | null;
  kind: SaleKind;
  status: SaleStatus;
  totalMinor: number;
  paymentMethod: string | null;
  lineCount: number;
  /** JSON array. */
  products: string;
}

/** `sold_at` is the day and the time of it, `2026-06-15T14:20`. */
const time = sql<string | null>`substr(s.sold_at, 12, 5)`;
const key = sql<string>`s.sold_on || ' ' || coalesce(${time}, '12:00')`;

/** A customer's sales and returns, newest first; the index gives the days, a day is sorted by time. */
export async function timelineSales(db: ReadHandle, page: SourcePage): Promise<SaleLine[]> {
  const { after } = page;
  const later =
    after === null
      ? sql``
      : sql`AND s.sold_on <= ${after.key.slice(0, 10)} ${beyond(after, key, sql`s.id`)}`;
  const found = await sql<SaleLine>`
    SELECT picked.*,
      (SELECT count(*) FROM sale_lines WHERE sale_id = picked.id) AS lineCount,
      (SELECT json_group_array(name) FROM (SELECT DISTINCT r.name FROM sale_lines l
        JOIN products r ON r.id = l.product_id WHERE l.sale_id = picked.id ORDER BY l.position LIMIT 3)
      ) AS products
    FROM (
      SELECT s.id, ${key} AS key, s.sold_on AS soldOn, ${time} AS time, s.number, s.kind,
        s.status, s.total_minor AS totalMinor, s.payment_method AS paymentMethod
      FROM sales s WHERE s.customer_id = ${page.customerId} AND s.deleted_at IS NULL ${later}
      ORDER BY s.sold_on DESC, coalesce(${time}, '12:00') DESC, s.id DESC LIMIT ${page.limit}
    ) picked ORDER BY picked.key DESC, picked.id DESC`.execute(db);
  return found.rows;
}
