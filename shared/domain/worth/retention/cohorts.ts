import { addDays, isoFromDay, monthOf } from '../../calendar/dates.ts';
import { type ShareRange, shareRange } from '../share-range.ts';
import {
  type BoughtDays,
  firstDayOf,
  type MonthIndex,
  monthFinder,
  monthIndex,
  peopleIn,
} from './bought-days.ts';

/** Those whose first purchase lies in one month. */
export interface Cohort {
  readonly month: MonthIndex;
  readonly customers: number;
  /** How many bought in the first month after it, the second and so on; null: that month is not over. */
  readonly back: readonly (number | null)[];
}

/** What came of all newcomers who can be followed so long. */
export interface Within extends ShareRange {
  readonly customers: number;
  readonly back: number;
}

export interface Cohorts {
  /** The earliest first; months in which nobody came are not among them. */
  readonly rows: readonly Cohort[];
  /** Of the cohorts that have lived through month 1, 2, … after their first: bought in it; null: none has. */
  readonly average: readonly (Within | null)[];
  /** Bought again in one of the first three months after the month of the first purchase; null: nobody can be followed so long. */
  readonly soon: Within | null;
}

/** In how many months after the first a newcomer is expected to come again. */
export const soonMonths = 3;

interface Span {
  /** Newcomers of this day and later. */
  readonly countedFrom: number;
  readonly through: number;
  /** How many months each cohort is followed. */
  readonly months: number;
}

/** The last month that is over on a day. */
function lastWholeMonth(through: number): MonthIndex {
  const iso = isoFromDay(through);
  const isOver = monthOf(addDays(iso, 1)) !== monthOf(iso);
  return monthIndex(iso) - (isOver ? 0 : 1);
}

/** A customer's months after the first that were bought in: 1, 2, … up to `most`. */
function monthsAfter(
  { from, days }: BoughtDays,
  place: number,
  most: number,
  monthOfDay: (day: number) => MonthIndex,
): Set<number> {
  const found = new Set<number>();
  const start = from[place] ?? 0;
  const first = monthOfDay(days[start] ?? 0);
  for (let index = start + 1; index < (from[place + 1] ?? 0); index += 1) {
    const after = monthOfDay(days[index] ?? 0) - first;
    if (after > most) break;
    if (after > 0) found.add(after);
  }
  return found;
}

interface Growing {
  customers: number;
  readonly back: number[];
  soon: number;
}

function withinOf(rows: readonly { customers: number; back: number }[]): Within | null {
  const customers = rows.reduce((sum, one) => sum + one.customers, 0);
  const back = rows.reduce((sum, one) => sum + one.back, 0);
  return customers === 0 ? null : { customers, back, ...shareRange(back, customers) };
}

/**
 * Retention by month of first purchase: a cell is how many distinct customers of the cohort bought at
 * least once in that calendar month after it. A month that is not over by `through` is null, never 0
 * (right-censored). Averages are over customers, not over cohorts; ranges are Wilson's at 80 %.
 */
export function cohortsOf(bought: BoughtDays, { countedFrom, through, months }: Span): Cohorts {
  const monthOfDay = monthFinder();
  const over = lastWholeMonth(through);
  const growing = new Map<MonthIndex, Growing>();
  for (let place = 0; place < peopleIn(bought); place += 1) {
    const first = firstDayOf(bought, place);
    if (first < countedFrom || first > through) continue;
    const month = monthOfDay(first);
    const own = growing.get(month) ?? { customers: 0, back: Array(months).fill(0), soon: 0 };
    growing.set(month, own);
    own.customers += 1;
    const after = monthsAfter(bought, place, months, monthOfDay);
    for (const one of after) own.back[one - 1] = (own.back[one - 1] ?? 0) + 1;
    if ([...after].some((one) => one <= soonMonths)) own.soon += 1;
  }
  const sorted = [...growing].sort(([one], [other]) => one - other);
  const rows = sorted.map(([month, { customers, back }]) => ({
    month,
    customers,
    back: back.map((count, index) => (month + index + 1 <= over ? count : null)),
  }));
  const average = Array.from({ length: months }, (_, index) =>
    withinOf(
      rows.flatMap(({ customers, back }) => {
        const count = back[index] ?? null;
        return count === null ? [] : [{ customers, back: count }];
      }),
    ),
  );
  const followed = sorted.filter(([month]) => month + soonMonths <= over);
  const soon = withinOf(followed.map(([, { customers, soon: back }]) => ({ customers, back })));
  return { rows, average, soon };
}

/** First and last day of a month. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const from = `${month}-01`;
  const next = addDays(from, 31);
  return { from, to: addDays(`${monthOf(next)}-01`, -1) };
}
