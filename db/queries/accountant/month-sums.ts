import { sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import { partsOfSale } from '#shared/domain/books/sale-parts.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import type { ReadHandle } from '../../file/client.ts';
import { isBooked, soldWithin } from './books.ts';
import { bookedSales } from './sales.ts';

/** What was sold in a month, tax apart. Gross less discounts and returns is net. Minor units. */
export interface MonthSums {
  readonly month: string;
  readonly sales: number;
  readonly lines: number;
  readonly grossMinor: number;
  readonly discounted: number;
  readonly discountMinor: number;
  readonly returns: number;
  /** What returns take off, above zero. */
  readonly returnsMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  /** Stands beside the sales: no revenue. */
  readonly shippingMinor: number;
}

type Counted = Omit<MonthSums, 'grossMinor'>;

/** Where prices hold tax, a discount is counted line by line without its tax. By month. */
async function discountsWithTax(db: ReadHandle, period: Period): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  const isMeant = sql<boolean>`s.kind = 'sale' AND s.tax_mode = 'inclusive' AND (s.discount_minor <> 0
    OR EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id AND l.discount_minor <> 0))`;
  for await (const sale of bookedSales(db, period, isMeant)) {
    const { parts, rest } = partsOfSale(sale, sale.lines);
    const month = monthOf(sale.soldOn);
    const all = rest === null ? parts : [...parts, rest];
    const minor = all.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
    sums.set(month, (sums.get(month) ?? 0) + minor);
  }
  return sums;
}

/** What was sold in the months of a period, those in which nothing was left out. */
export async function monthSums(db: ReadHandle, period: Period): Promise<MonthSums[]> {
  const { rows } = await sql<Counted>`
    SELECT substr(b.soldOn, 1, 7) AS month,
      count(*) FILTER (WHERE b.isSale) AS sales, coalesce(sum(b.lines) FILTER (WHERE b.isSale), 0) AS lines,
      count(*) FILTER (WHERE b.isSale AND b.offMinor <> 0) AS discounted,
      coalesce(sum(b.offMinor) FILTER (WHERE b.isSale AND NOT b.holdsTax), 0) AS discountMinor,
      count(*) FILTER (WHERE NOT b.isSale) AS returns,
      -coalesce(sum(b.revenueMinor) FILTER (WHERE NOT b.isSale), 0) AS returnsMinor,
      sum(b.revenueMinor) AS netMinor, sum(b.taxMinor) AS taxMinor,
      sum(b.shippingMinor) AS shippingMinor
    FROM (SELECT s.sold_on AS soldOn, s.kind = 'sale' AS isSale, s.tax_mode = 'inclusive' AS holdsTax,
        s.revenue_minor AS revenueMinor, s.tax_minor AS taxMinor, s.shipping_minor AS shippingMinor,
        count(l.id) AS lines, s.discount_minor + coalesce(sum(l.discount_minor), 0) AS offMinor
      FROM sales s LEFT JOIN sale_lines l ON l.sale_id = s.id
      WHERE ${soldWithin(period)} AND ${isBooked} GROUP BY s.id) b
    GROUP BY month ORDER BY month`.execute(db);
  const withTax = await discountsWithTax(db, period);
  return rows.map((row) => {
    const discountMinor = row.discountMinor + (withTax.get(row.month) ?? 0);
    return { ...row, discountMinor, grossMinor: row.netMinor + row.returnsMinor + discountMinor };
  });
}
