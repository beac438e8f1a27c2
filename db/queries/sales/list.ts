import { sql } from 'kysely';
import type { SaleFilter, SaleListRow, SaleOrder, SaleSummary } from '#shared/contract/sales.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';
import { leftColumn } from '../payments/account.ts';
import { isOpenOnly, paidStateOf } from '../payments/paid.ts';
import { allOf, filterConditions } from './filter.ts';
import { type DayCursor, type SaleColumns, saleColumns, toSale } from './read.ts';

export interface ListRequest {
  readonly filter: SaleFilter;
  readonly order: SaleOrder;
  readonly after: DayCursor | null;
  readonly limit: number;
  readonly today: string;
}

interface ListColumns extends SaleColumns {
  customerId: CustomerId | null;
  customerName: string | null;
  isCustomerInTrash: 0 | 1;
  paymentMethod: string | null;
  leftMinor: number | null;
  dueOn: string | null;
}

/** What is not paid lies among what stands on account, which is little: the planner does not know. */
function openIndex({ paid, customerId }: SaleFilter) {
  if (!isOpenOnly(paid)) return sql``;
  return customerId === null ? sql`INDEXED BY sales_account_day` : sql`INDEXED BY sales_account`;
}

/** One page of all sales and returns by day, with the cursor of the next one. */
export async function listSales(
  db: ReadHandle,
  request: ListRequest,
): Promise<{ rows: SaleListRow[]; next: DayCursor | null }> {
  const { filter, order, after, limit, today } = request;
  const isNewest = order === 'newest';
  const direction = isNewest ? sql`DESC` : sql`ASC`;
  const conditions = await filterConditions(db, filter, today);
  if (after !== null)
    conditions.push(
      sql`(s.sold_on, s.id) ${isNewest ? sql`<` : sql`>`} (${after.soldOn}, ${after.id})`,
    );
  const index = openIndex(filter);
  // The page is picked by its index alone; what the rows say is looked up for those picked.
  const found = await sql<ListColumns>`
    SELECT ${saleColumns}, s.customer_id AS customerId, ${calledName('c')} AS customerName,
      coalesce(c.deleted_at IS NOT NULL, 0) AS isCustomerInTrash, s.payment_method AS paymentMethod,
      ${leftColumn(today)} AS leftMinor, s.due_on AS dueOn
    FROM (SELECT s.id FROM sales s ${index} WHERE ${allOf(conditions)}
      ORDER BY s.sold_on ${direction}, s.id ${direction} LIMIT ${limit + 1}) picked
    CROSS JOIN sales s ON s.id = picked.id LEFT JOIN customers c ON c.id = s.customer_id
    ORDER BY s.sold_on ${direction}, s.id ${direction}`.execute(db);
  const rows = found.rows.slice(0, limit).map((row): SaleListRow => {
    const { customerId, customerName, isCustomerInTrash, paymentMethod, ...rest } = row;
    const { leftMinor, dueOn, ...sale } = rest;
    const isInTrash = isCustomerInTrash === 1;
    return {
      ...toSale(sale),
      customerId,
      customerName,
      isCustomerInTrash: isInTrash,
      paymentMethod,
      paidState: paidStateOf({ ...sale, leftMinor, dueOn }, today),
      leftMinor: Math.max(0, leftMinor ?? 0),
    };
  });
  const last = rows.at(-1);
  const hasMore = found.rows.length > limit && last !== undefined;
  return { rows, next: hasMore ? { soldOn: last.soldOn, id: last.id } : null };
}

/** What the rows of a filter come to on a day: what is sold later counts on its own day. */
export async function summarizeSales(
  db: ReadHandle,
  filter: SaleFilter,
  today: string,
): Promise<SaleSummary> {
  const conditions = await filterConditions(db, filter, today);
  const left = leftColumn(today);
  const isDue = sql`s.sold_on <= ${today}`;
  const isReturn = sql`${isDue} AND s.kind = 'return'`;
  const isPurchase = sql`${isDue} AND s.is_purchase = 1`;
  const found = await sql<SaleSummary>`
    SELECT count(*) AS count,
      count(*) FILTER (WHERE ${isPurchase}) AS purchases,
      coalesce(sum(s.revenue_minor) FILTER (WHERE ${isDue}), 0) AS revenueMinor,
      count(*) FILTER (WHERE ${isReturn} AND s.revenue_minor <> 0) AS returns,
      -coalesce(sum(s.revenue_minor) FILTER (WHERE ${isReturn}), 0) AS returnsMinor,
      count(*) FILTER (WHERE NOT (${isDue}) OR (s.is_purchase = 0 AND s.revenue_minor = 0))
        AS notCounted,
      count(*) FILTER (WHERE ${isPurchase} AND s.customer_id IS NULL) AS nameless,
      coalesce(sum(s.revenue_minor) FILTER (WHERE ${isDue} AND s.customer_id IS NULL), 0)
        AS namelessMinor,
      count(*) FILTER (WHERE ${left} > 0) AS open,
      coalesce(sum(max(${left}, 0)), 0) AS openMinor
    FROM sales s WHERE ${allOf(conditions)}`.execute(db);
  const [summary] = found.rows;
  if (summary === undefined) throw new Error('A count without a row.');
  return summary;
}
