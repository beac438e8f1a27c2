import { lebaransBetween, ramadanDays } from '../../calendar/lebaran.ts';
import { type Daily, lastDayOf, soldBetween } from './daily.ts';

/** Days around Lebaran, counted from it, in which a shop sells otherwise than in the weeks around. */
const windows = [
  { from: -ramadanDays, to: -11 },
  { from: -10, to: -1 },
  { from: 0, to: 6 },
  { from: 7, to: 13 },
] as const;
/** Four weeks before and after those are taken for ordinary. */
const ordinary = [
  { from: -58, to: -31 },
  { from: 14, to: 41 },
] as const;
/** A stretch that was closed throughout still counts a little, so that nothing is divided by zero. */
const least = 0.05;

/** How many times an ordinary day a day is, by its distance from Lebaran. */
export interface LebaranEffect {
  /** Lebarans it was seen at. */
  readonly years: number;
  /** One for each stretch of days. */
  readonly factors: readonly number[];
}

function perDay(daily: Daily, from: number, to: number): number | null {
  const first = Math.max(from, daily.first);
  const last = Math.min(to, lastDayOf(daily));
  return last < first ? null : soldBetween(daily, first, last) / (last - first + 1);
}

/** What an ordinary day around a Lebaran brought: of both sides where both are known whole, else of the earlier. */
function ordinaryDay(daily: Daily, lebaran: number): number | null {
  const [before, after] = ordinary.map(({ from, to }) =>
    lebaran + from < daily.first || lebaran + to > lastDayOf(daily)
      ? null
      : perDay(daily, lebaran + from, lebaran + to),
  );
  if (before === undefined || before === null) return null;
  return after === undefined || after === null ? before : (before + after) / 2;
}

/** Lebarans that are known with all their stretches, and the ordinary weeks before. */
function seenLebarans(daily: Daily): { on: number; usual: number }[] {
  const last = windows.at(-1)?.to ?? 0;
  return lebaransBetween(daily.first, lastDayOf(daily) - last).flatMap((on) => {
    const usual = ordinaryDay(daily, on);
    return usual === null || usual <= 0 ? [] : [{ on, usual }];
  });
}

/** The mean factor of each stretch over the Lebarans seen so far; null: none was, or all were without sales. */
export function lebaranEffect(daily: Daily): LebaranEffect | null {
  const seen = seenLebarans(daily);
  if (seen.length === 0) return null;
  const factors = windows.map(({ from, to }) => {
    const ratios = seen.map(({ on, usual }) => (perDay(daily, on + from, on + to) ?? 0) / usual);
    return Math.max(least, ratios.reduce((sum, one) => sum + one, 0) / ratios.length);
  });
  return { years: seen.length, factors };
}

/** How many times as much as ordinary days the days of a period bring, by their distance from Lebaran. */
export function lebaranFactor({ factors }: LebaranEffect, from: number, to: number): number {
  const near = lebaransBetween(from - 13, to + ramadanDays);
  let sum = 0;
  for (let day = from; day <= to; day += 1) {
    const index = windows.findIndex((window) =>
      near.some((on) => day >= on + window.from && day <= on + window.to),
    );
    sum += factors[index] ?? 1;
  }
  return sum / (to - from + 1);
}

/** What the month before each Lebaran brought, beside as many ordinary days around it; minor units. */
export interface LebaranYear {
  readonly on: number;
  readonly minor: number;
  readonly usualMinor: number;
}

/** Every Lebaran that is known with the month before it, the earliest first. */
export function lebaranYears(daily: Daily): LebaranYear[] {
  return seenLebarans(daily).map(({ on, usual }) => ({
    on,
    minor: soldBetween(daily, on - ramadanDays, on - 1),
    usualMinor: Math.round(usual * ramadanDays),
  }));
}
