import { type RawBuilder, sql } from 'kysely';

/** `(SELECT value FROM json_each(…))`: any number of ids as one bound value. */
export function idList(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}
