import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../draft-store.ts';
import { cellText, isBlankRow } from './cells.ts';
import { happeningDays } from './day-judge.ts';

const TOTALS = /^(?:(?:grand|sub|sub[\s-])\s*)?(?:total|jumlah|subtotal)(?:\s|:|$)/i;
/** A line of totals has few cells; a customer or product called so has more. */
const maxTotalCells = 4;

/** Rows that are not data, and why: keys of the locale's `problem.*`. */
export type NoData = 'blank-row' | 'repeated-titles' | 'total-row' | 'lone-text' | 'chat-notice';

/** Prepares the look for rows that hold nothing of their own: blank ones, titles again, totals. */
export function noDataCheck(
  source: SourceState,
  mayBeTotal: (row: readonly Cell[]) => boolean,
): (row: readonly Cell[]) => NoData | null {
  const titled = source.columns.filter(
    (column) => column.header !== '' && column.field !== 'ignore',
  );
  const [first] = titled;
  const repeatsTitles = (row: readonly Cell[]): boolean =>
    first !== undefined &&
    cellText(row[first.index]) === first.header &&
    titled.every((column) => cellText(row[column.index]) === column.header);
  const isTotal = (row: readonly Cell[]): boolean => {
    const filled = row.filter((cell) => cellText(cell) !== '');
    return filled.length <= maxTotalCells && TOTALS.test(cellText(filled[0])) && mayBeTotal(row);
  };
  const isLoneText = loneTextCheck(source);
  // What WhatsApp itself says stands beside the messages, in a column of its own.
  const isNotice = (row: readonly Cell[]) =>
    source.chat !== null && titled.every(({ index }) => cellText(row[index]) === '');
  return (row) => {
    if (isBlankRow(row)) return 'blank-row';
    if (isNotice(row)) return 'chat-notice';
    if (repeatsTitles(row)) return 'repeated-titles';
    if (looksTotal(row) && isTotal(row)) return 'total-row';
    return isLoneText(row) && mayBeTotal(row) ? 'lone-text' : null;
  };
}

const SEVERAL_WORDS = /^\p{L}\S*\s+\S/u;
/** Values with something between them: a row that stands in one cell by mistake is data. */
const ROW_IN_A_CELL = /[;\t|"]|,.*,/;

/**
 * Prepares the look for words under a table, such as who printed it: several of them and nothing
 * else in the row, where its day should be or where nothing is taken from. A list of what has no
 * day, customers or products, may have rows of a name alone.
 */
function loneTextCheck({ columns }: SourceState): (row: readonly Cell[]) => boolean {
  if (!columns.some(({ field }) => happeningDays.has(field))) return () => false;
  const isTaken = (index: number) => {
    const field = columns[index]?.field ?? 'ignore';
    return field !== 'ignore' && !happeningDays.has(field);
  };
  return (row) => {
    let at = -1;
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index] ?? null;
      if (cell === null || cell === '') continue;
      if (typeof cell !== 'string' || at >= 0 || isTaken(index)) return false;
      at = index;
    }
    const text = cellText(row[at]);
    return SEVERAL_WORDS.test(text) && !ROW_IN_A_CELL.test(text);
  };
}

/** A quick look first: most rows do not begin with such a letter. */
function looksTotal(row: readonly Cell[]): boolean {
  for (const cell of row) {
    if (cell === null || cell === '') continue;
    if (typeof cell !== 'string') return false;
    const letter = cell.trimStart().charCodeAt(0) | 32;
    if (Number.isNaN(letter) || letter === 32) continue;
    return letter === 116 || letter === 103 || letter === 115 || letter === 106;
  }
  return false;
}
