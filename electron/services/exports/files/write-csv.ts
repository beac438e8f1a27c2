import { stringify } from 'csv-stringify/sync';
import type { Cell } from '#shared/domain/cell.ts';
import { stopIfAborted, writeFileAtomically } from './atomic-file.ts';
import { excelSerial } from './excel-serial.ts';
import { addFormulaGuard } from './formula-guard.ts';
import { RowCursor } from './row-cursor.ts';
import type { ExportColumn, ExportRows, WriteOptions, WrittenFile } from './table.ts';

/**
 * `spreadsheet` is for people who open the file in Excel or LibreOffice: texts that could run as a
 * formula are guarded, and it begins with a byte-order mark. `exact` is for programs: byte for byte
 * what the cells hold, without a mark.
 */
export interface CsvOptions extends WriteOptions {
  readonly profile: 'spreadsheet' | 'exact';
  /** A comma where left out. */
  readonly separator?: string;
  /** Whether a byte-order mark comes first; where left out, in the spreadsheet profile only. */
  readonly bom?: boolean;
  /** Spreadsheet profile only; a point where left out. */
  readonly decimalMark?: '.' | ',';
  /** Exact profile only: an empty text is written as `""`, so that it is told from none at all. */
  readonly quotesEmpty?: boolean;
}

const BATCH_ROWS = 1_000;

/** Numbers and dates of their own column are safe; every other text is guarded, whatever its column. */
function spreadsheetText(cell: Cell, column: ExportColumn | undefined, mark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return String(cell);
  const isText = column === undefined || column.type === 'text' || column.type === 'phone';
  if (typeof cell === 'number') {
    return isText ? addFormulaGuard(String(cell)) : String(cell).replace('.', mark);
  }
  if (column?.type === 'date' && excelSerial(cell) !== null) return cell;
  return addFormulaGuard(cell);
}

function exactText(cell: Cell): string | null {
  // The library quotes what is an empty text, and never what is null.
  return cell === null ? null : String(cell);
}

async function* csvChunks(
  columns: readonly ExportColumn[],
  cursor: RowCursor,
  options: CsvOptions,
  count: { rows: number },
): AsyncGenerator<Buffer> {
  const isSpreadsheet = options.profile === 'spreadsheet';
  const mark = options.decimalMark ?? '.';
  const format = {
    delimiter: options.separator ?? ',',
    record_delimiter: '\r\n',
    // The library quotes at its own line break only; others would end the row for a reader.
    quoted_match: options.quotesEmpty === true ? /[\r\n]|^\ufeff|^$/ : /[\r\n]|^\ufeff/,
  };
  const titles = columns.map(({ title }) => (isSpreadsheet ? addFormulaGuard(title) : title));
  const start = (options.bom ?? isSpreadsheet) ? '\ufeff' : '';
  yield Buffer.from(start + stringify([titles], format), 'utf8');
  for (;;) {
    stopIfAborted(options.signal);
    const rows = await cursor.take(BATCH_ROWS);
    if (rows.length === 0) return;
    const texts = rows.map((row) =>
      row.map((cell, at) =>
        isSpreadsheet ? spreadsheetText(cell, columns[at], mark) : exactText(cell),
      ),
    );
    yield Buffer.from(stringify(texts, format), 'utf8');
    count.rows += rows.length;
    options.onProgress?.(count.rows);
  }
}

/** Writes a table as CSV with CRLF line ends, all or nothing. Fails with `CANCELLED`. */
export async function writeCsv(
  path: string,
  columns: readonly ExportColumn[],
  rows: ExportRows,
  options: CsvOptions,
): Promise<WrittenFile> {
  const cursor = new RowCursor(rows);
  const count = { rows: 0 };
  try {
    const chunks = csvChunks(columns, cursor, options, count);
    const bytes = await writeFileAtomically(path, chunks, options.signal);
    return { rows: count.rows, bytes };
  } finally {
    await cursor.close();
  }
}
