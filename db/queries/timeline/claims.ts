import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import type { ClaimsTable } from '../../schema/guarantee.ts';
import { beyond, type SourcePage } from './source.ts';

export interface ClaimLine {
  id: number;
  at: string;
  number: string;
  product: string | null;
  problem: string;
  remedy: ClaimsTable['remedy'];
  isDone: 0 | 1;
}

/** Guarantee claims of one customer, newest first. */
export async function timelineClaims(db: ReadHandle, page: SourcePage): Promise<ClaimLine[]> {
  const later = beyond(page.after, sql`k.claimed_at`, sql`k.id`);
  const found = await sql<ClaimLine>`
    SELECT k.id, k.claimed_at AS at, k.number,
      (SELECT name FROM products WHERE id = k.product_id) AS product,
      k.problem, k.remedy, k.done_at IS NOT NULL AS isDone
    FROM claims k
    WHERE k.customer_id = ${page.customerId} AND k.deleted_at IS NULL ${later}
    ORDER BY k.claimed_at DESC, k.id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
