import type { MbgNbdParameters, PurchaseHistory } from './mbg-nbd.ts';
import { minimize } from './minimize.ts';

/** Normal prior on the logarithms of r, alpha, a and b, in this order. */
export type LogPrior = { means: readonly number[]; deviations: readonly number[] };

export type MbgNbdFit = {
  parameters: MbgNbdParameters;
  /** Of the data alone, without the prior. */
  logLikelihood: number;
  customers: number;
  evaluations: number;
  converged: boolean;
};

/** Customers of the same history, counted once: a shop of 100,000 has far fewer patterns. */
type Patterns = {
  repeats: Int32Array;
  recency: Float64Array;
  age: Float64Array;
  count: Float64Array;
  mostRepeats: number;
};

/** Gradient per customer at which the search stops. */
const tolerancePerCustomer = 1e-10;

/**
 * The weak prior of small shops: r about 0.4, a 0.8, b 4, and alpha so that r / alpha is one and a
 * half times the shop's own pooled rate of repeats, half a repeat added over half the longest age;
 * one standard deviation is a factor of e. It keeps every fit finite down to a single customer
 * and has no weight left at some 500.
 */
export function smallShopPrior(histories: readonly PurchaseHistory[]): LogPrior {
  let repeats = 0.5;
  let age = 0;
  let longest = 0;
  for (const history of histories) {
    repeats += history.repeats;
    age += history.age;
    longest = Math.max(longest, history.age);
  }
  const rate = repeats / (age + longest / 2);
  const alpha = Number.isFinite(rate) ? 0.4 / (1.5 * rate) : 1;
  return { means: [0.4, alpha, 0.8, 4].map(Math.log), deviations: [1, 1, 1, 1] };
}

/**
 * Fits the model: the most probable parameters under `prior`, or of greatest likelihood where it is
 * null (which has no answer in many small shops: `converged` says). Deterministic.
 * @throws RangeError without a customer, or for a history whose recency is beyond its age.
 */
export function fitMbgNbd(
  histories: readonly PurchaseHistory[],
  prior: LogPrior | null,
): MbgNbdFit {
  if (histories.length === 0) throw new RangeError('There is no customer to fit.');
  const patterns = compress(histories);
  const start = prior?.means ?? smallShopPrior(histories).means;
  const tables = createTables(patterns.mostRepeats);
  const minimum = minimize(
    (logs) => {
      const { value, gradient } = logLikelihood(patterns, logs, tables);
      const penalty = priorPenalty(logs, prior);
      return {
        value: penalty.value - value,
        gradient: gradient.map((slope, index) => (penalty.gradient[index] ?? 0) - slope),
      };
    },
    start,
    tolerancePerCustomer * Math.max(10, histories.length),
  );
  const [r = 1, alpha = 1, a = 1, b = 1] = minimum.point.map(Math.exp);
  return {
    parameters: { r, alpha, a, b },
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
  const tables = createTables(patterns.mostRepeats);
  return logLikelihood(patterns, [r, alpha, a, b].map(Math.log), tables).value;
}

function priorPenalty(
  logs: readonly number[],
  prior: LogPrior | null,
): { value: number; gradient: number[] } {
  const gradient = [0, 0, 0, 0];
  if (prior === null) return { value: 0, gradient };
  let value = 0;
  for (const [index, log] of logs.entries()) {
    const deviation = prior.deviations[index] ?? 1;
    const distance = (log - (prior.means[index] ?? 0)) / deviation;
    value += (distance * distance) / 2;
    gradient[index] = distance / deviation;
  }
  return { value, gradient };
}

function compress(histories: readonly PurchaseHistory[]): Patterns {
  const seen = new Map<string, { history: PurchaseHistory; count: number }>();
  for (const history of histories) {
    const { repeats, recency, age } = history;
    if (!(repeats >= 0 && recency >= 0 && recency <= age)) {
      throw new RangeError('A purchase history must end before the day of analysis.');
    }
    const key = `${repeats}/${recency}/${age}`;
    const pattern = seen.get(key);
    if (pattern === undefined) seen.set(key, { history, count: 1 });
    else pattern.count += 1;
  }
  const rows = [...seen.values()];
  return {
    repeats: Int32Array.from(rows, ({ history }) => history.repeats),
    recency: Float64Array.from(rows, ({ history }) => history.recency),
    age: Float64Array.from(rows, ({ history }) => history.age),
    count: Float64Array.from(rows, ({ count }) => count),
    mostRepeats: rows.reduce((most, { history }) => Math.max(most, history.repeats), 0),
  };
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
};

function createTables(mostRepeats: number): Tables {
  const column = () => new Float64Array(mostRepeats + 1);
  return {
    rate: column(),
    rateByR: column(),
    stay: column(),
    stayByA: column(),
    stayByB: column(),
  };
}

function fillTables(
  { rate, rateByR, stay, stayByA, stayByB }: Tables,
  r: number,
  a: number,
  b: number,
): void {
  let [logRate, byR, logStay, byA, byB] = [0, 0, 0, 0, 0];
  for (let k = 0; k < rate.length; k += 1) {
    rate[k] = logRate;
    rateByR[k] = byR;
    logRate += Math.log(r + k);
    byR += 1 / (r + k);
    logStay -= Math.log1p(a / (b + k));
    byA -= 1 / (a + b + k);
    byB += a / ((b + k) * (a + b + k));
    stay[k] = logStay;
    stayByA[k] = byA;
    stayByB[k] = byB;
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
  let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  for (let index = 0; index < patterns.count.length; index += 1) {
    const x = patterns.repeats[index] ?? 0;
    const count = patterns.count[index] ?? 0;
    const end = alpha + (patterns.age[index] ?? 0);
    const last = alpha + (patterns.recency[index] ?? 0);
    const logEnd = Math.log(end);
    const logLast = Math.log(last);
    const alive = -(r + x) * logEnd;
    const gone = logA - Math.log(b + x) - (r + x) * logLast;
    const high = Math.max(alive, gone);
    const sum = Math.exp(alive - high) + Math.exp(gone - high);
    const isAlive = Math.exp(alive - high) / sum;
    const isGone = Math.exp(gone - high) / sum;
    value +=
      count * ((tables.rate[x] ?? 0) + r * logAlpha + (tables.stay[x] ?? 0) + high + Math.log(sum));
    byR += count * ((tables.rateByR[x] ?? 0) + logAlpha - isAlive * logEnd - isGone * logLast);
    byAlpha += count * (r / alpha - (r + x) * (isAlive / end + isGone / last));
    byA += count * ((tables.stayByA[x] ?? 0) + isGone / a);
    byB += count * ((tables.stayByB[x] ?? 0) - isGone / (b + x));
  }
  if (!Number.isFinite(value)) return { value: Number.NEGATIVE_INFINITY, gradient: [0, 0, 0, 0] };
  return { value, gradient: [byR * r, byAlpha * alpha, byA * a, byB * b] };
}
