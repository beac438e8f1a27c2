import { type ForecastErrors, forecastErrors } from './forecast-errors.ts';
import { boughtBetween, type PurchaseLedger, spanOn } from './ledger.ts';
import {
  expectedBy,
  type Method,
  methods,
  type Outset,
  outsetOn,
  type UsableMethod,
  usableMethods,
} from './methods.ts';
import { fitSpend, spendOf } from './spend.ts';

/** How one method did at one earlier day: customers' purchases, and the money of all together. */
export type MethodResult = {
  method: Method;
  purchases: ForecastErrors;
  money: ForecastErrors;
};

/** One earlier day: what was known by then, and what came in the time after it. */
export type Origin = {
  /** Day number: the last day that was known. */
  day: number;
  through: number;
  customers: number;
  results: MethodResult[];
};

export type Backtest = {
  horizonDays: number;
  origins: Origin[];
  /** Customers tried on, and of how many. */
  tried: number;
  all: number;
};

/** What a prediction rests on, and why. */
export type Choice = {
  method: UsableMethod;
  /**
   * `untried`: too little history to try; `best`: it came nearest; `simpler`: another came nearer, but
   * by no more than chance does.
   */
  why: 'untried' | 'best' | 'simpler';
};

const mostOrigins = 4;
const longestHorizonDays = 182;
const shortestHorizonDays = 28;
/** Enough to tell methods apart; more of them take time and say the same. */
const mostTried = 5_000;
/** With fewer customers known by then, a day shows nothing. */
const fewestKnown = 20;
/** A method that expects nothing, or three times what came, is no more wrong than this. */
const mostWrong = 2;
/** Variance of the logarithm of a total of one purchase: its coming, and what it costs. */
const chancePerPurchase = 2;

/** The earlier days that a history of so many days is tried at: the latest first, so far apart that a season is covered. */
export function originsOf(first: number, through: number): { horizonDays: number; days: number[] } {
  const span = through - first;
  const horizonDays = Math.min(longestHorizonDays, Math.floor(span / 3));
  const days: number[] = [];
  if (horizonDays < shortestHorizonDays) return { horizonDays, days };
  for (let back = horizonDays; days.length < mostOrigins; back += horizonDays / 2) {
    const day = Math.round(through - back);
    if (day - first < horizonDays) break;
    days.push(day);
  }
  return { horizonDays, days };
}

/**
 * Predicts the shop's own past from several earlier days with each method, and compares it with what
 * happened; models are fitted to who first bought from `newFrom` on. `onOrigin` is told how many days are done, of how many.
 */
export function backtest(
  ledger: PurchaseLedger,
  through: number,
  newFrom: number,
  onOrigin: (done: number, of: number) => void = () => undefined,
): Backtest {
  const sample = thinned(ledger);
  const span = spanOn(sample, through);
  const all = ledger.ids.length;
  const tried = sample.ids.length;
  if (span === null) return { horizonDays: 0, origins: [], tried, all };
  const { horizonDays, days } = originsOf(span.first, through);
  const origins: Origin[] = [];
  for (const [index, day] of days.entries()) {
    onOrigin(index, days.length);
    const origin = tryAt(sample, day, { horizonDays, newFrom });
    if (origin !== null) origins.push(origin);
  }
  return { horizonDays, origins, tried, all };
}

type Ahead = Parameters<typeof outsetOn>[2];

function tryAt(ledger: PurchaseLedger, day: number, ahead: Ahead): Origin | null {
  const outset = outsetBefore(ledger, day, ahead);
  if (outset === null) return null;
  const { horizonDays } = ahead;
  const { customers } = outset;
  const spend = fitSpend(ledger, customers);
  const came = customers.map(({ place }) => boughtBetween(ledger, place, day, day + horizonDays));
  const purchases = came.map((one) => one.purchases);
  const money = came.map((one) => one.spentMinor);
  const each = customers.map(({ spending }) => spendOf(spend, spending).expected);
  const results = methods.map((method) => {
    const expected = expectedBy(method, outset);
    return {
      method,
      purchases: forecastErrors(expected, purchases),
      money: forecastErrors(
        expected.map((count, index) => count * (each[index] ?? 0)),
        money,
      ),
    };
  });
  return { day, through: day + horizonDays, customers: customers.length, results };
}

