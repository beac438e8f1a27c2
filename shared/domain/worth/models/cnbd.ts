import {
  chanceAlive,
  chanceToBuy,
  expectedPurchases,
  type MbgNbdParameters,
  type PurchaseHistory,
} from './mbg-nbd.ts';

/**
 * MBG/CNBD-k (Platzer & Reutterer 2016): as MBG/NBD, but the time between two purchases is the sum of
 * `k` random ones, so that a customer buys as regularly as k is large. With k = 1 it is MBG/NBD.
 */
export type BuyingModel = MbgNbdParameters & {
  /** 1: at random; from 2 on regularly. */
  k: number;
};

/** The distribution of purchase days in a time to come: P(at least 1), P(at least 2) … */
const negligible = 1e-13;
const mostPurchases = 100_000;

/**
 * How far along the k random times towards the next purchase a customer may be who has been silent
 * since the last: weights of 0, 1 … k − 1, together the chance that so long a silence is no farewell.
 */
export function stageWeights(model: BuyingModel, history: PurchaseHistory): number[] {
  const { r, alpha, k } = model;
  const shape = r + k * history.repeats;
  const ratio = (alpha + history.recency) / (alpha + history.age);
  let weight = Math.exp(shape * Math.log(ratio));
  return Array.from({ length: k }, (_, stage) => {
    const here = weight;
    weight *= ((shape + stage) / (stage + 1)) * (1 - ratio);
    return here;
  });
}

/** Chance (0 to 1) that the customer has not left. Show `chanceToBuyOf`, not this. */
export function chanceThere(model: BuyingModel, history: PurchaseHistory): number {
  if (model.k === 1) return chanceAlive(model, history);
  const silent = stageWeights(model, history).reduce((sum, weight) => sum + weight, 0);
  return silent / (silent + model.a / (model.b + history.repeats));
}

/** Chance (0 to 1) of at least one purchase day in the next `horizon`. */
export function chanceToBuyOf(
  model: BuyingModel,
  history: PurchaseHistory,
  horizon: number,
): number {
  if (model.k === 1) return chanceToBuy(model, history, horizon);
  return atLeast(model, history, horizon, 1)[0] ?? 0;
}

/** Purchase days expected in the next `horizon`, leaving included. */
export function expectedPurchasesOf(
  model: BuyingModel,
  history: PurchaseHistory,
  horizon: number,
): number {
  if (model.k === 1) return expectedPurchases(model, history, horizon);
  return atLeast(model, history, horizon, mostPurchases).reduce((sum, chance) => sum + chance, 0);
}

/**
 * Chances of at least 1, 2 … purchase days in the next `horizon`, until they no longer count. Given
 * that a customer is there, rate and dropout are independent: P(Y ≥ n) = P(there) × E[(1 − p)^(n−1)]
 * × P(n come), with p of Beta(a, b + x + 1) and the k random times negative binomial, by stage.
 */
export function atLeast(
  model: BuyingModel,
  history: PurchaseHistory,
  horizon: number,
  most: number,
): number[] {
  const { a, b, k } = model;
  const there = chanceThere(model, history);
  const weights = stageWeights(model, history);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const stages = weights.map((weight, stage) => ({
    weight: all > 0 ? weight / all : stage === 0 ? 1 : 0,
    counts: countsFrom(model, history, horizon, stage),
  }));
  const chances: number[] = [];
  let stay = 1;
  for (let n = 1; n <= Math.min(most, mostPurchases); n += 1) {
    if (n > 1) stay *= (b + history.repeats + n - 1) / (a + b + history.repeats + n - 1);
    let come = 0;
    for (const { weight, counts } of stages) come += weight * counts(n * k);
    const chance = there * stay * come;
    chances.push(chance);
    if (chance < negligible) break;
  }
  return chances;
}

/** Chance that the random times, `stage` of them past already, come to `total`; asked for in rising order. */
function countsFrom(
  model: BuyingModel,
  history: PurchaseHistory,
  horizon: number,
  stage: number,
): (total: number) => number {
  const shape = model.r + model.k * history.repeats + stage;
  const z = horizon / (model.alpha + history.age + horizon);
  let logMass = shape * Math.log1p(-z);
  let below = 0;
  let count = 0;
  return (total) => {
    for (; count < total - stage; count += 1) {
      below += Math.exp(logMass);
      logMass += Math.log(((shape + count) / (count + 1)) * z);
    }
    return Math.max(0, 1 - below);
  };
}
