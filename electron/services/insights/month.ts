import { revenueByDay } from '#db/queries/insights-slipping.ts';
import type { Output } from '#shared/contract/index.ts';
import { addMonths, daysInMonth, monthOf } from '#shared/domain/calendar/dates.ts';
import type { ReadContext } from '../../context.ts';

/** Running totals from the first of a month to its `until`-th day, minor units. */
async function runningTotals(ctx: ReadContext, month: string, until: number): Promise<number[]> {
  const rows = await revenueByDay(
    ctx.db,
    `${month}-01`,
    `${month}-${String(until).padStart(2, '0')}`,
  );
  const byDay = new Map(rows.map((row) => [Number(row.day.slice(8)), row.revenueMinor]));
  let total = 0;
  return Array.from({ length: until }, (_, index) => {
    total += byDay.get(index + 1) ?? 0;
    return total;
  });
}

function lengthOf(month: string): number {
  return daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
}

/** This month's net revenue to today against the same month a year ago; 29 February meets the 28th. */
export async function monthSoFar(ctx: ReadContext): Promise<Output<'insights.month'>> {
  const month = monthOf(ctx.today);
  const today = Number(ctx.today.slice(8));
  const before = monthOf(addMonths(`${month}-01`, -12));
  const now = await runningTotals(ctx, month, today);
  const lastYear = await runningTotals(ctx, before, lengthOf(before));
  return {
    month,
    today,
    now,
    lastYear,
    nowMinor: now.at(-1) ?? 0,
    lastYearMinor: lastYear[Math.min(today, lastYear.length) - 1] ?? 0,
  };
}
