/**
 * Did those who complained buy again more or less often than others of the same habits? An estimate
 * by exact matching in cells: nothing is promised, and thin data is for the caller to refuse.
 */

/** Days (since 1970) on which customers bought, each customer's in order, one after the other. */
export interface PurchaseBook {
  readonly days: Int32Array;
  /** Where each customer's days begin; one more entry than customers. */
  readonly starts: Int32Array;
  /** 1: has complained at some time, so never a match. */
  readonly complained: Uint8Array;
  /** Customers who never complained and have no day in the book. */
  readonly quiet: number;
}

/** Somebody whose complaint was solved. */
export interface Complainer {
  /** Place in the book; null: no day in it. */
  readonly place: number | null;
  /** Day of the solution, since 1970. */
  readonly day: number;
}

export interface MatchedReturn {
  /** Of each complainer: the first day bought on after the solution and within the span, or null. */
  readonly boughtOn: (number | null)[];
  /** Customers who match at least one complainer, each once. */
  readonly matched: number;
  /** Mean over complainers with a match of the share of their matches who bought; null: no match. */
  readonly matchedShare: number | null;
}

const recencyEdges = [30, 90, 180, 365] as const;
const cellCount = 25;
/** How far back purchases count for the habits, in days; the book reaches as far before the first day. */
export const habitDays = 365;

/**
 * The cell of a customer's habits on a day: days since the last purchase (to 30, 90, 180, 365, more or
 * never) by purchases in the 365 days before (none, 1, 2–3, 4–9, 10 and more).
 */
export function habitCell(daysSince: number | null, purchases: number): number {
  const edge = daysSince === null ? -1 : recencyEdges.findIndex((most) => daysSince <= most);
  const recency = edge === -1 ? recencyEdges.length : edge;
  const often =
    purchases <= 1 ? Math.max(0, purchases) : purchases <= 3 ? 2 : purchases <= 9 ? 3 : 4;
  return recency * 5 + often;
}

/** A customer's place among the purchases while the days asked about go up. */
class Walk {
  private first: number;
  private next: number;
  private readonly days: Int32Array;
  private readonly end: number;

  constructor(book: PurchaseBook, place: number) {
    this.days = book.days;
    this.first = book.starts[place] ?? 0;
    this.end = book.starts[place + 1] ?? 0;
    this.next = this.first;
  }

  private pass(from: number, below: number): number {
    let at = from;
    while (at < this.end && (this.days[at] ?? 0) < below) at += 1;
    return at;
  }

  private lastDay(): number | null {
    return this.first === this.next ? null : (this.days[this.next - 1] ?? null);
  }

  /** Moves on to a day: the cell at it. */
  cellAt(day: number): number {
    this.first = this.pass(this.first, day - habitDays);
    this.next = this.pass(Math.max(this.next, this.first), day + 1);
    const last = this.lastDay();
    return habitCell(last === null ? null : day - last, this.next - this.first);
  }

  /** The first day bought on after the day moved to, up to `last`. */
  boughtBy(last: number): number | null {
    const day = this.next < this.end ? (this.days[this.next] ?? 0) : null;
    return day !== null && day <= last ? day : null;
  }

  /** The next day on which the cell, or whether a purchase lies in the `span` after it, may change. */
  changesAfter(day: number, span: number): number {
    let soonest = Number.MAX_SAFE_INTEGER;
    const last = this.lastDay();
    if (last !== null) {
      const edge = recencyEdges.find((most) => day - last <= most) ?? habitDays;
      soonest = Math.min(last + edge, (this.days[this.first] ?? 0) + habitDays) + 1;
    }
    if (this.next < this.end) {
      const coming = this.days[this.next] ?? 0;
      soonest = Math.min(soonest, coming - span > day ? coming - span : coming);
    }
    return soonest;
  }
}

/** Counts by cell and day, one day's steps from the day before until they are summed up. */
interface Cells {
  readonly people: Int32Array;
  readonly bought: Int32Array;
  /** How many of the days before are asked about in that cell. */
  readonly askedBefore: Int32Array;
  /** Entries of a cell: the days and one more. */
  readonly width: number;
}

