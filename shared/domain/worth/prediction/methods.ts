import { bgExpectedPurchases, fitBgNbd } from '../models/bg-nbd.ts';
import { expectedPurchasesOf } from '../models/cnbd.ts';
import type { BuyingFit } from '../models/cnbd-fit.ts';
import { smallShopPrior } from '../models/prior.ts';
import { fitBuying } from '../models/regularity.ts';
import {
  boughtBetween,
  type CustomerSoFar,
  customersOn,
  daysPerWeek,
  gapsOn,
  type PurchaseLedger,
} from './ledger.ts';

/**
 * What can say how often customers will buy, the simplest first: as often as lately, as often as on
 * average (the formula), the same for those not silent for too long, and the model. `zero` (nobody
 * buys) and `bg` are measures only.
 */
export const methods = ['zero', 'naive', 'formula', 'silence', 'bg', 'model'] as const;
export type Method = (typeof methods)[number];

/** Those that a shop's prediction may rest on, the simplest first. */
export const usableMethods = ['naive', 'formula', 'silence', 'model'] as const;
export type UsableMethod = (typeof usableMethods)[number];

/** Silent: for longer than so many own gaps, or the shop's, of whom has none. */
const silentGaps = 3;
/** Two purchases close together make no rhythm: an own gap counts as two weeks at least. */
const shortestGapWeeks = 2;
/** Who came yesterday does not buy every day: a rate is taken over a month at least. */
const shortestTenureDays = 30;

/** All that methods go by: the customers as known on a day, and how long is looked ahead. */
export type Outset = {
  ledger: PurchaseLedger;
  customers: readonly CustomerSoFar[];
  through: number;
  horizonDays: number;
  fit: Pick<BuyingFit, 'model' | 'covariance'>;
  /** Customers whom the model is not fitted to: nobody knows when they began. */
  leftOut: number;
  /** The shop's mean gap in weeks, see `pooledGap`. */
  shopGap: number | null;
};

/** Of fewer newcomers a model says little: it is fitted to everybody then. */
const fewestNewcomers = 50;

/** From when on who first buys is new: only of those is it known when they began. */
export const everybodyIsNew = Number.NEGATIVE_INFINITY;

/** Those whom the model is fitted to: newcomers, where the records begin in the middle of a history. */
function fittedTo(customers: readonly CustomerSoFar[], newFrom: number): readonly CustomerSoFar[] {
  const newcomers = customers.filter(({ firstDay }) => firstDay >= newFrom);
  const isEnough =
    newcomers.length >= fewestNewcomers && newcomers.some(({ repeats }) => repeats > 0);
  return isEnough ? newcomers : customers;
}

/**
 * The customers known by a day, with the model fitted to them, or to those of them who first bought from a
 * day on. @throws RangeError when there are none.
 */
export function outsetOn(
  ledger: PurchaseLedger,
  through: number,
  { horizonDays, newFrom }: { readonly horizonDays: number; readonly newFrom: number },
): Outset {
  const customers = customersOn(ledger, through);
  const fitted = fittedTo(customers, newFrom);
  const leftOut = customers.length - fitted.length;
  const fit = fitBuying(fitted, gapsOn(ledger, through, leftOut > 0 ? newFrom : everybodyIsNew));
  return { ledger, customers, through, horizonDays, fit, leftOut, shopGap: pooledGap(customers) };
}

/** The mean gap of the shop in weeks: times between first and last purchase, over repeats; null without one. */
export function pooledGap(customers: readonly CustomerSoFar[]): number | null {
  let [time, repeats] = [0, 0];
  for (const one of customers) {
    time += one.recency;
    repeats += one.repeats;
  }
  return repeats === 0 ? null : time / repeats;
}

/** Purchase days that a method expects of each customer within the horizon, in the customers' order. */
export function expectedBy(method: Method, outset: Outset): Float64Array {
  const { customers, horizonDays } = outset;
  return Float64Array.from(customers, expectation(method, outset, horizonDays));
}

/** How one method looks at one customer, over any time. */
export function expectation(
  method: Method,
  outset: Outset,
  horizonDays: number,
): (customer: CustomerSoFar) => number {
  const { ledger, customers, through, fit, shopGap } = outset;
  const weeks = horizonDays / daysPerWeek;
  if (method === 'zero') return () => 0;
  if (method === 'naive') {
    return ({ place }) => boughtBetween(ledger, place, through - horizonDays, through).purchases;
  }
  if (method === 'bg') {
    const { parameters } = fitBgNbd(customers, smallShopPrior(customers));
    return (customer) => bgExpectedPurchases(parameters, customer, weeks);
  }
  if (method === 'model') return (customer) => expectedPurchasesOf(fit.model, customer, weeks);
  return (customer) => {
    if (method === 'silence' && isSilent(customer, shopGap)) return 0;
    const tenure = Math.max(customer.age, shortestTenureDays / daysPerWeek);
    return ((customer.repeats + 1) * weeks) / tenure;
  };
}

function isSilent({ repeats, recency, age }: CustomerSoFar, shopGap: number | null): boolean {
  const gap = repeats > 0 ? Math.max(shortestGapWeeks, recency / repeats) : shopGap;
  return gap === null || age - recency > silentGaps * gap;
}
