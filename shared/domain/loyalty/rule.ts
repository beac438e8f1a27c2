import { addMonths } from '../calendar/dates.ts';

/** How points are given from a day on, until the next rule holds. */
export interface PointRule {
  readonly fromOn: string;
  /** For every full amount of this, in minor units… */
  readonly spendMinor: number;
  /** …so many points; 0: none are given. */
  readonly points: number;
  /** Of the price before discounts; else of what is paid. */
  readonly isBeforeDiscount: boolean;
  /** What is brought back takes its points back. */
  readonly takesBack: boolean;
  /** How many months points hold; null: for good. */
  readonly monthsValid: number | null;
  /** What a point is worth, minor units. */
  readonly worthMinor: number;
  /** So many days before points run out it is said. */
  readonly remindDays: number;
}

/** What a sale or a return came to, in minor units, all of it positive. */
export interface Counted {
  /** What is paid for the goods, with tax and without shipping. */
  readonly paidMinor: number;
  /** What came off it, what was paid with points among it. */
  readonly discountMinor: number;
  /** What of that was paid with points. */
  readonly byPointsMinor: number;
}

/** The rule of a day: the last that began by then; null: none had. Rules are in the order of their days. */
export function ruleOn<R extends Pick<PointRule, 'fromOn'>>(
  rules: readonly R[],
  day: string,
): R | null {
  return rules.findLast(({ fromOn }) => fromOn <= day) ?? null;
}

/** The money that points are given for. What was paid with points earns none. */
export function countedMinor(counted: Counted, rule: Pick<PointRule, 'isBeforeDiscount'>): number {
  const { paidMinor, discountMinor, byPointsMinor } = counted;
  return rule.isBeforeDiscount ? paidMinor + discountMinor - byPointsMinor : paidMinor;
}

/** Points for an amount: only full amounts count, and nothing below zero. */
export function pointsFor(
  minor: number,
  { spendMinor, points }: Pick<PointRule, 'spendMinor' | 'points'>,
): number {
  return minor <= 0 ? 0 : Math.floor(minor / spendMinor) * points;
}

/** The last day on which points given on a day hold; null: for good. */
export function lastDayOf(
  day: string,
  { monthsValid }: Pick<PointRule, 'monthsValid'>,
): string | null {
  return monthsValid === null ? null : addMonths(day, monthsValid);
}
