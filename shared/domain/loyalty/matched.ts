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

/** One customer's days, the earliest first. */
class Buyer {
  readonly days: readonly BuyDay[];

  constructor(days: readonly BuyDay[]) {
    this.days = days;
  }

  /** Of the days from the first to the last, both counted. */
  sum(from: number, to: number): { minor: number; purchases: number } {
    let [minor, purchases] = [0, 0];
    for (const one of this.days) {
      if (one.day < from || one.day > to) continue;
      minor += one.minor;
      if (one.isPurchase) purchases += 1;
    }
    return { minor, purchases };
  }

  /** The purchase nearest to a day and near enough, of two the earlier; null: there is none. */
  near(day: number): number | null {
    let found: number | null = null;
    for (const one of this.days) {
      const gap = Math.abs(one.day - day);
      if (!one.isPurchase || gap > nearDays) continue;
      if (found === null || gap < Math.abs(found - day)) found = one.day;
    }
    return found;
  }
}

function habitOf(buyer: Buyer, day: number) {
  const { minor, purchases } = buyer.sum(day - habitDays, day - 1);
  return { minor, band: bandOf(purchases) };
}

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
  const buyers = new Map<number, Buyer>();
  for (const [id, days] of Map.groupBy(bought, ({ customerId }) => customerId))
    buyers.set(id, new Buyer(days));
  const buyingOn = new Map<number, number[]>();
  for (const { customerId, day, isPurchase } of bought) {
    if (!isPurchase) continue;
    const ids = buyingOn.get(day);
    if (ids === undefined) buyingOn.set(day, [customerId]);
    else ids.push(customerId);
  }
  const around = (day: number): Set<number> => {
    const ids = new Set<number>();
    for (let at = day - nearDays; at <= day + nearDays; at += 1)
      for (const id of buyingOn.get(at) ?? []) ids.add(id);
    return ids;
  };
  const after = (buyer: Buyer, day: number) => buyer.sum(day + 1, day + followedDays).minor;
  return [...first].flatMap(([customerId, day]): MatchedPair[] => {
    const own = buyers.get(customerId);
    if (day + followedDays > last || own === undefined || own.near(day) === null) return [];
    const habit = habitOf(own, day);
    const others = [...around(day)].flatMap((id) => {
      const spent = first.get(id);
      const other = buyers.get(id);
      const from = other?.near(day) ?? null;
      if (id === customerId || other === undefined || from === null) return [];
      if (from + followedDays > last || (spent ?? Infinity) <= from + followedDays) return [];
      const theirs = habitOf(other, from);
      if (theirs.band !== habit.band) return [];
      return [{ id, apart: Math.abs(theirs.minor - habit.minor), minor: after(other, from) }];
    });
    const nearest = others.sort((a, b) => a.apart - b.apart || a.id - b.id).slice(0, mostOthers);
    if (nearest.length === 0) return [];
    const sum = nearest.reduce((all, { minor }) => all + minor, 0);
    const othersMinor = sum / nearest.length;
    return [{ customerId, day, minor: after(own, day), others: nearest.length, othersMinor }];
  });
}
