import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** A condition on `customer_figures AS f`. */
export type Where = RawBuilder<SqlBool>;

/** All or any of them; `none` where there is none. */
export function all(conditions: readonly Where[], word: 'AND' | 'OR', none: Where): Where {
  if (conditions.length === 0) return none;
  return sql`(${sql.join([...conditions], sql.raw(` ${word} `))})`;
}

/** Not so, or not known: who has no value has none of those asked for. */
export function not(where: Where): Where {
  return sql`(${where}) IS NOT TRUE`;
}

/** A value between two ends; what has no value is not between. */
export function between<V extends number | string>(
  value: RawBuilder<unknown>,
  { from, to }: { readonly from: V | null; readonly to: V | null },
): Where {
  const ends = [
    ...(from === null ? [] : [sql<SqlBool>`${value} >= ${from}`]),
    ...(to === null ? [] : [sql<SqlBool>`${value} <= ${to}`]),
  ];
  return all(ends, 'AND', sql`1`);
}
