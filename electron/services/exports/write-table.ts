import type { Cell } from '#shared/domain/cell.ts';
import type { TaskContext } from '../../context.ts';
import type { ExportColumn } from './files/table.ts';
import { writeCsv } from './files/write-csv.ts';
import { writeXlsx } from './files/write-xlsx.ts';

/** How a table goes out. */
export interface TableRequest {
  readonly path: string;
  readonly format: 'csv' | 'xlsx';
  readonly profile: 'spreadsheet' | 'exact';
  readonly sheet: string;
  readonly language: 'id' | 'en';
  readonly currency: string;
}

/** A column with what it holds of each row: a title and its cells cannot get out of step. */
export interface RowColumn<Row> extends ExportColumn {
  cell(row: Row): Cell;
}

async function* cellsOf<Row>(
  columns: readonly RowColumn<Row>[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield columns.map((column) => column.cell(row));
}

/** Writes one table as CSV or as a workbook, with progress. */
export async function writeTable<Row>(
  ctx: TaskContext,
  request: TableRequest,
  columns: readonly RowColumn<Row>[],
  rows: AsyncIterable<Row>,
): Promise<{ path: string; rows: number }> {
  const { path, format, profile, sheet, language, currency } = request;
  const options = {
    signal: ctx.signal,
    onProgress: (done: number) => ctx.progress('exporting', done, 0),
  };
  const isIndonesian = language === 'id';
  const cells = cellsOf(columns, rows);
  const written =
    format === 'csv'
      ? await writeCsv(path, columns, cells, {
          ...options,
          profile,
          separator: isIndonesian && profile === 'spreadsheet' ? ';' : ',',
          decimalMark: isIndonesian ? ',' : '.',
        })
      : await writeXlsx(path, [{ name: sheet, columns, rows: cells }], { ...options, currency });
  return { path, rows: written.rows };
}
