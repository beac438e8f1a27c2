import type { BuyingModel } from './cnbd.ts';
import { laplaceCovariance } from './laplace.ts';
import { logGamma } from './log-gamma.ts';
import type { PurchaseHistory } from './mbg-nbd.ts';
import { fitMbgNbd } from './mbg-nbd-fit.ts';
import { minimize } from './minimize.ts';
import { compress, type Patterns } from './patterns.ts';
import { type LogPrior, objectiveOf } from './prior.ts';

export type BuyingFit = {
  model: BuyingModel;
  /** Of the logarithms of r, alpha, a and b; null where the data do not bound all of them. */
  covariance: number[][] | null;
  /** Of the data alone, the times between purchases among them: comparable between one `k` and another. */
  logLikelihood: number;
  converged: boolean;
};

const tolerancePerCustomer = 1e-9;

/**
 * Fits MBG/CNBD-k for one `k`. `logGaps` is the sum, over all customers, of the logarithms of the
 * times between their purchase days: the regular models earn likelihood by them.
 */
export function fitCnbd(
  histories: readonly PurchaseHistory[],
  prior: LogPrior,
  { k, logGaps }: { k: number; logGaps: number },
): BuyingFit {
  if (k === 1) {
    const { parameters, ...fit } = fitMbgNbd(histories, prior);
    return { ...fit, model: { ...parameters, k } };
  }
  const patterns = compress(histories);
  // There are k random times to a purchase, so that alpha is k times smaller for the same shop.
  const means = prior.means.map((mean, index) => (index === 1 ? mean - Math.log(k) : mean));
  const scaled = { ...prior, means };
  const objective = objectiveOf((logs) => logLikelihood(patterns, logs, k), scaled);
  const tolerance = tolerancePerCustomer * Math.max(10, histories.length);
  const minimum = minimize(objective, means, tolerance);
  const [r = 1, alpha = 1, a = 1, b = 1] = minimum.point.map(Math.exp);
  const repeats = histories.reduce((sum, one) => sum + one.repeats, 0);
  const gaps = (k - 1) * logGaps - repeats * logGamma(k);
  return {
    model: { r, alpha, a, b, k },
    covariance: laplaceCovariance(objective, minimum.point),
    logLikelihood: logLikelihood(patterns, minimum.point, k).value + gaps,
    converged: minimum.converged,
  };
}

/** Value without the part of the gaps, and gradient by the logarithms of r, alpha, a and b. */
function logLikelihood(
  patterns: Patterns,
  logs: readonly number[],
  k: number,
): { value: number; gradient: number[] } {
  const [r = 1, alpha = 1, a = 1, b = 1] = logs.map(Math.exp);
  const tables = tablesOf(patterns.mostRepeats, k, { r, a, b });
  let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  for (let index = 0; index < patterns.count.length; index += 1) {
    const x = patterns.repeats[index] ?? 0;
    const count = patterns.count[index] ?? 0;
    const last = alpha + (patterns.recency[index] ?? 0);
    const end = alpha + (patterns.age[index] ?? 0);
    const shape = r + k * x;
    const { sum, sumByR, sumByAlpha } = silence(shape, last, end, k);
    const gone = a / (b + x);
    const both = sum + gone;
    value +=
      count *
      ((tables.rate[x] ?? 0) +
        r * Math.log(alpha) -
        shape * Math.log(last) +
        (tables.stay[x] ?? 0) +
        Math.log(both));
    byR += count * ((tables.rateByR[x] ?? 0) + Math.log(alpha) - Math.log(last) + sumByR / both);
    byAlpha += count * (r / alpha - shape / last + sumByAlpha / both);
    byA += count * ((tables.stayByA[x] ?? 0) + 1 / (b + x) / both);
    byB += count * ((tables.stayByB[x] ?? 0) - gone / (b + x) / both);
  }
  if (!Number.isFinite(value)) return { value: Number.NEGATIVE_INFINITY, gradient: [0, 0, 0, 0] };
  return { value, gradient: [byR * r, byAlpha * alpha, byA * a, byB * b] };
}

/** Chance of so long a silence without a purchase, with its slopes by r and alpha. */
function silence(shape: number, last: number, end: number, k: number) {
  const ratio = last / end;
  const ratioByAlpha = (end - last) / (end * end);
  let term = Math.exp(shape * Math.log(ratio));
  let harmonic = 0;
  let [sum, sumByR, sumByAlpha] = [0, 0, 0];
  for (let stage = 0; stage < k; stage += 1) {
    sum += term;
    sumByR += term * (harmonic + Math.log(ratio));
    const away = stage === 0 ? 0 : stage / Math.max(1 - ratio, Number.MIN_VALUE);
    sumByAlpha += term * (shape / ratio - away) * ratioByAlpha;
    harmonic += 1 / (shape + stage);
    term *= ((shape + stage) / (stage + 1)) * (1 - ratio);
  }
  return { sum, sumByR, sumByAlpha };
}

/** What depends on the number of repeats alone: sums of ln(r + i) and ln((b + i) / (a + b + i)), with slopes. */
function tablesOf(
  mostRepeats: number,
  k: number,
  { r, a, b }: { r: number; a: number; b: number },
) {
  const column = () => new Float64Array(mostRepeats + 1);
  const [rate, rateByR, stay, stayByA, stayByB] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  let [logRate, byR, logStay, byA, byB] = [0, 0, 0, 0, 0];
  for (let x = 0; x <= mostRepeats; x += 1) {
    rate[x] = logRate;
    rateByR[x] = byR;
    for (let i = k * x; i < k * (x + 1); i += 1) {
      logRate += Math.log(r + i);
      byR += 1 / (r + i);
    }
    logStay -= Math.log1p(a / (b + x));
    byA -= 1 / (a + b + x);
    byB += a / ((b + x) * (a + b + x));
    stay[x] = logStay;
    stayByA[x] = byA;
    stayByB[x] = byB;
  }
  return { rate, rateByR, stay, stayByA, stayByB };
}
