import {
  type Daily,
  lastDayOf,
  nextPeriods,
  type Period,
  type PeriodUnit,
  periodsOf,
  periodsPerYear,
} from '../season/daily.ts';
import { z80 } from '../share-range.ts';
import {
  type Ahead,
  type ForecastMethod,
  forecastMethods,
  foretell,
  type Known,
} from './methods.ts';

/** An estimate with its middle 80 %, minor units. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How a method did from the earlier days it was tried on. */
export interface Tried {
  readonly method: ForecastMethod;
  /** Off by so much of what was sold, period by period: the sum of the errors in parts of the sum (WAPE). */
  readonly wape: number;
  /** Off by so much of what the last period (or the same one a year ago) would have been off by (MASE). */
  readonly mase: number | null;
}

export interface Forecast {
  readonly method: ForecastMethod;
  /** `best`: nearest by more than chance; `simpler`: none came nearer by more than that. */
  readonly why: 'best' | 'simpler';
  readonly steps: readonly (Omit<Period, 'minor'> & Estimate)[];
  readonly total: Estimate;
  readonly origins: number;
  /** Nearest first. */
  readonly tried: readonly Tried[];
}

/** Earlier days that it takes to try a method on. */
const fewestOrigins = 4;
const mostOrigins = 12;
/** Whole periods that it takes before the first of those days. */
const fewestBefore = 4;

/** How many whole periods it takes to foretell so many. */
export function fewestKnown(horizon: number): number {
  return fewestBefore + fewestOrigins - 1 + horizon;
}

/** One method from one earlier day. */
interface Try {
  readonly off: number;
  readonly sold: number;
  readonly scaled: number | null;
  /** Of each step, and of all together: what came less what was expected, and what was expected. */
  readonly steps: readonly { readonly off: number; readonly expected: number }[];
}

/** What is known once only so many periods are over; the days after them are cut off. */
function knownAfter(all: Known, count: number): Known {
  const periods = all.periods.slice(0, count);
  const last = periods.at(-1)?.to ?? all.daily.first - 1;
  const minor = all.daily.minor.slice(0, last - all.daily.first + 1);
  return { ...all, periods, daily: { ...all.daily, minor } };
}

/** The mean error of the plainest guess within what is known: a year ago from two rounds on, else the last. */
function plainError({ periods, unit }: Known): number {
  const round = periodsPerYear[unit];
  const lag = periods.length >= 2 * round ? round : 1;
  let sum = 0;
  for (let at = lag; at < periods.length; at += 1)
    sum += Math.abs((periods[at]?.minor ?? 0) - (periods[at - lag]?.minor ?? 0));
  return sum / Math.max(1, periods.length - lag);
}

function tryFrom(method: ForecastMethod, all: Known, count: number, horizon: number): Try | null {
  const known = knownAfter(all, count);
  const came = all.periods.slice(count, count + horizon);
  const expected = foretell(method, known, came);
  if (expected === null || expected.some((one) => !Number.isFinite(one))) return null;
  const steps = came.map(({ minor }, index) => ({
    off: minor - (expected[index] ?? 0),
    expected: expected[index] ?? 0,
  }));
  const whole = {
    off: steps.reduce((sum, one) => sum + one.off, 0),
    expected: steps.reduce((sum, one) => sum + one.expected, 0),
  };
  const off = steps.reduce((sum, one) => sum + Math.abs(one.off), 0);
  const plain = plainError(known);
  return {
    off,
    sold: came.reduce((sum, { minor }) => sum + Math.abs(minor), 0),
    scaled: plain > 0 ? off / horizon / plain : null,
    steps: [...steps, whole],
  };
}

interface Row {
  readonly method: ForecastMethod;
  readonly tries: readonly Try[];
}

/**
 * Every method that can foretell from at least four days, tried on the same days: the last of them, up to
 * twelve, from which all of them can.
 */
