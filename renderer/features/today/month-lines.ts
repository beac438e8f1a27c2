/** Where the lines are drawn, in px of the picture. */
export interface Box {
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

/** Px of a digit or a letter at the size of the axis' text, with a little to spare. */
const LETTER = 6.4;
/** Between the texts of the axis and the lines, and before the first letter. */
const GAP = 8;

/** Room left of the lines for the texts of their axis, of which none may be cut. */
export function axisRoom(texts: readonly string[]): number {
  return Math.ceil(Math.max(...texts.map((text) => text.length)) * LETTER) + GAP;
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
