/** How long after points were spent for the first time everybody is looked at. */
export const followedDays = 180;
/** How long before it two people have to have bought alike. */
export const habitDays = 365;
/** So far apart the days may lie from which two people are compared. */
const nearDays = 14;
/** How many others one person is compared with, at most. */
const mostOthers = 3;

/** What somebody bought on a day: days since 1970, revenue in minor units. */
export interface BuyDay {
  readonly customerId: number;
  readonly day: number;
  readonly minor: number;
  readonly isPurchase: boolean;
}

/** Somebody who spent points, and what they and others like them bought in the days after. */
export interface MatchedPair {
  readonly customerId: number;
  /** The day on which they spent points for the first time. */
  readonly day: number;
  readonly minor: number;
  /** How many others, and what those bought on average. */
  readonly others: number;
  readonly othersMinor: number;
}

function bandOf(purchases: number): number {
  return purchases < 3 ? purchases : purchases < 6 ? 3 : purchases < 12 ? 4 : 5;
}

/** What somebody bought on a day, between what they bought in the year before and in the days after. */
interface Visit {
  readonly customerId: number;
  /** The last of the days that are followed. */
  readonly until: number;
  readonly band: number;
  readonly beforeMinor: number;
  readonly afterMinor: number;
}

/** How somebody bought in the year before a day, and in the days after it; `days` are theirs. */
function visitOn(days: readonly BuyDay[], customerId: number, day: number): Visit {
  let [beforeMinor, afterMinor, purchases] = [0, 0, 0];
  for (const one of days) {
    if (one.day < day && one.day >= day - habitDays) {
      beforeMinor += one.minor;
      if (one.isPurchase) purchases += 1;
    } else if (one.day > day && one.day <= day + followedDays) afterMinor += one.minor;
  }
  const until = day + followedDays;
  return { customerId, until, band: bandOf(purchases), beforeMinor, afterMinor };
}

/** Visits of a day that are alike in how often was bought before, by how much. */
class Visits {
  readonly #byDay = new Map<string, Visit[]>();

  constructor(buyers: ReadonlyMap<number, readonly BuyDay[]>) {
    for (const [customerId, days] of buyers)
      for (const { day, isPurchase } of days) {
        if (!isPurchase) continue;
        const visit = visitOn(days, customerId, day);
        const key = `${day} ${visit.band}`;
        const same = this.#byDay.get(key);
        if (same === undefined) this.#byDay.set(key, [visit]);
        else same.push(visit);
      }
    for (const visits of this.#byDay.values())
      visits.sort((a, b) => a.beforeMinor - b.beforeMinor || a.customerId - b.customerId);
  }

  /** Of a day, those with the most similar amount before, above it and below, that may be compared. */
  nearest(day: number, to: Visit, isAllowed: (visit: Visit) => boolean): Visit[] {
    const visits = this.#byDay.get(`${day} ${to.band}`) ?? [];
    const start = firstFrom(visits, to.beforeMinor);
    const above: Visit[] = [];
    takeFrom(visits, [start, visits.length], { into: above, isAllowed });
    const below: Visit[] = [];
    let end = start;
    while (end > 0 && below.length < mostOthers) {
      const begin = firstFrom(visits, visits[end - 1]?.beforeMinor ?? 0);
      takeFrom(visits, [begin, end], { into: below, isAllowed });
      end = begin;
    }
    return [...above, ...below];
  }
}

/** Takes those of a stretch that may be compared, as they stand, until there are as many as it takes. */
function takeFrom(
  visits: readonly Visit[],
  [begin, end]: readonly [number, number],
  { into, isAllowed }: { into: Visit[]; isAllowed: (visit: Visit) => boolean },
): void {
  for (let at = begin; at < end && into.length < mostOthers; at += 1) {
    const visit = visits[at];
    if (visit !== undefined && isAllowed(visit)) into.push(visit);
  }
}

/** Where the first visit stands with at least so much before it. */
function firstFrom(visits: readonly Visit[], beforeMinor: number): number {
  let [low, high] = [0, visits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((visits[middle]?.beforeMinor ?? 0) < beforeMinor) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days so near to one that people are compared from them, the nearest first. */
const nearby = Array.from({ length: 2 * nearDays + 1 }, (_, at) => at - nearDays).sort(
  (a, b) => Math.abs(a) - Math.abs(b) || a - b,
);

/**
 * Each who spent points `followedDays` ago or longer and bought around that day, beside up to three
 * others: they bought within two weeks of it too, about as often in the year before (none, 1, 2, 3–5,
 * 6–11, 12 or more times), had spent no points by the end of the days, and of all such ones had bought
 * for the most similar amount. Whoever has no such other is left out. `first`: by customer, the day on
 * which points were first spent; `last`: the last day that is known.
 */
export function matchedPairs(
  bought: readonly BuyDay[],
  first: ReadonlyMap<number, number>,
  last: number,
): MatchedPair[] {
  const buyers = Map.groupBy(bought, ({ customerId }) => customerId);
  const visits = new Visits(buyers);
  return [...first].flatMap(([customerId, day]): MatchedPair[] => {
    const days = buyers.get(customerId) ?? [];
    const isThere = days.some((one) => one.isPurchase && Math.abs(one.day - day) <= nearDays);
    if (day + followedDays > last || !isThere) return [];
    const own = visitOn(days, customerId, day);
    const isFree = ({ customerId: id, until }: Visit) =>
      id !== customerId && until <= last && (first.get(id) ?? Infinity) > until;
    const apart = (one: Visit) => Math.abs(one.beforeMinor - own.beforeMinor);
    const found = nearby
      .flatMap((gap) => visits.nearest(day + gap, own, isFree))
      .sort((a, b) => apart(a) - apart(b) || a.customerId - b.customerId);
    const each = new Map<number, Visit>();
    for (const one of found) if (!each.has(one.customerId)) each.set(one.customerId, one);
    const others = [...each.values()].slice(0, mostOthers);
    if (others.length === 0) return [];
    const othersMinor = others.reduce((sum, { afterMinor }) => sum + afterMinor, 0) / others.length;
    return [{ customerId, day, minor: own.afterMinor, others: others.length, othersMinor }];
  });
}
