import { readShopAverage } from '#db/queries/figures/state.ts';
import {
  allValues,
  customersById,
  layerEdges,
  layerTotals,
  returnsOnlyCustomers,
  soldThrough,
  type TopCustomer,
  topCustomers,
} from '#db/queries/insights.ts';
import { type CustomerOn, customersOnDay } from '#db/queries/insights-on.ts';
import type { Layer } from '#shared/contract/customers.ts';
import { activeSince, inclusiveMonths } from '#shared/domain/calendar/dates.ts';
import {
  type AverageYearsKept,
  averageYearsKept,
  formulaClv,
  yearsKeptAssumption,
} from '#shared/domain/worth/clv.ts';
import { layerOf, rankLayers } from '#shared/domain/worth/pyramid.ts';
import type { ReadContext } from '../../context.ts';

/** What a standing is counted from. */
type StandingContext = Pick<ReadContext, 'db' | 'settings'>;

/** Where everybody stands by a day: what the cards of worth and of the pyramid are made of. */
export interface Standing {
  readonly from: string;
  readonly to: string;
  /** Formula values of everybody who bought, minor units, in no order. */
  values(): Promise<readonly number[]>;
  average(): Promise<AverageYearsKept | null>;
  top(limit: number): Promise<readonly TopCustomer[]>;
  layers(): Promise<readonly { layer: Layer; customers: number; revenueMinor: number }[]>;
  edges(): Promise<readonly { layer: Layer; leastMinor: number; mostMinor: number }[]>;
  returnsOnly(): Promise<number>;
}

/** By the day that was chosen, counted anew; else by the last day that the sales reach, as it is kept. */
export async function standingOn(ctx: ReadContext, on: string | null): Promise<Standing> {
  const { db, today, settings } = ctx;
  if (on !== null) return standingThen(ctx, on < today ? on : today);
  const to = await soldThrough(db, today);
  return {
    from: activeSince(to, settings.activeMonths),
    to,
    values: () => allValues(db),
    average: () => readShopAverage(db),
    top: (limit) => topCustomers(db, limit),
    layers: () => layerTotals(db),
    edges: () => layerEdges(db),
    returnsOnly: () => returnsOnlyCustomers(db),
  };
}

/** A customer with what they stood at by a day. */
export type Placed = CustomerOn & { readonly layer: Layer; readonly clvMinor: number | null };

function averageOf(customers: readonly CustomerOn[]): AverageYearsKept | null {
  return averageYearsKept(
    customers.flatMap(({ firstOn, lastOn }) =>
      firstOn !== null && lastOn !== null && firstOn < lastOn
        ? [{ months: inclusiveMonths(firstOn, lastOn) }]
        : [],
    ),
  );
}

function formulaOf(
  { settings }: StandingContext,
  { firstOn, lastOn, ...one }: CustomerOn,
  average: AverageYearsKept | null,
): number | null {
  if (firstOn === null || lastOn === null) return null;
  const months = inclusiveMonths(firstOn, lastOn);
  return formulaClv({
    ...one,
    firstOn,
    lastOn,
    yearsKept: yearsKeptAssumption(settings.yearsKept, average, months).years,
    marginPercent: settings.marginPercent,
    keepingCostMinorPerYear: settings.keepingCostMinor,
  }).valueMinor;
}

/** Everybody as they stood at the end of a day, with the window that ends there. */
export async function placedOn(ctx: StandingContext, from: string, to: string) {
  const customers = await customersOnDay(ctx.db, from, to);
  const average = averageOf(customers);
  const active = customers.flatMap(({ id, activePurchases, activeRevenueMinor, lastOn }) =>
    activePurchases > 0 && lastOn !== null
      ? [{ id, revenueMinor: activeRevenueMinor, lastOn }]
      : [],
  );
  const ranked = new Map(rankLayers(active).ranked.map(({ id, layer }) => [id, layer]));
  const placed = customers.map((one): Placed => {
    const hasBought = one.purchases > 0 || one.revenueMinor !== 0;
    const layer = layerOf({ activeLayer: ranked.get(one.id) ?? null, hasBought, mark: one.mark });
    return { ...one, layer, clvMinor: formulaOf(ctx, one, average) };
  });
  return { placed, average };
}

function byLayer(placed: readonly Placed[]): Map<Layer, number[]> {
  const found = new Map<Layer, number[]>();
  for (const { layer, activeRevenueMinor } of placed) {
    const revenues = found.get(layer);
    if (revenues === undefined) found.set(layer, [activeRevenueMinor]);
    else revenues.push(activeRevenueMinor);
  }
  return found;
}

async function standingThen(ctx: ReadContext, to: string): Promise<Standing> {
  const from = activeSince(to, ctx.settings.activeMonths);
  const { placed, average } = await placedOn(ctx, from, to);
  const layers = byLayer(placed);
  return {
    from,
    to,
    values: async () => placed.flatMap(({ clvMinor }) => clvMinor ?? []),
    average: async () => average,
    top: (limit) => topOf(ctx, placed, limit),
    layers: async () =>
      [...layers].map(([layer, revenues]) => ({
        layer,
        customers: revenues.length,
        revenueMinor: revenues.reduce((sum, one) => sum + one, 0),
      })),
    edges: async () =>
      [...layers].map(([layer, revenues]) => ({
        layer,
        leastMinor: revenues.reduce((least, one) => Math.min(least, one)),
        mostMinor: revenues.reduce((most, one) => Math.max(most, one)),
      })),
    returnsOnly: async () =>
      placed.filter(({ purchases, revenueMinor }) => purchases === 0 && revenueMinor !== 0).length,
  };
}

async function topOf(ctx: ReadContext, placed: readonly Placed[], limit: number) {
  const best = placed
    .flatMap(({ clvMinor, ...one }) => (clvMinor === null ? [] : [{ ...one, clvMinor }]))
    .sort((one, other) => other.clvMinor - one.clvMinor || other.id - one.id)
    .slice(0, limit);
  const names = await customersById(
    ctx.db,
    best.map(({ id }) => id),
    ctx.today,
  );
  return best.map(({ id, layer, clvMinor, revenueMinor, purchases }) => ({
    id,
    name: names.get(id)?.name ?? '',
    phone: names.get(id)?.phone ?? null,
    layer,
    clvMinor,
    revenueMinor,
    purchases,
  }));
}
