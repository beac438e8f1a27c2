/**
 * Low, middle and high customers, by a rule an owner can follow: low is up to about half of the
 * average customer, high is above about three times the average, both moved to the nearest round
 * number (1, 2, 3 or 5 with zeros). The average is over those who bring something at all.
 * Intervals are open below and closed above: exactly the edge belongs to the lower band.
 */
export type WorthBar = {
  /** Null: everything down to the smallest value. */
  fromMinor: number | null;
  /** Null: everything above. */
  toMinor: number | null;
  customers: number;
};

export type WorthBandName = 'low' | 'middle' | 'high';

export type WorthBand = WorthBar & {
  band: WorthBandName;
  customerShare: number;
  /** Net sum in minor units, losses included. */
  valueMinor: number;
  /** Of all positive value, 0 to 1; losses are left out so that the three shares add up to 1. */
  valueShare: number;
  bars: WorthBar[];
};

export type WorthBands = {
  customers: number;
  /** Customers worth nothing or less; they are in the low band. */
  withoutValue: number;
  valueMinor: number;
  /** The average the edges come from, minor units, not rounded; null when nobody brings anything. */
  averageMinor: number | null;
  bands: WorthBand[];
  /** More than half of at least five customers are low. */
  lowDominates: boolean;
  /**
   * The fewest customers who together bring at least half of the positive value, and all who bring as much
   * as the last of them (`fromMinor`).
   */
  half: { customers: number; customerShare: number; valueShare: number; fromMinor: number } | null;
};

const roundSteps = [1, 2, 3, 5, 10];
/** With fewer who bought there is nothing to distribute. */
export const fewestForBands = 5;
/** Below ten minor units the inner edges of the low band would not be whole. */
const smallestLowEdge = 10;

/** The round number (1, 2, 3 or 5 × 10^k) nearest to `value` > 0 by ratio. */
export function nearestRound(value: number): number {
  const power = powerBelow(value);
  let best = power;
  for (const step of roundSteps) {
    if (ratio(step * power, value) < ratio(best, value)) best = step * power;
  }
  return best;
}

function ratio(one: number, other: number): number {
  return one > other ? one / other : other / one;
}

/** The next round number above `value` > 0. */
export function nextRound(value: number): number {
  const power = powerBelow(value);
  const step = roundSteps.find((candidate) => candidate * power > value);
  return (step ?? 10) * power;
}

function powerBelow(value: number): number {
  let power = 1;
  while (power * 10 <= value) power *= 10;
  return power;
}

/**
 * Splits customers' values (integer minor units, any order, negative and zero allowed) into the
 * three bands and their bars. Sums are exact up to 2^53 minor units. 100,000 values take a sort.
 */
export function worthBands(values: ArrayLike<number>): WorthBands {
  const sorted = Float64Array.from(values).sort();
  const firstPositive = countUpTo(sorted, 0);
  const positiveMinor = sum(sorted, firstPositive, sorted.length);
  const positives = sorted.length - firstPositive;
  const averageMinor = positives === 0 ? null : positiveMinor / positives;
  const edges = averageMinor === null ? noEdges : bandEdges(averageMinor);
  const open = firstPositive > 0 ? [null, 0] : [0];
  const bands = [
    band('low', sorted, [...open, ...edges.low], positiveMinor),
    band('middle', sorted, edges.middle, positiveMinor),
    band('high', sorted, edges.high, positiveMinor),
  ];
  const low = bands[0]?.customers ?? 0;
  return {
    customers: sorted.length,
    withoutValue: firstPositive,
    valueMinor: sum(sorted, 0, sorted.length),
    averageMinor,
    bands,
    lowDominates: sorted.length >= fewestForBands && low * 2 > sorted.length,
    half: fewestForHalf(sorted, positiveMinor),
  };
}

type Edge = number | null;
type Edges = { low: Edge[]; middle: Edge[]; high: Edge[] };

const noEdges: Edges = { low: [], middle: [], high: [] };

function bandEdges(averageMinor: number): Edges {
  const low = Math.max(smallestLowEdge, nearestRound(Math.max(1, averageMinor / 2)));
  const high = Math.max(nextRound(low), nearestRound(averageMinor * 3));
  const middle = [low];
  for (let edge = nextRound(low); edge < high; edge = nextRound(edge)) middle.push(edge);
  const second = nextRound(high);
  return {
    low: [low / 5, low / 2, low],
    middle: [...middle, high],
    high: [high, second, nextRound(second), null],
  };
}

function band(
  name: WorthBandName,
  sorted: Float64Array,
  edges: readonly Edge[],
  positiveMinor: number,
): WorthBand {
  const bars: WorthBar[] = [];
  for (const [index, toMinor] of edges.entries()) {
    if (index === 0) continue;
    const fromMinor = edges[index - 1] ?? null;
    const from = fromMinor === null ? 0 : countUpTo(sorted, fromMinor);
    const to = toMinor === null ? sorted.length : countUpTo(sorted, toMinor);
    bars.push({ fromMinor, toMinor, customers: to - from });
  }
  const first = bars[0]?.fromMinor ?? null;
  const last = bars.at(-1)?.toMinor ?? null;
  const start = first === null ? 0 : countUpTo(sorted, first);
  const customers = bars.reduce((count, bar) => count + bar.customers, 0);
  const valueMinor = sum(sorted, start, start + customers);
  const positive = sum(sorted, Math.max(start, countUpTo(sorted, 0)), start + customers);
  return {
    band: name,
    fromMinor: first,
    toMinor: last,
    customers,
    customerShare: sorted.length === 0 ? 0 : customers / sorted.length,
    valueMinor,
    valueShare: positiveMinor > 0 ? positive / positiveMinor : 0,
    bars,
  };
}

function fewestForHalf(sorted: Float64Array, positiveMinor: number): WorthBands['half'] {
  if (positiveMinor <= 0) return null;
  let taken = 0;
  let customers = 0;
  while (taken * 2 < positiveMinor) {
    customers += 1;
    taken += sorted[sorted.length - customers] ?? 0;
  }
  const fromMinor = sorted[sorted.length - customers] ?? 0;
  while (sorted[sorted.length - customers - 1] === fromMinor) {
    customers += 1;
    taken += fromMinor;
  }
  return {
    fromMinor,
    customers,
    customerShare: customers / sorted.length,
    valueShare: taken / positiveMinor,
  };
}

/** How many of the ascending values are at most `edge`. */
function countUpTo(sorted: Float64Array, edge: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) total += values[index] ?? 0;
  return total;
}
