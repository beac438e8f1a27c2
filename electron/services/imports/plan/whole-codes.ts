import type { Cell } from '#shared/domain/cell.ts';
import { fieldType } from '#shared/domain/columns/fields.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import type { SourceState } from '../draft-store.ts';
import { cellText } from './cells.ts';

/** `17850.0`: a program that counts with decimals wrote a whole code. */
const WITH_ZERO = /^\d{2,}\.0$/;
const WITH_DECIMALS = /^\d+\.\d*[1-9]\d*$/;

/**
 * Prepares the reading of codes and phones as whole numbers where a program has hung a `.0` on them:
 * `17850.0` of one file and `17850` of another are one customer. Null: no column of the source has
 * codes. One with real decimals among its first values, such as versions, stays as it is.
 */
export function wholeCodes(
  source: SourceState,
  summaries: readonly ColumnSummary[],
): ((row: readonly Cell[]) => readonly Cell[]) | null {
  const columns = source.columns
    .filter(({ field }) => fieldType(field) === 'code' || fieldType(field) === 'phone')
    .map(({ index }) => index)
    .filter((index) => !summaries[index]?.values.some((value) => WITH_DECIMALS.test(value)));
  if (columns.length === 0) return null;
  return (row) => {
    let whole: Cell[] | null = null;
    for (const column of columns) {
      const text = cellText(row[column]);
      if (!WITH_ZERO.test(text)) continue;
      whole ??= [...row];
      whole[column] = text.slice(0, -2);
    }
    return whole ?? row;
  };
}
