import { sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import { partsOfSale } from '#shared/domain/books/sale-parts.ts';
import { addDays, addMonths, monthOf } from '#shared/domain/calendar/dates.ts';
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

/** The part of a period in each month in which something was sold: where nothing was, it is passed over. */
async function* monthsIn(db: ReadHandle, { from, to }: Period): AsyncGenerator<Period> {
  for (let next = from; next <= to; ) {
    const { rows } = await sql<{ day: string | null }>`
      SELECT min(s.sold_on) AS day FROM sales s WHERE ${soldWithin({ from: next, to })}`.execute(
      db,
    );
    const day = rows[0]?.day ?? null;
    if (day === null) return;
    const later = addMonths(`${monthOf(day)}-01`, 1);
    const end = addDays(later, -1);
    yield { from: day, to: end < to ? end : to };
    next = later;
  }
}

/** One month at a time, and its sales one after the other: nothing is put in order or kept. */
async function countedIn(db: ReadHandle, month: Period): Promise<Counted | null> {
  const { rows } = await sql<Omit<Counted, 'month'> & { booked: number }>`
    SELECT count(*) AS booked, count(*) FILTER (WHERE b.isSale) AS sales,
      coalesce(sum(b.lines) FILTER (WHERE b.isSale), 0) AS lines,
      count(*) FILTER (WHERE b.isSale AND b.offMinor <> 0) AS discounted,
      coalesce(sum(b.offMinor) FILTER (WHERE b.isSale AND NOT b.holdsTax), 0) AS discountMinor,
      count(*) FILTER (WHERE NOT b.isSale) AS returns,
      -coalesce(sum(b.revenueMinor) FILTER (WHERE NOT b.isSale), 0) AS returnsMinor,
      coalesce(sum(b.revenueMinor), 0) AS netMinor, coalesce(sum(b.taxMinor), 0) AS taxMinor,
      coalesce(sum(b.shippingMinor), 0) AS shippingMinor
    FROM (SELECT s.kind = 'sale' AS isSale, s.tax_mode = 'inclusive' AS holdsTax,
        s.revenue_minor AS revenueMinor, s.tax_minor AS taxMinor, s.shipping_minor AS shippingMinor,
        (SELECT count(*) FROM sale_lines l WHERE l.sale_id = s.id) AS lines, s.discount_minor
          + (SELECT coalesce(sum(l.discount_minor), 0) FROM sale_lines l WHERE l.sale_id = s.id)
          AS offMinor
      FROM sales s WHERE ${soldWithin(month)} AND ${isBooked} LIMIT -1) b`.execute(db);
  const [row] = rows;
  if (row === undefined || row.booked === 0) return null;
  const { booked: _, ...counted } = row;
  return { month: monthOf(month.from), ...counted };
}

/** What was sold in the months of a period, those in which nothing was left out. */
export async function monthSums(db: ReadHandle, period: Period): Promise<MonthSums[]> {
  const withTax = await discountsWithTax(db, period);
  const sums: MonthSums[] = [];
  for await (const month of monthsIn(db, period)) {
    const row = await countedIn(db, month);
    if (row === null) continue;
    const discountMinor = row.discountMinor + (withTax.get(row.month) ?? 0);
    const grossMinor = row.netMinor + row.returnsMinor + discountMinor;
    sums.push({ ...row, discountMinor, grossMinor });
  }
  return sums;
}
