import type { ImportReport, RowCounts } from '#shared/contract/imports.ts';
import type { ColumnState, SourceState } from '../draft-store.ts';
import { isIdle, kindsOf } from './row-kinds.ts';

type NotTaken = ImportReport['notTaken'];

/** Columns named in a report; a file may have thousands of them. */
const mostColumns = 200;

/** Columns whose values go nowhere: nobody has said what they are, or it is nothing without others. */
function columnsOf(source: SourceState): ColumnState[] {
  const brought = kindsOf(source.columns, source.role);
  return source.columns.filter((column) => {
    if (column.filled === 0 || column.index >= (source.width ?? source.columns.length))
      return false;
    return column.field === 'ignore' || isIdle(column, brought);
  });
}

/** Whether a file has rows and not one of them comes in, or is there already. */
function isGap({ read, added, updated, unchanged }: RowCounts): boolean {
  return read > 0 && added + updated + unchanged === 0;
}

/** What of a draft's files an import leaves where it is. */
export function notTakenOf(
  sources: readonly SourceState[],
  counts: ReadonlyMap<number, RowCounts>,
): NotTaken {
  const included = sources.filter((source) => counts.has(source.id));
  return {
    columns: included
      .flatMap((source) =>
        columnsOf(source).map(({ index, header, filled }) => ({
          sourceId: source.id,
          index,
          header,
          filled,
        })),
      )
      .slice(0, mostColumns),
    hiddenColumns: included.flatMap(({ id, columns, hiddenColumns }) =>
      columns
        .filter(({ field, index }) => field !== 'ignore' && hiddenColumns.includes(index))
        .map(({ index, header }) => ({ sourceId: id, index, header })),
    ),
    sheets: sources
      .filter((source) => !source.isIncluded && source.rows > 0)
      .map(({ fileName, sheetName, rows, isHidden }) => ({ fileName, sheetName, rows, isHidden })),
    gaps: included.flatMap(({ id }) => {
      const ofSource = counts.get(id);
      if (ofSource === undefined || !isGap(ofSource)) return [];
      return [{ sourceId: id, rows: ofSource.read }];
    }),
  };
}
