import { z80 } from '../share-range.ts';
import type { Stay } from './years.ts';

/** The estimated share still customers just after some days, with its middle 80 %. */
export interface StillThere {
  readonly days: number;
  /** Customers that were followed so long. */
  readonly atRisk: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The mean time as a customer within the horizon, in days, with its middle 80 %. */
export interface Lifetime {
  readonly customers: number;
  readonly left: number;
  readonly horizonDays: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly points: readonly StillThere[];
}

interface Step {
  readonly days: number;
  readonly atRisk: number;
  readonly left: number;
  /** Just after this time. */
  readonly share: number;
  /** Greenwood's sum up to and with this time. */
  readonly spread: number;
}

/** Times at which somebody left, by Kaplan and Meier (1958); at equal times those who left come first. */
export function stepsOf(stays: readonly Stay[]): Step[] {
  const sorted = stays.toSorted((one, other) => one.days - other.days);
  const steps: Step[] = [];
  let [share, spread] = [1, 0];
  for (let index = 0; index < sorted.length; ) {
    const days = sorted[index]?.days ?? 0;
    const atRisk = sorted.length - index;
    let left = 0;
    for (; index < sorted.length && sorted[index]?.days === days; index += 1)
      if (sorted[index]?.isOver === true) left += 1;
    if (left === 0) continue;
    share *= 1 - left / atRisk;
    if (atRisk > left) spread += left / (atRisk * (atRisk - left));
    steps.push({ days, atRisk, left, share, spread });
  }
  return steps;
}

/** How far out at least so many are still followed, in days. */
function reachOf(stays: readonly Stay[], fewest: number): number {
  const sorted = stays.map(({ days }) => days).sort((one, other) => other - one);
  return sorted[fewest - 1] ?? 0;
}

function pointAt(steps: readonly Step[], stays: readonly Stay[], days: number): StillThere {
  const step = steps.findLast((one) => one.days <= days);
  const { share = 1, spread = 0 } = step ?? {};
  const half = z80 * share * Math.sqrt(spread);
  return {
    days,
    atRisk: stays.filter((one) => one.days >= days).length,
    share,
    low: Math.max(0, share - half),
    high: Math.min(1, share + half),
  };
}

/**
 * The average time that somebody stays a customer, within the time that at least `fewest` could be followed
 * (the restricted mean: the area under Kaplan and Meier's curve up to there), with Greenwood's variance at
 * 80 %: everybody counts, one-time buyers with no time at all, the living as still there. `marks`: days at
 * which the curve is told; those beyond the horizon are left out. Null: fewer than `fewest`, or all of them
 * were followed for less than a day.
 */
export function lifetimeOf(
  stays: readonly Stay[],
  marks: readonly number[],
  fewest: number,
): Lifetime | null {
  const horizonDays = reachOf(stays, fewest);
  if (stays.length < fewest || horizonDays < 1) return null;
  const steps = stepsOf(stays).filter((one) => one.days < horizonDays);
  let [mean, variance] = [0, 0];
  // From the horizon back, so that the area after each time is known when it is come to.
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const { days = 0, share = 1, atRisk = 0, left = 0 } = steps[index] ?? {};
    mean += share * ((steps[index + 1]?.days ?? horizonDays) - days);
    if (atRisk > left) variance += (mean * mean * left) / (atRisk * (atRisk - left));
  }
  mean += steps[0]?.days ?? horizonDays;
  const half = z80 * Math.sqrt(variance);
  return {
    customers: stays.length,
    left: stays.filter(({ isOver }) => isOver).length,
    horizonDays,
    mean,
    low: Math.max(0, mean - half),
    high: Math.min(horizonDays, mean + half),
    points: marks.filter((days) => days <= horizonDays).map((days) => pointAt(steps, stays, days)),
  };
}
