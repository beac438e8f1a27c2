import { type BuyingFit, fitCnbd } from './cnbd-fit.ts';
import type { PurchaseHistory } from './mbg-nbd.ts';
import { smallShopPrior } from './prior.ts';

/** Fewer customers than this with two gaps say nothing about how regularly they buy. */
const fewestForRegularity = 20;
/** At random it is 1; below this the plain model is kept. */
const leastRegular = 1.5;
const mostRegular = 8;
/** So much likelihood a more regular model must earn to be believed (a likelihood ratio of e²). */
const leastGain = 2;

/**
 * How regularly customers buy, after Wheat & Morrison (1990): 1 at random, larger the more evenly. Of
 * each customer two gaps that follow one another, as first ÷ both. Null below twenty customers with two.
 */
export function wheatMorrison(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < fewestForRegularity) return null;
  const parts = pairs.map(([first, second]) => first / (first + second));
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const square = parts.reduce((sum, part) => sum + (part - mean) ** 2, 0);
  const variance = square / (parts.length - 1);
  return variance <= 0 ? Number.POSITIVE_INFINITY : (1 - 4 * variance) / (8 * variance);
}

/** What the gaps between purchases say, beside the histories. */
export type Gaps = {
  /** Two gaps of each customer who has them. */
  pairs: readonly (readonly [number, number])[];
  /** Sum of the logarithms of all gaps. */
  logSum: number;
};

/**
 * The plain model, or, where customers buy regularly and it is likelier by far, the one with the `k`
 * that is likeliest; each under the prior of small shops.
 */
export function fitBuying(histories: readonly PurchaseHistory[], gaps: Gaps): BuyingFit {
  const prior = smallShopPrior(histories);
  const at = (k: number) => fitCnbd(histories, prior, { k, logGaps: gaps.logSum });
  const plain = at(1);
  const regularity = wheatMorrison(gaps.pairs);
  if (regularity === null || regularity < leastRegular) return plain;
  let best = plain;
  for (let k = 2; k <= mostRegular; k += 1) {
    const next = at(k);
    if (!next.converged || next.logLikelihood <= best.logLikelihood) break;
    best = next;
  }
  return best.logLikelihood > plain.logLikelihood + leastGain ? best : plain;
}
