import type { StoredCell, StoredValue } from './cells.ts';
import type { LogState } from './file-pages.ts';
import type { ModelIndex, ModelTable } from './model.ts';

/** What can be read of a damaged file, however it is read. */
export interface SalvageSource {
  readonly log: LogState;
  /** Pages there are, and those of them that could not be read; null: the file does not show its pages. */
  readonly pages: { readonly total: number; readonly unread: number } | null;
  /** How many rows there are to be read, as far as that is known: for who waits. */
  readonly steps: number;
  /** The rows that are found by the table's own way down. */
  rowsOf(table: ModelTable): Iterable<StoredCell>;
  /** Whether nothing of the table was passed over; asked once its rows have been read. */
  isWhole(table: ModelTable): boolean;
  /** Rows that no way down leads to any more, page by page: what table they are of has to be found out. */
  strays(): Iterable<readonly StoredCell[]>;
  /** What an index has of each row: its columns, and last the row's number. Null: not all of it was read. */
  entriesOf(
    table: ModelTable,
    index: ModelIndex,
  ): { readonly entries: readonly (readonly StoredValue[])[]; readonly isAll: boolean };
  /** The highest number that a table gave out; null: nothing says. */
  lastIdOf(table: ModelTable): number | null;
  close(): void;
}
