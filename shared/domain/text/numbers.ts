import type { Cell } from '../cell.ts';
import { e4FromDigits, e4FromNumber } from './decimal.ts';
import { isBlankText, type NumberShape, type NumberText, takeNumberApart } from './number-text.ts';

/** How a column writes numbers: `1.250,5` (id), `1,250.5` (en), `1250.5` without groups (plain). */
export type NumberStyle = 'id' | 'en' | 'plain';

/**
 * `ambiguous`: a number, but one that only another style than the column's can read; `percent`: a share
 * of something else, and no number of its own.
 */
export type NumberProblem = 'not-a-number' | 'too-large' | 'ambiguous' | 'percent';

/** A value in ten-thousandths, no value (`e4` null), or why it could not be read. */
export type NumberReading =
  | { readonly ok: true; readonly e4: number; readonly rounded: boolean }
  | { readonly ok: true; readonly e4: null }
  | { readonly ok: false; readonly problem: NumberProblem };

const NO_VALUE: NumberReading = { ok: true, e4: null };
const NOT_A_NUMBER: NumberReading = { ok: false, problem: 'not-a-number' };
const TOO_LARGE: NumberReading = { ok: false, problem: 'too-large' };
const AMBIGUOUS: NumberReading = { ok: false, problem: 'ambiguous' };
const PERCENT: NumberReading = { ok: false, problem: 'percent' };

/** Which character is the decimal mark of a shape in a style; '' none; null: the style cannot read it. */
function decimalMark(shape: NumberShape, style: NumberStyle, hasPower: boolean): string | null {
  switch (shape) {
    case 'digits':
      return '';
    case 'dot-3':
      return style === 'id' ? '' : '.';
    case 'comma-3':
      if (style === 'plain') return null;
      return style === 'id' ? ',' : '';
    // `1,5 jt` and `1.5 jt` are both one and a half million in any column.
    case 'dot-decimal':
      return style !== 'id' || hasPower ? '.' : null;
    case 'comma-decimal':
      return style === 'id' || hasPower ? ',' : null;
    case 'dot-groups':
      return style === 'id' ? '' : null;
    case 'dots-comma':
      return style === 'id' ? ',' : null;
    case 'comma-groups':
      return style === 'en' ? '' : null;
    case 'commas-dot':
      return style === 'en' ? '.' : null;
  }
}

function readParts(parts: NumberText, style: NumberStyle): NumberReading {
  if (parts.body === '') return NO_VALUE;
  if (parts.percent) return PERCENT;
  if (parts.power === null) return AMBIGUOUS;
  const mark = decimalMark(parts.shape, style, parts.power > 0);
  if (mark === null) return AMBIGUOUS;
  const at = mark === '' ? -1 : parts.body.lastIndexOf(mark);
  let whole = at < 0 ? parts.body : parts.body.slice(0, at);
  let fraction = at < 0 ? '' : parts.body.slice(at + 1);
  if (parts.shape !== 'digits' || whole.length > 3) whole = whole.replace(/[^\d]/g, '');
  if (parts.power > 0) {
    const moved = fraction.slice(0, parts.power).padEnd(parts.power, '0');
    whole += moved;
    fraction = fraction.slice(parts.power);
  }
  const decimal = e4FromDigits(parts.negative, whole, fraction);
  return decimal === null ? TOO_LARGE : { ok: true, e4: decimal.e4, rounded: decimal.rounded };
}

/**
 * Reads one cell as a number, in ten-thousandths, by its column's style. Typed numbers are taken as
 * they are whatever the style. Nothing that is not a number ever becomes 0.
 */
export function readNumber(cell: Cell, style: NumberStyle): NumberReading {
  if (typeof cell === 'number') {
    const decimal = e4FromNumber(cell);
    if (decimal !== null) return { ok: true, e4: decimal.e4, rounded: decimal.rounded };
    return Number.isFinite(cell) ? TOO_LARGE : NOT_A_NUMBER;
  }
  if (cell === null) return NO_VALUE;
  if (typeof cell === 'boolean') return NOT_A_NUMBER;
  if (isBlankText(cell)) return NO_VALUE;
  const parts = takeNumberApart(cell);
  if (parts !== null) return readParts(parts, style);
  // `1.25E+06`: a spreadsheet wrote it short, and digits may be gone.
  return /^\s*[-+]?\d([.,]\d+)?E[-+]?\d+\s*$/i.test(cell) ? AMBIGUOUS : NOT_A_NUMBER;
}
