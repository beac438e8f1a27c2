import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../draft-store.ts';
import { cellText, isBlankRow } from './cells.ts';

const TOTALS = /^(?:(?:grand|sub|sub[\s-])\s*)?(?:total|jumlah|subtotal)(?:\s|:|$)/i;
/** A line of totals has few cells; a customer or product called so has more. */
const maxTotalCells = 4;

/** Rows that are not data, and why: keys of the locale's `problem.*`. */
export type NoData = 'blank-row' | 'repeated-titles' | 'total-row' | 'chat-notice';

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
  // What WhatsApp itself says stands beside the messages, in a column of its own.
  const isNotice = (row: readonly Cell[]) =>
    source.chat !== null && titled.every(({ index }) => cellText(row[index]) === '');
  return (row) => {
    if (isBlankRow(row)) return 'blank-row';
    if (isNotice(row)) return 'chat-notice';
    if (repeatsTitles(row)) return 'repeated-titles';
    return looksTotal(row) && isTotal(row) ? 'total-row' : null;
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
