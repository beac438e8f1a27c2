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

/** Writes one table as CSV or as a workbook, with progress. */
export async function writeTable(
  ctx: TaskContext,
  request: TableRequest,
  columns: readonly ExportColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<{ path: string; rows: number }> {
  const { path, format, profile, sheet, language, currency } = request;
  const options = {
    signal: ctx.signal,
    onProgress: (done: number) => ctx.progress('exporting', done, 0),
  };
  const isIndonesian = language === 'id';
  const written =
    format === 'csv'
      ? await writeCsv(path, columns, rows, {
          ...options,
          profile,
          separator: isIndonesian && profile === 'spreadsheet' ? ';' : ',',
          decimalMark: isIndonesian ? ',' : '.',
        })
      : await writeXlsx(path, [{ name: sheet, columns, rows }], { ...options, currency });
  return { path, rows: written.rows };
}
