import { soldThrough } from '#db/queries/insights.ts';
import { activeBuyersSilentSince, firstPhones } from '#db/queries/insights-slipping.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { ReadContext } from '../../context.ts';
import { rhythmOf } from './customer-worth.ts';

/** Nobody has fallen silent within a week: who buys daily has taken a holiday. */
const shortestSilenceDays = 7;

/** Active customers silent for longer than three of their usual gaps, the most revenue first. */
export async function slippingCustomers(
  ctx: ReadContext,
  input: Parsed<'insights.slipping'>,
): Promise<Output<'insights.slipping'>> {
  const through = await soldThrough(ctx.db, ctx.today);
  const before = addDays(through, -shortestSilenceDays);
  const buyers = await activeBuyersSilentSince(ctx.db, before, ctx.today);
  const silent = buyers.flatMap(({ days, ...buyer }) => {
    const rhythm = rhythmOf(days.split(',').sort(), through);
    if (rhythm === null || !rhythm.isSilent) return [];
    return [{ ...buyer, usualGapDays: rhythm.usualGapDays, silentDays: rhythm.silentDays }];
  });
  const shown = silent.slice(0, input.limit);
  const phones = await firstPhones(
    ctx.db,
    shown.map(({ id }) => id),
  );
  return {
    count: silent.length,
    through,
    rows: shown.map((row) => ({ ...row, phone: phones.get(row.id) ?? null })),
  };
}
