import type { Cell } from '#shared/domain/cell.ts';
import { type AreaColumn, columnsIn, type Shown } from '../../exports/area-columns.ts';
import type { ExportColumn } from '../../exports/files/table.ts';
import type { Said } from '../pack.ts';

/** What the amounts of a sheet add up to, and what they have to: the period's figure. Minor units. */
export interface SheetSum {
  readonly title: string;
  readonly minor: number;
  readonly expectedMinor: number;
}

interface Summed<Row> {
  readonly title: Said;
  of(row: Row): number;
  readonly expectedMinor: number;
}

/** A table of the pack. */
export interface SheetPlan<Row> {
  readonly name: Said;
  readonly columns: readonly AreaColumn<Row>[];
  /** Reads the rows, anew at each call. */
  rows(): AsyncIterable<Row> | Iterable<Row>;
  readonly sums: readonly Summed<Row>[];
}

/** A table of the pack as files take it, and what was counted when it was last read. */
export interface PackSheet {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  cells(): AsyncGenerator<Cell[]>;
  counted(): { readonly rows: number; readonly sums: readonly SheetSum[] };
}

/** Puts a table into the shop's language and counts it whenever it is read. */
export function sheetOf<Row>(plan: SheetPlan<Row>, shown: Shown): PackSheet {
  const columns = columnsIn(plan.columns, shown);
  let rows = 0;
  let minors: number[] = [];
  return {
    name: plan.name[shown.language],
    columns,
    async *cells() {
      rows = 0;
      minors = plan.sums.map(() => 0);
      for await (const row of plan.rows()) {
        rows += 1;
        for (const [index, { of }] of plan.sums.entries())
          minors[index] = (minors[index] ?? 0) + of(row);
        yield columns.map((column) => column.cell(row));
      }
    },
    counted: () => ({
      rows,
      sums: plan.sums.map(({ title, expectedMinor }, index) => ({
        title: title[shown.language],
        minor: minors[index] ?? 0,
        expectedMinor,
      })),
    }),
  };
}
