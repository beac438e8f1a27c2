/** Of fewer people nothing is said: it would be said of one of them. */
export const fewestPeople = 5;

/** Whether so many are too few to be told of; of nobody it may be told. */
export function isFew(people: number): boolean {
  return people > 0 && people < fewestPeople;
}

/** What may be said of a part in place of its number. */
export type Told = number | 'few' | 'nearlyAll' | 'unsaid';

/** Whether they are enough to be told of. */
export function isEnough(part: Told): boolean {
  return part === 'nearlyAll' || part === 'unsaid' || (part !== 'few' && part >= fewestPeople);
}

/**
 * So many of a whole, where neither they nor those left of it are few; `nested` are numbers told of some that they are
 * among, or that are among them: the difference must not tell of a few either.
 */
export function toldOf(part: number, of: number, ...nested: readonly number[]): Told {
  if (isFew(part)) return 'few';
  if (isFew(of - part)) return 'nearlyAll';
  return nested.some((one) => isFew(Math.abs(one - part))) ? 'unsaid' : part;
}

/** One of some that add up: how much it is, and of whom. */
export interface Cell {
  readonly count: number;
  readonly people: ReadonlySet<number>;
}

/**
 * Which of some that add up must stay unsaid, by their place: what is of a few, and then the smallest of the others
 * until those unsaid, which follow from the sum, are of nobody or of enough. `already` are so for another reason.
 */
export function unsaidOf(cells: readonly Cell[], already: Iterable<number> = []): Set<number> {
  const unsaid = new Set(already);
  for (const [at, { people }] of cells.entries()) if (isFew(people.size)) unsaid.add(at);
  const peopleOf = (places: Iterable<number>) =>
    new Set([...places].flatMap((at) => [...(cells[at]?.people ?? [])])).size;
  const left = [...cells.keys()]
    .filter((at) => !unsaid.has(at) && peopleOf([at]) > 0)
    .sort((a, b) => (cells[a]?.count ?? 0) - (cells[b]?.count ?? 0));
  for (const at of left) {
    if (!isFew(peopleOf(unsaid))) break;
    unsaid.add(at);
  }
  return unsaid;
}

/** Of fewer purchases their days and months say nothing. */
export const fewestPurchases = 20;

/** The one in the middle of sorted values, the lower of two; null: there is none. */
export function middleOf<V>(sorted: readonly V[]): V | null {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Half of the middle 95 % of a normal distribution, in standard deviations. */
const z95 = 1.959_963_984_540_054;

/** The value in the middle, with the range that it lies in 95 of 100 times. */
export interface Middle {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The middle of values that each stand for so many, sorted, with the range by its ranks (Conover 1999, 3.2);
 * null: there is none.
 */
export function middleRange(
  values: readonly { readonly value: number; readonly count: number }[],
): Middle | null {
  const all = values.reduce((sum, { count }) => sum + count, 0);
  const half = (z95 * Math.sqrt(all)) / 2;
  const at = (rank: number): number => {
    let before = 0;
    for (const { value, count } of values) {
      before += count;
      if (before >= rank) return value;
    }
    return values.at(-1)?.value ?? 0;
  };
  if (all === 0) return null;
  return {
    value: at(Math.ceil(all / 2)),
    low: at(Math.max(1, Math.floor(all / 2 - half))),
    high: at(Math.min(all, Math.ceil(all / 2 + half) + 1)),
  };
}

/** Whether two middles are so far apart that chance is ruled out: their ranges do not meet. */
export function areApart(one: Middle, other: Middle): boolean {
  return one.low > other.high || one.high < other.low;
}
