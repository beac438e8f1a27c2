import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isCounted, saleStatuses } from '#shared/domain/vocabulary/sales.ts';

const counted = sql.join(saleStatuses.filter(isCounted).map((status) => sql.lit(status)));

/**
 * Whether a row of `sales` counts: by its status, or as a return that took something off, whatever its
 * file calls it. One that was called off here takes nothing off.
 */
export function countsOf(alias: string): RawBuilder<SqlBool> {
  const s = sql.raw(alias);
  return sql`(${s}.status IN (${counted}) OR ${s}.kind = 'return' AND ${s}.revenue_minor <> 0)`;
}

/** What the customer is to pay of a row of `sales`: its total, and the shipping that stands beside it. */
export function chargedOf(alias: string): RawBuilder<number> {
  const s = sql.raw(alias);
  return sql`(${s}.total_minor + ${s}.shipping_minor)`;
}
