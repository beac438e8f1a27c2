/** Numbers from 0 up to below 1. */
export type Random = () => number;

/** The same row of numbers for the same seed, so that an estimate is the same each time it is made. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One number of the standard normal distribution (Box and Muller). */
export function normalDraw(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Chance that a standard normal number is at most `x`; absolute error below 2e-7. */
export function normalBelow(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + z / 2);
  // Chebyshev coefficients of erfc (Press et al., Numerical Recipes, erfcc).
  const powers = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418,
    0.37409196, 1.00002368, -1.26551223,
  ].reduce((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-z * z + powers)) / 2;
  return x > 0 ? 1 - tail : tail;
}
