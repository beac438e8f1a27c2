import { readSecondPurchases, readShopAverage } from '#db/queries/figures/state.ts';
import {
  boughtFacts,
  monthlyRevenue,
  purchaseDays,
  returnsOf,
  soldThrough,
} from '#db/queries/insights.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { CustomerWorth, FormulaDerivation } from '#shared/contract/insights.ts';
import {
  activeSince,
  addMonths,
  daysBetween,
  inclusiveMonths,
  monthOf,
} from '#shared/domain/calendar/dates.ts';
import { formulaClv, shortestRateMonths, yearsKeptAssumption } from '#shared/domain/worth/clv.ts';
import {
  allowedSilence,
  isSlippingAway,
  medianOf,
  type SecondPurchases,
} from '#shared/domain/worth/retention/rhythm.ts';
import { notFound } from '#shared/errors.ts';
import type { ReadContext } from '../../context.ts';

const monthsShown = 12;
const fewestDaysForRhythm = 3;

function lastMonths(through: string): string[] {
  const first = `${monthOf(through)}-01`;
  return Array.from({ length: monthsShown }, (_, index) =>
    monthOf(addMonths(first, index - monthsShown + 1)),
  );
}

/** What a silence is measured against. */
interface SilenceRules {
  /** The last day that the sales reach. */
  readonly through: string;
  readonly second: SecondPurchases | null;
  readonly isActive: boolean;
}

/** How often somebody buys, and whether they have been silent for too long; null: never bought. */
export function rhythmOf(
  days: readonly string[],
  { through, second, isActive }: SilenceRules,
): CustomerWorth['rhythm'] {
  const last = days.at(-1);
  if (last === undefined) return null;
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const silentDays = Math.max(0, daysBetween(last, through));
  return {
    boughtDays: days.length,
    usualGapDays: days.length < fewestDaysForRhythm ? null : medianOf(gaps),
    silentDays,
    isSilent: isSlippingAway(allowedSilence(gaps, second), silentDays, isActive),
    through,
  };
}

async function derive(
  ctx: ReadContext,
  bought: { purchases: number; revenueMinor: number; firstOn: string; lastOn: string },
): Promise<FormulaDerivation> {
  const { marginPercent, keepingCostMinor, yearsKept } = ctx.settings;
  const months = inclusiveMonths(bought.firstOn, bought.lastOn);
  const assumed = yearsKeptAssumption(yearsKept, await readShopAverage(ctx.db), months);
  const value = formulaClv({
    ...bought,
    yearsKept: assumed.years,
    marginPercent,
    keepingCostMinorPerYear: keepingCostMinor,
  });
  return {
    ...bought,
    averageSaleMinor: value.averageSaleMinor,
    months,
    rateMonths: Math.max(months, shortestRateMonths),
    perYear: value.perYear,
    yearsKept: assumed.years,
    yearsSource: assumed.source,
    grossMinor: value.grossMinor,
    marginPercent,
    afterMarginMinor: value.afterMarginMinor,
    keepingCostMinor,
    keepingMinor: value.keepingMinor,
    valueMinor: value.valueMinor,
  };
}

/** The figures of one customer's worth card: what was received, what the formula says, and the rhythm. */
export async function customerWorth(
  ctx: ReadContext,
  input: Parsed<'insights.customerWorth'>,
): Promise<Output<'insights.customerWorth'>> {
  const { customerId } = input;
  const bought = await boughtFacts(ctx.db, customerId);
  if (bought === null) throw notFound('customer');
  const { purchases, revenueMinor, firstOn, lastOn } = bought;
  const through = await soldThrough(ctx.db, ctx.today);
  const months = lastMonths(through);
  const revenue = await monthlyRevenue(ctx.db, customerId, `${months[0] ?? ''}-01`, ctx.today);
  return {
    historic: { ...bought, ...(await returnsOf(ctx.db, customerId, ctx.today)) },
    formula:
      purchases > 0 && firstOn !== null && lastOn !== null
        ? await derive(ctx, { purchases, revenueMinor, firstOn, lastOn })
        : null,
    months: months.map((month) => ({ month, revenueMinor: revenue.get(month) ?? 0 })),
    rhythm: rhythmOf(await purchaseDays(ctx.db, customerId, ctx.today), {
      through,
      second: await readSecondPurchases(ctx.db),
      isActive: lastOn !== null && lastOn >= activeSince(through, ctx.settings.activeMonths),
    }),
  };
}
