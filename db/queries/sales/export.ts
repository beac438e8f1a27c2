import { sql } from 'kysely';
import type { SaleFilter } from '#shared/contract/sales.ts';
import type { SaleKind, SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type Who, who } from '../customers/who.ts';
import { allOf, filterConditions } from './filter.ts';
import type { DayCursor } from './read.ts';

/** One line of a sale with what its slip says, as it goes out. Money is minor units. */
export interface LineToExport extends Who {
  readonly saleId: number;
  /** 0: the first of its sale, or a sale without lines. */
  readonly position: number;
  readonly number: string | null;
  readonly soldOn: string;
  /** `14:20`; null: only the day is known. */
  readonly time: string | null;
  readonly kind: SaleKind;
  readonly status: SaleStatus;
  readonly product: string | null;
  readonly sku: string | null;
  readonly quantityE4: number | null;
  readonly unitPriceE4: number | null;
  readonly lineDiscountMinor: number;
  /** Null: the sale has no lines. */
  readonly amountMinor: number | null;
  readonly saleDiscountMinor: number;
  readonly shippingMinor: number;
  readonly totalMinor: number;
  readonly paymentMethod: string | null;
  readonly note: string | null;
}

const pageSales = 500;

/** The lines of the sales a filter shows, the oldest first, page by page; a sale without lines is one row. */
export async function* linesToExport(
  db: ReadHandle,
  filter: SaleFilter,
  today: string,
): AsyncGenerator<LineToExport> {
  const conditions = await filterConditions(db, filter, today);
  let after: DayCursor = { soldOn: '', id: 0 };
  for (;;) {
    const page = await sql<DayCursor>`
      SELECT s.sold_on AS soldOn, s.id FROM sales s
      WHERE ${allOf(conditions)} AND (s.sold_on, s.id) > (${after.soldOn}, ${after.id})
      ORDER BY s.sold_on, s.id LIMIT ${pageSales}`.execute(db);
    const last = page.rows.at(-1);
    if (last === undefined) return;
    const ids = JSON.stringify(page.rows.map(({ id }) => id));
    const { rows } = await sql<LineToExport>`
      SELECT s.id AS saleId,
        row_number() OVER (PARTITION BY s.id ORDER BY l.position, l.id) - 1 AS position,
        s.number, s.sold_on AS soldOn, substr(s.sold_at, 12, 5) AS time, s.kind, s.status,
        p.name AS product, p.sku, l.quantity_e4 AS quantityE4, l.unit_price_e4 AS unitPriceE4,
        coalesce(l.discount_minor, 0) AS lineDiscountMinor, l.amount_minor AS amountMinor,
        s.discount_minor AS saleDiscountMinor, s.shipping_minor AS shippingMinor,
        s.total_minor AS totalMinor, s.payment_method AS paymentMethod, s.note, ${who}
      FROM json_each(${ids}) picked CROSS JOIN sales s ON s.id = picked.value
        LEFT JOIN customers g ON g.id = s.customer_id
        LEFT JOIN sale_lines l ON l.sale_id = s.id LEFT JOIN products p ON p.id = l.product_id
      ORDER BY s.sold_on, s.id, l.position, l.id`.execute(db);
    yield* rows;
    if (page.rows.length < pageSales) return;
    after = last;
  }
}
