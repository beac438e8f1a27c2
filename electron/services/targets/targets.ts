import { openBatch } from '#db/history/journal.ts';
import { revenueByDay } from '#db/queries/insights-slipping.ts';
import { readTarget, writeTarget } from '#db/queries/targets.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { daysInMonth, monthOf } from '#shared/domain/calendar/dates.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

function lastOf(month: string): number {
  return daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
}

/** How many days of a month have begun by a day. */
function begun(month: string, today: string): number {
  if (month > monthOf(today)) return 0;
  return month === monthOf(today) ? Number(today.slice(8)) : lastOf(month);
}

/** What is meant to be sold in a month, and what was up to today. */
export async function targetOf(
  ctx: ReadContext,
  input: Parsed<'targets.get'>,
): Promise<Output<'targets.get'>> {
  const month = input.month ?? monthOf(ctx.today);
  const days = lastOf(month);
  const day = begun(month, ctx.today);
  const until = `${month}-${String(day).padStart(2, '0')}`;
  const sold = day === 0 ? [] : await revenueByDay(ctx.db, `${month}-01`, until);
  const target = await readTarget(ctx.db, month);
  return {
    month,
    targetMinor: target?.amountMinor ?? null,
    soldMinor: sold.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
    day,
    days,
  };
}

/** Sets, changes or takes away the target of a month. */
export async function setTarget(
  ctx: WriteContext,
  input: Parsed<'targets.set'>,
): Promise<Output<'targets.set'>> {
  const { month } = input;
  const known = await readTarget(ctx.db, month);
  const at = ctx.clock.instant();
  const kind = known === null ? 'create' : input.amountMinor === null ? 'delete' : 'edit';
  const batchId = openBatch(ctx.raw, { kind, label: month, at });
  writeTarget(ctx.raw, batchId, known, { ...input, at });
  return { batchId: batchId as BatchId };
}
