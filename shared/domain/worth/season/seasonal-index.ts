/** How a calendar month stands to an average one: 1.18 is 18 % above it. */
export interface MonthIndex {
  /** 0 is January. */
  readonly month: number;
  readonly index: number;
  /** The least and the most of any year, in the same measure. */
  readonly low: number;
  readonly high: number;
  readonly years: number;
}

const year = 12;
/** Months that it takes: two full years. */
export const fewestMonths = 24;

/** The mean of a year around a month, the months half a year before and after weighing half (2×12). */
function movingAverage(values: readonly number[], at: number): number {
  const half = year / 2;
  let sum = ((values[at - half] ?? 0) + (values[at + half] ?? 0)) / 2;
  for (let by = 1 - half; by < half; by += 1) sum += values[at + by] ?? 0;
  return sum / year;
}

/**
 * The seasonal index by ratio to the centred 2×12 moving average, the mean over the years of each calendar
 * month, brought to a mean of 1 (Makridakis, Wheelwright, Hyndman 1998; R's `decompose`). `values`: whole
 * months in a row, the first of them calendar month `first` (0 is January). Null: fewer than 24 months, or
 * a month of which no ratio is known because nothing was sold around it.
 */
export function seasonalIndex(values: readonly number[], first: number): MonthIndex[] | null {
  if (values.length < fewestMonths) return null;
  const ratios: number[][] = Array.from({ length: year }, () => []);
  for (let at = year / 2; at + year / 2 < values.length; at += 1) {
    const average = movingAverage(values, at);
    if (average > 0) ratios[(first + at) % year]?.push((values[at] ?? 0) / average);
  }
  if (ratios.some((own) => own.length === 0)) return null;
  const means = ratios.map((own) => own.reduce((sum, one) => sum + one, 0) / own.length);
  const level = means.reduce((sum, one) => sum + one, 0) / year;
  if (!(level > 0)) return null;
  return ratios.map((own, month) => ({
    month,
    index: (means[month] ?? 0) / level,
    low: Math.min(...own) / level,
    high: Math.max(...own) / level,
    years: own.length,
  }));
}
