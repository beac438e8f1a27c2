import { anonymousRevenue, soldFacts, trashedRevenue } from '#db/queries/insights.ts';
import { layer as layerNames } from '#shared/contract/customers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { yearsKeptAssumption } from '#shared/domain/worth/clv.ts';
import { activeLayers } from '#shared/domain/worth/pyramid.ts';
import { worthBands } from '#shared/domain/worth/worth-bands.ts';
import type { ReadContext } from '../../context.ts';
import { type Standing, standingOn } from './standing.ts';

const topShown = 10;
const monthsOfAYear = 12;

/** What are customers worth: the distribution of formula values, the best ones, and the assumption. */
export async function shopWorth(
  ctx: ReadContext,
  { on }: Parsed<'insights.worth'>,
): Promise<Output<'insights.worth'>> {
  const standing = await standingOn(ctx, on);
  const values = await standing.values();
  const bands = worthBands(values);
  const average = await standing.average();
  const { marginPercent, keepingCostMinor, yearsKept } = ctx.settings;
  const assumed = yearsKeptAssumption(yearsKept, average, monthsOfAYear);
  return {
    customers: bands.customers,
    totalMinor: bands.valueMinor,
    positiveMinor: values.reduce((sum, value) => sum + Math.max(0, value), 0),
    medianMinor: medianOf(values),
    bands: bands.bands.map(
      ({ band, fromMinor, toMinor, customers, valueMinor, valueShare, bars }) => ({
        band,
        fromMinor,
        toMinor,
        customers,
        valueMinor,
        valueShare,
        bars,
      }),
    ),
    lowDominates: bands.lowDominates,
    halfBy: bands.half?.customers ?? 0,
    halfFromMinor: bands.half?.fromMinor ?? null,
    top: [...(await standing.top(topShown))],
    assumption: {
      setting: yearsKept,
      years: assumed.source === 'history' ? null : assumed.years,
      source: assumed.source,
      basedOn: average?.customers ?? 0,
      marginPercent,
      keepingCostMinor,
    },
  };
}

/** What was sold at all: sales that name nobody count like any other. */
export function shopSales(ctx: ReadContext): Promise<Output<'insights.sales'>> {
  return soldFacts(ctx.db, ctx.today);
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return Math.round(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2);
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Boundaries where somebody just below brought as much as somebody just above. */
function splitsOf(rows: Awaited<ReturnType<Standing['edges']>>) {
  const edges = new Map(rows.map((row) => [row.layer, row]));
  const present = activeLayers.filter((name) => edges.has(name));
  return present.filter((name, index) => {
    const below = present[index + 1];
    return below !== undefined && edges.get(name)?.leastMinor === edges.get(below)?.mostMinor;
  });
}

/** How is revenue made up: layers with counts, revenue of the window and its shares, and the waste. */
export async function shopPyramid(
  ctx: ReadContext,
  { on }: Parsed<'insights.pyramid'>,
): Promise<Output<'insights.pyramid'>> {
  const standing = await standingOn(ctx, on);
  const { from, to } = standing;
  const totals = new Map((await standing.layers()).map((row) => [row.layer, row]));
  const all = [...totals.values()];
  const customers = all.reduce((sum, row) => sum + row.customers, 0);
  const revenueMinor = all.reduce((sum, row) => sum + row.revenueMinor, 0);
  const positiveMinor = all.reduce((sum, row) => sum + Math.max(0, row.revenueMinor), 0);
  const keeping = ctx.settings.keepingCostMinor;
  const costOf = (count: number) => (keeping === null ? null : keeping * count);
  const layers = layerNames.options.map((layer) => {
    const row = totals.get(layer) ?? { customers: 0, revenueMinor: 0 };
    return {
      layer,
      customers: row.customers,
      customerShare: share(row.customers, customers),
      revenueMinor: row.revenueMinor,
      revenueShare: share(row.revenueMinor, positiveMinor),
      keepingCostMinor: costOf(row.customers),
    };
  });
  const isActive = (layer: string) => activeLayers.some((name) => name === layer);
  const active = layers
    .filter((row) => isActive(row.layer))
    .reduce((n, row) => n + row.customers, 0);
  return {
    from,
    to,
    revenueMinor,
    positiveMinor,
    anonymousRevenueMinor: await anonymousRevenue(ctx.db, from, to),
    trashedRevenueMinor: await trashedRevenue(ctx.db, from, to),
    returnsOnly: await standing.returnsOnly(),
    layers,
    active,
    splits: splitsOf(await standing.edges()).filter((name) => name !== 'small'),
    isSmall: active > 0 && active < 100,
    waste: {
      customers: customers - active,
      share: share(customers - active, customers),
      keepingCostMinor: costOf(customers - active),
    },
  };
}
