/** From here on the asymptotic series has every digit; below it the argument is moved up. */
const smallest = 12;

/** ln Γ(x) for x > 0; relative error below 1e-13. */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < smallest; at += 1) product *= at;
  const square = 1 / (at * at);
  const series =
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}

/** The slope of `logGamma`, for x > 0; absolute error below 1e-12. */
export function digamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < smallest; at += 1) sum -= 1 / at;
  const square = 1 / (at * at);
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
  return sum + Math.log(at) - 1 / (2 * at) - series;
}
