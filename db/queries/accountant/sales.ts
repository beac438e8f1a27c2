import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import type { BookedLine, BookedSale } from '#shared/domain/books/sale-parts.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type Who, who } from '../customers/who.ts';
import type { DayCursor } from '../sales/read.ts';
import { isBooked, soldUpTo } from './books.ts';

/** A line of a sale with what its slip says. Quantity and price are ten-thousandths. */
export interface SoldLine extends BookedLine {
  readonly saleId: number;
  readonly product: string | null;
  readonly sku: string | null;
  readonly unit: string | null;
  readonly quantityE4: number;
  readonly unitPriceE4: number | null;
}

/** A sale or return as its slip says it, and whose it is. */
export interface SoldSale extends BookedSale, Who {
  readonly id: number;
  readonly number: string | null;
  readonly soldOn: string;
  readonly dueOn: string | null;
  readonly paymentMethod: string | null;
  readonly note: string | null;
  /** Of a return: the number of the sale whose goods came back. */
  readonly returnOf: string | null;
  readonly taxId: string | null;
  readonly address: string | null;
  readonly lines: readonly SoldLine[];
}

type SaleColumns = Omit<SoldSale, 'isOnAccount' | 'lines'> & { readonly isOnAccount: 0 | 1 };

const pageSales = 500;

/** Where the customer `g` is, on one line; null: not said. */
export const addressLine: RawBuilder<string | null> = sql`(SELECT nullif(concat_ws(', ',
    nullif(a.street, ''), nullif(a.district, ''), nullif(a.city, ''), nullif(a.province, ''),
    nullif(a.postal_code, '')), '')
  FROM addresses a WHERE a.customer_id = g.id ORDER BY a.position, a.id LIMIT 1)`;

async function linesOf(db: ReadHandle, ids: string): Promise<Map<number, SoldLine[]>> {
  const { rows } = await sql<SoldLine>`
    SELECT l.sale_id AS saleId, p.name AS product, p.sku, p.unit, l.quantity_e4 AS quantityE4,
      l.unit_price_e4 AS unitPriceE4, l.discount_minor AS discountMinor,
      l.amount_minor AS amountMinor, l.tax_minor AS taxMinor, l.tax_rate_e4 AS taxRateE4
    FROM json_each(${ids}) picked CROSS JOIN sale_lines l ON l.sale_id = picked.value
      LEFT JOIN products p ON p.id = l.product_id
    ORDER BY l.sale_id, l.position, l.id`.execute(db);
  return Map.groupBy(rows, ({ saleId }) => saleId);
}

async function salesOf(db: ReadHandle, ids: string): Promise<SaleColumns[]> {
  const { rows } = await sql<SaleColumns>`
    SELECT s.id, s.number, s.sold_on AS soldOn, s.due_on AS dueOn, s.kind, s.status,
      s.is_on_account AS isOnAccount, s.discount_minor AS discountMinor,
      s.shipping_minor AS shippingMinor, s.total_minor AS totalMinor,
      s.revenue_minor AS revenueMinor, s.tax_minor AS taxMinor, s.tax_mode AS taxMode,
      s.payment_method AS paymentMethod, s.note, o.number AS returnOf, g.tax_id AS taxId,
      ${addressLine} AS address, ${who}
    FROM json_each(${ids}) picked CROSS JOIN sales s ON s.id = picked.value
      LEFT JOIN customers g ON g.id = s.customer_id LEFT JOIN sales o ON o.id = s.return_of
    ORDER BY s.sold_on, s.id`.execute(db);
  return rows;
}

/** Sales and returns of a period that the books have, by day, with their lines, page by page. */
export async function* bookedSales(
  db: ReadHandle,
  period: Period,
  condition: RawBuilder<SqlBool> = sql`TRUE`,
): AsyncGenerator<SoldSale> {
  // The cursor alone says where a page begins: beside the first day too, every page would begin there.
  let after: DayCursor = { soldOn: period.from, id: 0 };
  for (;;) {
    const page = await sql<DayCursor>`
      SELECT s.sold_on AS soldOn, s.id FROM sales s
      WHERE ${soldUpTo(period.to)} AND ${isBooked} AND ${condition}
        AND (s.sold_on, s.id) > (${after.soldOn}, ${after.id})
      ORDER BY s.sold_on, s.id LIMIT ${pageSales}`.execute(db);
    const last = page.rows.at(-1);
    if (last === undefined) return;
    const ids = JSON.stringify(page.rows.map(({ id }) => id));
    const lines = await linesOf(db, ids);
    for (const sale of await salesOf(db, ids))
      yield { ...sale, isOnAccount: sale.isOnAccount === 1, lines: lines.get(sale.id) ?? [] };
    if (page.rows.length < pageSales) return;
    after = last;
  }
}

/**
 * Numbers that more than one sale may have, and all that begin as those do which are given to sales
 * without one.
 */
export async function sharedNumbers(db: ReadHandle, ownStart: string): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`
    WITH shared AS (SELECT number FROM sales INDEXED BY sales_number WHERE number IS NOT NULL
      GROUP BY number COLLATE NOCASE HAVING count(*) > 1)
    SELECT DISTINCT s.number FROM shared JOIN sales s ON s.number = shared.number COLLATE NOCASE
    UNION SELECT number FROM sales WHERE number >= ${ownStart} COLLATE NOCASE
      AND number < ${ownStart} || char(0x10ffff) COLLATE NOCASE`.execute(db);
  return new Set(rows.map(({ number }) => number));
}

/** Only what came back. */
export function bookedReturns(db: ReadHandle, period: Period): AsyncGenerator<SoldSale> {
  return bookedSales(db, period, sql<boolean>`s.kind = 'return'`);
}
