import { inclusiveMonths } from '../calendar/dates.ts';

/** A relation shorter than this is not extrapolated: its purchases count as those of one year. */
export const shortestRateMonths = 12;

/** With fewer customers than this who came back, the shop has no average of its own to show. */
export const fewestCustomersForAverage = 5;

/** Steps per year kept: whole months stay exact, an owner's own figure has six decimals. */
const yearScale = 12_000_000;
const percentScale = 10_000;

export type PurchaseFacts = { purchases: number; firstOn: string; lastOn: string };

/** Purchases a year, and the months they were counted over (inclusive calendar months, as counted). */
export type PurchaseRate = { perYear: number; months: number };

export type FormulaInput = PurchaseFacts & {
  revenueMinor: number;
  yearsKept: number;
  marginPercent: number | null;
  keepingCostMinorPerYear: number | null;
};

/**
 * The basic formula with every step a screen prints. Money in integer minor units, each rounded
 * (half away from zero) from the exact value and never from another rounded step; only
 * `averageSaleMinor` and `perYear` may have a fraction.
 */
export type FormulaClv = {
  averageSaleMinor: number;
  perYear: number;
  months: number;
  /** The relation is shorter than a year, so `perYear` is the number of purchases as it stands. */
  isShortRelation: boolean;
  yearsKept: number;
  grossMinor: number;
  marginPercent: number | null;
  afterMarginMinor: number | null;
  keepingMinor: number | null;
  valueMinor: number;
};

/**
 * Purchases a year = purchases × 12 / inclusive calendar months from the first to the last, at
 * least 12: a single purchase counts as 1 a year, not as 12. 72 purchases in 36 months are 24.
 */
export function purchaseRate(facts: PurchaseFacts): PurchaseRate {
  const months = inclusiveMonths(facts.firstOn, facts.lastOn);
  return { perYear: (facts.purchases * 12) / Math.max(months, shortestRateMonths), months };
}

/**
 * Basic CLV = average sale × purchases a year × years kept, then × margin, then − cost of keeping.
 * `revenueMinor` is net of returns and may be negative.
 * `yearsKept` is read to six decimals (whole months exactly), `marginPercent` to four.
 * @throws RangeError without a purchase, or when a number is not finite or money not an integer.
 */
export function formulaClv(input: FormulaInput): FormulaClv {
  const { revenueMinor, purchases, yearsKept, marginPercent, keepingCostMinorPerYear } = input;
  if (!(purchases >= 1)) throw new RangeError('The formula needs at least one purchase.');
  if (!(yearsKept >= 0)) throw new RangeError('Years kept cannot be negative.');
  const { perYear, months } = purchaseRate(input);
  const years = BigInt(Math.round(yearsKept * yearScale));
  // The number of purchases cancels: (revenue / n) × (n × 12 / months) × years.
  const gross = BigInt(revenueMinor) * 12n * years;
  const rateMonths = Math.max(months, shortestRateMonths);
  const grossOver = BigInt(rateMonths) * BigInt(yearScale);
  const percent = BigInt(Math.round((marginPercent ?? 100) * percentScale));
  const marginOver = grossOver * 100n * BigInt(percentScale);
  const kept = BigInt(keepingCostMinorPerYear ?? 0) * years;
  return {
    averageSaleMinor: revenueMinor / purchases,
    perYear,
    months,
    isShortRelation: months < shortestRateMonths,
    yearsKept,
    grossMinor: divideRounded(gross, grossOver),
    marginPercent,
    afterMarginMinor: marginPercent === null ? null : divideRounded(gross * percent, marginOver),
    keepingMinor: keepingCostMinorPerYear === null ? null : divideRounded(kept, BigInt(yearScale)),
    valueMinor: divideRounded(
      gross * percent - kept * (marginOver / BigInt(yearScale)),
      marginOver,
    ),
  };
}

function divideRounded(numerator: bigint, denominator: bigint): number {
  const half = denominator / 2n;
  return Number((numerator < 0n ? numerator - half : numerator + half) / denominator);
}

/** The shop's own average relation; a minimum, because those who still buy have not finished. */
export type AverageYearsKept = { years: number; customers: number; isMinimum: true };

/** A relation so many times as long as any other is one row's doing, more likely than not. */
const longestAgainstNext = 2;

/**
 * Mean length of a relation in years over the customers given: those with at least two purchase
 * days, each with its inclusive calendar months. To a tenth of a year, which is all that a mean of
 * whole months over some customers knows. Null below five customers. No one relation carries it: one
 * more than twice as long as the next counts no longer than that.
 */
export function averageYearsKept(
  relations: readonly { months: number }[],
): AverageYearsKept | null {
  if (relations.length < fewestCustomersForAverage) return null;
  let [months, longest, next] = [0, 0, 0];
  for (const relation of relations) {
    months += relation.months;
    next = Math.max(next, Math.min(longest, relation.months));
    longest = Math.max(longest, relation.months);
  }
  if (longest > next * longestAgainstNext) months -= longest - next;
  const years = Math.round((months * 10) / (relations.length * 12)) / 10;
  return { years, customers: relations.length, isMinimum: true };
}

export type YearsKeptSetting = { kind: 'average' | 'own' | 'history'; years?: number };
export type YearsKeptAssumption = { years: number; source: 'average' | 'own' | 'history' };

/**
 * The years a customer is assumed to be kept, and where the figure is from. An average that is not
 * known yet, or an own figure that is missing, falls back to the customer's own history. Average
 * and history count as one year at least, like the purchase rate; with `history` the formula is
 * therefore exactly what the customer spent so far.
 */
export function yearsKeptAssumption(
  setting: YearsKeptSetting,
  shopAverage: { years: number } | null,
  customerMonths: number,
): YearsKeptAssumption {
  if (setting.kind === 'own' && setting.years !== undefined && setting.years > 0) {
    return { years: setting.years, source: 'own' };
  }
  if (setting.kind === 'average' && shopAverage !== null) {
    return { years: Math.max(1, shopAverage.years), source: 'average' };
  }
  return { years: Math.max(customerMonths, shortestRateMonths) / 12, source: 'history' };
}
