import { type RawBuilder, sql } from 'kysely';

/**
 * What a customer is called wherever one is named: the name, else the first phone, else the first other
 * way to reach it, else nothing. `alias` is what the query calls `customers`; of nobody (an outer join
 * that found none) it is null.
 */
export function calledSql(alias: string): string {
  return `CASE WHEN ${alias}.id IS NOT NULL THEN coalesce(nullif(${alias}.name, ''),
    (SELECT value FROM contact_points WHERE customer_id = ${alias}.id
      ORDER BY kind <> 'phone', position, id LIMIT 1), '') END`;
}

/** The same, in a query of kysely's. */
export function calledName(alias: string): RawBuilder<string> {
  return sql.raw(calledSql(alias));
}

/** Of a customer that is there. */
export const called = calledName('c');