function tryAll(all: Known, horizon: number): Row[] {
  const last = all.periods.length - horizon;
  const origins = Array.from({ length: mostOrigins }, (_, index) => last - index).filter(
    (count) => count >= fewestBefore,
  );
  const rows = forecastMethods.flatMap((method) => {
    const tries: Try[] = [];
    for (const count of origins) {
      const one = tryFrom(method, all, count, horizon);
      if (one === null) break;
      tries.push(one);
    }
    return tries.length < fewestOrigins ? [] : [{ method, tries }];
  });
  const common = Math.min(...rows.map(({ tries }) => tries.length));
  return rows.map(({ method, tries }) => ({ method, tries: tries.slice(0, common) }));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
}

function offOf({ tries }: Row): number {
  return meanOf(tries.map(({ off }) => off));
}

/** Whether one method is further off than another by more than one standard error of the difference. */
function isClearlyWorse(one: Row, best: Row): boolean {
  const differences = one.tries.map(({ off }, index) => off - (best.tries[index]?.off ?? 0));
  const mean = meanOf(differences);
  const variance =
    differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) /
    Math.max(1, differences.length - 1);
  return mean > Math.sqrt(variance / Math.max(1, differences.length));
}

function shownTried({ method, tries }: Row): Tried {
  const sold = tries.reduce((sum, one) => sum + one.sold, 0);
  const off = tries.reduce((sum, one) => sum + one.off, 0);
  const scaled = tries.flatMap((one) => one.scaled ?? []);
  return {
    method,
    wape: sold > 0 ? off / sold : 0,
    mase: scaled.length === 0 ? null : meanOf(scaled),
  };
}

/**
 * The middle 80 % by how far off the method was: in parts of what it expected where that was above zero, else
 * as an amount, and wider where it was tried on few days (Student's t by Cornish and Fisher).
 */
function estimate(mean: number, tries: readonly Try[], step: number): Estimate {
  const steps = tries.flatMap((one) => one.steps[step] ?? []);
  const isPart = mean > 0 && steps.every(({ expected }) => expected > 0);
  const squares = steps.map(({ off, expected }) => (isPart ? off / expected : off) ** 2);
  const spread = Math.sqrt(meanOf(squares)) * (isPart ? mean : 1);
  const wide = z80 * (1 + (z80 * z80 + 1) / (4 * Math.max(1, steps.length)));
  const low = mean - wide * spread;
  return { mean, low: mean >= 0 ? Math.max(0, low) : low, high: mean + wide * spread };
}

interface Wanted {
  readonly unit: PeriodUnit;
  /** How many periods are foretold. */
  readonly horizon: number;
  readonly hasLebaran: boolean;
}

/**
 * What the next periods will bring, by the method that came nearest from earlier days (rolling origin), the
 * simplest of those that are not clearly further off, and with the range that follows from how far off it
 * was. Null: too few whole periods, or nothing was sold in those it is tried on.
 */
export function forecast(daily: Daily, { unit, horizon, hasLebaran }: Wanted): Forecast | null {
  const all: Known = { unit, daily, periods: periodsOf(daily, unit), hasLebaran };
  if (all.periods.length < fewestKnown(horizon)) return null;
  const rows = tryAll(all, horizon);
  const sorted = rows.toSorted((one, other) => offOf(one) - offOf(other));
  const [best] = sorted;
  if (best === undefined || best.tries.every(({ sold }) => sold === 0)) return null;
  const chosen = rows.find((row) => !isClearlyWorse(row, best)) ?? best;
  const ahead: Ahead = nextPeriods(daily, unit, horizon);
  const expected = foretell(chosen.method, knownWhole(all), ahead);
  if (expected === null || expected.some((one) => !Number.isFinite(one))) return null;
  const total = expected.reduce((sum, one) => sum + one, 0);
  return {
    method: chosen.method,
    why: chosen === best ? 'best' : 'simpler',
    steps: ahead.map((period, index) => ({
      ...period,
      ...estimate(expected[index] ?? 0, chosen.tries, index),
    })),
    total: estimate(total, chosen.tries, horizon),
    origins: best.tries.length,
    tried: sorted.map(shownTried),
  };
}

/** A month that has begun is foretold whole: its days so far are not looked at. */
function knownWhole(all: Known): Known {
  const last = all.periods.at(-1)?.to ?? lastDayOf(all.daily);
  return last === lastDayOf(all.daily) ? all : knownAfter(all, all.periods.length);
}
