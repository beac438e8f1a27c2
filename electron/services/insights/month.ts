import { soldThrough } from '#db/queries/insights.ts';
import { revenueByDay } from '#db/queries/insights-slipping.ts';
import type { Output } from '#shared/contract/index.ts';
import { addDays, addMonths, daysInMonth, monthOf } from '#shared/domain/calendar/dates.ts';
import type { ReadContext } from '../../context.ts';

/** Sales that end earlier say nothing about this month, nor about the one before. */
const staleAfterDays = 45;

/** One month from its first day on: running totals in minor units, and purchases, after each day. */
interface Run {
  readonly totals: number[];
  readonly sales: number[];
}

async function runOf(ctx: ReadContext, month: string, until: number): Promise<Run> {
  const last = `${month}-${String(until).padStart(2, '0')}`;
  const rows = await revenueByDay(ctx.db, `${month}-01`, last);
  const byDay = new Map(rows.map((row) => [Number(row.day.slice(8)), row]));
  const run: Run = { totals: [], sales: [] };
  for (let day = 1; day <= until; day += 1) {
    const row = byDay.get(day);
    run.totals.push((run.totals.at(-1) ?? 0) + (row?.revenueMinor ?? 0));
    run.sales.push((run.sales.at(-1) ?? 0) + (row?.sales ?? 0));
  }
  return run;
}

function lengthOf(month: string): number {
  return daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
}

/**
 * The month's net revenue against the same days a year ago, up to the last whole day that the sales
 * reach: on the first of a month that is the month before. A 29 February is left out, having none.
 */
export async function monthSoFar(ctx: ReadContext): Promise<Output<'insights.month'>> {
  const reached = await soldThrough(ctx.db, ctx.today);
  const whole = reached < ctx.today ? reached : addDays(ctx.today, -1);
  const month = monthOf(whole);
  const before = monthOf(addMonths(`${month}-01`, -12));
  const days = Math.min(Number(whole.slice(8)), lengthOf(before));
  const now = await runOf(ctx, month, days);
  const lastYear = await runOf(ctx, before, lengthOf(before));
  return {
    month,
    through: `${month}-${String(days).padStart(2, '0')}`,
    isStale: whole < addDays(ctx.today, -staleAfterDays),
    now: now.totals,
    lastYear: lastYear.totals,
    nowMinor: now.totals.at(-1) ?? 0,
    nowSales: now.sales.at(-1) ?? 0,
    lastYearMinor: lastYear.totals[days - 1] ?? 0,
    lastYearSales: lastYear.sales[days - 1] ?? 0,
  };
}