function askedCells(asked: readonly { index: number; cell: number }[], days: number): Cells {
  const width = days + 1;
  const make = () => new Int32Array(cellCount * width);
  const askedBefore = make();
  for (const { index, cell } of asked) askedBefore[cell * width + index + 1] = 1;
  sumUp(askedBefore, width);
  return { people: make(), bought: make(), askedBefore, width };
}

/** Turns steps into totals, cell by cell. */
function sumUp(steps: Int32Array, width: number): void {
  for (let at = 0; at < steps.length; at += 1) {
    if (at % width !== 0) steps[at] = (steps[at] ?? 0) + (steps[at - 1] ?? 0);
  }
}

function addRange(steps: Int32Array, from: number, to: number, count: number): void {
  steps[from] = (steps[from] ?? 0) + count;
  steps[to] = (steps[to] ?? 0) - count;
}

/** Of each day from the first on, the place of the first day asked about that is not before it. */
function placesOfDays(days: readonly number[]): Int32Array {
  const first = days[0] ?? 0;
  const places = new Int32Array((days.at(-1) ?? 0) - first + 1);
  let place = 0;
  for (let at = 0; at < places.length; at += 1) {
    if ((days[place] ?? 0) < first + at) place += 1;
    places[at] = place;
  }
  return places;
}

/** Counts everybody who never complained into the cells; how many were in one that is asked about. */
function countAlike(book: PurchaseBook, days: readonly number[], span: number, to: Cells): number {
  const places = placesOfDays(days);
  const first = days[0] ?? 0;
  let matched = 0;
  for (let place = 0; place < book.complained.length; place += 1) {
    if (book.complained[place] === 1) continue;
    const walk = new Walk(book, place);
    let isMatched = false;
    for (let index = 0; index < days.length; ) {
      const day = days[index] ?? 0;
      const row = walk.cellAt(day) * to.width;
      const until = places[walk.changesAfter(day, span) - first] ?? days.length;
      const [from, end] = [row + index, row + until];
      isMatched ||= (to.askedBefore[end] ?? 0) > (to.askedBefore[from] ?? 0);
      addRange(to.people, from, end, 1);
      if (walk.boughtBy(day + span) !== null) addRange(to.bought, from, end, 1);
      index = until;
    }
    if (isMatched) matched += 1;
  }
  const never = habitCell(null, 0) * to.width;
  addRange(to.people, never, never + days.length, book.quiet);
  sumUp(to.people, to.width);
  sumUp(to.bought, to.width);
  return matched + ((to.askedBefore[never + days.length] ?? 0) > 0 ? book.quiet : 0);
}

/**
 * Who of the complainers bought within `span` days after the solution, and how many would have by the
 * habits of customers who never complained and were in the same cell on the same day.
 */
export function matchedReturn(
  book: PurchaseBook,
  complainers: readonly Complainer[],
  span: number,
): MatchedReturn {
  const days = [...new Set(complainers.map(({ day }) => day))].sort((a, b) => a - b);
  const indexOf = new Map(days.map((day, index) => [day, index]));
  const asked = complainers.map(({ place, day }) => {
    const walk = place === null ? null : new Walk(book, place);
    const cell = walk?.cellAt(day) ?? habitCell(null, 0);
    return { index: indexOf.get(day) ?? 0, cell, boughtOn: walk?.boughtBy(day + span) ?? null };
  });
  const all = askedCells(asked, days.length);
  const matched = countAlike(book, days, span, all);
  const shares = asked.flatMap(({ index, cell }) => {
    const at = cell * all.width + index;
    const people = all.people[at] ?? 0;
    return people === 0 ? [] : [(all.bought[at] ?? 0) / people];
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    boughtOn: asked.map(({ boughtOn }) => boughtOn),
    matched,
    matchedShare: shares.length === 0 ? null : sum / shares.length,
  };
}
