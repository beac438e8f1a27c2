import { z80 } from '../share-range.ts';
import type { Daily } from './daily.ts';

/** What an average day of one weekday brings, with the middle 80 % of that average; minor units. */
export interface Weekday {
  readonly days: number;
  readonly minor: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** 0 is Monday: 1970-01-01, day number 0, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The days of the week, Monday first; days on which nothing was sold count as such. */
export function weekdaysOf({ first, minor }: Daily): Weekday[] {
  const rows: number[][] = Array.from({ length: 7 }, () => []);
  for (const [index, amount] of minor.entries()) rows[weekdayOf(first + index)]?.push(amount);
  return rows.map((own) => {
    const sum = own.reduce((total, one) => total + one, 0);
    const mean = own.length === 0 ? 0 : sum / own.length;
    const squares = own.reduce((total, one) => total + (one - mean) ** 2, 0);
    const spread = own.length < 2 ? 0 : Math.sqrt(squares / (own.length - 1) / own.length);
    return {
      days: own.length,
      minor: sum,
      mean,
      low: mean - z80 * spread,
      high: mean + z80 * spread,
    };
  });
}
