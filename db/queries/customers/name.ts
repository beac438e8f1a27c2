import { type RawBuilder, sql } from 'kysely';
import type { RawHandle } from '../../file/client.ts';

/**
 * What a customer is called wherever one is named: the name, else the first phone, else the first other
 * way to reach it (mail before all others), else the first code of another program (a till that knows its
 * customers by number names nobody), else nothing. `alias` is what the query calls `customers`; of nobody
 * (an outer join that found none) it is null.
 */
export function calledSql(alias: string): string {
  // By kind first: so the index of a customer's contacts has them in order, and a list sorts nothing.
  const first = `SELECT value FROM contact_points WHERE customer_id = ${alias}.id`;
  return `CASE WHEN ${alias}.id IS NOT NULL THEN coalesce(nullif(${alias}.name, ''),
    (${first} AND kind = 'phone' ORDER BY position, id LIMIT 1),
    (${first} ORDER BY kind, position, id LIMIT 1),
    (SELECT value FROM customer_identifiers WHERE customer_id = ${alias}.id ORDER BY id LIMIT 1), '') END`;
}

/** The same, in a query of kysely's. */
export function calledName(alias: string): RawBuilder<string | null> {
  return sql.raw(calledSql(alias));
}

/** What one customer is called now; null: there is none of that id. */
export function calledNow(raw: RawHandle, customerId: number): string | null {
  const found = raw
    .prepare(`SELECT ${calledSql('c')} FROM customers c WHERE c.id = ?`)
    .pluck()
    .get(customerId);
  return found === undefined ? null : String(found);
}

/** Of a customer that is there. */
export const called: RawBuilder<string> = sql.raw(calledSql('c'));
