import { addMonths, dayNumber, isoFromDay } from '../../calendar/dates.ts';
import { type ShareRange, shareRange } from '../share-range.ts';
import { type BoughtDays, boughtWithin, firstDayOf, lastDayBy, peopleIn } from './bought-days.ts';

/** A stretch of days, both included, as day numbers. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * The window that ends on a day, and those before it, each as many calendar months long and none with a
 * day of another. The latest first.
 */
export function windowsBack(through: number, months: number, count: number): Window[] {
  const iso = isoFromDay(through);
  const edge = (index: number) => dayNumber(addMonths(iso, -index * months));
  return Array.from({ length: count }, (_, index) => ({
    from: edge(index + 1),
    to: index === 0 ? through : edge(index) - 1,
  }));
}

/** How many customers bought in a window. */
export function activeIn(bought: BoughtDays, { from, to }: Window): number {
  let count = 0;
  for (let place = 0; place < peopleIn(bought); place += 1)
    if (boughtWithin(bought, place, from, to)) count += 1;
  return count;
}

/** Who bought in one window, and how many of them in the next one too. */
export interface Repeated extends Window, ShareRange {
  readonly base: number;
  readonly back: number;
}

/** The repeat rate: of those who bought in `before`, the share that bought in `then` too (80 % Wilson). */
export function repeatedIn(bought: BoughtDays, before: Window, then: Window): Repeated {
  let [base, back] = [0, 0];
  for (let place = 0; place < peopleIn(bought); place += 1) {
    if (!boughtWithin(bought, place, before.from, before.to)) continue;
    base += 1;
    if (boughtWithin(bought, place, then.from, then.to)) back += 1;
  }
  return { ...then, base, back, ...shareRange(back, base) };
}

/** How many have probably left: between `low` and `high` of `base`, as shares. */
export interface Gone {
  readonly base: number;
  /** Did not buy in the window after. */
  readonly silent: number;
  /** Of those silent as long a window earlier: how many there were, and how many have bought since. */
  readonly seen: number;
  readonly returned: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Churn as a range, since leaving is never seen (worth.md 1.2): at most as many as were silent for a whole
 * window after the one they bought in (the upper end of Wilson's 80 %); at least those less the share that
 * came back after such a silence before (its upper end, so where nobody can be followed, none).
 * `windows`: the latest first, three of one length.
 */
export function goneIn(bought: BoughtDays, windows: readonly Window[]): Gone {
  const [now, before, earlier] = windows;
  if (now === undefined || before === undefined || earlier === undefined)
    throw new Error('three windows are needed');
  let [base, silent, seen, returned] = [0, 0, 0, 0];
  for (let place = 0; place < peopleIn(bought); place += 1) {
    const isNow = boughtWithin(bought, place, now.from, now.to);
    if (boughtWithin(bought, place, before.from, before.to)) {
      base += 1;
      if (!isNow) silent += 1;
    } else if (boughtWithin(bought, place, earlier.from, earlier.to)) {
      seen += 1;
      if (isNow) returned += 1;
    }
  }
  const left = shareRange(silent, base);
  const came = shareRange(returned, seen);
  return { base, silent, seen, returned, low: left.low * (1 - came.high), high: left.high };
}

/** How long somebody was a customer, in days; `isOver`: has left since, else is one still. */
export interface Stay {
  readonly days: number;
  readonly isOver: boolean;
}

/**
 * How long everybody was a customer who first bought from `countedFrom` on, one-time buyers included. As
 * seen from the day before the window: who bought nothing in it has left on the last day bought on (0 days
 * after the first for one-time buyers); all others are still there and followed up to that day. Silence
 * shorter than the window proves nothing, so nobody is followed into it.
 */
export function staysOf(bought: BoughtDays, countedFrom: number, window: Window): Stay[] {
  const seenTo = window.from - 1;
  const stays: Stay[] = [];
  for (let place = 0; place < peopleIn(bought); place += 1) {
    const first = firstDayOf(bought, place);
    if (first < countedFrom || first > seenTo) continue;
    const isOver = !boughtWithin(bought, place, window.from, window.to);
    const last = isOver ? (lastDayBy(bought, place, seenTo) ?? first) : seenTo;
    stays.push({ days: last - first, isOver });
  }
  return stays;
}
