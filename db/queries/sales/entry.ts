import { sql } from 'kysely';
import type { Offer } from '#shared/contract/sales/offers.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { SaleKind, SaleStatus, TaxMode } from '#shared/domain/vocabulary/sales.ts';
import type { ReadHandle } from '../../file/client.ts';
import { chargedOf, countsOf } from './counted.ts';

/** What one way of paying brought on a day, minor units. */
export interface MethodTotal {
  readonly method: string | null;
  readonly isOnAccount: 0 | 1;
  readonly totalMinor: number;
  /** Beside the total. */
  readonly shippingMinor: number;
  readonly count: number;
}

/** What counts of a day, by how it was paid, the most first; returns with their minus. */
export async function totalsOfDay(db: ReadHandle, on: string): Promise<MethodTotal[]> {
  const found = await sql<MethodTotal>`
    SELECT payment_method AS method, is_on_account AS isOnAccount, sum(total_minor) AS totalMinor,
      sum(shipping_minor) AS shippingMinor, count(*) FILTER (WHERE kind = 'sale') AS count
    FROM sales WHERE sold_on = ${on} AND deleted_at IS NULL
      AND ${countsOf('sales')}
    GROUP BY 1, 2 ORDER BY 3 DESC, 1`.execute(db);
  return found.rows;
}

type Found = Omit<Offer, 'unitPriceE4'> & {
  readonly priceMinor: number | null;
  readonly soldAtE4: number | null;
};

/** Products still sold by a part of their name or code, those whose name begins so first. */
export async function findOffers(db: ReadHandle, text: string, limit: number): Promise<Found[]> {
  const key = nameKey(text);
  const code = text.trim().toLowerCase();
  if (key === '' && code === '') return [];
  const found = await sql<Found>`
    SELECT p.id, p.name, p.sku, p.unit, p.price_minor AS priceMinor,
      (SELECT unit_price_e4 FROM sale_lines WHERE product_id = p.id AND unit_price_e4 > 0
        ORDER BY id DESC LIMIT 1) AS soldAtE4
    FROM (SELECT * FROM products WHERE deleted_at IS NULL AND is_active = 1
      AND (${key} <> '' AND instr(name_key, ${key}) > 0
        OR ${code} <> '' AND instr(lower(coalesce(sku, '')), ${code}) > 0)
      ORDER BY lower(coalesce(sku, '')) <> ${code}, instr(name_key, ${key}) <> 1, name_key, id
      LIMIT ${limit}) p
    ORDER BY lower(coalesce(p.sku, '')) <> ${code}, instr(p.name_key, ${key}) <> 1, p.name_key, p.id`.execute(
    db,
  );
  return found.rows;
}

/** A sale as it is stored, with what entry, change and return go by. */
export interface SaleFound {
  readonly id: number;
  readonly number: string | null;
  readonly soldOn: string;
  readonly soldAt: string | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly kind: SaleKind;
  readonly status: SaleStatus;
  readonly matchKey: string;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly totalMinor: number;
  readonly taxMode: TaxMode;
  readonly taxMinor: number;
  readonly paymentMethod: string | null;
  readonly note: string | null;
  readonly isOnAccount: 0 | 1;
  readonly dueOn: string | null;
  readonly promisedOn: string | null;
  readonly deliveredOn: string | null;
  readonly returnOf: number | null;
  readonly importId: number | null;
}

export interface LineFound {
  readonly id: number;
  readonly position: number;
  readonly productId: number | null;
  readonly name: string | null;
  readonly quantityE4: number;
  readonly unitPriceE4: number | null;
  readonly discountMinor: number;
  readonly amountMinor: number;
  readonly taxRateE4: number;
  readonly taxMinor: number;
}

/** One sale that is not in the trash; null: there is none. */
export async function findSale(db: ReadHandle, id: number): Promise<SaleFound | null> {
  const found = await sql<SaleFound>`
    SELECT s.id, s.number, s.sold_on AS soldOn, s.sold_at AS soldAt, s.customer_id AS customerId,
      c.name AS customerName, s.kind, s.status, s.match_key AS matchKey,
      s.discount_minor AS discountMinor, s.shipping_minor AS shippingMinor,
      s.total_minor AS totalMinor, s.tax_mode AS taxMode,
      s.tax_minor AS taxMinor, s.payment_method AS paymentMethod, s.note,
      s.is_on_account AS isOnAccount, s.due_on AS dueOn, s.promised_on AS promisedOn,
      s.delivered_on AS deliveredOn, s.return_of AS returnOf, s.import_id AS importId
    FROM sales s LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.id = ${id} AND s.deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? null;
}

/** Its lines, in the slip's order. */
export async function findLines(db: ReadHandle, saleId: number): Promise<LineFound[]> {
  const found = await sql<LineFound>`
    SELECT l.id, l.position, l.product_id AS productId, p.name, l.quantity_e4 AS quantityE4,
      l.unit_price_e4 AS unitPriceE4, l.discount_minor AS discountMinor,
      l.amount_minor AS amountMinor, l.tax_rate_e4 AS taxRateE4, l.tax_minor AS taxMinor
    FROM sale_lines l LEFT JOIN products p ON p.id = l.product_id
    WHERE l.sale_id = ${saleId} ORDER BY l.position, l.id`.execute(db);
  return found.rows;
}

export interface ReturnFound {
  readonly id: number;
  readonly number: string | null;
  readonly soldOn: string;
  readonly totalMinor: number;
  /** With its shipping. */
  readonly chargedMinor: number;
  readonly isOnAccount: 0 | 1;
}

/** The returns of a sale that count, the oldest first. */
export async function findReturns(db: ReadHandle, saleId: number): Promise<ReturnFound[]> {
  const found = await sql<ReturnFound>`
    SELECT id, number, sold_on AS soldOn, total_minor AS totalMinor,
      ${chargedOf('sales')} AS chargedMinor, is_on_account AS isOnAccount
    FROM sales WHERE return_of = ${saleId} AND deleted_at IS NULL
      AND ${countsOf('sales')} ORDER BY sold_on, id`.execute(db);
  return found.rows;
}

/** What came back of a product at a price; ten-thousandths, positive. */
export interface BackFound {
  readonly productId: number | null;
  readonly unitPriceE4: number | null;
  readonly quantityE4: number;
}

/** What has come back of a sale, by product and price. */
export async function findBack(db: ReadHandle, saleId: number): Promise<BackFound[]> {
  const found = await sql<BackFound>`
    SELECT l.product_id AS productId, l.unit_price_e4 AS unitPriceE4,
      -sum(l.quantity_e4) AS quantityE4
    FROM sales r CROSS JOIN sale_lines l ON l.sale_id = r.id
    WHERE r.return_of = ${saleId} AND r.deleted_at IS NULL
      AND ${countsOf('r')} GROUP BY 1, 2`.execute(db);
  return found.rows;
}

/** What payments have settled of a sale, minor units. */
export async function paidOf(db: ReadHandle, saleId: number): Promise<number> {
  const found = await sql<{ paid: number }>`
    SELECT coalesce(sum(part.amount_minor), 0) AS paid FROM payment_parts part
    CROSS JOIN payments m ON m.id = part.payment_id
    WHERE part.sale_id = ${saleId} AND m.deleted_at IS NULL`.execute(db);
  return found.rows[0]?.paid ?? 0;
}
