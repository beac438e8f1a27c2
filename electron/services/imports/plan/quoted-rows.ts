import type { Cell } from '#shared/domain/cell.ts';
import { AppFailure } from '#shared/errors.ts';
import type { SourceState } from '../draft-store.ts';
import { GuardedParser } from '../files/csv-parser.ts';

/** The problem of such rows, and of the fix that splits them; its value is none, or it is taken back. */
export const quotedRow = 'row-in-quotes';

/** The cells of a record that stands in a cell; null: it is no record. */
function cellsWithin(text: string, separator: string): string[] | null {
  const records: string[][] = [];
  const parser = new GuardedParser(separator, (record) => records.push(record));
  try {
    parser.feed(Buffer.from(text));
    parser.finish();
  } catch (error) {
    if (error instanceof AppFailure) return null;
    throw error;
  }
  return records.length === 1 ? (records[0] ?? null) : null;
}

/**
 * Prepares the look for rows of a text file of which the whole is one quoted field: another program took
 * the row for a text. It gives the cells that stand within, or null for every other row.
 */
function quotedCells(source: SourceState): (row: readonly Cell[]) => string[] | null {
  const { columns, separator } = source;
  const titled = columns.filter((column) => column.header !== '').length;
  const width = titled > 0 ? titled : columns.length;
  return (row) => {
    const [cell] = row;
    if (separator === null || width < 2 || row.length !== 1 || typeof cell !== 'string')
      return null;
    if (!cell.includes(separator)) return null;
    const cells = cellsWithin(cell, separator);
    // A name with a comma is no row: nearly all of its columns must be there.
    return cells !== null && cells.length > 1 && cells.length >= width - 1 ? cells : null;
  };
}

/** How a source's rows in quotes are met: split, once a person has said so, else found and named. */
export interface QuotedRows {
  split(row: readonly Cell[]): readonly Cell[];
  isLeft(row: readonly Cell[]): boolean;
}

export function quotedRows(source: SourceState): QuotedRows {
  const cellsOf = quotedCells(source);
  const splits = source.fixes.some((fix) => fix.problem === quotedRow && fix.to !== null);
  return {
    split: (row) => (splits && row.length === 1 ? (cellsOf(row) ?? row) : row),
    isLeft: (row) => !splits && row.length === 1 && cellsOf(row) !== null,
  };
}
