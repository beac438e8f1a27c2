import type { ShopSettings } from '#shared/contract/settings.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { ColumnType } from './files/table.ts';
import type { RowColumn } from './write-table.ts';

/** What the shop has settled that shows in cells. */
export interface Shown {
  readonly language: 'id' | 'en';
  readonly timeZone: string;
  /** Minor units of one unit of money. */
  readonly scale: number;
}

/** A column under titles of our own, in both languages: an import recognises them by itself. */
export interface AreaColumn<Row> {
  readonly title: { readonly id: string; readonly en: string };
  readonly type: ColumnType;
  readonly width?: number;
  cell(row: Row, shown: Shown): Cell;
}

export function shownBy({ language, timeZone, currency }: ShopSettings): Shown {
  return { language, timeZone, scale: 10 ** minorDigits(currency) };
}

/** An area's columns as they go out. */
export function columnsIn<Row>(
  columns: readonly AreaColumn<Row>[],
  shown: Shown,
): RowColumn<Row>[] {
  return columns.map(({ title, cell, ...column }) => ({
    ...column,
    title: title[shown.language],
    cell: (row) => cell(row, shown),
  }));
}
