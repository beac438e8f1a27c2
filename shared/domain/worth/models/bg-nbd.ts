import { expectedWhileAlive, type MbgNbdParameters, type PurchaseHistory } from './mbg-nbd.ts';
import { fitLeaving, type MbgNbdFit } from './mbg-nbd-fit.ts';
import type { LogPrior } from './prior.ts';

/*
 * BG/NBD (Fader, Hardie & Lee 2005): like MBG/NBD, but nobody leaves before a repeat, so that every
 * one-time buyer is there for certain. A reference and a row of the backtest, never what is shown.
 */

/** Chance (0 to 1) that the customer has not left; 1 without a repeat. */
export function bgChanceAlive(parameters: MbgNbdParameters, history: PurchaseHistory): number {
  const { r, alpha, a, b } = parameters;
  const { repeats, recency, age } = history;
  if (repeats === 0) return 1;
  const logRatio = (r + repeats) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + (a / (b + repeats - 1)) * Math.exp(logRatio));
}

/** Purchase days expected in the next `horizon`, leaving included. */
export function bgExpectedPurchases(
  parameters: MbgNbdParameters,
  history: PurchaseHistory,
  horizon: number,
): number {
  const { repeats, age } = history;
  return bgChanceAlive(parameters, history) * expectedWhileAlive(parameters, repeats, age, horizon);
}

/** The most probable parameters under `prior`, or of greatest likelihood where it is null. */
export function fitBgNbd(histories: readonly PurchaseHistory[], prior: LogPrior | null): MbgNbdFit {
  return fitLeaving(histories, prior, 'from-a-repeat');
}
