import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import { countsOf } from '../sales/counted.ts';

/** What counts of `sales AS s`: as revenue, and as owed where it stands on account. */
export const counts: RawBuilder<SqlBool> = countsOf('s');

/** What brings anything to the books. */
export const isBooked: RawBuilder<SqlBool> = sql`(${counts} OR s.revenue_minor <> 0)`;

/** Sales of a period that are there. */
export function soldWithin({ from, to }: Period): RawBuilder<SqlBool> {
  return sql`(s.deleted_at IS NULL AND s.sold_on >= ${from} AND s.sold_on <= ${to})`;
}

/** Sales up to a day that are there, for pages of which a cursor says where they begin. */
export function soldUpTo(day: string): RawBuilder<SqlBool> {
  return sql`(s.deleted_at IS NULL AND s.sold_on <= ${day})`;
}

/** What a sale that counts and is not on account brought in on its day. */
export const paidAtOnce: RawBuilder<number> = sql`(s.revenue_minor + s.tax_minor)`;
