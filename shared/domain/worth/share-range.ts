/** Bounds of the middle 80 % of a normal distribution, in standard deviations. */
export const z80 = 1.281_551_565_544_6;

/** A share with the range it lies in 8 of 10 times; all from 0 to 1. */
export interface ShareRange {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share `part` of `whole` (whole numbers, `part` at most `whole`) with Wilson's score interval (1927)
 * at 80 % unless told (`z`): never below 0 or above 1, and never a point, however few there are. Of nobody it is anything
 * from 0 to 1.
 */
export function shareRange(part: number, whole: number, z = z80): ShareRange {
  if (whole <= 0) return { share: 0, low: 0, high: 1 };
  const share = part / whole;
  const square = z * z;
  const middle = (share + square / (2 * whole)) / (1 + square / whole);
  const half =
    (z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole))) /
    (1 + square / whole);
  return {
    share,
    low: Math.min(share, Math.max(0, middle - half)),
    high: Math.max(share, Math.min(1, middle + half)),
  };
}
