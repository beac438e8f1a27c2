import type { ReadHandle } from '#db/file/client.ts';
import { readSecondPurchases } from '#db/queries/figures/state.ts';
import { customersById, soldThrough } from '#db/queries/insights.ts';
import { firstPhones, purchaseDaysOf, silentBuyers } from '#db/queries/insights-slipping.ts';
import { unwilling } from '#db/queries/privacy/consents.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { CustomerWorth } from '#shared/contract/insights.ts';
import { activeSince, dayNumber } from '#shared/domain/calendar/dates.ts';
import { silenceBounds } from '#shared/domain/worth/retention/rhythm.ts';
import { secondPurchasesOf, waitOf } from '#shared/domain/worth/retention/second-purchases.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { rhythmOf } from './customer-worth.ts';
import { type Placed, placedOn } from './standing.ts';

/** Customers silent for longer than is usual for them, the most revenue first. */
async function slippingNow(db: ReadHandle, today: string) {
  const through = await soldThrough(db, today);
  const second = await readSecondPurchases(db);
  const buyers = await silentBuyers(db, { through, today, bounds: silenceBounds(second) });
  const silent = buyers.flatMap(({ days, isActive, ...buyer }) => {
    const rules = { through, second, isActive: isActive === 1 };
    const rhythm = rhythmOf(days.split(',').sort(), rules);
    return rhythm?.isSilent === true ? [{ ...buyer, ...kept(rhythm) }] : [];
  });
  return { through, second, silent };
}

function kept({ boughtDays, usualGapDays, silentDays }: NonNullable<CustomerWorth['rhythm']>) {
  return { boughtDays, usualGapDays, silentDays };
}

/** Who is slipping away now, by what no column holds: their rhythm. */
export async function slippingIds(db: ReadHandle, today: string): Promise<readonly CustomerId[]> {
  const { silent } = await slippingNow(db, today);
  return silent.map(({ id }) => id);
}

/** How long everybody had waited for a second purchase by a day. */
function secondThen(days: ReadonlyMap<number, readonly string[]>, through: string) {
  const waits = [...days.values()].map(([first = through, next]) =>
    waitOf(dayNumber(first), next === undefined ? null : dayNumber(next), dayNumber(through)),
  );
  return secondPurchasesOf(waits);
}

/** Who was slipping away on a day, of those who stood somewhere then, the most revenue first. */
export async function slippingThen(db: ReadHandle, placed: readonly Placed[], through: string) {
  const buyers = placed.filter(({ purchases }) => purchases > 0);
  const joined = await purchaseDaysOf(
    db,
    buyers.map(({ id }) => id),
    through,
  );
  const days = new Map([...joined].map(([id, all]) => [id, all.split(',').sort()]));
  const second = secondThen(days, through);
  const silent = buyers
    .flatMap((one) => {
      const rules = { through, second, isActive: one.activePurchases > 0 };
      const rhythm = rhythmOf(days.get(one.id) ?? [], rules);
      return rhythm?.isSilent === true ? [{ ...one, ...kept(rhythm) }] : [];
    })
    .sort((one, other) => other.activeRevenueMinor - one.activeRevenueMinor || one.id - other.id);
  return { second, silent };
}

/** The same on a day that was chosen, counted anew; else as it is kept. */
async function silentOn(ctx: ReadContext, on: string | null) {
  if (on === null) return slippingNow(ctx.db, ctx.today);
  const through = on < ctx.today ? on : ctx.today;
  const { placed } = await placedOn(ctx, activeSince(through, ctx.settings.activeMonths), through);
  const { second, silent } = await slippingThen(ctx.db, placed, through);
  const people = await customersById(
    ctx.db,
    silent.map(({ id }) => id),
    through,
  );
  return {
    through,
    second,
    silent: silent.map(({ id, layer, activeRevenueMinor, ...one }) => ({
      ...{ id, layer, activeRevenueMinor },
      ...{ boughtDays: one.boughtDays, usualGapDays: one.usualGapDays, silentDays: one.silentDays },
      name: people.get(id)?.name ?? '',
    })),
  };
}

/** The first of those who are slipping away, how many they are, and up to which day silence counts. */
export async function slippingCustomers(
  ctx: ReadContext,
  input: Parsed<'insights.slipping'>,
): Promise<Output<'insights.slipping'>> {
  const { through, second, silent } = await silentOn(ctx, input.on);
  const shown = silent.slice(0, input.limit);
  const ids = shown.map(({ id }) => id);
  const phones = await firstPhones(ctx.db, ids);
  const no = await unwilling(ctx.db, ids);
  return {
    count: silent.length,
    revenueMinor: silent.reduce((sum, one) => sum + one.activeRevenueMinor, 0),
    through,
    second,
    rows: shown.map((row) => ({
      ...row,
      phone: phones.get(row.id) ?? null,
      isUnwilling: no.has(row.id),
    })),
  };
}
