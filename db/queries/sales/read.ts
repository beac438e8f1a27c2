import { sql } from 'kysely';
import type { SaleRow } from '#shared/contract/sales.ts';
import type { SaleKind, SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import { notFound } from '#shared/errors.ts';
import type { ComplaintId, CustomerId, SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

/** A sale or return as the database has it, its first products as JSON. */
export interface SaleColumns {
  id: number;
  number: string | null;
  soldOn: string;
  soldAt: string | null;
  kind: SaleKind;
  status: SaleStatus;
  totalMinor: number;
  revenueMinor: number;
  isPurchase: number;
  lineCount: number;
  products: string | null;
}

/** The columns of a sale in a list, of `sales AS s`. */
export const saleColumns = sql`
  s.id, s.number, s.sold_on AS soldOn, s.sold_at AS soldAt, s.kind, s.status,
  s.total_minor AS totalMinor, s.revenue_minor AS revenueMinor, s.is_purchase AS isPurchase,
  (SELECT count(*) FROM sale_lines WHERE sale_id = s.id) AS lineCount,
  (SELECT json_group_array(name) FROM (SELECT DISTINCT p.name FROM sale_lines l
    JOIN products p ON p.id = l.product_id WHERE l.sale_id = s.id ORDER BY l.position LIMIT 3)
  ) AS products`;

/** A row of a list from its columns. */
export function toSale(row: SaleColumns): SaleRow {
  const products: unknown = JSON.parse(row.products ?? '[]');
  return {
    ...row,
    id: row.id as SaleId,
    isPurchase: row.isPurchase === 1,
    products: Array.isArray(products) ? products.map(String) : [],
  };
}

export interface DayCursor {
  readonly soldOn: string;
  readonly id: number;
}

/** A customer's sales and returns, newest first; days and ids of the last row make the cursor. */
export async function salesOfCustomer(
  db: ReadHandle,
  request: { customerId: number; after: DayCursor | null; limit: number },
): Promise<{ rows: SaleRow[]; next: DayCursor | null }> {
  const { customerId, after, limit } = request;
  const later =
    after === null ? sql`` : sql`AND (s.sold_on, s.id) < (${after.soldOn}, ${after.id})`;
  const found = await sql<SaleColumns>`
    SELECT ${saleColumns} FROM sales s
    WHERE s.customer_id = ${customerId} AND s.deleted_at IS NULL ${later}
    ORDER BY s.sold_on DESC, s.id DESC LIMIT ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit).map(toSale);
  const last = rows.at(-1);
  const hasMore = found.rows.length > limit && last !== undefined;
  return { rows, next: hasMore ? { soldOn: last.soldOn, id: last.id } : null };
}

function linesOf(db: ReadHandle, id: SaleId) {
  return db
    .selectFrom('sale_lines as l')
    .leftJoin('products as p', 'p.id', 'l.product_id')
    .select([
      'p.name as product',
      'p.sku as sku',
      'l.quantity_e4 as quantityE4',
      'l.unit_price_e4 as unitPriceE4',
      'l.discount_minor as discountMinor',
      'l.amount_minor as amountMinor',
      'l.note',
    ])
    .where('l.sale_id', '=', id)
    .orderBy('l.position')
    .execute();
}

/** Complaints about one sale, the newest first. */
function complaintsOf(db: ReadHandle, id: SaleId) {
  return db
    .selectFrom('complaints')
    .select(['id', 'number', 'title'])
    .where('sale_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('received_at', 'desc')
    .execute();
}

/** One sale with its lines; NOT_FOUND when there is none. */
export async function readSale(db: ReadHandle, id: SaleId) {
  const found = await sql<SaleColumns>`
    SELECT ${saleColumns} FROM sales s WHERE s.id = ${id}`.execute(db);
  const head = found.rows[0];
  const rest = await db
    .selectFrom('sales as s')
    .leftJoin('customers as c', 'c.id', 's.customer_id')
    .select([
      's.customer_id as customerId',
      calledName('c').as('customerName'),
      'c.deleted_at as trashedAt',
      's.discount_minor as discountMinor',
      's.shipping_minor as shippingMinor',
      's.payment_method as paymentMethod',
      's.note',
      's.import_id as importId',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (head === undefined || rest === undefined) throw notFound('sale');
  const { customerId, trashedAt, ...facts } = rest;
  return {
    ...facts,
    sale: toSale(head),
    customerId: customerId as CustomerId | null,
    isCustomerInTrash: trashedAt !== null,
    lines: await linesOf(db, id),
    complaints: (await complaintsOf(db, id)).map((one) => ({ ...one, id: one.id as ComplaintId })),
  };
}
