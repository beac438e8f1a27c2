/**
 * MBG/NBD (Batislam et al. 2007; Hoppe & Wagner 2007): customers buy at random at a rate of their
 * own (gamma: shape `r`, rate `alpha`) and may leave for good after any purchase, the first
 * included (beta: `a`, `b`). Time in one unit throughout; the product uses weeks (days / 7).
 */
export type MbgNbdParameters = { r: number; alpha: number; a: number; b: number };

/** What the model knows of a customer: repeat purchase days, first → last, and first → today. */
export type PurchaseHistory = {
  /** Purchase days after the first; several sales of one day are one. */
  repeats: number;
  /** Time from the first to the last purchase day; 0 without a repeat. */
  recency: number;
  /** Time from the first purchase day to the day of analysis, at least `recency`. */
  age: number;
};

/** Above these the terms of the closed form overflow or cancel, and purchases are counted instead. */
const largeA = 20;
const largeR = 8;

/** Chance (0 to 1) that the customer has not left. Show `chanceToBuy`, not this. */
export function chanceAlive(parameters: MbgNbdParameters, history: PurchaseHistory): number {
  const { r, alpha, a, b } = parameters;
  const { repeats, recency, age } = history;
  const logRatio = (r + repeats) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + (a / (b + repeats)) * Math.exp(logRatio));
}

/** Chance (0 to 1) of at least one purchase day in the next `horizon`; exact. */
export function chanceToBuy(
  parameters: MbgNbdParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  const { r, alpha } = parameters;
  const rest = alpha + history.age;
  const silent = (r + history.repeats) * Math.log(rest / (rest + horizon));
  return chanceAlive(parameters, history) * -Math.expm1(silent);
}

/** Purchase days expected in the next `horizon`, leaving included. */
export function expectedPurchases(
  parameters: MbgNbdParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  const { repeats, age } = history;
  // With b + 1 for b the BG/NBD form holds, because dropout is possible once more.
  const shifted = { ...parameters, b: parameters.b + 1 };
  return chanceAlive(parameters, history) * expectedWhileAlive(shifted, repeats, age, horizon);
}

/**
 * Purchases expected in `horizon` of a customer who is still there, BG/NBD (Fader, Hardie & Lee
 * 2005, eq. 10) in a form without a subtraction of nearly equal numbers: finite for a = 1 and
 * a + b < 1 too, relative error below 1e-10 (tested against 50-digit values).
 */
export function expectedWhileAlive(
  { r, alpha, a, b }: MbgNbdParameters,
  repeats: number,
  age: number,
  horizon: number,
): number {
  if (horizon <= 0) return 0;
  const z = horizon / (alpha + age + horizon);
  const log = Math.log1p(-z);
  const c = a + b + repeats - 1;
  if (a > largeA || r > largeR) return expectedByCounting(r + repeats, b + repeats, a, z);
  const first = a === 1 ? c * log : (c * Math.expm1((a - 1) * log)) / (a - 1);
  return -(first + Math.exp((a - 1) * log) * hypergeometricTail(a + b - 1 - r, a, c, z));
}

/**
 * The same as a sum over the number of purchases: Σ P(k − 1 times not left) × P(k would come). All
 * terms are positive, so nothing cancels or overflows; it only takes as many terms as purchases.
 */
function expectedByCounting(shape: number, stayers: number, a: number, z: number): number {
  let logMass = shape * Math.log1p(-z);
  let above = -Math.expm1(logMass);
  let stay = 1;
  let sum = 0;
  for (let k = 1; k < 1_000_000; k += 1) {
    const term = stay * Math.max(0, above);
    sum += term;
    if (term < 1e-15 * sum) break;
    stay *= (stayers + k - 1) / (a + stayers + k - 1);
    logMass += Math.log(((shape + k - 1) / k) * z);
    above -= Math.exp(logMass);
  }
  return sum;
}

/** Σ over n ≥ 1 of (A)_n (a)_(n−1) z^n / ((c + 1)_(n−1) n!), stopped below double precision. */
function hypergeometricTail(upper: number, a: number, c: number, z: number): number {
  let term = upper * z;
  let sum = term;
  for (let n = 1; n < 1_000_000 && term !== 0; n += 1) {
    term *= (((upper + n) * (a + n - 1)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < 1e-16 * Math.abs(sum) * (1 - z)) break;
  }
  return sum;
}
