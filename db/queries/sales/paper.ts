import { sql } from 'kysely';
import type { SaleKind, SaleStatus, TaxMode } from '#shared/domain/vocabulary/sales.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledSql } from '../customers/name.ts';

/** Whom a paper is for, with the first address of theirs. */
export interface BuyerForPaper {
  /** Null: nobody is named. */
  readonly customer: string | null;
  readonly customerTaxId: string | null;
  readonly street: string | null;
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** A sale as it goes on paper. */
export interface SaleForPaper extends BuyerForPaper {
  readonly id: number;
  readonly number: string | null;
  readonly soldOn: string;
  readonly soldAt: string | null;
  readonly kind: SaleKind;
  readonly status: SaleStatus;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly totalMinor: number;
  readonly taxMode: TaxMode;
  readonly taxMinor: number;
  readonly paymentMethod: string | null;
  readonly note: string | null;
  readonly isOnAccount: 0 | 1;
  readonly dueOn: string | null;
  /** Of a return: when the goods were sold, and under which number. */
  readonly ofNumber: string | null;
  readonly ofDay: string | null;
}

/** A line as it goes on paper. */
export interface LineForPaper {
  readonly product: string | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly quantityE4: number;
  readonly unitPriceE4: number | null;
  readonly discountMinor: number;
  readonly amountMinor: number;
  readonly taxRateE4: number;
}

/** Whom a paper is for, of `customers AS c` and their `addresses AS a`. */
export const buyerColumns = sql`${sql.raw(calledSql('c'))} AS customer, c.tax_id AS customerTaxId,
  a.street, a.district, a.city, a.province, a.postal_code AS postalCode, a.country`;

/** The first address of `customers AS c`, as `a`. */
export const firstAddress = sql`LEFT JOIN addresses a ON a.id = (SELECT id FROM addresses
  WHERE customer_id = c.id ORDER BY position, id LIMIT 1)`;

/** A sale that is not in the trash, with who bought and the first address of theirs; null: there is none. */
export async function saleForPaper(db: ReadHandle, id: number): Promise<SaleForPaper | null> {
  const found = await sql<SaleForPaper>`
    SELECT s.id, s.number, s.sold_on AS soldOn, s.sold_at AS soldAt, s.kind, s.status,
      s.discount_minor AS discountMinor, s.shipping_minor AS shippingMinor,
      s.total_minor AS totalMinor, s.tax_mode AS taxMode, s.tax_minor AS taxMinor,
      s.payment_method AS paymentMethod, s.note, s.is_on_account AS isOnAccount,
      s.due_on AS dueOn, o.number AS ofNumber, o.sold_on AS ofDay,
      ${buyerColumns}
    FROM sales s LEFT JOIN sales o ON o.id = s.return_of
    LEFT JOIN customers c ON c.id = s.customer_id
    ${firstAddress}
    WHERE s.id = ${id} AND s.deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? null;
}

/** Its lines, in the slip's order. */
export async function linesForPaper(db: ReadHandle, saleId: number): Promise<LineForPaper[]> {
  const found = await sql<LineForPaper>`
    SELECT p.name AS product, p.unit, l.note, l.quantity_e4 AS quantityE4,
      l.unit_price_e4 AS unitPriceE4, l.discount_minor AS discountMinor,
      l.amount_minor AS amountMinor, l.tax_rate_e4 AS taxRateE4
    FROM sale_lines l LEFT JOIN products p ON p.id = l.product_id
    WHERE l.sale_id = ${saleId} ORDER BY l.position, l.id`.execute(db);
  return found.rows;
}
