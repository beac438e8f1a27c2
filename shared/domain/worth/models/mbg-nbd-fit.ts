import { laplaceCovariance } from './laplace.ts';
import type { MbgNbdParameters, PurchaseHistory } from './mbg-nbd.ts';
import { minimize } from './minimize.ts';
import { compress, type Patterns } from './patterns.ts';
import { type LogPrior, objectiveOf, smallShopPrior } from './prior.ts';

export type MbgNbdFit = {
  parameters: MbgNbdParameters;
  /** Of the logarithms of r, alpha, a and b; null where the data do not bound all of them. */
  covariance: number[][] | null;
  /** Of the data alone, without the prior. */
  logLikelihood: number;
  customers: number;
  evaluations: number;
  converged: boolean;
};

/** Whether a customer may leave right after the first purchase (MBG/NBD), or after a repeat at the earliest (BG/NBD). */
export type Leaving = 'from-the-first' | 'from-a-repeat';

/** Gradient per customer at which the search stops. */
const tolerancePerCustomer = 1e-10;

/**
 * Fits the model: the most probable parameters under `prior`, or of greatest likelihood where it is
 * null (which has no answer in many small shops: `converged` says). Deterministic.
 * @throws RangeError without a customer, or for a history whose recency is beyond its age.
 */
export function fitMbgNbd(
  histories: readonly PurchaseHistory[],
  prior: LogPrior | null,
): MbgNbdFit {
  return fitLeaving(histories, prior, 'from-the-first');
}

/** The same for either kind of leaving; `fitBgNbd` is the other. */
export function fitLeaving(
  histories: readonly PurchaseHistory[],
  prior: LogPrior | null,
  leaving: Leaving,
): MbgNbdFit {
  if (histories.length === 0) throw new RangeError('There is no customer to fit.');
  const patterns = compress(histories);
  const start = prior?.means ?? smallShopPrior(histories).means;
  const tables = createTables(patterns.mostRepeats, leaving);
  const objective = objectiveOf((logs) => logLikelihood(patterns, logs, tables), prior);
  const tolerance = tolerancePerCustomer * Math.max(10, histories.length);
  const minimum = minimize(objective, start, tolerance);
  const [r = 1, alpha = 1, a = 1, b = 1] = minimum.point.map(Math.exp);
  return {
    parameters: { r, alpha, a, b },
    covariance: laplaceCovariance(objective, minimum.point),
    logLikelihood: logLikelihood(patterns, minimum.point, tables).value,
    customers: histories.length,
    evaluations: minimum.evaluations,
    converged: minimum.converged,
  };
}

/** The log-likelihood of given parameters; what a model earned, or lost, on other customers. */
export function mbgNbdLogLikelihood(
  parameters: MbgNbdParameters,
  histories: readonly PurchaseHistory[],
): number {
  const { r, alpha, a, b } = parameters;
  const patterns = compress(histories);
  const tables = createTables(patterns.mostRepeats, 'from-the-first');
  return logLikelihood(patterns, [r, alpha, a, b].map(Math.log), tables).value;
}

/**
 * The parts of the likelihood that depend on the number of repeats alone, with their slopes: sums
 * of ln(r + k) and of ln((b + k) / (a + b + k)). Sums need no gamma function and keep every digit.
 */
type Tables = {
  rate: Float64Array;
  rateByR: Float64Array;
  stay: Float64Array;
  stayByA: Float64Array;
  stayByB: Float64Array;
  leaving: Leaving;
};

function createTables(mostRepeats: number, leaving: Leaving): Tables {
  const column = () => new Float64Array(mostRepeats + 1);
  return {
    rate: column(),
    rateByR: column(),
    stay: column(),
    stayByA: column(),
    stayByB: column(),
    leaving,
  };
}

function fillTables(
  { rate, rateByR, stay, stayByA, stayByB, leaving }: Tables,
  r: number,
  a: number,
  b: number,
): void {
  let [logRate, byR, logStay, byA, byB] = [0, 0, 0, 0, 0];
  const isLate = leaving === 'from-a-repeat';
  for (let k = 0; k < rate.length; k += 1) {
    rate[k] = logRate;
    rateByR[k] = byR;
    logRate += Math.log(r + k);
    byR += 1 / (r + k);
    if (isLate) [stay[k], stayByA[k], stayByB[k]] = [logStay, byA, byB];
    logStay -= Math.log1p(a / (b + k));
    byA -= 1 / (a + b + k);
    byB += a / ((b + k) * (a + b + k));
    if (!isLate) [stay[k], stayByA[k], stayByB[k]] = [logStay, byA, byB];
  }
}

/** Value, and gradient by the logarithms of the parameters. */
function logLikelihood(
  patterns: Patterns,
  logs: readonly number[],
  tables: Tables,
): { value: number; gradient: number[] } {
  const [r = 1, alpha = 1, a = 1, b = 1] = logs.map(Math.exp);
  fillTables(tables, r, a, b);
  const logAlpha = Math.log(alpha);
  const logA = Math.log(a);
  const late = tables.leaving === 'from-a-repeat' ? 1 : 0;
  let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  for (let index = 0; index < patterns.count.length; index += 1) {
    const x = patterns.repeats[index] ?? 0;
    const count = patterns.count[index] ?? 0;
    const end = alpha + (patterns.age[index] ?? 0);
    const last = alpha + (patterns.recency[index] ?? 0);
    const logEnd = Math.log(end);
    const logLast = Math.log(last);
    const stayers = b + x - late;
    const alive = -(r + x) * logEnd;
    const gone = x < late ? Number.NEGATIVE_INFINITY : logA - Math.log(stayers) - (r + x) * logLast;
    const high = Math.max(alive, gone);
    const sum = Math.exp(alive - high) + Math.exp(gone - high);
    const isAlive = Math.exp(alive - high) / sum;
    const isGone = Math.exp(gone - high) / sum;
    value +=
      count * ((tables.rate[x] ?? 0) + r * logAlpha + (tables.stay[x] ?? 0) + high + Math.log(sum));
    byR += count * ((tables.rateByR[x] ?? 0) + logAlpha - isAlive * logEnd - isGone * logLast);
    byAlpha += count * (r / alpha - (r + x) * (isAlive / end + isGone / last));
    byA += count * ((tables.stayByA[x] ?? 0) + isGone / a);
    byB += count * ((tables.stayByB[x] ?? 0) - (x < late ? 0 : isGone / stayers));
  }
  if (!Number.isFinite(value)) return { value: Number.NEGATIVE_INFINITY, gradient: [0, 0, 0, 0] };
  return { value, gradient: [byR * r, byAlpha * alpha, byA * a, byB * b] };
}
