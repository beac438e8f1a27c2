import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

function linesOf(db: ReadHandle, saleId: number) {
  return db
    .selectFrom('sale_lines as l')
    .leftJoin('products as p', 'p.id', 'l.product_id')
    .select([
      'l.product_id as productId',
      'p.name as product',
      'l.quantity_e4 as quantityE4',
      'l.unit_price_e4 as unitPriceE4',
      'l.discount_minor as discountMinor',
      'l.amount_minor as amountMinor',
      'l.tax_rate_e4 as taxRateE4',
    ])
    .where('l.sale_id', '=', saleId)
    .orderBy('l.position')
    .execute();
}

/** A sale as it would be sold again; null: none, or in the trash. */
export async function saleToCorrect(db: ReadHandle, saleId: number) {
  const sale = await db
    .selectFrom('sales as s')
    .leftJoin('customers as c', 'c.id', 's.customer_id')
    .select([
      's.number',
      's.sold_on as soldOn',
      's.status',
      's.customer_id as customerId',
      calledName('c').as('customerName'),
      's.tax_mode as taxMode',
      's.total_minor as totalMinor',
      's.revenue_minor as revenueMinor',
      's.discount_minor as discountMinor',
      's.shipping_minor as shippingMinor',
    ])
    .where('s.id', '=', saleId)
    .where('s.deleted_at', 'is', null)
    .executeTakeFirst();
  if (sale === undefined) return null;
  const back = await db
    .selectFrom('sales')
    .select('id')
    .where('return_of', '=', saleId)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return { ...sale, hasReturns: back !== undefined, lines: await linesOf(db, saleId) };
}
