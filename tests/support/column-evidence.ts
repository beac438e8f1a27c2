import type { Cell } from '#shared/domain/cell.ts';
import { ColumnEvidence } from '#shared/domain/columns/evidence.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';

/** What a column of these cells looks like. */
export function summaryOf(cells: Iterable<Cell>): ColumnSummary {
  const evidence = new ColumnEvidence();
  for (const cell of cells) evidence.add(cell);
  return evidence.summary();
}

/** Summaries of every column of a table whose rows may be ragged. */
export function summariesOf(width: number, rows: readonly (readonly Cell[])[]): ColumnSummary[] {
  return Array.from({ length: width }, (_, column) =>
    summaryOf(rows.map((row) => row[column] ?? null)),
  );
}
