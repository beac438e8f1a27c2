import { isoFromDay } from '../../calendar/dates.ts';

/**
 * The days everybody bought on, customer after customer, each day once and in rising order. Day numbers
 * are days since 1970-01-01.
 */
export interface BoughtDays {
  /** Where each customer's days begin, and after the last where they end: one more than customers. */
  readonly from: ArrayLike<number>;
  readonly days: ArrayLike<number>;
}

/** How many customers there are. */
export function peopleIn({ from }: BoughtDays): number {
  return Math.max(0, from.length - 1);
}

/** A customer's first day; the customer has one. */
export function firstDayOf({ from, days }: BoughtDays, place: number): number {
  return days[from[place] ?? 0] ?? 0;
}

/** Whether a customer bought between two days, both included. */
export function boughtWithin(
  { from, days }: BoughtDays,
  place: number,
  first: number,
  last: number,
): boolean {
  let low = from[place] ?? 0;
  let high = from[place + 1] ?? 0;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low < end && (days[low] ?? 0) <= last;
}

/** The last day of a customer that is not after `through`; null: none is. */
export function lastDayBy(
  { from, days }: BoughtDays,
  place: number,
  through: number,
): number | null {
  const start = from[place] ?? 0;
  for (let index = (from[place + 1] ?? 0) - 1; index >= start; index -= 1) {
    const day = days[index] ?? 0;
    if (day <= through) return day;
  }
  return null;
}

/** A month as a number: years times twelve, and months from 0. */
export type MonthIndex = number;

/** The month of an ISO day or month. */
export function monthIndex(iso: string): MonthIndex {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** `2026-03` of a month's number. */
export function monthOfIndex(index: MonthIndex): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** Finds the month of day numbers, each day reckoned once. */
export function monthFinder(): (day: number) => MonthIndex {
  const known = new Map<number, MonthIndex>();
  return (day) => {
    const found = known.get(day) ?? monthIndex(isoFromDay(day));
    known.set(day, found);
    return found;
  };
}
