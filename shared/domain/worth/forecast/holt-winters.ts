/** Smoothing of level, slope and season; each from 0 to 1. */
export interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

export type SeasonKind = 'additive' | 'multiplicative';

/** Where a series stands at its end. */
export interface HoltWinters {
  readonly kind: SeasonKind;
  readonly smoothing: Smoothing;
  readonly level: number;
  readonly slope: number;
  /** Of the next period, the one after it, and so on round the year. */
  readonly season: readonly number[];
  /** Sum of the squared errors of looking one period ahead. */
  readonly squares: number;
}

interface Start {
  readonly level: number;
  readonly slope: number;
  readonly season: readonly number[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
}

/** A moving average of one round, centred. */
function trendOf(values: readonly number[], period: number): (number | null)[] {
  const half = Math.floor(period / 2);
  const isEven = period % 2 === 0;
  return values.map((_, at) => {
    if (at < half || at + half >= values.length) return null;
    let sum = 0;
    for (let by = -half; by <= half; by += 1) {
      const weight = isEven && Math.abs(by) === half ? 0.5 : 1;
      sum += weight * (values[at + by] ?? 0);
    }
    return sum / period;
  });
}

/** Least squares of a row against 1, 2, 3, … */
function lineOf(values: readonly number[]): { level: number; slope: number } {
  const middle = (values.length + 1) / 2;
  const average = mean(values);
  let [above, below] = [0, 0];
  for (const [index, value] of values.entries()) {
    above += (index + 1 - middle) * (value - average);
    below += (index + 1 - middle) ** 2;
  }
  const slope = below === 0 ? 0 : above / below;
  return { level: average - slope * middle, slope };
}

/** Where R's `HoltWinters` starts: the first two rounds taken apart by a moving average. */
function startOf(values: readonly number[], period: number, kind: SeasonKind): Start {
  const first = values.slice(0, 2 * period);
  const trend = trendOf(first, period);
  const known = trend.filter((one) => one !== null);
  const figure = Array.from({ length: period }, (_, place) => {
    const parts = [place, place + period].flatMap((at) => {
      const around = trend[at] ?? null;
      if (around === null) return [];
      const value = first[at] ?? 0;
      return [kind === 'additive' ? value - around : value / around];
    });
    return mean(parts);
  });
  const average = mean(figure);
  const season = figure.map((one) => (kind === 'additive' ? one - average : one / average));
  return { ...lineOf(known), season };
}

function run(
  values: readonly number[],
  start: Start,
  by: Smoothing,
  kind: SeasonKind,
): HoltWinters {
  const { alpha, beta, gamma } = by;
  const period = start.season.length;
  const season = [...start.season];
  let { level, slope } = start;
  let squares = 0;
  const isAdditive = kind === 'additive';
  for (let at = period; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const place = at % period;
    const usual = season[place] ?? 0;
    const expected = isAdditive ? level + slope + usual : (level + slope) * usual;
    squares += (value - expected) ** 2;
    const before = level;
    const bare = isAdditive ? value - usual : value / usual;
    level = alpha * bare + (1 - alpha) * (level + slope);
    slope = beta * (level - before) + (1 - beta) * slope;
    const own = isAdditive ? value - level : value / level;
    season[place] = gamma * own + (1 - gamma) * usual;
  }
  const next = values.length % period;
  const round = season.map((_, index) => season[(next + index) % period] ?? 0);
  return { kind, smoothing: by, level, slope, season: round, squares };
}

/** Periods that it takes: two full rounds. */
export function fewestPeriods(period: number): number {
  return 2 * period;
}

/**
 * Holt and Winters' smoothing (Winters 1960), started and run as R's `HoltWinters` does. Null: fewer than
 * two rounds, or the multiplicative form of a row that is not above zero throughout, or one that runs away.
 */
export function holtWinters(
  values: readonly number[],
  period: number,
  kind: SeasonKind,
  smoothing: Smoothing,
): HoltWinters | null {
  if (values.length < fewestPeriods(period)) return null;
  if (kind === 'multiplicative' && values.some((one) => one <= 0)) return null;
  const found = run(values, startOf(values, period, kind), smoothing, kind);
  return Number.isFinite(found.squares) ? found : null;
}

const firstTry: Smoothing = { alpha: 0.3, beta: 0.1, gamma: 0.1 };
const firstStep = 0.2;
const lastStep = 0.004;

/** The smoothing with the least squares, sought step by step from R's start (Hooke and Jeeves 1961). */
export function fitHoltWinters(
  values: readonly number[],
  period: number,
  kind: SeasonKind,
): HoltWinters | null {
  let best = holtWinters(values, period, kind, firstTry);
  if (best === null) return null;
  const start = startOf(values, period, kind);
  for (let step = firstStep; step >= lastStep; ) {
    const before: number = best.squares;
    for (const name of ['alpha', 'beta', 'gamma'] as const)
      for (const by of [step, -step]) {
        const moved = Math.min(1, Math.max(0, best.smoothing[name] + by));
        const tried = run(values, start, { ...best.smoothing, [name]: moved }, kind);
        if (tried.squares < best.squares) best = tried;
      }
    if (best.squares >= before) step /= 2;
  }
  return best;
}

/** What is expected of the next periods. */
export function aheadOf({ kind, level, slope, season }: HoltWinters, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const trend = level + (index + 1) * slope;
    const usual = season[index % season.length] ?? 0;
    return kind === 'additive' ? trend + usual : trend * usual;
  });
}
