const firstStep = 0.2;
const lastStep = 0.005;

/** Level after simple exponential smoothing, begun with the first value, and its squared errors. */
function smooth(values: readonly number[], alpha: number): { level: number; squares: number } {
  let level = values[0] ?? 0;
  let squares = 0;
  for (let at = 1; at < values.length; at += 1) {
    const off = (values[at] ?? 0) - level;
    squares += off * off;
    level += alpha * off;
  }
  return { level, squares };
}

/** The level by simple exponential smoothing (Brown 1956) with the alpha, 0 to 1, that has the least squares. */
export function smoothedLevel(values: readonly number[]): number {
  let alpha = 0.3;
  let best = smooth(values, alpha);
  for (let step = firstStep; step >= lastStep; ) {
    const before = best.squares;
    for (const by of [step, -step]) {
      const moved = Math.min(1, Math.max(0, alpha + by));
      const tried = smooth(values, moved);
      if (tried.squares < best.squares) {
        best = tried;
        alpha = moved;
      }
    }
    if (best.squares >= before) step /= 2;
  }
  return best.level;
}
