import { daysBetween } from '#shared/domain/calendar/dates.ts';

/** Where the shop's second purchases lie, by a count of its own. */
export interface Second {
  readonly days: number;
  readonly isUsual: boolean;
}

/** Kaplan and Meier by hand: day after day, who came again of those who still could. */
export function secondBy(people: readonly (readonly string[])[], on: string): Second | null {
  const waits = people.flatMap((own) => {
    const [first, next] = own.filter((day) => day <= on);
    if (first === undefined) return [];
    return [
      {
        wait: daysBetween(first, next ?? on),
        came: next !== undefined,
        known: daysBetween(first, on),
      },
    ];
  });
  if (waits.filter(({ came }) => came).length < 20) return null;
  const curve: number[] = [];
  let waiting = 1;
  for (let day = 0; ; day += 1) {
    if (waits.filter(({ known }) => known >= day).length < 20) break;
    const here = waits.filter(({ wait }) => wait >= day);
    if (here.length > 0)
      waiting *= 1 - here.filter(({ wait, came }) => came && wait === day).length / here.length;
    curve.push(1 - waiting);
  }
  const end = curve.at(-1) ?? 0;
  return { days: curve.findIndex((share) => share >= 0.9 * end), isUsual: end > 0.5 };
}

/** Whether somebody who bought on these days was slipping away on a day; the rule of worth.md 6, written a second time. */
export function isAway(
  own: readonly string[],
  on: string,
  { second, activeFrom }: { second: Second | null; activeFrom: string },
): boolean {
  const days = [...new Set(own)].filter((day) => day <= on).sort();
  const last = days.at(-1);
  if (last === undefined) return false;
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] as string, day));
  const longest = gaps.reduce((most, gap) => Math.max(most, gap), 0);
  const limits = [7, 1.5 * longest];
  if (days.length > 3) limits.push((3 * daysBetween(days[0] as string, last)) / gaps.length);
  if (days.length < 3) {
    if (second === null || (days.length === 1 && !second.isUsual)) return false;
    limits.push(second.days);
  }
  const limit = Math.max(...limits);
  const silent = daysBetween(last, on);
  return silent > limit && (last >= activeFrom || silent <= 2 * limit);
}
