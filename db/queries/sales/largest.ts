import type { RawHandle } from '../../file/client.ts';

/** A sale of somebody. */
export interface SoldTo {
  readonly id: number;
  readonly customerId: number;
  readonly soldOn: string;
  readonly totalMinor: number;
}

/** The largest sale of a few days to somebody with a name and a phone who is none of those; null: there is none. */
export function largestSoldTo(
  raw: RawHandle,
  { from, to }: { readonly from: string; readonly to: string },
  others: readonly number[],
): SoldTo | null {
  const found = raw
    .prepare<[string, string, string], SoldTo>(
      `SELECT s.id, s.customer_id AS customerId, s.sold_on AS soldOn, s.total_minor AS totalMinor
       FROM sales s JOIN customers c ON c.id = s.customer_id AND c.name <> ''
       WHERE s.sold_on BETWEEN ? AND ? AND s.kind = 'sale' AND s.status = 'completed'
         AND s.deleted_at IS NULL AND s.is_on_account = 0
         AND s.customer_id NOT IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM sales r WHERE r.return_of = s.id)
         AND EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id AND p.kind = 'phone')
       ORDER BY s.total_minor DESC, s.id LIMIT 1`,
    )
    .get(from, to, JSON.stringify(others));
  return found ?? null;
}
