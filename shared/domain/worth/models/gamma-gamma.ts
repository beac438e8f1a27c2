/**
 * Gamma-Gamma (Fader & Hardie 2013): what a customer spends at a time scatters around a mean of their
 * own, and those means around the shop's. `q` above 1, so that the shop's mean exists.
 */
export type GammaGammaParameters = { p: number; q: number; v: number };

/** A customer's purchases and the mean of what they cost, positive, in any one unit. */
export type Spending = { purchases: number; mean: number };

/** What one customer is expected to spend at a time; without a purchase, the shop's own mean. */
export function expectedSpend({ p, q, v }: GammaGammaParameters, spending: Spending): number {
  const { purchases, mean } = spending;
  return (p * (v + purchases * mean)) / (p * purchases + q - 1);
}

/**
 * Variance of one purchase around the customer's own mean, and of that mean as far as it is known:
 * the own rate is of Gamma(px + q, v + xm). Infinite moments are cut at a coefficient of two.
 */
export function spendVariance(
  parameters: GammaGammaParameters,
  spending: Spending,
): { single: number; mean: number } {
  const { p, q } = parameters;
  const shape = p * spending.purchases + q;
  const expected = expectedSpend(parameters, spending);
  const most = (2 * expected) ** 2;
  const ofMean = shape > 2 ? Math.min(most, expected ** 2 / (shape - 2)) : most;
  return { single: Math.min(most, (expected ** 2 + ofMean) / p), mean: ofMean };
}

/** How purchases and mean spend go together (Pearson's r, −1 to 1): the model supposes that they do not. */
export function spendCorrelation(spendings: readonly Spending[]): number {
  const count = spendings.length;
  const meanOf = (value: (one: Spending) => number) =>
    spendings.reduce((sum, one) => sum + value(one), 0) / count;
  const [often, much] = [meanOf((one) => one.purchases), meanOf((one) => one.mean)];
  let [both, first, second] = [0, 0, 0];
  for (const { purchases, mean } of spendings) {
    both += (purchases - often) * (mean - much);
    first += (purchases - often) ** 2;
    second += (mean - much) ** 2;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
}
