import type { ReadHandle } from '#db/file/client.ts';
import { customersById, soldThrough } from '#db/queries/insights.ts';
import {
  activeBuyersSilentSince,
  firstPhones,
  purchaseDaysOf,
} from '#db/queries/insights-slipping.ts';
import { unwilling } from '#db/queries/privacy/consents.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { activeSince, addDays } from '#shared/domain/calendar/dates.ts';
import { shortestSilenceDays } from '#shared/domain/worth/retention/rhythm.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { rhythmOf } from './customer-worth.ts';
import { type Placed, placedOn } from './standing.ts';

/** Active customers silent for longer than three of their usual gaps, the most revenue first. */
async function silentBuyers(db: ReadHandle, today: string) {
  const through = await soldThrough(db, today);
  const before = addDays(through, -shortestSilenceDays);
  const buyers = await activeBuyersSilentSince(db, before, today);
  const silent = buyers.flatMap(({ days, ...buyer }) => {
    const rhythm = rhythmOf(days.split(',').sort(), through);
    if (rhythm === null || !rhythm.isSilent) return [];
    return [{ ...buyer, usualGapDays: rhythm.usualGapDays, silentDays: rhythm.silentDays }];
  });
  return { through, silent };
}

/** Who is slipping away now, by what no column holds: their rhythm. */
export async function slippingIds(db: ReadHandle, today: string): Promise<readonly CustomerId[]> {
  const { silent } = await silentBuyers(db, today);
  return silent.map(({ id }) => id);
}

const fewestPurchases = 3;

/** Who was slipping away on a day, of those who stood somewhere then, the most revenue first. */
export async function slippingThen(db: ReadHandle, placed: readonly Placed[], through: string) {
  const before = addDays(through, -shortestSilenceDays);
  const candidates = placed.filter(
    ({ activePurchases, purchases, lastOn }) =>
      activePurchases > 0 && purchases >= fewestPurchases && (lastOn ?? before) < before,
  );
  const days = await purchaseDaysOf(
    db,
    candidates.map(({ id }) => id),
    through,
  );
  return candidates
    .flatMap((one) => {
      const bought = days.get(one.id);
      const rhythm = bought === undefined ? null : rhythmOf(bought.split(',').sort(), through);
      return rhythm === null || !rhythm.isSilent ? [] : [{ ...one, ...rhythm }];
    })
    .sort((one, other) => other.activeRevenueMinor - one.activeRevenueMinor || one.id - other.id);
}

/** The same on a day that was chosen, counted anew; else as it is kept. */
async function silentOn(ctx: ReadContext, on: string | null) {
  if (on === null) return silentBuyers(ctx.db, ctx.today);
  const through = on < ctx.today ? on : ctx.today;
  const { placed } = await placedOn(ctx, activeSince(through, ctx.settings.activeMonths), through);
  const silent = await slippingThen(ctx.db, placed, through);
  const people = await customersById(
    ctx.db,
    silent.map(({ id }) => id),
    through,
  );
  return {
    through,
    silent: silent.map(({ id, layer, activeRevenueMinor, usualGapDays, silentDays }) => ({
      ...{ id, layer, activeRevenueMinor, usualGapDays, silentDays },
      name: people.get(id)?.name ?? '',
    })),
  };
}

/** The first of those who are slipping away, how many they are, and up to which day silence counts. */
export async function slippingCustomers(
  ctx: ReadContext,
  input: Parsed<'insights.slipping'>,
): Promise<Output<'insights.slipping'>> {
  const { through, silent } = await silentOn(ctx, input.on);
  const shown = silent.slice(0, input.limit);
  const ids = shown.map(({ id }) => id);
  const phones = await firstPhones(ctx.db, ids);
  const no = await unwilling(ctx.db, ids);
  return {
    count: silent.length,
    revenueMinor: silent.reduce((sum, one) => sum + one.activeRevenueMinor, 0),
    through,
    rows: shown.map((row) => ({
      ...row,
      phone: phones.get(row.id) ?? null,
      isUnwilling: no.has(row.id),
    })),
  };
}
