import type { ValueAndGradient } from './minimize.ts';
import { normalDraw, type Random } from './normal.ts';

const step = 1e-4;

/**
 * How uncertain the smallest point of a function is, as a normal distribution around it: the inverse
 * of its curvature (Laplace). Null where the function does not curve upwards in every direction.
 */
export function laplaceCovariance(
  evaluate: ValueAndGradient,
  point: readonly number[],
): number[][] | null {
  const size = point.length;
  const curvature = point.map((_, index) => {
    const at = (shift: number) =>
      evaluate(point.map((entry, other) => (other === index ? entry + shift : entry))).gradient;
    const [above, below] = [at(step), at(-step)];
    return above.map((slope, other) => (slope - (below[other] ?? 0)) / (2 * step));
  });
  const even = curvature.map((row, i) =>
    row.map((entry, j) => (entry + (curvature[j]?.[i] ?? 0)) / 2),
  );
  const root = cholesky(even);
  if (root === null) return null;
  const columns = Array.from({ length: size }, (_, index) =>
    solve(
      root,
      Array.from({ length: size }, (_, row) => (row === index ? 1 : 0)),
    ),
  );
  return columns;
}

/** Points drawn around one, `count` of them; the point itself where nothing is known of its spread. */
export function drawAround(
  point: readonly number[],
  covariance: readonly number[][] | null,
  count: number,
  random: Random,
): number[][] {
  const root = covariance === null ? null : cholesky(covariance);
  if (root === null) return [[...point]];
  return Array.from({ length: count }, () => {
    const normals = point.map(() => normalDraw(random));
    return point.map((entry, row) =>
      normals.reduce((sum, one, column) => sum + one * (root[row]?.[column] ?? 0), entry),
    );
  });
}

/** The lower triangle whose square the matrix is; null where there is none. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const root = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (root[i]?.[k] ?? 0) * (root[j]?.[k] ?? 0);
      const row = root[i];
      if (row === undefined) return null;
      if (i === j) {
        if (!(rest > 0) || !Number.isFinite(rest)) return null;
        row[j] = Math.sqrt(rest);
      } else row[j] = rest / (root[j]?.[j] ?? 1);
    }
  }
  return root;
}

/** Solves A x = b where `root` is the lower triangle of A. */
function solve(root: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const forward = [...right];
  for (let i = 0; i < size; i += 1) {
    let rest = forward[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= (root[i]?.[k] ?? 0) * (forward[k] ?? 0);
    forward[i] = rest / (root[i]?.[i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = forward[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) rest -= (root[k]?.[i] ?? 0) * (forward[k] ?? 0);
    forward[i] = rest / (root[i]?.[i] ?? 1);
  }
  return forward;
}
