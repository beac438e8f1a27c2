import type { PurchaseHistory } from './mbg-nbd.ts';
import type { ValueAndGradient } from './minimize.ts';

/** Independent normal prior on the logarithms of parameters, in the model's own order. */
export type LogPrior = { means: readonly number[]; deviations: readonly number[] };

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

/** What to make as small as can be: minus a log-likelihood, and what the prior holds against a point. */
export function objectiveOf(
  logLikelihood: ValueAndGradient,
  prior: LogPrior | null,
): ValueAndGradient {
  return (logs) => {
    const { value, gradient } = logLikelihood(logs);
    const penalty = priorPenalty(logs, prior);
    return {
      value: penalty.value - value,
      gradient: gradient.map((slope, index) => (penalty.gradient[index] ?? 0) - slope),
    };
  };
}

function priorPenalty(
  logs: readonly number[],
  prior: LogPrior | null,
): { value: number; gradient: number[] } {
  const gradient = logs.map(() => 0);
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
