import {
  type DateReading,
  dayNumber,
  isIsoDate,
  isoFromDay,
} from '#shared/domain/calendar/dates.ts';
import { daysNear, usualDays } from '#shared/domain/calendar/usual-days.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceState } from '../draft-store.ts';
import { cellText } from './cells.ts';
import { dayReader } from './day-reader.ts';

/** What speaks against a day, though it is one: keys of the locale's `problem.*`. */
export type DayDoubt =
  | 'day-without-month'
  | 'date-too-early'
  | 'date-in-future'
  | 'date-far-off'
  | 'not-a-date';

/** Doubts that a person may settle: the day is right all the same. */
const settled: ReadonlySet<string> = new Set(['date-too-early', 'date-in-future', 'date-far-off']);

/** No shop has its sales in a file from before there were files. */
const EARLIEST = '1980-01-01';
/** A bare number below it is no workbook's day: it would be before May 1927. */
const LEAST_SERIAL = 10_000;

/** The fifth of any month, as a workbook keeps it that shows only the day. */
const SHOWN_DAY = /^1900-01-(\d\d)$/;

/** Fields that tell when something happened in the shop: days of one file lie together. */
export const happeningDays: ReadonlySet<ImportField> = new Set<ImportField>([
  'sale.date',
  'contact.date',
  'complaint.receivedOn',
]);

/** The shop's own day, and the clock that it goes by. */
export interface ShopDays {
  readonly today: string;
  readonly timeZone: string;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Whether a day may lie ahead: never, where a person says so, or as it likes. */
export type Ahead = 'never' | 'asked' | 'free';

/** A day and where it stands. */
export interface AskedDay {
  readonly column: number;
  readonly cell: Cell | undefined;
  readonly day: string;
}

/** Says of the days of a source which are to be asked about. */
export class DayJudge {
  readonly today: string;
  readonly #source: SourceState;
  readonly #timeZone: string;
  readonly #spans: ReadonlyMap<number, Span>;
  /** Column, problem and text that a person has let stand; an empty text is all of them. */
  readonly #stands: ReadonlySet<string>;
  /** The month that the bare days of a column are of. */
  readonly #months: ReadonlyMap<number, string>;

  constructor(source: SourceState, now: ShopDays, spans: ReadonlyMap<number, Span> = new Map()) {
    this.today = now.today;
    this.#source = source;
    this.#timeZone = now.timeZone;
    this.#spans = spans;
    this.#stands = new Set(
      source.fixes
        .filter((fix) => fix.stands === true)
        .map(({ column, problem, from }) => `${column} ${problem ?? ''} ${from}`),
    );
    this.#months = new Map(
      source.fixes.flatMap(({ column, problem, to, stands }) =>
        problem === 'day-without-month' && stands === true && /^\d{4}-\d\d$/.test(to ?? '')
          ? [[column, to ?? ''] as const]
          : [],
      ),
    );
  }

  /** Reads the days of a column as they are judged. */
  reader(column: number): (cell: Cell | undefined) => DateReading {
    return dayReader(this.#source, column, this.#timeZone);
  }

  /** The day of a cell that has only its number, in the month that a person has told for the column; else null. */
  told(column: number, cell: Cell | undefined): string | null {
    const month = this.#months.get(column);
    if (month === undefined) return null;
    const text = cellText(cell).replace(SHOWN_DAY, '$1');
    if (!/^\d{1,2}$/.test(text)) return null;
    const day = `${month}-${text.padStart(2, '0')}`;
    return isIsoDate(day) ? day : null;
  }

  /** Null: nothing speaks against the day, or a person has said that it is right. */
  doubt(asked: AskedDay, ahead: Ahead): DayDoubt | null {
    const doubt = this.#doubtOf(asked, ahead);
    if (doubt === null || !settled.has(doubt)) return doubt;
    if (doubt === 'date-in-future' && ahead === 'never') return doubt;
    const stands = (text: string): boolean => this.#stands.has(`${asked.column} ${doubt} ${text}`);
    return stands('') || stands(cellText(asked.cell)) ? null : doubt;
  }

  #doubtOf({ column, cell, day }: AskedDay, ahead: Ahead): DayDoubt | null {
    if (typeof cell === 'number' && cell < LEAST_SERIAL)
      return isDayOfMonth(cell) ? 'day-without-month' : 'not-a-date';
    if (SHOWN_DAY.test(day)) return 'day-without-month';
    if (day < EARLIEST) return 'date-too-early';
    if (day > this.today) return ahead === 'free' ? null : 'date-in-future';
    const span = this.#spans.get(column);
    if (span === undefined || (day >= span.from && day <= span.to)) return null;
    return 'date-far-off';
  }
}

function isDayOfMonth(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 31;
}

/** What a text is that is no date: the fifth of some month, perhaps. */
export function doubtOfText(cell: Cell | undefined): 'day-without-month' | null {
  const text = cellText(cell);
  return /^\d{1,2}$/.test(text) && isDayOfMonth(Number(text)) ? 'day-without-month' : null;
}

interface SurveyedColumn {
  readonly index: number;
  readonly read: (cell: Cell | undefined) => DateReading;
  days: Int32Array;
  count: number;
}

/** Looks through a source's days before any of its rows is judged by them. */
export class DaySurvey {
  readonly #source: SourceState;
  readonly #now: ShopDays;
  readonly #columns: SurveyedColumn[];

  constructor(source: SourceState, now: ShopDays) {
    this.#source = source;
    this.#now = now;
    this.#columns = source.columns
      .filter(({ field }) => happeningDays.has(field))
      .map(({ index }) => ({
        index,
        read: dayReader(source, index, now.timeZone),
        days: new Int32Array(1024),
        count: 0,
      }));
  }

  /** There are days to look through. */
  get isNeeded(): boolean {
    return this.#columns.length > 0;
  }

  look(rows: readonly (readonly Cell[])[]): void {
    for (const column of this.#columns) {
      for (const row of rows) {
        const read = column.read(row[column.index]);
        if (!read.ok || read.date === null) continue;
        // What is doubted anyway says nothing of where the others lie.
        if (read.date < EARLIEST || read.date > this.#now.today) continue;
        if (column.count === column.days.length) column.days = grown(column.days);
        column.days[column.count] = dayNumber(read.date);
        column.count += 1;
      }
    }
  }

  judge(): DayJudge {
    const spans = new Map<number, Span>();
    for (const { index, days, count } of this.#columns) {
      const usual = usualDays(days.slice(0, count).sort());
      if (usual === null) continue;
      // A day that a fix has put beside the others is none of them, and still near.
      const [from, to] = [usual.first - daysNear, usual.last + daysNear];
      spans.set(index, { from: isoFromDay(from), to: isoFromDay(to) });
    }
    return new DayJudge(this.#source, this.#now, spans);
  }
}

function grown(days: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(days.length * 2);
  larger.set(days);
  return larger;
}
