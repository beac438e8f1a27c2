import type { ImportReport, RowCounts } from '#shared/contract/imports.ts';
import type { ColumnState, SourceState } from '../draft-store.ts';
import { isIdle, kindsOf } from './row-kinds.ts';

type NotTaken = ImportReport['notTaken'];

/** Columns named in a report; a file may have thousands of them. */
const mostColumns = 200;

/** Columns whose values go nowhere: nobody has said what they are, or it is nothing without others. */
function columnsOf(source: SourceState): ColumnState[] {
  const brought = kindsOf(source.columns);
  return source.columns.filter((column) => {
    if (column.filled === 0 || column.index >= (source.width ?? source.columns.length))
      return false;
    return column.field === 'ignore' || isIdle(column, brought);
  });
}

function gapOf(
  { columns }: SourceState,
  counts: RowCounts,
): NotTaken['gaps'][number]['gap'] | null {
  const { read, added, updated, unchanged } = counts;
  if (read === 0) return null;
  const brought = kindsOf(columns);
  const isOfSale = columns.some(
    ({ field, filled }) => filled > 0 && (field.startsWith('sale.') || field.startsWith('line.')),
  );
  const bringsAny = brought.some((kind) => kind.columns !== 'named');
  if (isOfSale && !bringsAny) return 'no-sales';
  return added + updated + unchanged === 0 ? 'nothing' : null;
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
    gaps: included.flatMap((source) => {
      const ofSource = counts.get(source.id);
      const gap = ofSource === undefined ? null : gapOf(source, ofSource);
      return gap === null ? [] : [{ sourceId: source.id, gap, rows: ofSource?.read ?? 0 }];
    }),
  };
}
