interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The next 1, 2, 3, 5 or 10 times a power of ten: the top of an axis. At least 1. */
export function niceTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 3, 5, 10].find((one) => one * power >= most) ?? 10;
  return step * power;
}

/** One point a day from the first of the month on; what lies below zero is drawn on the axis. */
export function linePoints(
  totals: readonly number[],
  days: number,
  top: number,
  box: Box,
): (readonly [number, number])[] {
  const step = days <= 1 ? 0 : box.width / (days - 1);
  return totals.map((total, index) => [
    Math.round((box.left + Math.min(index, days - 1) * step) * 10) / 10,
    Math.round((box.top + box.height * (1 - Math.max(0, total) / top)) * 10) / 10,
  ]);
}
