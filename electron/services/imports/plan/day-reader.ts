import { type DateReading, readDate } from '#shared/domain/calendar/dates.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../draft-store.ts';
import { remember } from './cells.ts';

/** Reads the days of one column of a source, on the clock of the shop; texts that repeat are read once. */
export function dayReader(
  source: SourceState,
  column: number,
  timeZone: string,
): (cell: Cell | undefined) => DateReading {
  const order = source.columns[column]?.reading?.dateOrder ?? 'dmy';
  return remember((cell) => readDate(cell, { order, excel1904: source.date1904, timeZone }));
}
