import { type RawBuilder, sql } from 'kysely';
import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { Period } from '#shared/domain/books/period.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { compensationKinds } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle } from '../../file/client.ts';
import { pointsHeldOn } from '../loyalty/held.ts';
import { counts, isBooked, paidAtOnce, soldWithin } from './books.ts';
import { type CompensationSum, sumsGiven, sumsOfVouchers } from './compensations.ts';
import { type MonthSums, monthSums } from './month-sums.ts';
import { openSalesOn, owedOn } from './owed.ts';

/** So many rows, and what they come to in minor units. */
type CountedSum = PeriodFigures['gross'];

type SaleSums = Omit<MonthSums, 'month'>;

function addMonths(months: readonly MonthSums[]): SaleSums {
  const sum = (of: keyof SaleSums) => months.reduce((total, month) => total + month[of], 0);
  return {
    sales: sum('sales'),
    lines: sum('lines'),
    grossMinor: sum('grossMinor'),
    discounted: sum('discounted'),
    discountMinor: sum('discountMinor'),
    returns: sum('returns'),
    returnsMinor: sum('returnsMinor'),
    netMinor: sum('netMinor'),
    taxMinor: sum('taxMinor'),
    shippingMinor: sum('shippingMinor'),
  };
}

async function countedSum(
  db: ReadHandle,
  minor: RawBuilder<number>,
  from: RawBuilder<unknown>,
): Promise<CountedSum> {
  const { rows } = await sql<CountedSum>`
    SELECT count(*) AS count, coalesce(sum(${minor}), 0) AS minor FROM ${from}`.execute(db);
  return rows[0] ?? { count: 0, minor: 0 };
}

async function owedAt(db: ReadHandle, day: string): Promise<CountedSum> {
  return { count: await openSalesOn(db, day), minor: await owedOn(db, day) };
}

function sumOf(given: readonly CompensationSum[]): CountedSum {
  const sum = (of: 'count' | 'minor') => given.reduce((total, one) => total + one[of], 0);
  return { count: sum('count'), minor: sum('minor') };
}

/** Money that came in: with sales on their day, and towards what is owed. */
async function receipts(db: ReadHandle, period: Period) {
  const { from, to } = period;
  const within = soldWithin(period);
  const atOnce = await countedSum(
    db,
    paidAtOnce,
    sql`sales s WHERE ${within} AND ${isBooked} AND s.is_on_account = 0 AND ${paidAtOnce} <> 0`,
  );
  const settled = await countedSum(
    db,
    sql`p.amount_minor`,
    sql`payments p WHERE p.deleted_at IS NULL AND p.paid_on >= ${from} AND p.paid_on <= ${to}`,
  );
  const received = { count: atOnce.count + settled.count, minor: atOnce.minor + settled.minor };
  return { settled, received };
}

/** What customers hold of points on a day, and what that is worth. */
async function pointsOn(db: ReadHandle, day: string): Promise<PeriodFigures['points']> {
  const found = await pointsHeldOn(db, day);
  if (found === null) return null;
  const { held, pointMinor } = found;
  const points = held.reduce((sum, one) => sum + one.points, 0);
  return { people: held.length, points, pointMinor, minor: points * pointMinor };
}

/** What a period comes to, to the minor unit. */
export async function periodFigures(db: ReadHandle, period: Period): Promise<PeriodFigures> {
  const within = soldWithin(period);
  const sold = addMonths(await monthSums(db, period));
  const given = await sumsGiven(db, period);
  const unexplained = await countedSum(
    db,
    sql`CASE WHEN ${counts} THEN s.total_minor ELSE 0 END - ${paidAtOnce}`,
    sql`sales s WHERE ${within} AND ${isBooked} AND s.is_on_account = 1`,
  );
  const owedShipping = await countedSum(
    db,
    sql`s.shipping_minor`,
    sql`sales s WHERE ${within} AND ${counts} AND s.is_on_account = 1`,
  );
  return {
    lines: sold.lines,
    gross: { count: sold.sales, minor: sold.grossMinor },
    discounts: { count: sold.discounted, minor: sold.discountMinor },
    returns: { count: sold.returns, minor: sold.returnsMinor },
    netMinor: sold.netMinor,
    taxMinor: sold.taxMinor,
    shippingMinor: sold.shippingMinor,
    opening: await owedAt(db, addDays(period.from, -1)),
    ...(await receipts(db, period)),
    unexplainedMinor: unexplained.minor,
    owedShippingMinor: owedShipping.minor,
    closing: await owedAt(db, period.to),
    compensation: sumOf(given),
    byKind: compensationKinds.flatMap((kind) => {
      return given.filter((one) => one.kind === kind);
    }),
    vouchers: sumOf(await sumsOfVouchers(db, period.to)),
    points: await pointsOn(db, period.to),
    notCounted: await countedSum(
      db,
      sql`s.total_minor`,
      sql`sales s WHERE ${within} AND NOT ${isBooked}`,
    ),
    nameless: await countedSum(
      db,
      sql`s.revenue_minor`,
      sql`sales s WHERE ${within} AND ${isBooked} AND s.customer_id IS NULL`,
    ),
  };
}
