import type { GammaGammaParameters, Spending } from './gamma-gamma.ts';
import { digamma, logGamma } from './log-gamma.ts';
import { minimize } from './minimize.ts';
import { type LogPrior, objectiveOf } from './prior.ts';

export type GammaGammaFit = {
  parameters: GammaGammaParameters;
  /** Of the data alone, without the prior. */
  logLikelihood: number;
  customers: number;
  converged: boolean;
};

const tolerancePerCustomer = 1e-9;

/**
 * The weak prior of small shops, on ln p, ln(q − 1) and ln v: p about 2, q 3, and v so that the mean is
 * the shop's own; one standard deviation is a factor of e. Amounts are in units of that mean.
 */
export const spendPrior: LogPrior = {
  means: [Math.log(2), Math.log(2), 0],
  deviations: [1, 1, 1],
};

/**
 * Fits Gamma-Gamma to what customers spent: the most probable parameters under `prior`, or of greatest
 * likelihood where it is null (which a small shop may not have: `converged` says). Deterministic.
 * @throws RangeError without a customer, or for one who spent nothing.
 */
export function fitGammaGamma(
  spendings: readonly Spending[],
  prior: LogPrior | null,
): GammaGammaFit {
  if (spendings.length === 0) throw new RangeError('There is no customer to fit.');
  if (spendings.some(({ purchases, mean }) => !(purchases >= 1 && mean > 0)))
    throw new RangeError('Spending must be positive.');
  const purchases = spendings.reduce((sum, one) => sum + one.purchases, 0);
  const unit = spendings.reduce((sum, one) => sum + one.purchases * one.mean, 0) / purchases;
  const scaled = spendings.map((one) => ({ purchases: one.purchases, mean: one.mean / unit }));
  const objective = objectiveOf((point) => logLikelihood(scaled, point), prior);
  const tolerance = tolerancePerCustomer * Math.max(10, spendings.length);
  const minimum = minimize(objective, (prior ?? spendPrior).means, tolerance);
  const [p = 1, theta = 1, v = 1] = minimum.point.map(Math.exp);
  return {
    parameters: { p, q: 1 + theta, v: v * unit },
    logLikelihood: logLikelihood(scaled, minimum.point).value - spendings.length * Math.log(unit),
    customers: spendings.length,
    converged: minimum.converged,
  };
}

/** Value, and gradient by ln p, ln(q − 1) and ln v. */
function logLikelihood(
  spendings: readonly Spending[],
  point: readonly number[],
): { value: number; gradient: number[] } {
  const [p = 1, theta = 1, v = 1] = point.map(Math.exp);
  const q = 1 + theta;
  const [logGammaQ, digammaQ, logV] = [logGamma(q), digamma(q), Math.log(v)];
  const known = new Map<number, { log: number; byBoth: number; byAlone: number }>();
  const gammas = (x: number) => {
    let found = known.get(x);
    if (found === undefined) {
      const log = logGamma(p * x + q) - logGamma(p * x) - logGammaQ;
      found = { log, byBoth: digamma(p * x + q), byAlone: digamma(p * x) };
      known.set(x, found);
    }
    return found;
  };
  let [value, byP, byQ, byV] = [0, 0, 0, 0];
  for (const { purchases: x, mean } of spendings) {
    const { log, byBoth, byAlone } = gammas(x);
    const all = x * mean + v;
    const [logAll, logMean, logX] = [Math.log(all), Math.log(mean), Math.log(x)];
    value += log + q * logV + (p * x - 1) * logMean + p * x * logX - (p * x + q) * logAll;
    byP += x * (byBoth - byAlone + logMean + logX - logAll);
    byQ += byBoth - digammaQ + logV - logAll;
    byV += q / v - (p * x + q) / all;
  }
  if (!Number.isFinite(value)) return { value: Number.NEGATIVE_INFINITY, gradient: [0, 0, 0] };
  return { value, gradient: [byP * p, byQ * theta, byV * v] };
}
