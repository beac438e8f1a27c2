/** A function's value and gradient at a point; an infinite value marks a point as out of bounds. */
export type ValueAndGradient = (point: readonly number[]) => { value: number; gradient: number[] };

export type Minimum = {
  point: number[];
  value: number;
  gradientNorm: number;
  evaluations: number;
  converged: boolean;
};

type Spot = { point: number[]; value: number; gradient: number[] };

/** No parameter moves further in one step: on a log scale this is a factor of seven. */
const longestStep = 2;
const mostIterations = 200;
const sufficientDecrease = 1e-4;
const mostHalvings = 25;
const roundingShare = 1e-12;

/**
 * Smallest value of a smooth function by BFGS with a halving line search. Converged means the
 * largest gradient entry is at most `tolerance`, or no step improves the value any more (the
 * rounding of the sum is reached) while the gradient is below a thousand times that.
 */
export function minimize(
  evaluate: ValueAndGradient,
  start: readonly number[],
  tolerance: number,
): Minimum {
  let evaluations = 1;
  let here: Spot = { point: [...start], ...evaluate(start) };
  let inverse = identity(start.length);
  let isFresh = true;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    if (largest(here.gradient) <= tolerance) break;
    const direction = shorten(multiply(inverse, here.gradient).map((entry) => -entry));
    const search = lineSearch(evaluate, here, direction);
    evaluations += search.evaluations;
    if (search.spot === null) {
      if (isFresh) break;
      inverse = identity(start.length);
      isFresh = true;
      continue;
    }
    inverse = updateInverse(inverse, here, search.spot, isFresh);
    isFresh = false;
    here = search.spot;
  }
  const gradientNorm = largest(here.gradient);
  const converged = gradientNorm <= tolerance * 1000;
  return { point: here.point, value: here.value, gradientNorm, evaluations, converged };
}

function lineSearch(
  evaluate: ValueAndGradient,
  here: Spot,
  direction: readonly number[],
): { spot: Spot | null; evaluations: number } {
  const slope = dot(here.gradient, direction);
  if (!(slope < 0)) return { spot: null, evaluations: 0 };
  let step = 1;
  for (let evaluations = 1; evaluations <= mostHalvings; evaluations += 1) {
    const point = here.point.map((entry, index) => entry + step * (direction[index] ?? 0));
    const { value, gradient } = evaluate(point);
    const isLower = value <= here.value + sufficientDecrease * step * slope && value < here.value;
    // Near the end the value's own rounding hides the descent; the gradient still shows it.
    const isLevel = Math.abs(value - here.value) <= roundingShare * Math.abs(here.value);
    if (isLower || (isLevel && largest(gradient) < largest(here.gradient) / 2)) {
      return { spot: { point, value, gradient }, evaluations };
    }
    step /= 2;
  }
  return { spot: null, evaluations: mostHalvings };
}

/** The BFGS update of the inverse Hessian; left as it is where the curvature is not positive. */
function updateInverse(inverse: number[][], from: Spot, to: Spot, isFresh: boolean): number[][] {
  const moved = to.point.map((entry, index) => entry - (from.point[index] ?? 0));
  const turned = to.gradient.map((entry, index) => entry - (from.gradient[index] ?? 0));
  const curvature = dot(moved, turned);
  if (!(curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return inverse;
  const scale = isFresh ? curvature / dot(turned, turned) : 1;
  const base = inverse.map((row) => row.map((entry) => entry * scale));
  const spread = multiply(base, turned);
  const weight = 1 + dot(turned, spread) / curvature;
  return base.map((row, i) =>
    row.map((entry, j) => {
      const [si = 0, sj = 0, hi = 0, hj = 0] = [moved[i], moved[j], spread[i], spread[j]];
      return entry + (weight * si * sj - si * hj - hi * sj) / curvature;
    }),
  );
}

function shorten(direction: number[]): number[] {
  const reach = largest(direction);
  return reach <= longestStep ? direction : direction.map((entry) => (entry * longestStep) / reach);
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  );
}

function multiply(matrix: number[][], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, entry, index) => sum + entry * (other[index] ?? 0), 0);
}

function largest(vector: readonly number[]): number {
  return vector.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
}
