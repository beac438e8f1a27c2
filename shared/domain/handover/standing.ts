/**
 * Where a day lies, seen from the days of a hand-over: `late` is over already, whatever those days are;
 * `before` comes before them, `within` in them, `after` behind them.
 */
export const standings = ['late', 'before', 'within', 'after', 'undated'] as const;
export type Standing = (typeof standings)[number];

/** The days somebody takes over for, both included, and the day it is. */
export interface HandedDays {
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

export function standingOf(on: string | null, { from, to, today }: HandedDays): Standing {
  if (on === null) return 'undated';
  if (on < today) return 'late';
  if (on < from) return 'before';
  return on <= to ? 'within' : 'after';
}

interface Dated {
  readonly on: string | null;
  readonly standing: Standing;
}

/** How many stand where. */
export function countStandings(rows: readonly Dated[]): Record<Standing, number> {
  const counts = { late: 0, before: 0, within: 0, after: 0, undated: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}

/** The earliest day first; what has none comes last. */
export function byDay(a: Dated, b: Dated): number {
  if (a.on === b.on) return 0;
  if (a.on === null) return 1;
  if (b.on === null) return -1;
  return a.on < b.on ? -1 : 1;
}
