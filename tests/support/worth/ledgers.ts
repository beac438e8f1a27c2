import { readFileSync } from 'node:fs';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { normalDraw, type Random } from '#shared/domain/worth/models/normal.ts';
import { type Backtest, backtest } from '#shared/domain/worth/prediction/backtest.ts';
import type { PurchaseLedger } from '#shared/domain/worth/prediction/ledger.ts';
import { everybodyIsNew } from '#shared/domain/worth/prediction/methods.ts';
import { beginningOf } from '#shared/domain/worth/retention/beginning.ts';
import type { BoughtDays as AllBoughtDays } from '#shared/domain/worth/retention/bought-days.ts';
import { sharedData } from '../shared-data.ts';

/** Purchase days of one customer: day number, and what was spent on it in minor units. */
export type BoughtDays = readonly (readonly [day: number, spent: number])[];

/** A ledger of customers by their purchase days, in rising order each. */
export function ledgerOf(customers: readonly BoughtDays[]): PurchaseLedger {
  const from = [0];
  for (const one of customers) from.push((from.at(-1) ?? 0) + one.length);
  const all = customers.flat();
  return {
    ids: customers.map((_, index) => index + 1),
    from,
    days: all.map(([day]) => day),
    spent: all.map(([, spent]) => spent),
  };
}

/** From when on who first buys is new, where nothing was said of it. */
export function newFromOf(ledger: PurchaseLedger, through: number): number {
  const found = beginningOf(ledger, through);
  return found?.isPiledUp === true ? found.countedFrom : everybodyIsNew;
}

/** How the methods did on the past of a shop that has said nothing of where its records begin. */
export function triedOn(
  ledger: PurchaseLedger,
  through: number,
): { tried: Backtest; newFrom: number } {
  const newFrom = newFromOf(ledger, through);
  return { tried: backtest(ledger, through, newFrom), newFrom };
}

/** The purchase days of customers, given as ISO days in rising order each. */
export function boughtDaysOf(customers: readonly (readonly string[])[]): AllBoughtDays {
  const from = [0];
  for (const one of customers) from.push((from.at(-1) ?? 0) + one.length);
  return { from, days: customers.flat().map(dayNumber) };
}

/**
 * Every customer of the CDNOW sample with all days, in cents; null without the shared data. Days on which
 * nothing was paid are purchases to the published figures, and none to the product.
 */
export function cdnowCustomers(free: 'with-free-days' | 'paid-days'): BoughtDays[] | null {
  const path = sharedData('cdnow/CDNOW_sample.txt');
  if (path === null) return null;
  const byCustomer = new Map<string, Map<number, number>>();
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const [, id = '', date = '', , dollars = ''] = line.trim().split(/\s+/);
    const day = dayNumber(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
    const days = byCustomer.get(id) ?? new Map<number, number>();
    byCustomer.set(id, days.set(day, (days.get(day) ?? 0) + Math.round(Number(dollars) * 100)));
  }
  return [...byCustomer.values()].map((days) =>
    [...days]
      .filter(([, cents]) => cents > 0 || free === 'with-free-days')
      .sort(([one], [other]) => one - other),
  );
}

/** The last day of CDNOW's calibration. */
export const cdnowSplit = dayNumber('1997-09-30');

function gammaDraw(shape: number, random: Random): number {
  // Marsaglia & Tsang; below 1 by a power of a uniform number.
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A world in which customers buy and leave as the model says. */
export interface World {
  readonly customers: number;
  /** Day after which the future begins, and the last day that is made. */
  readonly split: number;
  readonly end: number;
  readonly r: number;
  /** Days. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /** How much more or less often everybody buys after the split: what no model can know. */
  readonly turn: number;
}

/** Customers of a world; whoever starts after the split is left out. */
export function generatedCustomers(world: World, random: Random): BoughtDays[] {
  const { customers, split, end, r, alpha, a, b, turn } = world;
  return Array.from({ length: customers }, () => {
    const rate = gammaDraw(r, random) / alpha;
    const [stay, leave] = [gammaDraw(b, random), gammaDraw(a, random)];
    const dropout = leave / (leave + stay);
    const spend = 5_000_000 * Math.exp(normalDraw(random) * 0.5);
    const days = new Map<number, number>();
    let day = Math.floor(random() * split);
    for (;;) {
      const spent = Math.max(1, Math.round(spend * Math.exp(normalDraw(random) * 0.4)));
      days.set(Math.floor(day), spent);
      if (random() < dropout) break;
      let wait = -Math.log(1 - random()) / rate;
      if (day + wait > split)
        wait = Math.max(0, split - day) + (day + wait - Math.max(split, day)) / turn;
      day += wait;
      if (day > end) break;
    }
    return [...days].sort(([one], [other]) => one - other);
  });
}
