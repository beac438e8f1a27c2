import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { OddSales } from '#shared/contract/sales.ts';
import { chargedOf, countsOf } from './counted.ts';

const counts = countsOf('s');
const isOwed = sql`(s.kind = 'sale' AND s.is_on_account = 1 AND ${counts})`;

/** What of a sale is not paid: less what payments name it for and what came back of it. */
const open = sql`(${chargedOf('s')}
  - coalesce((SELECT sum(a.amount_minor) FROM payment_parts a JOIN payments p ON p.id = a.payment_id
    WHERE a.sale_id = s.id AND p.deleted_at IS NULL), 0)
  + coalesce((SELECT sum(${chargedOf('r')}) FROM sales r WHERE r.return_of = s.id AND r.is_on_account = 1
    AND r.deleted_at IS NULL), 0))`;

/** What is odd about `sales AS s`, each as a condition. */
export const oddConditions: Readonly<Record<OddSales, RawBuilder<SqlBool>>> = {
  noNumber: sql`(${counts} AND coalesce(s.number, '') = '')`,
  belowZero: sql`(${counts} AND s.kind = 'sale' AND s.total_minor < 0)`,
  freeLine: sql`(${counts} AND EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id
    AND l.quantity_e4 <> 0 AND (l.unit_price_e4 = 0 OR (l.amount_minor = 0 AND l.discount_minor = 0))))`,
  noDueDay: sql`(${isOwed} AND s.due_on IS NULL AND ${open} > 0)`,
  dueEarly: sql`(${isOwed} AND s.due_on < s.sold_on)`,
  unexplained: sql`(s.is_on_account = 1 AND ${counts}
    AND s.total_minor <> s.revenue_minor + s.tax_minor)`,
};
