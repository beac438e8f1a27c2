import type { Cell } from '../cell.ts';
import type { ReplaceStep } from './steps.ts';

/** No cell of a spreadsheet holds more: what would be longer stays as it is, and is counted. */
export const LONGEST_CELL = 32_767;

/** What replacing makes of a text: another one, none because it would be too long, or nothing changes. */
export type Replaced = { readonly text: string } | 'too-long' | null;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const BLANK = '[ \\u00a0\\u202f]';

/** The pattern of a plain text; a blank finds those too that keep a number and its unit on one line. */
function patternOf(find: string): string {
  return escaped(find.normalize('NFC')).replace(/[ \u00a0\u202f]/g, BLANK);
}

/**
 * Prepares the replacing of a plain text: nothing in it stands for anything else but what looks the same,
 * a blank for a blank, a letter for one that is put together of two signs.
 */
export function replacer(step: ReplaceStep): (text: string) => Replaced {
  const { find, with: to, isWhole, ignoresCase } = step;
  const sought = patternOf(find);
  const pattern = new RegExp(isWhole ? `^${sought}$` : sought, ignoresCase ? 'giu' : 'gu');
  return (written) => {
    const text = written.normalize('NFC');
    const found = text.replace(pattern, () => to);
    if (found === text) return null;
    return found.length > LONGEST_CELL ? 'too-long' : { text: found };
  };
}

/** What replacing makes of a cell; `part-of-number`: it stays, since nobody sees its digits as they are kept. */
export type ReplacedCell = Replaced | 'part-of-number';

/**
 * Prepares the replacing in cells. A number with decimals is written with a point or a comma, in as many
 * digits as its column shows: it is replaced as a whole, in either writing, or not at all.
 */
export function cellReplacer(step: ReplaceStep): (cell: Cell, text: string) => ReplacedCell {
  const replace = replacer(step);
  const whole = replacer({ ...step, isWhole: true });
  return (cell, text) => {
    if (typeof cell !== 'number' || Number.isInteger(cell)) return replace(text);
    const written = [text, text.replace('.', ',')];
    const found = written.map(whole).find((each) => each !== null);
    if (found !== undefined) return found;
    return written.some((each) => replace(each) !== null) ? 'part-of-number' : null;
  };
}

/** A text as a cell beside the one it takes the place of: a number stays one where it still is one. */
export function asCell(text: string, before: Cell | undefined): Cell {
  if (text.trim() === '') return null;
  if (typeof before !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
}
