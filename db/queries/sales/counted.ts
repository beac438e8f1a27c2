import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isCounted, saleStatuses } from '#shared/domain/vocabulary/sales.ts';

const counted = sql.join(saleStatuses.filter(isCounted).map((status) => sql.lit(status)));

/** Whether what was sold counts, of a row of `sales`: what comes back has no status of its own to lose. */
export function countsOf(alias: string): RawBuilder<SqlBool> {
  const s = sql.raw(alias);
  return sql`(${s}.kind = 'return' OR ${s}.status IN (${counted}))`;
}
