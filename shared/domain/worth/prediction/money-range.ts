import { normalBelow } from '../models/normal.ts';
import type { ExpectedSpend } from './spend.ts';

/** Mean and variance of a count, from the chances of at least 1, 2 … */
export function countMoments(atLeast: readonly number[]): { mean: number; variance: number } {
  let [mean, second] = [0, 0];
  for (const [index, chance] of atLeast.entries()) {
    mean += chance;
    second += (2 * index + 1) * chance;
  }
  return { mean, variance: Math.max(0, second - mean * mean) };
}

/** Between which counts the middle `coverage` lies, both included, from the chances of at least 1, 2 … */
export function countRange(
  atLeast: readonly number[],
  coverage: number,
): { low: number; high: number } {
  const tail = (1 - coverage) / 2;
  return {
    low: atLeast.filter((chance) => chance >= 1 - tail).length,
    high: atLeast.filter((chance) => chance > tail).length,
  };
}

const halvings = 60;

/**
 * The middle `coverage` of what a number of purchases will bring: nothing where none come, else about
 * log-normal around so many times the spend. `shared` is the log-normal deviation of the whole.
 */
export function moneyRange(
  atLeast: readonly number[],
  spend: ExpectedSpend,
  { shared, coverage }: { shared: number; coverage: number },
): { low: number; high: number } {
  const parts = atLeast.flatMap((chance, index) => {
    const weight = chance - (atLeast[index + 1] ?? 0);
    return weight > 0 ? [{ weight, ...brought(index + 1, spend, shared) }] : [];
  });
  const none = 1 - (atLeast[0] ?? 0);
  const below = (money: number) =>
    parts.reduce(
      (sum, part) =>
        sum + part.weight * normalBelow((Math.log(money) - part.mean) / part.deviation),
      none,
    );
  const tail = (1 - coverage) / 2;
  return { low: quantile(below, none, tail), high: quantile(below, none, 1 - tail) };
}

/** Mean and deviation of the logarithm of what so many purchases bring. */
function brought(count: number, spend: ExpectedSpend, shared: number) {
  const money = count * spend.expected;
  const known = (count * spend.single + count * count * spend.mean) / (money * money);
  const deviation = Math.sqrt(Math.log1p(known) + shared * shared);
  return { mean: Math.log(money) - (deviation * deviation) / 2, deviation };
}

function quantile(below: (money: number) => number, none: number, share: number): number {
  if (none >= share) return 0;
  let [low, high] = [-50, 80];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (below(Math.exp(middle)) < share) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