function outsetBefore(ledger: PurchaseLedger, day: number, ahead: Ahead): Outset | null {
  const known = spanOn(ledger, day);
  if (known === null) return null;
  const outset = outsetOn(ledger, day, ahead);
  const hasRepeats = outset.customers.some(({ repeats }) => repeats > 0);
  return outset.customers.length >= fewestKnown && hasRepeats ? outset : null;
}

function thinned(ledger: PurchaseLedger): PurchaseLedger {
  const step = Math.ceil(ledger.ids.length / mostTried);
  if (step <= 1) return ledger;
  const [ids, from, days, spent]: [number[], number[], number[], number[]] = [[], [0], [], []];
  for (let place = 0; place < ledger.ids.length; place += step) {
    ids.push(ledger.ids[place] ?? 0);
    for (let index = ledger.from[place] ?? 0; index < (ledger.from[place + 1] ?? 0); index += 1) {
      days.push(ledger.days[index] ?? 0);
      spent.push(ledger.spent[index] ?? 0);
    }
    from.push(days.length);
  }
  return { ids, from, days, spent };
}

/**
 * How wrong a method was at one day: how far off the shop's total (as a logarithm of the ratio), and how
 * far off the single customer, in what one is off who expects nothing. The absolute error alone would
 * reward who expects nothing.
 */
export function wrongness(origin: Origin, method: Method): number {
  const of = (name: Method) => origin.results.find((one) => one.method === name)?.purchases;
  const [result, nothing] = [of(method), of('zero')];
  if (result === undefined || nothing === undefined) return mostWrong;
  const ratio = result.totalRatio ?? 0;
  const total = ratio > 0 ? Math.abs(Math.log(ratio)) : mostWrong;
  const single = nothing.rmse > 0 ? result.rmse / nothing.rmse : 0;
  return Math.min(mostWrong, total) + Math.min(mostWrong, single);
}

/** The simplest method that no other beats by more than one standard error over the days tried. */
export function chooseMethod({ origins }: Backtest): Choice {
  if (origins.length === 0) return { method: 'model', why: 'untried' };
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const wrong = (method: Method) => origins.map((origin) => wrongness(origin, method));
  const best = usableMethods.reduce((one, other) =>
    mean(wrong(other)) < mean(wrong(one)) ? other : one,
  );
  const ofBest = wrong(best);
  for (const method of usableMethods) {
    if (method === best) break;
    const gains = wrong(method).map((value, index) => value - (ofBest[index] ?? 0));
    const gain = mean(gains);
    const square = mean(gains.map((value) => (value - gain) ** 2));
    const error = gains.length > 1 ? Math.sqrt(square / (gains.length - 1)) : 0;
    if (gain <= error) return { method, why: 'simpler' };
  }
  return { method: best, why: 'best' };
}

/** How far the shop's total was off on average, as a log-normal deviation; null where nothing was tried. */
export function totalDeviation({ origins }: Backtest, method: Method): number | null {
  const logs = origins.flatMap(({ results }) => {
    const result = results.find((one) => one.method === method);
    const ratio = result?.money.totalRatio ?? null;
    if (result === undefined || ratio === null || ratio <= 0) return [];
    // What chance alone does to so many purchases is no fault of the method's.
    return [Math.max(0, Math.log(ratio) ** 2 - chancePerPurchase / result.purchases.actual)];
  });
  if (logs.length === 0) return null;
  return Math.sqrt(logs.reduce((sum, one) => sum + one, 0) / logs.length);
}
