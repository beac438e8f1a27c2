import type { ColumnSummary } from '../summary.ts';

/** How much longer or shorter a table beside another is at least. */
const LEAST_DIFFERENCE = 0.25;

/** What stands between two columns without title and value. */
interface Block {
  readonly columns: readonly number[];
  /** The last row that any of them reaches, and whether one of them has something in every row so far. */
  readonly lastRow: number;
  readonly isDense: boolean;
  readonly named: number;
}

function blockOf(
  columns: readonly number[],
  summaries: readonly ColumnSummary[],
  isNamed: readonly boolean[],
): Block {
  const own = columns.flatMap((column) => summaries[column] ?? []);
  const lastRow = Math.max(0, ...own.map((summary) => summary.lastRow));
  return {
    columns,
    lastRow,
    isDense: own.some(({ filled }) => filled === lastRow),
    named: columns.filter((column) => isNamed[column]).length,
  };
}

/**
 * Columns of tables that stand beside the one which is read (the one with the most titles we know):
 * apart from it by an empty column, filled from the top without a gap, and clearly longer or shorter.
 */
export function columnsApart(
  keys: readonly string[],
  summaries: readonly ColumnSummary[],
  isNamed: readonly boolean[],
): ReadonlySet<number> {
  const blocks: Block[] = [];
  let open: number[] = [];
  for (let column = 0; column <= summaries.length; column++) {
    const isBetween = keys[column] === '' && summaries[column]?.filled === 0;
    if (column < summaries.length && !isBetween) {
      open.push(column);
      continue;
    }
    if (open.length > 0) blocks.push(blockOf(open, summaries, isNamed));
    open = [];
  }
  const main = blocks.toSorted((a, b) => b.named - a.named)[0];
  if (main === undefined) return new Set();
  const isApart = (block: Block): boolean => {
    const difference = Math.abs(block.lastRow - main.lastRow);
    const isOther = difference > LEAST_DIFFERENCE * Math.max(block.lastRow, main.lastRow);
    return block !== main && block.isDense && block.lastRow > 0 && isOther;
  };
  return new Set(blocks.filter(isApart).flatMap(({ columns }) => columns));
}
