import type { DateReading } from '#shared/domain/calendar/dates.ts';
import { readTime } from '#shared/domain/calendar/times.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import type { SourceState } from '../draft-store.ts';
import { type ColumnsByField, cellText, columnsByField } from './cells.ts';
import { type Ahead, type DayJudge, doubtOfText } from './day-judge.ts';
import type { Moment } from './moment.ts';
import type { Problem } from './outcomes.ts';

/** Reads the cells of one row by the fields they become; `fail` keeps the first thing wrong. */
export class RowCells {
  readonly warnings: Problem[] = [];
  problem: Problem | null = null;
  readonly #columns: ColumnsByField;
  readonly #dates = new Map<number, (cell: Cell | undefined) => DateReading>();
  readonly #days: DayJudge;
  #cells: readonly Cell[] = [];

  constructor(source: SourceState, days: DayJudge) {
    this.#columns = columnsByField(source);
    this.#days = days;
    for (const { index } of source.columns) this.#dates.set(index, days.reader(index));
  }

  start(cells: readonly Cell[]): void {
    this.#cells = cells;
    this.problem = null;
    this.warnings.length = 0;
  }

  /** -1: no column becomes this field. */
  column(field: ImportField): number {
    return this.#columns.get(field)?.[0] ?? -1;
  }

  cell(field: ImportField): Cell {
    return this.#cells[this.column(field)] ?? null;
  }

  text(field: ImportField, max: number): string {
    const column = this.column(field);
    if (column < 0) return '';
    const text = cellText(this.#cells[column]);
    if (text === '' || isBlankText(text)) return '';
    if (text.length <= max) return text;
    this.warnings.push({ problem: 'text-cut', column, value: null });
    return text.slice(0, max);
  }

  /** A word read by a table; one that is not in it is left out, and said. */
  word<T>(field: ImportField, read: (cell: Cell) => T | null): T | null {
    const text = this.text(field, 400);
    if (text === '') return null;
    const value = read(text);
    if (value === null) {
      this.warnings.push({ problem: 'word-unknown', column: this.column(field), value: text });
    }
    return value;
  }

  fail(problem: string, field: ImportField): void {
    const column = this.column(field);
    this.problem ??= { problem, column, value: cellText(this.#cells[column]) || null };
  }

  /** A day with its time from the same cell or from a column of its own; null: none, or it is wrong. */
  moment(field: ImportField, timeField: ImportField | null, ahead: Ahead = 'never'): Moment | null {
    const column = this.column(field);
    if (column < 0) return null;
    const cell = this.#days.told(column, this.#cells[column]) ?? this.#cells[column];
    const date = this.#dates.get(column)?.(cell);
    if (date === undefined) return null;
    if (!date.ok) {
      this.fail(doubtOfText(cell) ?? date.problem, field);
      return null;
    }
    if (date.date === null) return null;
    const doubt = this.#days.doubt({ column, cell, day: date.date }, ahead);
    if (doubt !== null) this.fail(doubt, field);
    if (date.moved === true) this.warnings.push({ problem: 'other-zone', column, value: null });
    return { day: date.date, time: date.time ?? this.#timeOf(timeField) };
  }

  #timeOf(field: ImportField | null): string | null {
    const column = field === null ? -1 : this.column(field);
    if (column < 0) return null;
    const cell = this.#cells[column];
    const isFraction = typeof cell === 'number' && cell >= 0 && cell < 1;
    const text = isFraction ? clockOf(cell) : cellText(cell);
    const time = readTime(isBlankText(text) ? '' : text);
    if (time !== undefined) return time;
    this.warnings.push({ problem: 'not-a-time', column, value: cellText(cell) });
    return null;
  }
}

/** A workbook keeps a time of day as a part of one day. */
function clockOf(part: number): string {
  const minutes = Math.min(1439, Math.floor(part * 1440 + 1e-6));
  return [Math.floor(minutes / 60), minutes % 60]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
}
