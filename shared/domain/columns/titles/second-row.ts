import type { Cell } from '../../cell.ts';
import { isFiller } from '../headers.ts';

/** How a hint begins that says what is to be written below it. */
const HINT = /^(?:format|contoh|misal\w*|cth|e\.?g\.?|example|max|maks\w*|min)\b/i;

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

/** `(1)`, `(2)`, `(3)`: columns of a form are numbered below their titles, from the first to the last. */
function isNumbering(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return (
    filled.length >= 3 && filled.every((text, at) => text.replace(/[().]/g, '') === `${at + 1}`)
  );
}

/** Whether a row only says how the columns are to be filled in: `Wajib diisi`, `Format 08xxx`. */
function isHints(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const hints = filled.filter((text) => isFiller(text) || HINT.test(text));
  return filled.length >= 2 && hints.length > filled.length * 0.5;
}

/** The title that stands over a column: its own, or that of the group which began to its left. */
function groupOver(above: readonly string[], column: number): string {
  for (let at = column; at >= 0; at--) {
    if ((above[at] ?? '') !== '') return above[at] ?? '';
  }
  return '';
}

/**
 * The titles of a row that goes on with those of the row above it; null: it does not. It parts groups
 * (`Pelanggan` over `Nama` and `No HP`), or only numbers the columns, or says how to fill them in.
 */
export function joinTitles(
  above: readonly Cell[],
  row: readonly Cell[],
  isTitle: (text: string) => boolean,
): string[] | null {
  const upper = above.map(textOf);
  const lower = row.map(textOf);
  const width = Math.max(upper.length, lower.length);
  const known = upper.filter((text) => text !== '' && isTitle(text)).length;
  if (known < 2) return null;
  if (isNumbering(lower) || isHints(lower)) return upper;
  const filled = lower.filter((text) => text !== '');
  if (filled.length < 2 || !filled.every(isTitle)) return null;
  const columns = Array.from({ length: width }, (_, column) => column);
  const isBlankAbove = (column: number): boolean => (upper[column] ?? '') === '';
  const isBlankBelow = (column: number): boolean => (lower[column] ?? '') === '';
  // Titles again, as data, or as a table of their own would fill every column.
  const parts = columns.some((column) => isBlankAbove(column) && !isBlankBelow(column));
  const leaves = columns.some((column) => !isBlankAbove(column) && isBlankBelow(column));
  if (!parts || !leaves) return null;
  return columns.map((column) => {
    if (isBlankBelow(column)) return upper[column] ?? '';
    return `${groupOver(upper, column)} ${lower[column] ?? ''}`.trim();
  });
}
