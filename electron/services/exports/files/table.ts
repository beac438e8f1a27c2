import type { Cell } from '#shared/domain/cell.ts';

/** What a column holds; it alone decides how a cell is written, never the text of the cell. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'money' | 'date' | 'phone';

/**
 * One column to write. Cells: `text` and `phone` as text; `integer`, `decimal` and `money` as
 * numbers (money in major units, as a person reads it); `date` as ISO text `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM:SS`. A cell that is not of its column's kind is written as plain text.
 */
export interface ExportColumn {
  readonly title: string;
  readonly type: ColumnType;
  /** In characters; where left out it follows the title and the type. */
  readonly width?: number;
}

export type ExportRows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

/** One sheet; beyond 1,048,575 rows it goes on in `name (2)` with the header repeated. */
export interface ExportSheet {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: ExportRows;
}

/** What both writers say when they are done: rows without headers, and the file's size. */
export interface WrittenFile {
  readonly rows: number;
  readonly bytes: number;
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (rowsDone: number) => void;
}
