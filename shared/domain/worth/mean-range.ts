import { z80 } from './share-range.ts';

/** A mean with the range it lies in 8 of 10 times. */
export interface MeanRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

interface Moments {
  readonly mean: number;
  /** Of the mean, not of one of them. */
  readonly variance: number;
}

function momentsOf(values: readonly number[]): Moments {
  const { length } = values;
  if (length === 0) return { mean: 0, variance: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: length < 2 ? 0 : squares / (length - 1) / length };
}

function rangeOf({ mean, variance }: Moments): MeanRange {
  const half = z80 * Math.sqrt(variance);
  return { mean, low: mean - half, high: mean + half };
}

/** The mean of some amounts; the range is that of a normal mean, so twenty or more are needed. */
export function meanRange(values: readonly number[]): MeanRange {
  return rangeOf(momentsOf(values));
}

/** How much greater the mean of some is than that of others, whose spread may differ (Welch). */
export function meansApart(some: readonly number[], others: readonly number[]): MeanRange {
  const [one, other] = [momentsOf(some), momentsOf(others)];
  return rangeOf({ mean: one.mean - other.mean, variance: one.variance + other.variance });
}
