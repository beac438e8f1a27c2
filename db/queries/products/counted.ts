import { type RawBuilder, sql } from 'kysely';
import { countsOf } from '../sales/counted.ts';

/** Whether a sale counts on a day: there, not after it, and counted. */
export function countsOn(today: string): RawBuilder<boolean> {
  return sql<boolean>`s.deleted_at IS NULL AND s.sold_on <= ${today} AND ${countsOf('s')}`;
}

/** What a return's line holds has its minus here, however it was written. */
function signed(column: string): RawBuilder<number> {
  return sql<number>`CASE WHEN s.kind = 'return' THEN -abs(${sql.raw(column)})
    ELSE ${sql.raw(column)} END`;
}

/** Ten-thousandths of `sale_lines AS l` in `sales AS s`, below zero for what came back. */
export const lineQuantity = signed('l.quantity_e4');
/**
 * What a line brought without the tax in it, in minor units, below zero for what came back. Of tax that comes
 * on top nothing is in the amount.
 */
export const lineRevenue = sql<number>`(${signed('l.amount_minor')}
  - CASE WHEN s.tax_mode = 'inclusive' THEN ${signed('l.tax_minor')} ELSE 0 END)`;
