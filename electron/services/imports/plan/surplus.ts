import type { Cell } from '#shared/domain/cell.ts';
import { fieldType } from '#shared/domain/columns/fields.ts';
import type { ColumnState, SourceState } from '../draft-store.ts';
import { cellText } from './cells.ts';

/** How the workbook of wrong rows titles the cells that were too many: no number, no word of a language. */
const SURPLUS_TITLE = /^→ \d+$/;

export function surplusTitle(place: number): string {
  return `→ ${place}`;
}

/** One past the last column that has a title; where none has, as many as the rows have cells. */
export function titledWidth({ columns, width }: Pick<SourceState, 'columns' | 'width'>): number {
  const last = columns.findLastIndex((column) => column.header !== '');
  return last < 0 ? (width ?? columns.length) : last + 1;
}

/** Somebody has said what a column without a title holds: its cells are not too many. */
function isNamed({ field, confidence }: ColumnState): boolean {
  return field !== 'ignore' && (confidence === 'chosen' || confidence === 'remembered');
}

/** `Rp 1,250` cut at its comma: `Rp 1`, and what stands after it. */
function isCutNumber(before: Cell | undefined, after: Cell | undefined): boolean {
  return /(?:^|\D)\d{1,3}$/.test(cellText(before)) && /^\d{3}(?!\d)/.test(cellText(after));
}

/**
 * Prepares the look for rows that hold more than their titles: a separator within a value has cut it in
 * two, and all that follows stands in the wrong column. Empty cells at the end harm nobody.
 */
export function surplusCheck(source: SourceState): (row: readonly Cell[]) => boolean {
  const { columns, width } = source;
  const isExtra = (index: number, row: readonly Cell[]): boolean => {
    const column = columns[index];
    if (column !== undefined && isNamed(column)) return false;
    return width !== null && index >= width && cellText(row[index]) !== '';
  };
  const titled = titledWidth(source);
  const last = columns[titled - 1];
  const type = last === undefined ? 'none' : fieldType(last.field);
  // A file may have room beside its titles for notes; the rest of an amount is none.
  const endsInNumber = width !== null && (type === 'money' || type === 'number');
  const given = columns.filter(({ header }) => SURPLUS_TITLE.test(header));
  return (row) => {
    if (given.some(({ index }) => cellText(row[index]) !== '')) return true;
    if (endsInNumber && row.length > titled && isCutNumber(row[titled - 1], row[titled]))
      return true;
    for (let index = width ?? row.length; index < row.length; index += 1)
      if (isExtra(index, row)) return true;
    return false;
  };
}
