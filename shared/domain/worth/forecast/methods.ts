import { type Daily, type Period, type PeriodUnit, periodsPerYear } from '../season/daily.ts';
import { lebaranEffect, lebaranFactor } from '../season/lebaran-effect.ts';
import { aheadOf, fitHoltWinters, type SeasonKind } from './holt-winters.ts';
import { smoothedLevel } from './smoothing.ts';

/** How the next periods can be foretold, the simplest first. */
export const forecastMethods = [
  'naive',
  'mean',
  'smoothed',
  'seasonalNaive',
  'additive',
  'multiplicative',
  'lebaran',
  'lebaranSeasons',
] as const;
export type ForecastMethod = (typeof forecastMethods)[number];

/** What is known at the end of a day: the days, and the whole periods made of them. */
export interface Known {
  readonly unit: PeriodUnit;
  readonly daily: Daily;
  readonly periods: readonly Period[];
  /** Whether Lebaran moves what this shop sells. */
  readonly hasLebaran: boolean;
}

/** The periods that are to be foretold. */
export type Ahead = readonly Omit<Period, 'minor'>[];

const meanOver = 8;

function valuesOf({ periods }: Known): number[] {
  return periods.map(({ minor }) => minor);
}

function flat(value: number, ahead: Ahead): number[] {
  return ahead.map(() => value);
}

function seasonal(known: Known, kind: SeasonKind, ahead: Ahead): number[] | null {
  const fitted = fitHoltWinters(valuesOf(known), periodsPerYear[known.unit], kind);
  return fitted === null ? null : aheadOf(fitted, ahead.length);
}

/** With what Lebaran did to them taken out, as ordinary periods; `base` foretells those. */
function aroundLebaran(
  known: Known,
  ahead: Ahead,
  base: (ordinary: Known) => number[] | null,
): number[] | null {
  if (!known.hasLebaran) return null;
  const effect = lebaranEffect(known.daily);
  if (effect === null) return null;
  const periods = known.periods.map((one) => ({
    ...one,
    minor: one.minor / lebaranFactor(effect, one.from, one.to),
  }));
  const found = base({ ...known, periods });
  if (found === null) return null;
  return found.map((value, index) => {
    const { from = 0, to = 0 } = ahead[index] ?? {};
    return value * lebaranFactor(effect, from, to);
  });
}

/**
 * What a method expects of the next periods, in minor units; null where it knows too little: seasons take
 * two rounds of the year (the seasonal naive one), Lebaran takes one that was seen with the weeks around it.
 */
export function foretell(method: ForecastMethod, known: Known, ahead: Ahead): number[] | null {
  const values = valuesOf(known);
  if (values.length === 0) return null;
  const round = periodsPerYear[known.unit];
  switch (method) {
    case 'naive':
      return flat(values.at(-1) ?? 0, ahead);
    case 'mean': {
      const last = values.slice(-meanOver);
      if (last.length < meanOver) return null;
      return flat(last.reduce((sum, one) => sum + one, 0) / meanOver, ahead);
    }
    case 'smoothed':
      return flat(smoothedLevel(values), ahead);
    case 'seasonalNaive':
      if (values.length < round) return null;
      return ahead.map((_, index) => values[values.length - round + (index % round)] ?? 0);
    case 'additive':
    case 'multiplicative':
      return seasonal(known, method, ahead);
    case 'lebaran':
      return aroundLebaran(known, ahead, (ordinary) =>
        flat(smoothedLevel(valuesOf(ordinary)), ahead),
      );
    case 'lebaranSeasons':
      return aroundLebaran(known, ahead, (ordinary) => seasonal(ordinary, 'additive', ahead));
  }
}
