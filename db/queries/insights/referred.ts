import type { CustomerId } from '#shared/ids.ts';
import type { RawHandle } from '../../file/client.ts';

/** Somebody who bought: by whom they were brought, when they came, and what they spent. */
export interface CameBy {
  readonly id: CustomerId;
  readonly by: CustomerId | null;
  readonly firstOn: string;
  readonly revenueMinor: number;
  /** In the days after the first purchase that everybody is compared by. */
  readonly earlyMinor: number;
}

const came = `
  WITH firsts AS (SELECT s.customer_id AS id, min(CASE WHEN s.is_purchase = 1 THEN s.sold_on END) AS firstOn,
      sum(s.revenue_minor) AS revenueMinor
    FROM sales s WHERE s.deleted_at IS NULL AND s.customer_id IS NOT NULL AND s.sold_on <= @through
    GROUP BY s.customer_id)
  SELECT f.id, f.firstOn, f.revenueMinor, c.recommended_by AS by,
    (SELECT coalesce(sum(e.revenue_minor), 0) FROM sales e WHERE e.customer_id = f.id
      AND e.deleted_at IS NULL AND e.sold_on <= @through
      AND e.sold_on <= date(f.firstOn, '+' || @days || ' days')) AS earlyMinor
  FROM firsts f CROSS JOIN customers c ON c.id = f.id
  WHERE f.firstOn IS NOT NULL AND c.deleted_at IS NULL AND c.erased_at IS NULL
  ORDER BY f.id`;

/** Everybody who is there and had bought by a day. */
export function readCameBy(raw: RawHandle, through: string, days: number): CameBy[] {
  return raw.prepare(came).all({ through, days }) as CameBy[];
}
