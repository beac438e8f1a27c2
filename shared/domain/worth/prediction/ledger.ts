import type { Spending } from '../models/gamma-gamma.ts';
import type { PurchaseHistory } from '../models/mbg-nbd.ts';
import type { Gaps } from '../models/regularity.ts';

/** Days in the model's unit of time. */
export const daysPerWeek = 7;

/**
 * Who bought on which day, customer after customer. A day on which as much came back as was bought, or
 * more, is no purchase and not in it; several sales of a day are one.
 */
export type PurchaseLedger = {
  ids: ArrayLike<number>;
  /** Where each customer's days begin, and after the last where they end: one more than customers. */
  from: ArrayLike<number>;
  /** Day numbers, rising within a customer. */
  days: ArrayLike<number>;
  /** What was spent on each day, minor units, above zero. */
  spent: ArrayLike<number>;
};

/** One customer as known at the end of a day. */
export type CustomerSoFar = PurchaseHistory & {
  id: number;
  /** Where the customer stands in the ledger. */
  place: number;
  firstDay: number;
  lastDay: number;
  /** The purchase days among them are those up to the day, and what was spent on them, minor units. */
  spending: Spending;
};

/** Everybody who had bought by the end of a day, in the ledger's order. Times in weeks. */
export function customersOn(ledger: PurchaseLedger, through: number): CustomerSoFar[] {
  const found: CustomerSoFar[] = [];
  for (let place = 0; place < ledger.ids.length; place += 1) {
    const from = ledger.from[place] ?? 0;
    const until = endOf(ledger, place, through);
    const purchases = until - from;
    if (purchases === 0) continue;
    let spent = 0;
    for (let index = from; index < until; index += 1) spent += ledger.spent[index] ?? 0;
    const firstDay = ledger.days[from] ?? 0;
    const lastDay = ledger.days[until - 1] ?? 0;
    found.push({
      id: ledger.ids[place] ?? 0,
      place,
      firstDay,
      lastDay,
      repeats: purchases - 1,
      recency: (lastDay - firstDay) / daysPerWeek,
      age: (through - firstDay) / daysPerWeek,
      spending: { purchases, mean: spent / purchases },
    });
  }
  return found;
}

/** What a customer bought after one day and up to another: purchase days, and money in minor units. */
export function boughtBetween(
  ledger: PurchaseLedger,
  place: number,
  after: number,
  through: number,
): { purchases: number; spentMinor: number } {
  const until = endOf(ledger, place, through);
  let [purchases, spentMinor] = [0, 0];
  for (let index = until - 1; index >= (ledger.from[place] ?? 0); index -= 1) {
    if ((ledger.days[index] ?? 0) <= after) break;
    purchases += 1;
    spentMinor += ledger.spent[index] ?? 0;
  }
  return { purchases, spentMinor };
}

/** The gaps between purchase days up to a day, in weeks, of who first bought from another day on. */
export function gapsOn(ledger: PurchaseLedger, through: number, newFrom: number): Gaps {
  const pairs: [number, number][] = [];
  let logSum = 0;
  for (let place = 0; place < ledger.ids.length; place += 1) {
    const from = ledger.from[place] ?? 0;
    if ((ledger.days[from] ?? 0) < newFrom) continue;
    const until = endOf(ledger, place, through);
    const gap = (index: number) =>
      ((ledger.days[index] ?? 0) - (ledger.days[index - 1] ?? 0)) / daysPerWeek;
    for (let index = from + 1; index < until; index += 1) logSum += Math.log(gap(index));
    if (until - from >= 3) pairs.push([gap(from + 1), gap(from + 2)]);
  }
  return { pairs, logSum };
}

/** First and last day of the ledger up to a day; null where nobody had bought. */
export function spanOn(
  ledger: PurchaseLedger,
  through: number,
): { first: number; last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < ledger.days.length; index += 1) {
    const day = ledger.days[index] ?? 0;
    if (day > through) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return first <= last ? { first, last } : null;
}

/** Behind the customer's last day up to and with `through`. */
function endOf(ledger: PurchaseLedger, place: number, through: number): number {
  let low = ledger.from[place] ?? 0;
  let high = ledger.from[place + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ledger.days[middle] ?? 0) <= through) low = middle + 1;
    else high = middle;
  }
  return low;
}
