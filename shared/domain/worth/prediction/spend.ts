import {
  expectedSpend,
  type GammaGammaParameters,
  type Spending,
  spendCorrelation,
  spendVariance,
} from '../models/gamma-gamma.ts';
import { fitGammaGamma, spendPrior } from '../models/gamma-gamma-fit.ts';
import type { CustomerSoFar, PurchaseLedger } from './ledger.ts';

/**
 * What a customer will spend at a time. Gamma-Gamma holds only where those who come often do not spend
 * much more, or less, at a time; elsewhere it is the own mean, drawn towards the shop's the less is known.
 */
export type SpendModel =
  | { kind: 'gamma-gamma'; parameters: GammaGammaParameters; correlation: number }
  | { kind: 'own-mean'; mean: number; within: number; between: number; correlation: number };

/** Mean of one purchase, its variance around the customer's own mean, and that of the mean itself. */
export type ExpectedSpend = { expected: number; single: number; mean: number };

/** From here on purchases and spend go together too much for Gamma-Gamma. */
const mostCorrelated = 0.3;

/** Learns from everybody's purchases up to the day the customers are of, the first ones included. */
export function fitSpend(ledger: PurchaseLedger, customers: readonly CustomerSoFar[]): SpendModel {
  const spendings = customers.map(({ spending }) => spending);
  const correlation = spendCorrelation(spendings);
  if (Math.abs(correlation) > mostCorrelated) return ownMean(ledger, customers, correlation);
  const { parameters } = fitGammaGamma(spendings, spendPrior);
  return { kind: 'gamma-gamma', parameters, correlation };
}

/** What one customer is expected to spend at a time, minor units. */
export function spendOf(model: SpendModel, spending: Spending): ExpectedSpend {
  if (model.kind === 'gamma-gamma') {
    const expected = expectedSpend(model.parameters, spending);
    return { expected, ...spendVariance(model.parameters, spending) };
  }
  const { mean, within, between } = model;
  const weight = within / (between * spending.purchases + within);
  const expected = weight * mean + (1 - weight) * spending.mean;
  return { expected, single: within, mean: weight * between };
}

function ownMean(
  ledger: PurchaseLedger,
  customers: readonly CustomerSoFar[],
  correlation: number,
): SpendModel {
  let [inside, degrees, shares] = [0, 0, 0];
  for (const { place, spending } of customers) {
    const from = ledger.from[place] ?? 0;
    for (let index = from; index < from + spending.purchases; index += 1)
      inside += ((ledger.spent[index] ?? 0) - spending.mean) ** 2;
    degrees += spending.purchases - 1;
    shares += 1 / spending.purchases;
  }
  const count = customers.length;
  const mean = customers.reduce((sum, one) => sum + one.spending.mean, 0) / count;
  const spread = customers.reduce((sum, one) => sum + (one.spending.mean - mean) ** 2, 0);
  const variance = spread / Math.max(1, count - 1);
  // Where nobody bought twice, half of what means differ by is taken for chance.
  const within = Math.max(mean ** 2 * 1e-4, degrees > 0 ? inside / degrees : variance / 2);
  const between = Math.max(mean ** 2 * 1e-4, variance - (within * shares) / count);
  return { kind: 'own-mean', mean, within, between, correlation };
}
