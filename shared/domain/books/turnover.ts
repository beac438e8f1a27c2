import { percentOfMinor } from '../text/decimal.ts';

/** Whether turnover itself is taxed where a shop is. */
export function taxesTurnover(shop: {
  readonly country: string;
  readonly currency: string;
}): boolean {
  return shop.country === 'ID' && shop.currency === 'IDR';
}

/** How a year's turnover is taxed. Money is minor units. */
export interface TurnoverRules {
  /** Percent in ten-thousandths: 0.5 % is 5000. */
  readonly rateE4: number;
  /** What a year's turnover is free of, counted from its first month. */
  readonly thresholdMinor: number;
  /** Above it in a year, turnover is taxed by other rules. */
  readonly ceilingMinor: number;
  /** Of the month in which the threshold is passed: what is above it, or all of it. */
  readonly crossing: 'part' | 'whole';
}

export interface MonthTurnover {
  /** `2026-03` */
  readonly month: string;
  readonly turnoverMinor: number;
}

export interface TaxedMonth extends MonthTurnover {
  /** Of the year, up to this month. */
  readonly cumulativeMinor: number;
  readonly taxableMinor: number;
  readonly taxMinor: number;
  readonly isAboveCeiling: boolean;
}

/** Of one month, from what was sold before in the year. */
function taxableOf(before: number, turnover: number, rules: TurnoverRules): number {
  const after = before + turnover;
  const { thresholdMinor, crossing } = rules;
  if (before >= thresholdMinor && after >= thresholdMinor) return turnover;
  if (after <= thresholdMinor && before <= thresholdMinor) return 0;
  // A month of returns that falls back below it takes back what was above.
  if (after < before) return -Math.min(before - thresholdMinor, before - after);
  return crossing === 'whole' ? turnover : after - thresholdMinor;
}

/** Months of turnover, in their order, with what is taxed of each; every year counts from nothing. */
export function taxTurnover(
  months: readonly MonthTurnover[],
  rules: TurnoverRules,
): readonly TaxedMonth[] {
  let [year, cumulative] = ['', 0];
  return months.map((one) => {
    const its = one.month.slice(0, 4);
    if (its !== year) [year, cumulative] = [its, 0];
    const taxableMinor = taxableOf(cumulative, one.turnoverMinor, rules);
    cumulative += one.turnoverMinor;
    return {
      ...one,
      cumulativeMinor: cumulative,
      taxableMinor,
      taxMinor: percentOfMinor(taxableMinor, rules.rateE4),
      isAboveCeiling: cumulative > rules.ceilingMinor,
    };
  });
}
