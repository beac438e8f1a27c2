import type { Cell } from '../cell.ts';
import { E4 } from './decimal.ts';
import { takeNumberApart } from './number-text.ts';
import { type NumberProblem, type NumberStyle, readNumber } from './numbers.ts';

/** What bare numbers of a column take off: money, hundredths of what they belong to, or a part of it. */
export type DiscountMeaning = 'money' | 'percent' | 'fraction';

/** Money or percent, in ten-thousandths and without its sign. */
export interface Discount {
  readonly e4: number;
  readonly isPercent: boolean;
}

/** `percent-too-large`: more than the whole would be taken off. */
export type DiscountReading =
  | { readonly ok: true; readonly discount: Discount | null; readonly rounded: boolean }
  | { readonly ok: false; readonly problem: NumberProblem | 'percent-too-large' };

const NONE: DiscountReading = { ok: true, discount: null, rounded: false };
const WHOLE_E4 = 100 * E4;

/** `12,5%` and `12.5%` are both twelve and a half: no percentage has thousands. */
function readPercent(text: string): DiscountReading | null {
  const parts = takeNumberApart(text);
  if (parts === null || !parts.percent) return null;
  const number = readNumber(parts.body.replace(',', '.'), 'plain');
  if (!number.ok) return number;
  return number.e4 === null ? NONE : percentOf(number.e4, number.rounded);
}

function percentOf(e4: number, rounded: boolean): DiscountReading {
  const size = Math.abs(e4);
  if (size > WHOLE_E4) return { ok: false, problem: 'percent-too-large' };
  return { ok: true, discount: { e4: size, isPercent: true }, rounded };
}

/**
 * Reads one cell of discounts. `10%` is ten percent in any column; a bare number is what the column's
 * numbers mean. A percentage is never money: whoever takes it off needs to know from what.
 */
export function readDiscount(
  cell: Cell,
  style: NumberStyle,
  meaning: DiscountMeaning,
): DiscountReading {
  const percent = typeof cell === 'string' ? readPercent(cell) : null;
  if (percent !== null) return percent;
  const number = readNumber(cell, style);
  if (!number.ok) return number;
  if (number.e4 === null) return NONE;
  const { e4, rounded } = number;
  if (meaning === 'money') {
    return { ok: true, discount: { e4: Math.abs(e4), isPercent: false }, rounded };
  }
  return percentOf(meaning === 'fraction' ? e4 * 100 : e4, rounded);
}
