import { type BoughtDays, peopleIn } from './bought-days.ts';
import { stepsOf } from './lifetime.ts';
import type { SecondPurchases } from './rhythm.ts';
import type { Stay } from './years.ts';

/** Of fewer there is no curve. */
const fewest = 20;
const mostOfThem = 0.9;

/** How long somebody waited for a second purchase; `isOver` false: until the day that is looked from. */
export interface Wait extends Stay {
  /** Days from the first purchase to the day that is looked from. */
  readonly followed: number;
}

/**
 * The shop's curve of second purchases (Kaplan and Meier: who has not come again yet counts as waiting),
 * within the time that at least 20 were followed. Null: fewer than 20 have come again.
 */
export function secondPurchasesOf(waits: readonly Wait[]): SecondPurchases | null {
  if (waits.filter(({ isOver }) => isOver).length < fewest) return null;
  const followed = waits.map((one) => one.followed).sort((one, other) => other - one);
  const reach = followed[fewest - 1] ?? 0;
  const steps = stepsOf(waits).filter(({ days }) => days <= reach);
  const came = 1 - (steps.at(-1)?.share ?? 1);
  const nearly = steps.find(({ share }) => 1 - share >= mostOfThem * came);
  return nearly === undefined ? null : { days: nearly.days, isUsual: came > 0.5 };
}

/** The wait of somebody by the days of their first purchase and the second, if there is one. */
export function waitOf(first: number, second: number | null, through: number): Wait {
  const followed = through - first;
  const isOver = second !== null;
  return { days: isOver ? second - first : followed, isOver, followed };
}

/** How long everybody waited, or has been waiting, for a second purchase by a day. */
export function waitsBy(bought: BoughtDays, through: number): Wait[] {
  const { from, days } = bought;
  const waits: Wait[] = [];
  for (let place = 0; place < peopleIn(bought); place += 1) {
    const start = from[place] ?? 0;
    const first = days[start] ?? 0;
    if (first > through) continue;
    const next = start + 1 < (from[place + 1] ?? 0) ? (days[start + 1] ?? 0) : null;
    waits.push(waitOf(first, next !== null && next <= through ? next : null, through));
  }
  return waits;
}
